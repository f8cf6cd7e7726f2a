"""Grids (w:tbl). A gap paragraph follows every table, since Word makes one of two that touch."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model.content import LineBreak
from generator.render.docx.measure import column_width, ems
from generator.render.docx.names import is_chinese, style_id
from generator.render.docx.styles import CELL_MARGIN, GAP_ROLE, TABLE_STYLES
from generator.render.docx.xml import twips
from generator.render.place import ROWS_KEPT_WHOLE, block_left, cell_widths, squeezed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.document import Cell, Grid, Look
    from generator.render.docx.runs import Runs

_SMALLEST_GAP = 1.0  # points
_SLACK = 1.05  # on estimated widths, so that no word of a cell is broken
_CONTENT_AT_MOST = 0.7  # of the room
_WHOLE = 1 / 2  # of a page: a higher row may be broken, or Word would cut off what no page holds
_KEPT = 256  # cells, for many documents have the same in their box and summary
_AS_WIDE_AS_CONTENT = '<w:tblW w:w="0" w:type="auto"/>'
_KEEP = "<w:keepNext/>"


class Tables:
    def __init__(self, look: Look, runs: Runs) -> None:
        self._look = look
        self._runs = runs
        self._starts = {role: f'<w:p><w:pPr><w:pStyle w:val="{style_id(role)}"/>' for role in look.texts}
        self._cell = lru_cache(_KEPT)(self._make_cell)
        self._height = lru_cache(_KEPT)(self._measured)

    def grid(self, grid: Grid, keep_all: bool, keep: bool) -> str:
        """The table and its gaps; `keep` binds it to what follows, `keep_all` its rows to each other."""
        place = self._look.texts.get(grid.role)
        room = column_width(self._look.page)
        indent = block_left(self._look, grid, room) if place and grid.align == "left" else 0.0
        widths = self._widths(grid, room - indent)
        rows = len(grid.rows)
        together = keep_all or rows <= ROWS_KEPT_WHOLE
        high = [self._is_high(row, widths) for row in grid.rows]
        kept = [keep if row == rows else together or row <= grid.head for row in range(1, rows + 1)]
        size = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>' if any(grid.widths) else _AS_WIDE_AS_CONTENT
        layout = '<w:tblLayout w:type="fixed"/>' if all(grid.widths) else ""
        return "".join(
            (
                _gap(place.space_before, True) if place and place.space_before else "",
                f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE_STYLES[grid.rules]}"/>{size}',
                f'<w:jc w:val="{grid.align}"/>' if grid.align != "left" else "",
                f'<w:tblInd w:w="{twips(indent)}" w:type="dxa"/>' if indent else "",
                f"{layout}</w:tblPr><w:tblGrid>",
                *(f'<w:gridCol w:w="{width}"/>' for width in widths),
                "</w:tblGrid>",
                *(
                    self._row(grid, number, widths, kept[number] and not high[number], high[number])
                    for number in range(rows)
                ),
                "</w:tbl>",
                _gap(place.space_after if place else 0.0, keep),
            )
        )

    def _is_high(self, row: Sequence[Cell], widths: list[int]) -> bool:
        """Whether the row may be higher than half a page."""
        page = self._look.page
        most = (page.height - page.top - page.bottom) * _WHOLE
        cells = zip(row, cell_widths(row, widths), strict=True)
        return any(self._height(cell, width) > most for cell, width in cells)

    def _measured(self, cell: Cell, width: int) -> float:
        """Of a cell `width` twips wide, in points, roughly."""
        style = self._look.texts[cell.role]
        chinese = is_chinese(cell.language or self._look.language)
        room = max(width / twips(1.0) - 2 * CELL_MARGIN, style.size)
        forced = sum(isinstance(inline, LineBreak) for inline in cell.inlines)
        return (ems(cell.inlines, chinese) * style.size / room + forced + 1) * style.leading

    def _row(self, grid: Grid, number: int, widths: list[int], keep: bool, high: bool) -> str:
        height = (
            f'<w:trHeight w:val="{twips(grid.row_height)}" w:hRule="atLeast"/>' if grid.row_height else ""
        )
        whole = "" if high else "<w:cantSplit/>"
        head = "<w:tblHeader/>" if number < grid.head else ""
        row = grid.rows[number]
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{_span(cell)}<w:vAlign w:val="center"/></w:tcPr>'
            f"{self._cell(cell, keep)}</w:tc>"
            for cell, width in zip(row, cell_widths(row, widths), strict=True)
        )
        return f"<w:tr><w:trPr>{whole}{height}{head}</w:trPr>{cells}</w:tr>"

    def _make_cell(self, cell: Cell, keep: bool) -> str:
        style = self._look.texts[cell.role]
        align = f'<w:jc w:val="{cell.align}"/>' if cell.align not in ("", style.align) else ""
        kept = _KEEP if keep and not style.keep_with_next else ""
        runs = self._runs.xml(cell.inlines, style, cell.language)
        return f"{self._starts[cell.role]}{kept}{align}</w:pPr>{runs}</w:p>"

    def _widths(self, grid: Grid, room: float) -> list[int]:
        """Widths of the columns in twips, together `room` points at most."""
        content = [
            0.0 if said else self._content_width(grid, column) for column, said in enumerate(grid.widths)
        ]
        shared = 0.0 if grid.fixed else sum(grid.widths)
        # Columns as wide as their content leave something to those that share the rest.
        content = squeezed(content, room * (_CONTENT_AT_MOST if shared else 1.0))
        unit = (room - sum(content)) / shared if shared else 1.0
        points = [said * unit or content[column] for column, said in enumerate(grid.widths)]
        if sum(points) > room:
            points = [width * room / sum(points) for width in points]
        edges = [twips(sum(points[:column])) for column in range(len(points) + 1)]
        return [right - left for left, right in pairwise(edges)]

    def _content_width(self, grid: Grid, column: int) -> float:
        """The width of the column's longest text, on one line, in points; of a character at least."""
        longest = 0.0
        for row in grid.rows:
            cell = row[column]
            chinese = is_chinese(cell.language or self._look.language)
            longest = max(longest, max(ems(cell.inlines, chinese), 1.0) * self._look.texts[cell.role].size)
        return longest * _SLACK + 2 * CELL_MARGIN


def _span(cell: Cell) -> str:
    return f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""


def _gap(height: float, keep: bool) -> str:
    more = ""
    if height > _SMALLEST_GAP:
        more = f'<w:spacing w:line="{twips(height)}" w:lineRule="exact"/>'
    kept = _KEEP if keep else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(GAP_ROLE)}"/>{kept}{more}</w:pPr></w:p>'
