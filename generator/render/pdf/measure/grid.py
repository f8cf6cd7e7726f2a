"""Tables: column widths by share, by points or by content; cells wrapped and centred in height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.render.pdf.file import real
from generator.render.pdf.flow import Cut, Row, placed

if TYPE_CHECKING:
    from generator.model.document import Grid
    from generator.render.pdf.typesetter import Typesetter

_SIDE = 5.4  # blank at a cell's left and right, as in Word
_ABOVE = 1.5  # and over and under its text
_EDGE = 1e-3


def grid_rows(setter: Typesetter, grid: Grid, width: float) -> list[Row]:
    style = setter.look.texts[grid.role]
    left = style.indent + style.hang
    widths = _widths(setter, grid, width - left)
    total = sum(widths)
    if grid.align == "center":
        left += (width - left - total) / 2
    rows = [_row(setter, grid, k, left, widths) for k in range(len(grid.rows))]
    last = len(rows) - 1
    return [
        row._replace(
            cut=Cut.FREE if k == last or k >= grid.head else Cut.NEVER,
            head=(0, grid.head) if k > grid.head else (0, 0),
        )
        for k, row in enumerate(rows)
    ]


def _row(setter: Typesetter, grid: Grid, k: int, left: float, widths: list[float]) -> Row:
    texts = setter.look.texts
    cells = []
    height = grid.row_height
    for cell, width in zip(grid.rows[k], widths, strict=True):
        style = texts[cell.role]
        lines = []
        if cell.inlines:
            room = width - 2 * _SIDE + _EDGE
            lines = setter.lines(cell.inlines, style, cell.language, room, cell.align)
        height = max(height, len(lines) * style.leading + 2 * _ABOVE, style.leading + 2 * _ABOVE)
        cells.append((style, lines))
    shown: list[tuple[float, float, bytes]] = []
    lid, rules = _rules(grid, left, widths, height, setter.look.line)
    drawing = [rules] if k else [lid, rules]
    x = left
    for (style, lines), width in zip(cells, widths, strict=True):
        top = (height - len(lines) * style.leading) / 2
        texts_of, drawn = placed(lines, x + _SIDE, top, style.size, style.leading)
        shown += texts_of
        drawing.append(drawn)
        x += width
    return Row(height, tuple(shown), b"".join(drawing), lid=lid if k else b"")


def _rules(
    grid: Grid, left: float, widths: list[float], height: float, thickness: float
) -> tuple[bytes, bytes]:
    """A rule above the row, and those under and in it. Each is drawn once, or it would look thicker."""
    start, right, low = real(left), real(left + sum(widths)), real(-height)
    pen = real(thickness)
    path = [b"%b w %b %b m %b %b l" % (pen, start, low, right, low)]
    if grid.rules == "all":
        x = left
        for width in (0.0, *widths):
            x += width
            path.append(b"%b 0 m %b %b l" % (real(x), real(x), low))
    return b"%b w %b 0 m %b 0 l S\n" % (pen, start, right), b"%b S\n" % b" ".join(path)


def _widths(setter: Typesetter, grid: Grid, available: float) -> list[float]:
    widths = [0.0] * len(grid.widths)
    for column, share in enumerate(grid.widths):
        if not share:
            widths[column] = _content(setter, grid, column)
    content = sum(widths)
    if grid.fixed:
        widths = [share or widths[i] for i, share in enumerate(grid.widths)]
    elif shares := sum(grid.widths):
        # Columns as wide as their content leave the others half of the table at least.
        content, widths = _squeezed(widths, content, available / 2)
        widths = [share / shares * (available - content) or widths[i] for i, share in enumerate(grid.widths)]
    return _squeezed(widths, sum(widths), available)[1]


def _squeezed(widths: list[float], total: float, room: float) -> tuple[float, list[float]]:
    """Widths that fit into the room: only the widest columns give something up."""
    if total <= room + _EDGE:
        return total, widths
    limit, rest, count = 0.0, room, len(widths)
    for width in sorted(widths):
        limit = rest / count
        if width > limit:
            break
        rest -= width
        count -= 1
    return room, [min(width, limit) for width in widths]


def _content(setter: Typesetter, grid: Grid, column: int) -> float:
    texts = setter.look.texts
    cells = [row[column] for row in grid.rows]
    widest = max(setter.width(cell.inlines, texts[cell.role], cell.language) for cell in cells)
    return widest + 2 * _SIDE + 2 * _EDGE
