"""Cells: what they say, and the lines in them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.words.columns import COLUMNS
from generator.exchange.line import changed, innermost

if TYPE_CHECKING:
    from collections.abc import Sequence

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


_SHARED = ("competencies", "category", "type", "difficulty", "source", "tags")
"""Columns in which a cell over several rows speaks of the questions in all of them."""


def spread(table: Line) -> Line:
    """A table of questions in which a cell over several rows stands in each of them."""
    heads = [words_of(_inner(cell)) for cell in table.rows[0]] if table.rows else []
    shared = [at for at, head in enumerate(heads) if kind_of(head) in _SHARED]
    if not shared or not any(head in COLUMNS["stem"] for head in heads):
        return table
    rows = [list(row) for row in table.rows]
    for above, row in pairwise(rows[1:]):
        told = sum(any(line.text or line.rows for line in cell) for cell in row)
        for at in shared:
            if told > 1 and at < len(row) and at < len(above) and not row[at]:
                row[at] = above[at]
    return table._replace(rows=tuple(map(tuple, rows)))


def filled(table: Line) -> Rows:
    """Rows with any text in them; cells keep their places."""
    rows = [[_inner(cell) for cell in row] for row in table.rows]
    return [row for row in rows if any(cell for cell in row)]


def _inner(cell: Sequence[Line]) -> tuple[Line, ...]:
    """The lines of a cell that say something, tables in it laid out too."""
    return tuple(line for line in innermost(cell) if line.text.strip())


def texts_in(table: Line) -> list[str]:
    """What the cells of a table say, in the order of its rows."""
    return [line.text for line in innermost([table]) if line.text]
