"""Where the blocks of a text stand, and how the columns of a table share what there is: the same in all formats."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeVar

from generator.model.document import AnswerLines, Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.document import Cell, CodeLines, Figure, Grid, Look

_Width = TypeVar("_Width", int, float)  # twips, points

_LEAST = 8.0  # ems of a block, however far in its text begins
_CLOSE = 1e-3
LINES_JOINED = 2  # a last paragraph of no more is short
ROWS_KEPT_WHOLE = 8  # a table of no more rows is not broken over pages


def closes(piece: object, last: object) -> bool:
    """Whether the last piece of a fragment, if it is short, stays with the one before it.

    Else a page might hold nothing but the last line of a question.
    """
    return isinstance(last, Paragraph) and not isinstance(piece, AnswerLines)


def block_left(look: Look, block: CodeLines | Figure | Grid, width: float) -> float:
    """From the left edge of a column `width` points wide, in points."""
    style = look.texts[block.role]
    own = style.indent + style.hang
    if block.under is None:
        return own
    role, level = block.under
    text = look.texts[role]
    left = text.indent + text.hang + level * text.hang
    return min(left, max(own, width - _LEAST * style.size))


def cell_widths(row: Sequence[Cell], widths: list[_Width]) -> list[_Width]:
    """The widths of a row's cells in columns of these widths."""
    if len(row) == len(widths):
        return widths
    edges = [0, *accumulate(cell.span for cell in row)]
    return [sum(widths[start:end]) for start, end in pairwise(edges)]


def squeezed(widths: list[float], room: float) -> list[float]:
    """Widths that fit into the room: only the widest columns give something up."""
    if sum(widths) <= room + _CLOSE:
        return widths
    limit, rest, count = 0.0, room, len(widths)
    for width in sorted(widths):
        limit = rest / count
        if width > limit:
            break
        rest -= width
        count -= 1
    return [min(width, limit) for width in widths]
