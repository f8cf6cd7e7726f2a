"""Line: what a document is made of, whatever its format, before anything is made of it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.diagnostics import SourceFile


class Mark(NamedTuple):
    """Characters `start` to `end` of a line are something more than letters.

    `kind` is "strong", "emphasis" (italics, emphasis dots), "underline" (of words), "strike", "code" (`value`: the
    language of a line of code, where it is said), "math" (`value`: its TeX or plain text), "image" (`value`: the name of
    the picture; the characters are its caption, or one U+FFFC), "link" (`value`: the address), "colour" or "highlight"
    (of letters, of what is behind them; `value`: rrggbb) or "blank" (a blank to fill in: underlined spaces, as four or
    more underscores).
    """

    start: int
    end: int
    kind: str
    value: str = ""


class Line(NamedTuple):
    """A paragraph of a document or a line of a text.

    `text` is what a reader sees, without markup, its automatic list number put in front ("1. ", "（1）", "• "):
    `automatic` counts the characters that are such a number. `number` is the line of a text file, the paragraph of
    a DOCX, from 1. `indent` is the depth of a list, 0 outside. `heading` is 1 to 9 where the document says so, else 0.
    `role` is "text", "blank" (an empty line), "contents" (an entry of a list of contents), "code" (fenced),
    "furniture" (page headers and footers) or "table"; a table has `rows` of cells of lines, and no text of its own.
    A cell without lines is covered by one above it or left of it; an empty cell has a blank line. Lines that were
    parted by soft returns have the number of their paragraph in common. `part` is what the document's own style says
    a paragraph is, by the styles of our papers ("question", "answer", "point", …), else "". No text holds a control
    character but tabs and, until damage is mended, U+0080 to U+009F.
    """

    text: str
    number: int
    marks: tuple[Mark, ...] = ()
    automatic: int = 0
    indent: int = 0
    heading: int = 0
    role: str = "text"
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()
    part: str = ""


class Manuscript(NamedTuple):
    """A document as lines. `file` is what places point into, and its lines what messages quote.

    `pictures` are by the names that image marks give. `unread` are the parts the reader could not turn into lines
    (text of headers and footers, comments, drawings), each with its line number and what it is.
    """

    lines: tuple[Line, ...]
    file: SourceFile
    pictures: dict[str, bytes] = {}  # noqa: RUF012 - never changed
    unread: tuple[tuple[int, str, str], ...] = ()  # number, words, why (an entry of messages.PHRASES)


def innermost(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines that hold text, those in the cells of tables among them."""
    for line in lines:
        if line.role != "table":
            yield line
        for row in line.rows:
            for cell in row:
                yield from innermost(cell)


def in_cells(table: Line, made: Callable[[Line], Iterable[Line]]) -> Line:
    """A table with what `made` makes of each line in its cells; the same one where nothing changes."""
    rows = tuple(
        tuple(tuple(new for line in cell for new in made(line)) for cell in row) for row in table.rows
    )
    return table if rows == table.rows else table._replace(rows=rows)


def piece(line: Line, start: int, end: int | None = None) -> Line:
    """The characters `start` to `end` of a line, with what marks them."""
    size = len(line.text)
    last = size if end is None else min(end, size)
    first = min(start, last)
    if not first and last == size:
        return line
    marks = tuple(
        mark._replace(start=max(mark.start, first) - first, end=min(mark.end, last) - first)
        for mark in line.marks
        if mark.start < last and mark.end > first and first < last
    )
    automatic = max(min(line.automatic, last) - first, 0)
    return line._replace(text=line.text[first:last], marks=marks, automatic=automatic)


def changed(line: Line, changes: Sequence[tuple[int, int, str]]) -> Line:
    """The line with other words in places: (start, end, new), in order. Marks keep to what they mark."""
    if not changes:
        return line
    written: list[str] = []
    edges: list[tuple[int, int, int]] = []  # of each change: start, end, and how far what follows has moved
    at = moved = 0
    for start, end, new in changes:
        written += (line.text[at:start], new)
        at = end
        moved += len(new) - (end - start)
        edges.append((start, end, moved))
    written.append(line.text[at:])

    starts = [edge[0] for edge in edges]

    def place(offset: int) -> int:
        index = bisect_left(starts, offset) - 1
        if index < 0:
            return offset
        _, end, shift = edges[index]
        before = edges[index - 1][2] if index else 0
        return offset + shift if offset >= end else min(offset + before, end + shift)

    marks = tuple(
        mark._replace(start=first, end=last)
        for mark in line.marks
        if (first := place(mark.start)) < (last := place(mark.end))
    )
    return line._replace(text="".join(written), marks=marks, automatic=place(line.automatic))
