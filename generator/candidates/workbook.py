"""The sheet of a workbook that lists candidates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates.headers import has_headers, most_known
from generator.office.workbook import read_workbook

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.office.table import Table


def read_list(data: bytes, name: str, digest: str, report: Report) -> Table | None:
    """The rows of the first sheet of an XLSX file that has headers, or of that with the most of them.

    Others with headers are told of. None when the file is at fault.
    """
    book = read_workbook(data, name, digest, report)
    if book is None:
        return None
    sheets = {sheet.name: sheet.table for sheet in book.sheets}
    headed = [sheet for sheet, table in sheets.items() if has_headers(table.rows)]
    if not headed:
        if book.hidden:
            report.note("sheet-hidden", book.whole, sheets=", ".join(book.hidden))
        return max(sheets.values(), key=lambda table: most_known(row.cells for row in table.rows))
    for sheet in headed[1:]:
        report.warning("sheet-not-read", sheets[sheet].whole, "one-sheet", sheet=sheet, read=headed[0])
    return sheets[headed[0]]
