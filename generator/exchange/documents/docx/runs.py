"""What stands in a paragraph: text, fields, equations, pictures, boxes, what was deleted or hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.docx.equations import linear
from generator.exchange.documents.docx.fields import Field, address_of, code_of, gloss, shown
from generator.exchange.documents.docx.names import CHART, DIAGRAM, MC, VAL, A, M, O, R, V, W
from generator.exchange.documents.docx.styles import (
    FIXED,
    HIDDEN,
    LOWERED,
    RAISED,
    SYMBOL,
    colours_of,
    flags_of,
)
from generator.exchange.documents.docx.symbols import UNKNOWN, symbol
from generator.exchange.documents.scripts import lowered, raised
from generator.exchange.documents.writer import NO_COLOURS, PICTURE, Writer

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from generator.exchange.documents.docx.pictures import Pictures
    from generator.exchange.documents.docx.styles import Styles

_EMBEDDED, _ID, _LINKED = R + "embed", R + "id", R + "link"
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
        self.fields: list[Field] = []
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
            MC + "AlternateContent": lambda element: self.read(_alternative(element)),
        } | {
            W + name: self.read
            for name in (
                "ins",
                "moveTo",
                "smartTag",
                "customXml",
                "sdt",
                "sdtContent",
                "dir",
                "bdo",
            )
        }
        self._in_run: dict[str, Callable[[Element, int], None]] = {
            W + "tab": lambda _, flags: self._text("\t", flags),
            W + "ptab": lambda _, flags: self._text("\t", flags),
            W + "br": lambda _, flags: self._text("\n", flags),
            W + "cr": lambda _, flags: self._text("\n", flags),
            W + "noBreakHyphen": lambda _, flags: self._text("-", flags),
            W + "sym": self._symbol,
            W + "fldChar": self._field_character,
            W + "instrText": self._instruction,
            W + "ruby": self._ruby,
            W + "drawing": lambda element, _: self._drawing(element),
            W + "pict": lambda element, _: self._drawing(element),
            W + "object": lambda element, _: self._object(element),
            MC + "AlternateContent": lambda element, flags: self._pieces(_alternative(element), flags),
            W + "footnoteReference": lambda element, _: self._note("footnote", element),
            W + "endnoteReference": lambda element, _: self._note("endnote", element),
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

    @property
    def in_contents(self) -> bool:
        return any(field.code == "TOC" for field in self.fields)

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
                text = "".join(_plain_symbol(char) for char in text)
            if flags & (RAISED | LOWERED):
                text = raised(text) if flags & RAISED else lowered(text)
        if text and not text.isspace():
            self.faces.add(bool(flags & FIXED))
        self._text(one_line(text), flags)

    def _text(self, text: str, flags: int) -> None:
        if self.fields and not all(field.shows for field in self.fields):
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
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            self.fields.append(Field())
        elif kind == "separate" and self.fields:
            self.fields[-1].shows = True
        elif kind == "end" and self.fields:
            field = self.fields.pop()
            over = gloss(field.instruction) if code_of(field.instruction) == "EQ" else ""
            if over:
                self.unread.append((self.number, over, "left-gloss"))
            if code_of(field.instruction) == "HYPERLINK":
                self._address(address_of(field.instruction))
            if not field.shows:
                self._text(one_line(shown(field.instruction)), flags)

    def _instruction(self, element: Element, _: int) -> None:
        if self.fields and not self.fields[-1].shows:
            self.fields[-1].instruction += element.text or ""

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

    def _note(self, kind: str, element: Element) -> None:
        self.boxes.append((kind, element))

    def _comment(self, element: Element, _: int) -> None:
        text = self._comments.get(element.get(W + "id", ""))
        if text and _ANSWER.match(text):
            self.answers.append(text)
        elif text:
            self.unread.append((self.number, text, "left-comment"))

    def _drawing(self, parent: Element) -> None:
        for element in parent:
            tag = element.tag
            if tag == W + "txbxContent":
                self.boxes.append(("box", element))
            elif tag == A + "blip":
                self._picture(element.get(_EMBEDDED, ""), element.get(_LINKED, ""))
            elif tag == V + "imagedata":
                self._picture(element.get(_ID, ""), "")
            elif tag == V + "textpath":
                self._text(one_line(element.get("string", "")), 0)
            elif tag in (CHART, DIAGRAM):
                self.unread.append((self.number, "", "left-drawing"))
            elif tag == MC + "AlternateContent":
                self._drawing(_alternative(element))
            else:
                self._drawing(element)

    def _object(self, element: Element) -> None:
        """An embedded object: its picture, and what made it."""
        made = element.find(O + "OLEObject")
        program = "" if made is None else made.get("ProgID", "")
        if program:
            why = "left-equation" if program.startswith("Equation") else "left-object"
            self.unread.append((self.number, program, why))
        self._drawing(element)

    def _picture(self, embedded: str, linked: str) -> None:
        found = self._pictures.find(embedded or linked)
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


def _plain_symbol(char: str) -> str:
    return symbol(ord(char), "wingdings") if "\uf000" <= char <= "\uf0ff" else char


def _alternative(element: Element) -> Element:
    """Of the same thing in several vocabularies the first that holds something, else the one for old programs."""
    fallback = element
    for branch in element:
        if branch.tag == MC + "Fallback":
            fallback = branch
        elif branch.tag == MC + "Choice" and any(part.tag in _CONTENT for part in branch.iter()):
            return branch
    return fallback if fallback is not element else element[0] if len(element) else element


_CONTENT = frozenset((_T, W + "txbxContent", A + "blip", W + "sym", M + "t", CHART, DIAGRAM))
