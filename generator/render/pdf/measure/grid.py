"""Tables: cells wrapped and centred in the height of their row; a row too high to move is cut between lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.file import real
from generator.render.pdf.flow import Cut, Row, placed
from generator.render.pdf.measure.columns import EDGE, Columns, set_columns
from generator.render.pdf.measure.paragraph import line_cut
from generator.render.place import ROWS_KEPT_WHOLE, cell_widths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.document import Grid, TextStyle
    from generator.render.pdf.typesetter import SetLine, Typesetter

_ABOVE = 1.5  # blank over and under a cell's text
_WHOLE = 1 / 2  # of a page's column: no higher row is kept whole


class _Cell(NamedTuple):
    style: TextStyle
    lines: Sequence[SetLine]


def grid_rows(setter: Typesetter, grid: Grid, width: float, height: float) -> list[Row]:
    """In a column of this size."""
    columns = set_columns(setter, grid, width)
    least = min(grid.row_height, height / (grid.head + 1))
    tops = [_rows(columns, grid, k, least, height * _WHOLE) for k in range(len(grid.rows))]
    heads, bodies = tops[: grid.head], tops[grid.head :]
    head = sum(row.height for rows in heads for row in rows)
    highest = max((row.height for rows in bodies for row in rows), default=0.0)
    whole = all(len(rows) == 1 for rows in heads) and head + highest <= height
    repeated = (0, grid.head) if whole else (0, 0)
    last = len(tops) - 1
    kept = last if _is_kept(tops, height) else grid.head
    result: list[Row] = []
    for k, rows in enumerate(tops):
        willing = Cut.FREE if k == last or k >= kept else Cut.NEVER
        if rows[-1].cut is not willing:
            rows[-1] = rows[-1]._replace(cut=willing)
        if repeated[1]:
            rows = [
                row._replace(head=repeated) if len(result) + i > grid.head else row
                for i, row in enumerate(rows)
            ]
        result += rows
    return result


def _is_kept(tops: list[list[Row]], height: float) -> bool:
    """Whether the rows of a table stay on one page: a few, in a column that holds them."""
    return (
        len(tops) <= ROWS_KEPT_WHOLE
        and all(len(rows) == 1 for rows in tops)
        and sum(rows[0].height for rows in tops) <= height
    )


def _rows(columns: Columns, grid: Grid, k: int, least: float, most: float) -> list[Row]:
    """Kept, for most rows of a table are those of another."""
    key = ("row", grid.rows[k], k == 0, grid.rules, least, most, *columns[1:3], *columns.widths)
    return [*columns.setter.kept(key, lambda: _row(columns, grid, k, least, most))]


def _row(columns: Columns, grid: Grid, k: int, least: float, most: float) -> list[Row]:
    """A table's row, `least` points high; one with more text than `most` points as a row for each line."""
    columns = columns._replace(widths=cell_widths(grid.rows[k], columns.widths))
    setter = columns.setter
    cells = []
    text = 0.0
    for cell, width in zip(grid.rows[k], columns.widths, strict=True):
        style = setter.look.texts[cell.role]
        room = width - 2 * columns.side + EDGE
        lines = setter.lines(cell.inlines, style, cell.language, room, cell.align) if cell.inlines else []
        text = max(text, max(len(lines), 1) * style.leading + 2 * _ABOVE)
        cells.append(_Cell(style, lines))
    if text > most and max(len(cell.lines) for cell in cells) > 1:
        return _sliced(columns, grid, k, cells)
    height = max(text, least)
    tops = [(height - len(lines) * style.leading) / 2 for style, lines in cells]
    texts, drawn = _set(columns, cells, tops)
    rules = _rules(columns, grid.rules, height)
    lid = _stroked(columns, rules.lid)
    drawing = _stroked(columns, rules.floor, *rules.sides) + drawn
    return [Row(height, texts, drawing, lid=lid) if k else Row(height, texts, lid + drawing)]


def _sliced(columns: Columns, grid: Grid, k: int, cells: list[_Cell]) -> list[Row]:
    """All cells begin at the top, and their lines keep step, so that a cut goes between lines in each."""
    pitch = max(style.leading for style, _ in cells)
    count = max(len(lines) for _, lines in cells)
    rows: list[Row] = []
    for i in range(count):
        above = _ABOVE if i == 0 else 0.0
        height = above + pitch + (_ABOVE if i == count - 1 else 0.0)
        tops = [above + (pitch - style.leading) / 2 for style, _ in cells]
        texts, drawn = _set(columns, [cell._replace(lines=cell.lines[i : i + 1]) for cell in cells], tops)
        rules = _rules(columns, grid.rules, height)
        lid, floor = _stroked(columns, rules.lid), _stroked(columns, rules.floor)
        drawing = _stroked(columns, *rules.sides) + drawn
        if i == 0 and k == 0:
            drawing, lid = lid + drawing, b""
        if i == count - 1:
            drawing, floor = drawing + floor, b""
        cut = min(Cut.KEPT, line_cut(cells[0].style, i, count))
        rows.append(Row(height, texts, drawing, cut=cut, lid=lid, floor=floor))
    return rows


def _set(
    columns: Columns, cells: list[_Cell], tops: list[float]
) -> tuple[tuple[tuple[float, float, bytes], ...], bytes]:
    """Texts and drawing of cells side by side, their first lines at these distances from the row's top."""
    texts: list[tuple[float, float, bytes]] = []
    drawing: list[bytes] = []
    x = columns.left
    for (style, lines), top, width in zip(cells, tops, columns.widths, strict=True):
        shown, drawn = placed(lines, x + columns.side, top, style.size, style.leading)
        texts += shown
        drawing.append(drawn)
        x += width
    return tuple(texts), b"".join(drawing)


class _Rules(NamedTuple):
    """Paths: above a row, in it, and under it. Each is drawn once, or it would look thicker."""

    lid: bytes
    sides: list[bytes]
    floor: bytes


def _rules(columns: Columns, kind: str, height: float) -> _Rules:
    start, right, low = real(columns.left), real(columns.left + sum(columns.widths)), real(-height)
    sides: list[bytes] = []
    if kind == "all":
        x = columns.left
        for width in (0.0, *columns.widths):
            x += width
            sides.append(b"%b 0 m %b %b l" % (real(x), real(x), low))
    return _Rules(b"%b 0 m %b 0 l" % (start, right), sides, b"%b %b m %b %b l" % (start, low, right, low))


def _stroked(columns: Columns, *paths: bytes) -> bytes:
    return b"%b w %b S\n" % (real(columns.setter.look.line), b" ".join(paths)) if paths else b""
