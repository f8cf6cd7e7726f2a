"""How damages go over the lines of a document, those in tables included."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.line import in_cells

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript


class Tally:
    """Where a damage was found: the first place, and how often."""

    def __init__(self) -> None:
        self.count = 0
        self.first = 0

    def add(self, number: int, count: int = 1) -> None:
        self.first = self.first or number
        self.count += count

    def tell(self, code: str, manuscript: Manuscript, report: Report) -> None:
        if self.count:
            report.note(code, Location(manuscript.file, self.first), count=self.count)


def told_before(lines: Sequence[Line], at: int) -> int:
    """The place of the last line before `at` that is not blank; -1 for none."""
    return next((before for before in range(at - 1, -1, -1) if lines[before].role != "blank"), -1)


def each(manuscript: Manuscript, mended: Callable[[Line], Line]) -> Manuscript:
    """The document with every line that holds text as `mended` gives it; one without text becomes blank."""
    lines = tuple(_mended(line, mended) for line in manuscript.lines)
    if all(new is old for new, old in zip(lines, manuscript.lines, strict=True)):
        return manuscript
    return manuscript._replace(lines=lines)


def _mended(line: Line, mended: Callable[[Line], Line]) -> Line:
    if line.role == "table":
        return in_cells(line, lambda inner: (_mended(inner, mended),))
    if not line.text:
        return line
    new = mended(line)
    if new is line or new.text.strip():
        return new
    return new._replace(text="", marks=(), automatic=0, role="blank")
