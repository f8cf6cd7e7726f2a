"""XLSX to rows: the first sheet that has headers, every cell as it shows."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, TypeVar

from generator.candidates.headers import has_headers, most_known
from generator.candidates.package import packed, unpack
from generator.candidates.scan import BrokenError, Cell, Scan, padded, padded_styles, scan, sheet_parts
from generator.candidates.table import MAX_CELLS, Row, Table
from generator.diagnostics import Location, SourceFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from python_calamine import CalamineWorkbook

    from generator.candidates.package import Parts
    from generator.diagnostics import Report

_EXACT = 10**15  # Excel keeps 15 digits of a number

_Value = int | float | str | bool | time | date | datetime | timedelta
_Merged = tuple[tuple[int, int], tuple[int, int]]  # the first and the last cell, row and column from 0
_Result = TypeVar("_Result")


def read_workbook(data: bytes, name: str, digest: str, report: Report) -> Table | None:
    """The rows of an XLSX file; None when it is damaged, or something else in a ZIP file."""
    parts = unpack(data, name, report)
    if parts is None:
        return None
    whole = Location(SourceFile(name, [], digest))
    try:
        hidden: list[str] = []
        sheets = dict(_sheets(parts, whole, hidden))
        if not sheets:
            raise BrokenError
    except BrokenError:
        report.error("workbook-damaged", whole, "save-workbook-again")
        return None
    except _TooFarError as far:
        report.error("cell-far-off", whole, "delete-far-cell", sheet=far.args[0], cell=far.args[1])
        return None
    if hidden and not any(has_headers(table.rows) for table in sheets.values()):
        report.note("sheet-hidden", whole, sheets=", ".join(hidden))
    return _chosen(sheets, report)


def _chosen(sheets: dict[str, Table], report: Report) -> Table:
    """The first sheet with headers, or that with the most of them; others with headers are told of."""
    headed = [name for name, table in sheets.items() if has_headers(table.rows)]
    if not headed:
        return max(sheets.values(), key=lambda table: most_known(row.cells for row in table.rows))
    for name in headed[1:]:
        report.warning("sheet-not-read", sheets[name].whole, "one-sheet", sheet=name, read=headed[0])
    return sheets[headed[0]]


class _TooFarError(Exception):
    """A sheet and its cell that lies too far off."""


def _sheets(parts: Parts, whole: Location, hidden: list[str]) -> Iterator[tuple[str, Table]]:
    """Each sheet that shows; the names of others go to `hidden`.

    A sheet's size is looked at first: the reader makes room for every cell.
    """
    names, styles = sheet_parts(parts), padded_styles(parts)
    book = _opened(packed(parts))
    room = MAX_CELLS
    for sheet, part in zip(book.sheets_metadata, names, strict=False):
        if "Hidden" in str(sheet.visible):
            hidden.append(sheet.name)
            continue
        if not part:
            continue
        found = scan(parts[part], styles, room)
        if found.far:
            raise _TooFarError(sheet.name, found.far)
        room -= found.area
        rows = _guarded(partial(_rows, book, sheet.name))
        yield sheet.name, _table(*rows, found, whole)


def _guarded(call: Callable[[], _Result]) -> _Result:
    """The reader's errors, and its panics, which are no Exception, are faults of the file."""
    try:
        return call()
    except Exception as fault:
        raise BrokenError from fault
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":
            raise BrokenError from fault
        raise


def _opened(data: bytes) -> CalamineWorkbook:
    from python_calamine import load_workbook

    return _guarded(lambda: load_workbook(io.BytesIO(data)))


def _rows(book: CalamineWorkbook, name: str) -> tuple[list[list[_Value]], list[_Merged]]:
    sheet = book.get_sheet_by_name(name)
    return sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or []


def _table(values: list[list[_Value]], merged: list[_Merged], found: Scan, whole: Location) -> Table:
    spoiled: dict[tuple[int, int], str] = {}
    rows = [
        [
            value if type(value) is str else _text(value, (at, column), found, spoiled)
            for column, value in enumerate(row)
        ]
        for at, row in enumerate(values)
    ]
    for line, column in sorted(found.errors):
        spoiled[line + 1, column] = "cell-error"
    for line, column in sorted(found.formulas - found.errors):
        if line >= len(rows) or column >= len(rows[line]) or not rows[line][column]:
            spoiled[line + 1, column] = "formula-unsaved"
    _fill_down(rows, merged)
    kept = [Row(line, cells) for line, cells in enumerate(rows, 1) if any(cells)]
    hidden = frozenset(line + 1 for line in found.hidden)
    return Table(kept, spoiled, partial(_place, whole), whole, True, hidden)


def _fill_down(rows: list[list[str]], merged: list[_Merged]) -> None:
    """A cell merged over several rows holds for each of them."""
    room = MAX_CELLS
    for (top, column), (bottom, _) in merged:
        below = range(top + 1, min(bottom + 1, len(rows)))
        room -= len(below)
        if room < 0:
            raise BrokenError
        for row in below:
            if column < len(rows[row]):
                rows[row][column] = rows[top][column]


def _text(value: _Value, cell: Cell, found: Scan, spoiled: dict[tuple[int, int], str]) -> str:
    """A value as the sheet shows it; what Excel has made of a text is noted in `spoiled`."""
    here = cell[0] + 1, cell[1]
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        if not isfinite(value):
            spoiled[here] = "cell-error"
            return "#NUM!"
        if abs(value) >= _EXACT:
            spoiled[here] = "number-rounded"
        if value != int(value):
            return format(value, ".15g")
        code = found.padded.get(cell)
        return padded(code, int(value)) if code and value >= 0 else str(int(value))
    spoiled[here] = "taken-for-date"
    if isinstance(value, timedelta):
        seconds = round(value.total_seconds())
        return _clock(seconds // 3600, seconds // 60 % 60, seconds % 60)
    if isinstance(value, time):
        return _clock(value.hour, value.minute, value.second)
    assert isinstance(value, date)
    if not isinstance(value, datetime):
        return value.isoformat()
    clock = _clock(value.hour, value.minute, value.second)
    return value.date().isoformat() if clock == "00:00" else f"{value.date().isoformat()} {clock}"


def _clock(hours: int, minutes: int, seconds: int) -> str:
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def _place(whole: Location, line: int, column: int, text: str) -> Location:
    return Location(whole.file, line, column + 1)
