"""A table of a web page while it is read: its rows, and the places that cells over several rows or columns cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.exchange.line import Line

_MAX_SPAN = 63


def _span(written: str) -> int:
    """How many rows or columns a cell has, as its attribute says."""
    return min(max(int(written), 1), _MAX_SPAN) if written.isdecimal() and len(written) < 5 else 1


class Table:
    """`first` is the number of its first line."""

    def __init__(self, first: int) -> None:
        self.rows: list[list[tuple[Line, ...]]] = []
        self.first = first
        self._span = (1, 1)  # rows and columns of the cell that is open
        self._covered: dict[int, int] = {}  # how many more rows cells above reach into, by column

    def begin_row(self) -> None:
        if self.rows:
            self._fill()
        self.rows.append([])

    def begin_cell(self, given: dict[str, str]) -> None:
        self._span = (_span(given.get("rowspan", "")), _span(given.get("colspan", "")))

    def add(self, cell: tuple[Line, ...]) -> None:
        """A cell of the last row, and the places it covers."""
        if not self.rows:
            self.rows.append([])
        self._fill()
        row = self.rows[-1]
        rows, columns = self._span
        for at in range(len(row), len(row) + columns):
            if rows > 1:
                self._covered[at] = rows - 1
        row += [cell, *[()] * (columns - 1)]

    def _fill(self) -> None:
        """Places of the last row that cells above reach into."""
        row = self.rows[-1]
        while self._covered.get(len(row), 0):
            self._covered[len(row)] -= 1
            row.append(())
