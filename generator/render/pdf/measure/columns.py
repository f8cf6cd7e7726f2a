"""The columns of a table: widths by share, by points or by content."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.render.place import block_left, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.document import Cell, Grid
    from generator.render.pdf.typesetter import Typesetter

EDGE = 1e-3
_SIDE = 5.4  # blank at a cell's left and right, as in Word
_LEAST_SIDE = 1.0  # where the columns are many


class Columns(NamedTuple):
    """Points. `left` is of the first column, `side` the blank at a cell's left and right."""

    setter: Typesetter  # for their cells
    left: float
    side: float
    widths: list[float]


def set_columns(setter: Typesetter, grid: Grid, width: float) -> Columns:
    """Every column holds a character: those of many columns have less blank, and smaller text at last."""
    left = block_left(setter.look, grid, width)
    available = width - left
    em = max(setter.look.texts[cell.role].size for row in grid.rows for cell in row)
    share = available / len(grid.widths)
    scale = min(1.0, share / (em + 2 * _LEAST_SIDE))
    if scale < 1.0:
        setter = setter.scaled(scale)
        em *= scale
    side = min(_SIDE, max((share - em) / 2, 0.0))
    widths = _widths(setter, grid, available, side, em + 2 * side)
    if grid.align == "center":
        left += (available - sum(widths)) / 2
    return Columns(setter, left, side, widths)


def _widths(setter: Typesetter, grid: Grid, available: float, side: float, least: float) -> list[float]:
    widths = [0.0] * len(grid.widths)
    for column, share in enumerate(grid.widths):
        if not share:
            widths[column] = _content(setter, grid, column) + 2 * side
    if grid.fixed:
        widths = [share or widths[i] for i, share in enumerate(grid.widths)]
    elif shares := sum(grid.widths):
        # Columns as wide as their content leave the others half of the table at least.
        widths = squeezed(widths, available / 2)
        rest = available - sum(widths)
        widths = [share / shares * rest or widths[i] for i, share in enumerate(grid.widths)]
    alone = {column for row in grid.rows for column in _alone(row)}
    wide = [max(width, least) if column in alone else width for column, width in enumerate(widths)]
    return squeezed(wide, available)


def _alone(row: Sequence[Cell]) -> Iterator[int]:
    """Columns that are a whole cell of a row."""
    column = 0
    for cell in row:
        if cell.span == 1:
            yield column
        column += cell.span


def _content(setter: Typesetter, grid: Grid, column: int) -> float:
    """Kept, for columns that say the same stand in the tables of many documents."""
    texts = setter.look.texts
    cells = tuple([row[column] for row in grid.rows])
    return setter.kept(
        ("column", cells),
        lambda: max(setter.width(c.inlines, texts[c.role], c.language) for c in cells) + 2 * EDGE,
    )
