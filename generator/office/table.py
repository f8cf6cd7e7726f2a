"""Rows of cells, wherever they came from, with the place of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.diagnostics import Location

MAX_BYTES = 64 * 1024 * 1024
MAX_CELLS = 2_000_000  # 200,000 rows of ten columns


class Row(NamedTuple):
    line: int  # from 1: the row of a sheet, the first line of a record
    cells: list[str]


class Table(NamedTuple):
    """`place(line, column, text)` is where a cell is, or the first `text` in it; columns count from 0.

    Of the cell at (line, column), `spoiled` names what is wrong, as a code of a message; `struck` ones have a line
    through some of their text; `comments` are what somebody has said of them.
    """

    rows: list[Row]
    spoiled: dict[tuple[int, int], str]
    place: Callable[[int, int, str], Location]
    whole: Location
    lettered: bool  # a sheet, whose cells are called C5
    hidden: frozenset[int] = frozenset()  # lines of a sheet that do not show
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[tuple[int, int]] = frozenset()
    comments: Mapping[tuple[int, int], str] = {}
