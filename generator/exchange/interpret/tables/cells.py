"""Cells: what they say, and the lines in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.words.columns import COLUMNS
from generator.exchange.line import changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.line import Line

Rows: TypeAlias = "list[list[tuple[Line, ...]]]"
"""Of each cell the lines that say something."""


def is_answer(head: str) -> bool:
    """Whether a header (flat) is that of a column of answers."""
    return head in COLUMNS["answer"] or kind_of(head) in ("answer", "points")


def words_of(cell: Sequence[Line]) -> str:
    """All that a cell says, in half width."""
    return " ".join(flat(line.text).strip() for line in cell).strip(" :")


def before(line: Line, words: str) -> Line:
    """A line with words before its own."""
    return changed(line, [(0, 0, words)])


def filled(table: Line) -> Rows:
    """Rows with any text in them; cells keep their places."""
    rows = [[tuple(_inner(cell)) for cell in row] for row in table.rows]
    return [row for row in rows if any(cell for cell in row)]


def _inner(cell: Sequence[Line]) -> Iterator[Line]:
    """The lines of a cell that say something, tables in it laid out too."""
    for line in cell:
        if line.role == "table":
            for row in line.rows:
                for inner in row:
                    yield from _inner(inner)
        elif line.text.strip():
            yield line


def texts_in(table: Line) -> list[str]:
    """What the cells of a table say, in the order of its rows."""
    return [inner.text for row in table.rows for cell in row for inner in cell if inner.text]
