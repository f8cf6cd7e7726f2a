"""What goes to the office: attendance sheets, and the list of all papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Location, SourceFile
from generator.verify.files import tell
from generator.verify.naming import lacking
from generator.verify.printed import shown_as
from generator.verify.reading import Fault, cut, differing, no_heads, squeezed, unnumbered
from generator.verify.record import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from generator.diagnostics import Report
    from generator.verify.naming import Sitting
    from generator.verify.reading import Reading
    from generator.verify.record import Row
    from generator.verify.workbook import Workbook

SHEETS = ("docx", "pdf")  # formats of attendance sheets
_LISTED = ("name", "post", "room", "date", "session", "seat")  # in the order of the list's columns
_SUMS = 4  # columns of numbers in a sheet that adds up
UNKNOWN = "□"  # in a PDF it stands for what no font has


class _Sheet(NamedTuple):
    """An attendance sheet: what it says, squeezed."""

    path: str
    format: str
    text: str
    heads: frozenset[str]


class Office:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._sheets: list[_Sheet] = []
        self._lists: dict[str, Workbook] = {}

    def sheet(self, path: str, format_: str, reading: Reading) -> None:
        sheet = _Sheet(path, format_, reading.body + unnumbered(reading.edges), reading.heads)
        alike = (other for other in self._sheets if (other.format, other.text) == (format_, sheet.text))
        twin = next(alike, None)
        if twin is not None:
            tell(path, [Fault("verify-sheet-twice", {"other": twin.path})], self._report)
        self._sheets.append(sheet)

    def list(self, path: str, book: Workbook) -> None:
        self._lists[path] = book

    def check(self, rows: Sequence[Row], missing: Sequence[str], lost: Container[str]) -> None:
        """Everybody of a round is on a sheet of their room and in the list. `lost` are formats of files that are."""
        rooms: dict[tuple[str, str, str], list[Row]] = {}
        for row in rows:
            if row.candidate is not None:
                rooms.setdefault(row.sitting, []).append(row)
        for format_ in SHEETS:
            sheets = [sheet for sheet in self._sheets if sheet.format == format_]
            for (room, _, _), seated in sorted(rooms.items()):
                self._check_seated(room, seated, sheets, format_, format_ in lost)
        self._check_names(rooms)
        self._check_formats(lost)
        for path, book in self._lists.items():
            rows_of, *sums = book.sheets or [[]]
            faults = [*_unlisted(rows_of, rows, missing), *_unsummed(sums, len(rows))]
            tell(path, faults, self._report)
        if not self._lists and "xlsx" not in lost:
            self._report.error("verify-no-list", Location(SourceFile(MANIFEST, [])), "verify-restore")

    def _check_seated(
        self, room: str, seated: Sequence[Row], sheets: Sequence[_Sheet], format_: str, lost: bool
    ) -> None:
        """Each of a room stands with name and number on a sheet of that room."""
        near = [sheet for sheet in sheets if squeezed(room) in sheet.text]
        absent = [row for row in seated if not any(_is_on(sheet, row) for sheet in near)]
        if len(absent) == len(seated):
            if not lost:  # else theirs may be the sheet that is lost
                values = {"room": room, "format": format_.upper()}
                where = Location(SourceFile(MANIFEST, []))
                self._report.error("verify-no-sheet", where, "verify-restore", **values)
            return
        for row in absent:
            said: Mapping[str, object] = {"name": row.known("name") or row.name, "room": room}
            tell(near[0].path, [Fault("verify-not-seated", dict(said))], self._report)

    def _check_names(self, rooms: Mapping[Sitting, Sequence[Row]]) -> None:
        for sheet in self._sheets:
            for sitting, seated in sorted(rooms.items()):
                value = lacking(sheet.path, sitting, rooms) if _is_on(sheet, seated[0]) else ""
                if value:
                    tell(sheet.path, [Fault("verify-misnamed", {"value": value})], self._report)

    def _check_formats(self, lost: Container[str]) -> None:
        """There is each sheet in both formats, saying the same."""
        texts = {sheet.path: sheet.text for sheet in self._sheets}
        heads = {sheet.path: sheet.heads for sheet in self._sheets}
        for path in sorted(texts):
            stem, _, format_ = path.rpartition(".")
            twin_format = next(each for each in SHEETS if each != format_)
            twin = f"{stem}.{twin_format}"
            said, other = texts[path], texts.get(twin)
            if other is None and twin_format not in lost:
                tell(path, [Fault("verify-sheet-alone", {"other": twin})], self._report)
            if other is None or format_ != SHEETS[0]:
                continue
            if len(said) == len(other):
                said = "".join(b if b == UNKNOWN else a for a, b in zip(said, other, strict=True))
            unlike = differing(said, other) or no_heads(heads[path], heads[twin])
            if unlike:
                values: dict[str, object] = {"other": twin, "one": unlike[0], "two": unlike[1]}
                tell(path, [Fault("verify-formats-differ", values)], self._report)


def _unlisted(
    listed: Sequence[Sequence[str]], rows: Sequence[Row], missing: Sequence[str]
) -> Iterator[Fault]:
    """Papers that are not in the list, or not as they should be, and rows of the list that are of no paper."""
    known = {*missing, *(row.name for row in rows if row.candidate is not None)}
    by_number = {cells[0]: cells for cells in listed[1:] if cells and cells[0] in known}
    others = [cells for cells in listed[1:] if cells and cells[0] not in known]
    states: dict[str, list[str]] = {}  # names of those whose paper is there, by the word for it
    for row in rows:
        paper = next((file for file in row.of("paper") if file.format == "pdf"), None)
        wanted = [*_called(row), *(row.known(field) for field in _LISTED)]
        wanted += [] if row.own else [row.form]
        wanted += [str(paper.pages), paper.path] if paper else []
        if row.candidate is None:
            cells = next((cells for cells in others if not _lacking(wanted, cells)), [])
            others = [other for other in others if other is not cells]
        else:
            cells = by_number.pop(row.name, [])
        if lacking := _lacking(wanted, cells):
            yield Fault("verify-list", {"name": row.name, "value": cut(lacking[0], 60)})
        elif paper:
            states.setdefault(cells[cells.index(paper.path) - 1], []).append(row.name)
    usual = max(sorted(states), key=lambda state: len(states[state]), default="")
    for name in (name for state, names in states.items() if state != usual for name in names):
        yield Fault("verify-list", {"name": name, "value": usual})
    for name in missing:
        if by_number.pop(name, None) is None:
            yield Fault("verify-list", {"name": name, "value": name})
    for name in (*by_number, *(cells[0] for cells in others)):
        yield Fault("verify-list-more", {"name": name})


def _lacking(wanted: Sequence[str], cells: Sequence[str]) -> list[str]:
    """What is not in a row; all of it comes in this order."""
    left = iter(cells)
    return [value for value in wanted if value and value not in left]


def _called(row: Row) -> tuple[str, ...]:
    """What stands first in a row of the list: a number, or which spare it is, whose name ends with its place."""
    if row.candidate is not None:
        return (row.name,)
    called, _, number = row.name.rpartition("-")
    for value in (row.known("room"), row.known("session"), row.known("date"), row.layout):
        called = called.removesuffix(f"-{value}")
    return (f"{called} {number}",)


def _unsummed(sheets: Sequence[Sequence[Sequence[str]]], papers: int) -> Iterator[Fault]:
    """Sheets that add up what is listed: their last row has the sums of those above, and the number of papers."""
    for sheet in sheets:
        numbers = [[int(cell) for cell in row if cell.isdecimal()][-_SUMS:] for row in sheet[1:]]
        *rows, sums = numbers or [[]]
        if papers not in sums or [sum(column) for column in zip(*rows, strict=False)] != sums:
            yield Fault("verify-list", {"name": " ".join(sheet[-1]) if sheet else "", "value": str(papers)})


def _is_on(sheet: _Sheet, row: Row) -> bool:
    numbers = [squeezed(n) for n in (row.known("number"), *shown_as("id", row.known("id"))) if n]
    return squeezed(row.known("name")) in sheet.text and any(n in sheet.text for n in numbers)
