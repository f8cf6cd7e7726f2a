"""What goes to the printer and the office: bound papers and keys, attendance sheets, the list of all papers."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.verify.docx import read_docx
from generator.verify.files import place, tell, whole
from generator.verify.pdf import read_bound, read_pdf
from generator.verify.printed import shown_as
from generator.verify.reading import Fault, Unreadable, cut, squeezed
from generator.verify.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.leaks import Leaks
    from generator.verify.pdf import Bound
    from generator.verify.reading import Reading
    from generator.verify.record import Listed, Row
    from generator.verify.workbook import Workbook

_KEYS = "keys/"


class _Sheet(NamedTuple):
    """An attendance sheet: what it says, squeezed."""

    path: str
    format: str
    text: str


class Prints:
    """Pages of papers and keys, and the files made of them. What these hold is checked when all are read."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._papers: dict[str, tuple[bytes, ...]] = {}  # pages by path
        self._keys: dict[str, tuple[bytes, ...]] = {}
        self._first: dict[bool, dict[bytes, list[str]]] = {}
        self._unread: list[Listed] = []  # papers and keys
        self._lost: set[str] = set()  # formats of files for the printer and the office that cannot be read
        self._bound: dict[str, list[str]] = {}  # the papers or keys in each file of the printer's
        self._sheets: list[_Sheet] = []
        self._lists: dict[str, list[list[str]]] = {}

    def paper(self, path: str, reading: Reading) -> None:
        if reading.page_marks:
            self._papers[path] = reading.page_marks

    def key(self, path: str, reading: Reading) -> None:
        if reading.page_marks:
            self._keys[path] = reading.page_marks

    def unread(self, file: Listed) -> None:
        """A paper or key that is not there, or cannot be read."""
        self._unread.append(file)

    def read(self, folder: Path, file: Listed, leaks: Leaks) -> None:
        data = whole(folder, file, self.report)
        if data is None:
            self._lost.add(file.format)
            return
        try:
            if file.format == "xlsx":
                self._list(file.path, read_workbook(data), leaks)
            elif file.format == "pdf" and self._is_bound(file.path, bound := read_bound(data)):
                self._bind(file.path, bound, leaks)
            else:
                self._sheet(file, read_pdf(data) if file.format == "pdf" else read_docx(data), leaks)
        except Unreadable as bad:
            self._lost.add(file.format)
            tell(file.path, [bad.fault], self.report)

    def _is_bound(self, path: str, bound: Bound) -> bool:
        if path.startswith(_KEYS) or any(page in self._begins(path) for page in bound.pages):
            return True
        return bool(bound.entries and self._unread)  # all papers of the room may be unread

    def _begins(self, path: str) -> dict[bytes, list[str]]:
        """The papers, or for a file of keys the keys, by their first page, last name first."""
        is_key = path.startswith(_KEYS)
        known = self._first.get(is_key)
        if known is None:
            known = self._first[is_key] = {}
            files = self._keys if is_key else self._papers
            for name in sorted(files, reverse=True):
                known.setdefault(files[name][0], []).append(name)
        return known

    def _bind(self, path: str, bound: Bound, leaks: Leaks) -> None:
        """Papers or keys one behind the other, each whole, each beginning on an odd page."""
        files = self._keys if path.startswith(_KEYS) else self._papers
        faults = list(bound.faults)
        found: dict[str, None] = {}
        starts: list[int] = []
        gaps: list[range] = []
        at = 0
        while at < len(bound.pages):
            name = self._begun(path, bound, at, found)
            if name is None:
                end = at + 1
                while end < len(bound.pages) and self._begun(path, bound, end, found) is None:
                    end += 1
                gaps.append(range(at, end))
                at = end
                continue
            found[name] = None
            starts.append(at)
            at += len(files[name])
            if at % 2 and at < len(bound.pages) and not bound.pages[at]:
                at += 1
        role = "key" if path.startswith(_KEYS) else "paper"
        unread = [file.pages for file in self._unread if (file.role, file.format) == (role, "pdf")]
        entries = [page for _, page in bound.entries]
        strange = next((gap for gap in gaps if not _filled(gap, entries, unread)), None)
        if strange is not None:
            faults.append(Fault("verify-bound-page", {"page": strange.start + 1}))
        else:
            if gaps:
                page = gaps[0].start + 1
                self.report.error("verify-bound-unread", place(path), "verify-again", page=page)
            starts += [page for page in entries if any(page in gap for gap in gaps)]
            if any(start % 2 for start in starts):
                faults.append(Fault("verify-bound-even", {}))
            if entries != sorted(starts):
                faults.append(Fault("verify-bound-outline", {}))
        self._bound[path] = list(found)
        if not path.startswith(_KEYS):
            faults += _leaking(leaks, (*bound.others, path))
        tell(path, faults, self.report)

    def _begun(self, path: str, bound: Bound, at: int, found: Container[str]) -> str | None:
        """The paper or key, of those not found yet, that stands whole from this page on."""
        files = self._keys if path.startswith(_KEYS) else self._papers
        names = (name for name in reversed(self._begins(path).get(bound.pages[at], ())) if name not in found)
        return next((n for n in names if bound.pages[at : at + len(files[n])] == files[n]), None)

    def _sheet(self, file: Listed, reading: Reading, leaks: Leaks) -> None:
        self._sheets.append(_Sheet(file.path, file.format, reading.body))
        faults = [
            *reading.faults,
            *_leaking(leaks, (reading.body, reading.edges, reading.title, *reading.others)),
        ]
        tell(file.path, faults, self.report)

    def _list(self, path: str, book: Workbook, leaks: Leaks) -> None:
        self._lists[path] = book.rows
        tell(path, _leaking(leaks, book.texts), self.report)

    def check(self, rows: Sequence[Row], missing: Sequence[str]) -> None:
        """Everybody is where they belong: once at the printer's, on a sheet of their room, in the list."""
        owners = {file.path: row for row in rows for file in row.of("paper")}
        self._check_bound(owners)
        groups: dict[tuple[str, str, str], list[Row]] = {}
        for row in rows:
            if row.candidate is not None:
                groups.setdefault(_sitting(row), []).append(row)
        for format_ in sorted({sheet.format for sheet in self._sheets}):
            sheets = [sheet for sheet in self._sheets if sheet.format == format_]
            for (room, _, _), seated in sorted(groups.items()):
                self._check_seated(room, seated, sheets)
        for path, listed in self._lists.items():
            self._check_list(path, listed, rows, missing)

    def _check_bound(self, owners: Mapping[str, Row]) -> None:
        papers = {path: found for path, found in self._bound.items() if not path.startswith(_KEYS)}
        if not papers:
            return
        where: dict[str, str] = {}
        for path, found in sorted(papers.items()):
            for name in found:
                if name in where:
                    tell(
                        path, [Fault("verify-bound-twice", {"name": name, "other": where[name]})], self.report
                    )
                where[name] = path
            places = [_sitting(owners[name]) for name in found]
            if len(set(places)) > 1:
                tell(
                    path,
                    [Fault("verify-bound-rooms", {"rooms": ", ".join(sorted({p[0] for p in places}))})],
                    self.report,
                )
            seats = [(owners[name].candidate is None, _natural(owners[name].known("seat"))) for name in found]
            if any(one > two for one, two in pairwise(seats)):
                tell(path, [Fault("verify-bound-order", {})], self.report)
        served = {_sitting(owners[name]) for name in where}
        for name in sorted(self._papers.keys() - where.keys()):
            # The file of a whole room may be the one that is lost.
            if "pdf" not in self._lost or _sitting(owners[name]) in served:
                self.report.error("verify-not-bound", place(name), "verify-do-not-use")

    def _check_seated(self, room: str, seated: Sequence[Row], sheets: Sequence[_Sheet]) -> None:
        """Each of a room stands with name and number on a sheet of that room."""
        near = [sheet for sheet in sheets if squeezed(room) in sheet.text]
        absent = [row for row in seated if not any(_is_on(sheet, row) for sheet in near)]
        if len(absent) == len(seated) and sheets[0].format in self._lost:
            return  # theirs may be the sheet that is lost
        where = near[0].path if near else sheets[0].path
        for row in absent:
            values: dict[str, object] = {"name": row.known("name") or row.name, "room": room}
            tell(where, [Fault("verify-not-seated", values)], self.report)

    def _check_list(
        self, path: str, listed: list[list[str]], rows: Sequence[Row], missing: Sequence[str]
    ) -> None:
        by_number = {cells[0]: cells for cells in listed[1:] if cells}
        faults = []
        for row in rows:
            papers = row.of("paper")
            paper = next((file for file in papers if file.format == "pdf"), None)
            wanted = [row.name, *(row.known(field) for field in ("name", "post", "room", "seat"))]
            wanted += [paper.path, str(paper.pages)] if paper else []
            cells = by_number.pop(row.name, [])
            lacking = [value for value in wanted if value and value not in cells]
            if lacking:
                faults.append(Fault("verify-list", {"name": row.name, "value": cut(lacking[0], 60)}))
        gone = [name for name in missing if by_number.pop(name, None) is None]
        faults += [Fault("verify-list", {"name": name, "value": name}) for name in gone]
        faults += [Fault("verify-list-more", {"name": name}) for name in by_number]
        tell(path, faults, self.report)


def _filled(gap: range, entries: Sequence[int], unread: Sequence[int | None]) -> bool:
    """Whether what could not be matched is as long as papers that cannot be read, by the bookmarks in it."""
    starts = [page for page in entries if page in gap]
    if not starts or starts[0] != gap.start:
        return False
    waiting = list(unread)
    for start, end in pairwise([*starts, gap.stop]):
        # A blank page may fill up the last sheet.
        pages = next((p for p in waiting if p is not None and end - start in (p, p + p % 2)), None)
        if pages is None:
            return False
        waiting.remove(pages)
    return True


def _sitting(row: Row) -> tuple[str, str, str]:
    return row.known("room"), row.known("date"), row.known("session")


def _is_on(sheet: _Sheet, row: Row) -> bool:
    numbers = [squeezed(n) for n in (row.known("number"), *shown_as("id", row.known("id"))) if n]
    return squeezed(row.known("name")) in sheet.text and any(n in sheet.text for n in numbers)


def _leaking(leaks: Leaks, texts: Sequence[str]) -> list[Fault]:
    return [Fault("verify-leak", {"phrase": cut(phrase)}) for phrase in leaks.found_in(texts)[:3]]


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Numbers in a seat as numbers: 3排2座 before 3排10座."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text) if part
    )
