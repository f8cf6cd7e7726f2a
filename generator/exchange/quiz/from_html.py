"""HTML of a learning platform as Markdown of our subset."""

from __future__ import annotations

import base64
import binascii
import re
from itertools import groupby
from typing import TYPE_CHECKING

from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.page import Page
from generator.exchange.documents.tags import tags
from generator.exchange.documents.writer import PICTURE
from generator.exchange.line import Line, piece
from generator.exchange.prose import passage, prose

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_CODE = ("code", "pre", "tt", "samp", "kbd")
_MEDIA = ("audio", "video", "iframe", "object", "embed")
_DATA = re.compile(r"data:image/[\w.+-]+;base64,", re.IGNORECASE)


def to_markdown(source: str, embedded: Callable[[bytes], str], unread: Callable[[str, str], None]) -> str:
    """The Markdown of a piece of HTML.

    `embedded` names a picture that stands in the HTML itself; `unread` is told words that cannot be kept and why, an entry of
    `messages.PHRASES`.
    """
    if "<" not in source and "&" not in source:
        return passage(Line(one_line(line).strip(), 1) for line in source.split("\n"))
    fragment = _Fragment(embedded)
    for part in tags(source):
        if isinstance(part, str):
            fragment.words(part)
        elif part.closes:
            fragment.end(part.name)
        else:
            fragment.begin(part.name, part.given())
    fragment.end_code()
    fragment.end_paragraph()
    lines = fragment.finished()
    for _, words, why in fragment.unread:
        unread(words, why)
    return "\n\n".join(_blocks(lines))


class _Fragment(Page):
    """A page whose code stays code, whose links keep their addresses, and whose embedded pictures are taken out."""

    def __init__(self, embedded: Callable[[bytes], str]) -> None:
        super().__init__()
        self._embedded = embedded
        self._code: list[str] | None = None  # the words of the code that is open
        self._in_block = False
        self._link = ""

    def begin(self, tag: str, given: dict[str, str]) -> None:
        if self._code is not None:
            if tag == "br":
                self._code.append("\n")
            return
        if tag in _CODE:
            self._code = []
            self._in_block = tag == "pre"
            return
        if tag == "a":
            self._link = given.get("href", "")
        elif tag in _MEDIA and not self._hidden:
            self.unread.append(
                (len(self.texts) + 1, given.get("src") or given.get("data") or tag, "left-object")
            )
        super().begin(tag, given)

    def end(self, tag: str) -> None:
        if self._code is not None:
            if tag in _CODE and (tag == "pre") == self._in_block:
                self.end_code()
            return
        if tag == "a" and self._link:
            link, self._link = self._link, ""
            if re.match(r"https?://", link) and not self._writer.written().rstrip().endswith(link):
                self._words(f" ({one_line(link)})")
        super().end(tag)

    def words(self, data: str) -> None:
        if self._code is None:
            super().words(data)
        else:
            self._code.append(data)

    def end_code(self) -> None:
        """End the code that is open, if any is."""
        if self._code is None:
            return
        text, self._code = "".join(self._code), None
        if self._hidden:
            return
        if not self._in_block:
            words = " ".join(one_line(text).split())
            if words:
                self._writer.mark(words, "code")
                self._spaced = False
            return
        self.end_paragraph()
        depth = len(self._lists)
        number = len(self.texts) + 1
        for line in text.strip("\n").split("\n"):
            self.texts.append(line)
            self._lines.append(Line(one_line(line).rstrip(), number, indent=depth, role="code"))

    def _image(self, given: dict[str, str]) -> None:
        source = given.get("src", "")
        found = _DATA.match(source)
        if found:
            try:
                data = base64.b64decode(source[found.end() :], validate=False)
            except (binascii.Error, ValueError):
                data = b""
            name = self._embedded(data)
            if name:
                self._writer.mark(one_line(given.get("alt", "")).strip() or PICTURE, "image", name)
                return
        super()._image(given)


def _blocks(lines: Iterable[Line]) -> Iterator[str]:
    """Lines as blocks: those in lists are lists, those of one paragraph parted by line breaks."""
    for listed, run in groupby(_unboxed(lines), key=lambda line: line.indent > 0):
        if listed:
            yield from _lists(list(run))
        else:
            for paragraph in _paragraphs(run):
                if paragraph:
                    yield paragraph


def _unboxed(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines without the tables of one cell that hold some of them together."""
    for line in lines:
        if len(line.rows) == 1 and len(line.rows[0]) == 1:
            yield from _unboxed(line.rows[0][0])
        else:
            yield line


def _paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    for (_, role), run in groupby(lines, key=lambda line: (line.number, line.role)):
        if role in ("text", "furniture"):
            yield "\\\n".join(filter(None, (_heading(line) for line in run)))
        else:
            yield passage(run)


def _heading(line: Line) -> str:
    written = prose(line)
    bold = line.heading and written and "*" not in written and line.text[-1:].isalnum()
    return f"**{written}**" if bold else written


def _lists(lines: list[Line]) -> Iterator[str]:
    """A run of list lines. An item's first line has its mark; lines without one go on with the item before."""
    margins: list[int] = []  # where the text of the items around begins
    written: list[str] = []
    numbered: list[str] = []  # the kind of mark at each depth
    for _, run in groupby(lines, key=lambda line: (line.number, line.role)):
        paragraph = list(run)
        first = paragraph[0]
        mark = first.text[: first.automatic].strip()
        depth = min(first.indent, len(margins) + 1, 5)
        if mark:
            paragraph[0] = piece(first, first.automatic)
            kind = "1" if mark[0].isdigit() else "-"
            if depth <= len(margins):
                if numbered[depth - 1] != kind and depth == 1:
                    yield "\n".join(written)
                    written = []
                del margins[depth - 1 :], numbered[depth - 1 :]
            margin = margins[-1] if margins else 0
            numbered.append(kind)
            margins.append(margin + len(mark) + 1)
            lead = " " * margin + mark + " "
        else:
            margin = margins[min(depth, len(margins)) - 1] if margins else 0
            lead = " " * margin
            written.append("") if written else None
        block = "\n\n".join(_paragraphs(paragraph)).split("\n")
        inner = " " * len(lead)
        written.append(lead + block[0])
        written += [inner + line if line else "" for line in block[1:]]
    if written:
        yield "\n".join(written)
