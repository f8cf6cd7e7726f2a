"""A web page while it is read: what is open, and the lines so far."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.elements import (
    BLOCKS,
    FURNITURE,
    HEADINGS,
    IMPLIED_ENDS,
    LOWERED,
    NO_WORDS,
    RAISED,
    SKIPPED,
    VOID,
    colours_of,
    flags_of,
    is_hidden,
    picture_of,
)
from generator.exchange.documents.folds import fold_label
from generator.exchange.documents.page_table import Table
from generator.exchange.documents.scripts import lowered, raised
from generator.exchange.documents.writer import NO_COLOURS, PICTURE, Writer
from generator.exchange.line import Line, piece

if TYPE_CHECKING:
    from generator.exchange.documents.colours import Colours

_SPACES = re.compile(r"[ \t\r\n\f]+")
_MAX_OPEN = 100


class Page:
    """Collects the lines of a page. Tags left open end with what holds them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.unread: list[tuple[int, str, str]] = []
        self._lines: list[Line] = []
        self._outer: list[tuple[Table, list[Line]]] = []  # the tables around, and the lines outside them
        self._open: list[tuple[str, int, bool, Colours]] = []  # tag, and what was so before it
        self._counts: Counter[str] = Counter()  # of the tags that are open
        self._flags = 0
        self._colours = NO_COLOURS
        self._hidden = False
        self._unseen: list[str] = []  # the words of what is hidden
        self._heading = 0
        self._lists: list[int] = []  # the count of each ordered list around, -1 for bullets
        self._label = ""
        self._furniture = 0
        self._pre = 0
        self._writer = Writer()
        self._spaced = True  # white space before what comes next is dropped

    def finished(self) -> tuple[Line, ...]:
        self._tell_unseen()
        while self._outer:
            self._end_table()
        return tuple(self._lines)

    def begin(self, tag: str, given: dict[str, str]) -> None:
        if tag in BLOCKS:
            self.end_paragraph()
            self._end_implied(tag)
        if tag == "br":
            self._writer.text("\n")
            self._spaced = True
        elif tag == "img":
            self._image(given)
        elif tag == "input" and given.get("type") in ("checkbox", "radio"):
            self._words("□" if given["type"] == "checkbox" else "○")
        if tag in VOID or len(self._open) >= _MAX_OPEN:
            return
        self._open.append((tag, self._flags, self._hidden, self._colours))
        self._counts[tag] += 1
        look = given.get("style", "").lower().replace(" ", "")
        self._hidden = self._hidden or tag in SKIPPED or is_hidden(look, given)
        self._flags |= flags_of(tag, look)
        if "color" in look or "background" in look or "color" in given or tag == "mark":
            self._colours = colours_of(tag, look, given, self._colours)
        self._begin(tag, given)

    def _begin(self, tag: str, given: dict[str, str]) -> None:
        if tag in HEADINGS:
            self._heading = HEADINGS[tag]
        elif tag in ("ol", "ul"):
            start = given.get("start", "1")
            self._lists.append(
                (int(start) if start.isdecimal() and len(start) < 6 else 1) - 1 if tag == "ol" else -1
            )
        elif tag == "li":
            self._label = "- "
            if self._lists and self._lists[-1] >= 0:
                self._lists[-1] += 1
                self._label = f"{self._lists[-1]}. "
        elif tag == "table":
            self._outer.append((Table(len(self.texts) + 1), self._lines))
            self._lines = []
        elif tag == "tr" and self._outer:
            self._outer[-1][0].begin_row()
        elif tag in ("td", "th") and self._outer:
            self._lines = []
            self._outer[-1][0].begin_cell(given)
        self._furniture += tag in FURNITURE
        self._pre += tag == "pre"

    def end(self, tag: str) -> None:
        if tag == "summary":
            self._label_fold()
        if tag in BLOCKS:
            self.end_paragraph()
        if self._counts[tag]:
            while self._close() != tag:
                pass

    def _close(self) -> str:
        """End the innermost tag."""
        if self._open[-1][0] in BLOCKS:
            self.end_paragraph()
        tag, self._flags, self._hidden, self._colours = self._open.pop()
        self._counts[tag] -= 1
        if self._unseen and not self._hidden:
            self._tell_unseen()
        if tag in ("ol", "ul") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th") and self._outer:
            table = self._outer[-1][0]
            table.add(tuple(self._lines) or (Line("", max(len(self.texts), 1), role="blank"),))
            self._lines = []
        elif tag == "table" and self._outer:
            self._end_table()
        elif tag in HEADINGS:
            self._heading = 0
        self._furniture -= tag in FURNITURE
        self._pre -= tag == "pre"
        return tag

    def _end_implied(self, tag: str) -> None:
        """A cell, row, item or paragraph ends where the next one begins."""
        ends = IMPLIED_ENDS.get(tag, ())
        while self._open and self._open[-1][0] in ends:
            self._close()

    def _end_table(self) -> None:
        table, lines = self._outer.pop()
        rows = tuple(map(tuple, table.rows))
        if any(rows):
            lines.append(Line("", table.first, role="table", rows=rows))
        lines.extend(self._lines)  # what stood in the table but in no cell
        self._lines = lines

    def words(self, data: str) -> None:
        if self._hidden:
            if data.strip() and not any(tag in NO_WORDS for tag, *_ in self._open):
                self._unseen.append(data)
            return
        if self._pre:
            for count, line in enumerate(data.split("\n")):
                if count:
                    self.end_paragraph()
                self._words(one_line(line))
            return
        text = _SPACES.sub(" ", data)
        if self._spaced:
            text = text.lstrip(" ")
        if text:
            self._spaced = text.endswith(" ")
            self._words(one_line(text))

    def _tell_unseen(self) -> None:
        words = one_line(" ".join(" ".join(self._unseen).split()))
        self._unseen = []
        if words:
            self.unread.append((max(len(self.texts), 1), words, "left-hidden"))

    def _label_fold(self) -> None:
        words = self._writer.written().strip()
        label = fold_label(words)
        if label != words:
            self._writer = Writer()
            self._writer.text(label)

    def _words(self, text: str) -> None:
        if self._flags & RAISED:
            text = raised(text)
        elif self._flags & LOWERED:
            text = lowered(text)
        if text:
            self._writer.text(text, self._flags, self._colours)

    def _image(self, given: dict[str, str]) -> None:
        if self._hidden:
            return
        caption, source, why = picture_of(given)
        if why:
            self.unread.append((len(self.texts) + 1, source, why))
            return
        self._writer.mark(caption or PICTURE, "image", source)
        self._spaced = False

    def end_paragraph(self) -> None:
        """What was written since the last paragraph is one, or a blank line where something stood alone."""
        writer, self._writer = self._writer, Writer()
        self._spaced = True
        if not writer.written().strip():
            if self._pre and not writer.is_empty:
                self._lines.append(Line("", max(len(self.texts), 1), role="blank"))
            return
        self.texts.append("")
        number = len(self.texts)
        label, self._label = self._label, ""
        role = "furniture" if self._furniture else "text"
        lines = [
            line for line in writer.lines(number, label, len(self._lists), self._heading) if line.text.strip()
        ]
        self.texts[-1] = " ".join(line.text.strip() for line in lines)
        self._lines.extend(_stripped(line, role) for line in lines)


def _stripped(line: Line, role: str) -> Line:
    start = len(line.text) - len(line.text.lstrip())
    return piece(line, start, len(line.text.rstrip()))._replace(role=role)
