"""XLSX to rows: every sheet that shows, every cell as it shows, and what lies over the cells."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, NamedTuple, TypeVar
from zipfile import ZipFile

from generator.diagnostics import Location, SourceFile
from generator.office.foreign import kind_of_package, tell_kind
from generator.office.overlay import Drawn, comments, drawings
from generator.office.package import Package, PackageFault
from generator.office.scan import (
    BrokenError,
    Cell,
    Scan,
    properties,
    scan,
    sheet_parts,
    struck_strings,
    styles,
)
from generator.office.styles import shown
from generator.office.table import MAX_CELLS, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from python_calamine import CalamineWorkbook

    from generator.diagnostics import Report
    from generator.office.scan import Parts

_EXACT = 10**15  # Excel keeps 15 digits of a number

_Value = int | float | str | bool | time | date | datetime | timedelta
_Merged = tuple[tuple[int, int], tuple[int, int]]  # the first and the last cell, row and column from 0
_Result = TypeVar("_Result")


class Sheet(NamedTuple):
    """A sheet that shows, and what is `drawn` over it."""

    name: str
    table: Table
    drawn: tuple[Drawn, ...] = ()


class Workbook(NamedTuple):
    """`hidden` names the sheets that do not show, which are not read; `properties` are the file's own, by name."""

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...]
    properties: Mapping[str, str]
    whole: Location


def read_workbook(data: bytes, name: str, digest: str, report: Report) -> Workbook | None:
    """The sheets of an XLSX file; None when it is damaged, or something else in a ZIP file."""
    whole = Location(SourceFile(name, [], digest))
    parts = _unpacked(data, whole, report)
    if parts is None:
        return None
    try:
        hidden: list[str] = []
        sheets = tuple(_sheets(parts, whole, hidden))
        if not sheets:
            raise BrokenError
        return Workbook(sheets, tuple(hidden), properties(parts), whole)
    except BrokenError:
        report.error("workbook-damaged", whole, "save-workbook-again")
    except _TooFarError as far:
        report.error("cell-far-off", whole, "delete-far-cell", sheet=far.args[0], cell=far.args[1])
    return None


def _unpacked(data: bytes, whole: Location, report: Report) -> Parts | None:
    """The XML parts of a workbook, sums and sizes checked; None when it is none."""
    try:
        package = Package(data)
        if "xl/workbook.xml" not in package.names:
            tell_kind(kind_of_package(package), whole, report)
            return None
        return {name: _plain(package.xml(name)) for name in sorted(package.names) if _is_xml(name)}
    except PackageFault as fault:
        if fault.code == "package-too-big":
            report.error("workbook-too-big", whole, "save-list-as-csv", **fault.values)
            return None
    except BrokenError:
        pass
    report.error("workbook-damaged", whole, "save-workbook-again")
    return None


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _plain(content: bytes | None) -> bytes:
    """XML for the reader of workbooks, which is not ours. BrokenError: it declares things of its own."""
    if content is None or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise BrokenError
    return content


def _packed(parts: Parts) -> bytes:
    """The parts as a ZIP file that holds nothing else."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name in sorted(parts):
            archive.writestr(name, parts[name])
    return written.getvalue()


class _TooFarError(Exception):
    """A sheet and its cell that lies too far off."""


def _sheets(parts: Parts, whole: Location, hidden: list[str]) -> Iterator[Sheet]:
    """Each sheet that shows; the names of others go to `hidden`.

    A sheet's size is looked at first: the reader makes room for every cell.
    """
    names, looks, struck = sheet_parts(parts), styles(parts), struck_strings(parts)
    book = _opened(_packed(parts))
    room = MAX_CELLS
    for sheet, part in zip(book.sheets_metadata, names, strict=False):
        if "Hidden" in str(sheet.visible):
            hidden.append(sheet.name)
            continue
        if not part:
            continue
        found = scan(parts[part], looks, struck, room)
        if found.far:
            raise _TooFarError(sheet.name, found.far)
        room -= found.area
        rows = _guarded(partial(_rows, book, sheet.name))
        said = {(row + 1, column): words for (row, column), words in comments(parts, part).items()}
        table = _table(*rows, found, whole)._replace(comments=said)
        yield Sheet(sheet.name, table, drawings(parts, part))


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
    struck = frozenset((line + 1, column) for line, column in found.struck)
    return Table(kept, spoiled, partial(_place, whole), whole, True, hidden, found.hidden_columns, struck)


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
        code = found.formats.get(cell)
        if code:
            return shown(code, value)
        return str(int(value)) if value == int(value) else format(value, ".15g")
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
