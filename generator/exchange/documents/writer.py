"""Writer: the runs of a paragraph, put together to lines with their marks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator.exchange.documents.colours import Colours
from generator.exchange.line import Line, Mark, changed, piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STRONG, EMPHASIS, UNDERLINE, STRIKE, CODE = 1, 2, 4, 8, 1 << 8
_KINDS = (
    (STRONG, "strong"),
    (EMPHASIS, "emphasis"),
    (UNDERLINE, "underline"),
    (STRIKE, "strike"),
    (CODE, "code"),
)
_MARKED = STRONG | EMPHASIS | UNDERLINE | STRIKE | CODE
_SPACES = " \t\n\u3000\u00a0\u2002\u2003\u2007\u200b\u200c\u200d\u2060\ufeff"  # and what has no width
NO_COLOURS = Colours()
PICTURE = "\ufffc"  # stands for a picture without a caption
BLANK_EMS = (4, 20)


class Writer:
    """Takes runs in reading order, each with the flags above. A newline parts lines."""

    __slots__ = ("_coloured", "_marks", "_pieces", "_runs", "_size")

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._runs: list[tuple[int, int, int]] = []
        self._coloured: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self._marks: list[Mark] = []
        self._size = 0

    @property
    def is_empty(self) -> bool:
        return not self._size

    def text(self, text: str, flags: int = 0, colours: Colours = NO_COLOURS) -> None:
        start, self._size = self._size, self._size + len(text)
        self._pieces.append(text)
        if flags & _MARKED:
            self._runs.append((start, self._size, flags))
        if colours is not NO_COLOURS:
            for kind, colour in zip(("colour", "highlight"), colours, strict=True):
                if colour:
                    self._coloured.setdefault((kind, colour), []).append((start, self._size))

    def mark(self, text: str, kind: str, value: str = "") -> None:
        """Characters that are something else than prose."""
        start, self._size = self._size, self._size + len(text)
        self._pieces.append(text)
        self._marks.append(Mark(start, self._size, kind, value))

    def written(self) -> str:
        return "".join(self._pieces)

    def lines(self, number: int, label: str = "", indent: int = 0, heading: int = 0) -> Iterator[Line]:
        """The paragraph, its label in front, as one line or several."""
        text = self.written()
        if "\n" not in text:
            yield self._line(text, number, label, indent, heading)
            return
        whole = self._line(text, number, label, indent, heading)
        breaks = [-1, *(at for at, char in enumerate(whole.text) if char == "\n"), len(whole.text)]
        parted = _parted(whole, breaks)
        filled = [line for line in parted if line.text.strip()]
        yield from filled or [whole._replace(text="", marks=())]

    def _line(self, text: str, number: int, label: str, indent: int, heading: int) -> Line:
        marks, blanks = self._marked(text)
        line = Line(text, number, tuple(marks), 0, indent, heading)
        if blanks:
            line = _blanked(line, blanks)
        if label:
            shift = len(label)
            moved = tuple(
                mark._replace(start=mark.start + shift, end=mark.end + shift) for mark in line.marks
            )
            line = line._replace(text=label + line.text, marks=moved, automatic=shift)
        return line

    def _marked(self, text: str) -> tuple[list[Mark], list[tuple[int, int]]]:
        """The marks of the runs, and the underlined spaces that are blanks."""
        marks = list(self._marks)
        blanks: list[tuple[int, int]] = []
        for bit, kind in _KINDS if self._runs else ():
            for start, end in _joined((start, end) for start, end, flags in self._runs if flags & bit):
                inside = text[start:end]
                bare = inside.strip(_SPACES)
                if bare:
                    first = start + inside.index(bare)
                    marks.append(Mark(first, first + len(bare), kind))
                elif kind == "underline" and "\n" not in inside and _ems(inside) >= 1:
                    blanks.append((start, end))
        for (kind, colour), spans in self._coloured.items():
            marks += (
                Mark(start, end, kind, colour) for start, end in _joined(spans) if text[start:end].strip()
            )
        marks.sort()
        return marks, blanks


def _joined(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans that touch, as one."""
    start = end = -1
    for first, last in spans:
        if first != end:
            if end > start:
                yield start, end
            start = first
        end = last
    if end > start:
        yield start, end


def _parted(line: Line, breaks: list[int]) -> Iterator[Line]:
    """The pieces between line breaks. Marks are few: those of a piece are found by going on from the last."""
    marks, first = line.marks, 0
    for before, after in pairwise(breaks):
        start = before + 1
        while first < len(marks) and marks[first].end <= start:
            first += 1
        last = first
        while last < len(marks) and marks[last].start < after:
            last += 1
        part = piece(line._replace(marks=marks[first:last]), start, after)
        yield part if start == 0 else part._replace(automatic=0)


def _ems(spaces: str) -> float:
    return sum(_WIDTHS.get(char, 0.5) for char in spaces)


_WIDTHS = {"\u3000": 1.0, "\t": 4.0} | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", 0.0)


def _blanked(line: Line, blanks: list[tuple[int, int]]) -> Line:
    """Underlined spaces as underscores, four or more of them, with a mark."""
    changes = []
    marks = []
    moved = 0
    for start, end in blanks:
        size = max(BLANK_EMS[0], min(round(_ems(line.text[start:end])), BLANK_EMS[1]))
        changes.append((start, end, "_" * size))
        marks.append(Mark(start + moved, start + moved + size, "blank"))
        moved += size - (end - start)
    line = changed(line, changes)
    return line._replace(marks=tuple(sorted((*line.marks, *marks))))
