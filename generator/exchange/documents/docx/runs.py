"""What stands in a paragraph: text, fields, equations, pictures, boxes, what was deleted or hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.docx.drawings import alternative, drawn
from generator.exchange.documents.docx.equations import linear
from generator.exchange.documents.docx.fields import OpenFields, address_of, gloss, shown
from generator.exchange.documents.docx.names import MC, VAL, M, R, W
from generator.exchange.documents.docx.styles import (
    FIXED,
    HIDDEN,
    LOWERED,
    RAISED,
    SYMBOL,
    colours_of,
    flags_of,
)
from generator.exchange.documents.docx.symbols import UNKNOWN, in_text, symbol
from generator.exchange.documents.scripts import lowered, raised
from generator.exchange.documents.writer import NO_COLOURS, PICTURE, Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from generator.exchange.documents.docx.pictures import Pictures
    from generator.exchange.documents.docx.styles import Styles

_ID = R + "id"
_T, _RPR = W + "t", W + "rPr"


class Runs:
    """Reads the runs of one paragraph after another into `writer`.

    Fields go on from one paragraph to the next. `boxes` are the text boxes and notes met since they were last
    taken; `unread` gets what is no text of the paragraph, with its `number`.
    """

    def __init__(
        self, styles: Styles, pictures: Pictures, comments: dict[str, str], links: dict[str, str]
    ) -> None:
        self.writer = Writer()
        self.number = 0
        self.faces: set[bool] = set()  # whether the words of the paragraph are in a face of fixed width
        self.fields = OpenFields()
        self.boxes: list[tuple[str, Element]] = []
        self.unread: list[tuple[int, str, str]] = []
        self.answers: list[str] = []  # comments on the paragraph that say the answer
        self.equations: list[int] = []  # the paragraphs that have some
        self.unknown: list[int] = []  # the paragraphs with characters nobody knows
        self._styles = styles
        self._pictures = pictures
        self._comments = comments
        self._links = links
        self._colours = NO_COLOURS
        self._in_paragraph: dict[str, Callable[[Element], None]] = {
            W + "r": self._run,
            W + "del": self.read_deleted,
            W + "moveFrom": self.read_deleted,
            W + "fldSimple": self._simple_field,
            W + "hyperlink": self._hyperlink,
            M + "oMath": self._equation,
            M + "oMathPara": self._equation,
            MC + "AlternateContent": lambda element: self.read(alternative(element)),
        } | {
            W + name: self.read
            for name in ("ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo")
        }
        self._in_run: dict[str, Callable[[Element, int], None]] = {
            W + "tab": lambda _, flags: self._text("\t", flags),
            W + "ptab": lambda _, flags: self._text("\t", flags),
            W + "br": lambda _, flags: self._text("\n", flags),
            W + "cr": lambda _, flags: self._text("\n", flags),
            W + "noBreakHyphen": lambda _, flags: self._text("-", flags),
            W + "sym": self._symbol,
            W + "fldChar": self._field_character,
            W + "instrText": lambda element, _: self.fields.instruct(element.text or ""),
            W + "ruby": self._ruby,
            W + "drawing": lambda element, _: self._drawing(element),
            W + "pict": lambda element, _: self._drawing(element),
            W + "object": lambda element, _: self._drawing(element),
            MC + "AlternateContent": lambda element, flags: self._pieces(alternative(element), flags),
            W + "footnoteReference": lambda element, _: self.boxes.append(("footnote", element)),
            W + "endnoteReference": lambda element, _: self.boxes.append(("endnote", element)),
            W + "commentReference": self._comment,
            M + "oMath": lambda element, _: self._equation(element),
        }

    def read(self, parent: Element) -> None:
        for element in parent:
            handle = self._in_paragraph.get(element.tag)
            if handle:
                handle(element)

    def _hyperlink(self, element: Element) -> None:
        self.read(element)
        self._address(self._links.get(element.get(_ID, ""), ""))

    def _address(self, address: str) -> None:
        """An address that a link leads to and no text says is told."""
        if address and address not in self.writer.written():
            self.unread.append((self.number, one_line(address), "left-link"))

    def _run(self, run: Element) -> None:
        flags = 0
        properties = run.find(_RPR)
        if properties is not None:
            style = properties.find(W + "rStyle")
            inherited = 0 if style is None else self._styles.run(style.get(VAL, ""))
            flags = flags_of(properties, inherited)
        outer, self._colours = self._colours, NO_COLOURS if properties is None else colours_of(properties)
        self._pieces(run, flags)
        self._colours = outer

    def _pieces(self, run: Element, flags: int) -> None:
        for element in run:
            tag = element.tag
            if tag == _T:
                self._words(element.text or "", flags)
            elif tag != _RPR:
                handle = self._in_run.get(tag)
                if handle:
                    handle(element, flags)

    def _words(self, text: str, flags: int) -> None:
        if flags & (SYMBOL | RAISED | LOWERED):
            if flags & SYMBOL:
                text = "".join(in_text(char) for char in text)
            if flags & (RAISED | LOWERED):
                text = raised(text) if flags & RAISED else lowered(text)
        if text and not text.isspace():
            self.faces.add(bool(flags & FIXED))
        self._text(one_line(text), flags)

    def _text(self, text: str, flags: int) -> None:
        if not self.fields.show:
            return
        if flags & HIDDEN:
            if text.strip():
                self.unread.append((self.number, text.strip(), "left-hidden"))
            return
        self.writer.text(text, flags, self._colours)

    def _symbol(self, element: Element, flags: int) -> None:
        try:
            code = int(element.get(W + "char", ""), 16)
        except ValueError:
            return
        char = symbol(code, element.get(W + "font", "")) if code < 0x110000 else UNKNOWN
        if char == UNKNOWN:
            self.unknown.append(self.number)
        self._text(char, flags)

    def read_deleted(self, element: Element) -> None:
        """What a revision took out goes to `unread`."""
        text = "".join(part.text or "" for part in element.iter() if part.tag in (W + "delText", _T)).strip()
        if text:
            self.unread.append((self.number, one_line(text), "left-deleted"))

    def _simple_field(self, element: Element) -> None:
        if len(element):
            self.read(element)
        else:
            self._text(one_line(shown(element.get(W + "instr", ""))), 0)

    def _field_character(self, element: Element, flags: int) -> None:
        field = self.fields.read(element.get(W + "fldCharType", ""))
        if field is None:
            return
        if field.code == "EQ" and (over := gloss(field.instruction)):
            self.unread.append((self.number, over, "left-gloss"))
        if field.code == "HYPERLINK":
            self._address(address_of(field.instruction))
        if not field.shows:
            self._text(one_line(shown(field.instruction)), flags)

    def _ruby(self, element: Element, flags: int) -> None:
        for part in element:
            if part.tag == W + "rubyBase":
                self.read(part)
            elif part.tag == W + "rt":
                over = "".join(text.text or "" for text in part.iter(_T)).strip()
                if over:
                    self.unread.append((self.number, one_line(over), "left-gloss"))

    def _equation(self, element: Element) -> None:
        text = linear(element).strip()
        if text:
            self.equations.append(self.number)
            self.writer.mark(text, "math", text)

    def _comment(self, element: Element, _: int) -> None:
        text = self._comments.get(element.get(W + "id", ""))
        if text and _ANSWER.match(text):
            self.answers.append(text)
        elif text:
            self.unread.append((self.number, text, "left-comment"))

    def _drawing(self, element: Element) -> None:
        for part in drawn(element):
            if part.kind == "box":
                self.boxes.append(("box", part.element))
            elif part.kind == "picture":
                self._picture(part.said)
            elif part.kind == "words":
                self._text(one_line(part.said), 0)
            else:
                self.unread.append((self.number, part.said, part.kind))

    def _picture(self, relation: str) -> None:
        found = self._pictures.find(relation)
        if found is None:
            return
        name, why = found
        if not why:
            self.writer.mark(PICTURE, "image", name)
            return
        self.unread.append((self.number, name, why))
        if why != "left-linked-picture":
            self._text(f"〔{name}〕", 0)


_ANSWER = re.compile(r"[【\[]?(?:参考|正确|标准)?答案|(?:correct |model )?answers?\b", re.IGNORECASE)
