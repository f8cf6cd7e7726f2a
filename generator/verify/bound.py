"""Files for the printer: papers, or keys, bound one behind the other."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.verify.files import place, tell
from generator.verify.naming import lacking
from generator.verify.reading import Fault, squeezed

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from generator.diagnostics import Report
    from generator.verify.pdf import Bound
    from generator.verify.record import Listed, Row


class Binder:
    """The pages of papers, or of keys, and the files in which these are bound."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._files: dict[str, tuple[bytes, ...]] = {}  # pages by path
        self._first: dict[bytes, list[str]] | None = None
        self._unread: list[Listed] = []
        self._doubtful: set[str] = set()
        self._bound: dict[str, dict[str, str]] = {}  # by file, what is in it with its bookmark

    def add(self, path: str, pages: tuple[bytes, ...]) -> None:
        if pages:
            self._files[path] = pages

    def unread(self, file: Listed) -> None:
        """A paper or key that is not there, or cannot be read."""
        self._unread.append(file)

    def doubt(self, file: Listed) -> None:
        """One that is not what it should be: what is bound may be what it was."""
        if file.path not in self._doubtful:
            self._unread.append(file)
            self._doubtful.add(file.path)

    def knows(self, bound: Bound) -> bool:
        """Whether the file seems to be made of these."""
        if any(page in self._begins() for page in bound.pages):
            return True
        return bool(bound.entries and self._unread)  # all of a room may be unread

    def _begins(self) -> dict[bytes, list[str]]:
        """All by their first page, last name first, but for those in doubt."""
        if self._first is None:
            self._first = {}
            doubtful = self._doubtful
            for name in sorted(self._files, key=lambda name: (name in doubtful, name), reverse=True):
                self._first.setdefault(self._files[name][0], []).append(name)
        return self._first

    def bind(self, path: str, bound: Bound) -> list[Fault]:
        """One behind the other, each whole, each beginning on an odd page, as the bookmarks say."""
        found: dict[str, str] = {}
        marks = {page: title for title, page in bound.entries}
        starts: list[int] = []
        gaps: list[range] = []
        at = 0
        while at < len(bound.pages):
            name = self._begun(bound, at, found)
            if name is None:
                end = at + 1
                while end < len(bound.pages) and self._begun(bound, end, found) is None:
                    end += 1
                gaps.append(range(at, end))
                at = end
                continue
            found[name] = marks.get(at, "")
            starts.append(at)
            at += len(self._files[name])
            if at % 2 and at + 1 < len(bound.pages) and not bound.pages[at]:
                at += 1
        self._bound[path] = found
        unread = [file.pages for file in self._unread if file.format == "pdf"]
        entries = [page for _, page in bound.entries]
        strange = next((gap for gap in gaps if not _filled(gap, entries, unread)), None)
        if strange is not None:
            return [Fault("verify-bound-page", {"page": strange.start + 1})]
        faults = []
        if gaps:
            page = gaps[0].start + 1
            self._report.error("verify-bound-unread", place(path), "verify-again", page=page)
        starts += [page for page in entries if any(page in gap for gap in gaps)]
        if any(start % 2 for start in starts):
            faults.append(Fault("verify-bound-even", {}))
        if entries != sorted(starts):
            faults.append(Fault("verify-bound-outline", {}))
        return faults

    def _begun(self, bound: Bound, at: int, found: Container[str]) -> str | None:
        """The paper or key, of those not found yet, that stands whole from this page on."""
        names = (name for name in reversed(self._begins().get(bound.pages[at], ())) if name not in found)
        files = self._files
        return next((n for n in names if bound.pages[at : at + len(files[n])] == files[n]), None)

    def check_rooms(self, owners: Mapping[str, Row]) -> None:
        """Each file is of one room and session, in the order of seats, with a bookmark for each by name."""
        everyone = {row.sitting for row in owners.values()}
        for path, found in sorted(self._bound.items()):
            faults = []
            places = {owners[name].sitting for name in found}
            if len(places) > 1:
                rooms = ", ".join(sorted({room for room, _, _ in places}))
                faults.append(Fault("verify-bound-rooms", {"rooms": rooms}))
            elif value := "".join(lacking(path, sitting, everyone) for sitting in places):
                faults.append(Fault("verify-misnamed", {"value": value}))
            seats = [(owners[name].candidate is None, _natural(owners[name].known("seat"))) for name in found]
            if any(one > two for one, two in pairwise(seats)):
                faults.append(Fault("verify-bound-order", {}))
            if any(squeezed(owners[name].known("name")) not in title for name, title in found.items()):
                faults.append(Fault("verify-bound-outline", {}))
            tell(path, faults, self._report)

    def check_all(self, code: str, group: Mapping[str, object], lost: bool) -> None:
        """Each is bound once. `lost`: a file is, which may have been that of a whole `group`, given by path."""
        where: dict[str, str] = {}
        for path, found in sorted(self._bound.items()):
            for name in found:
                if name in where:
                    values: dict[str, object] = {"name": name, "other": where[name]}
                    tell(path, [Fault("verify-bound-twice", values)], self._report)
                where[name] = path
        served = {group[name] for name in where}
        for name in sorted(self._files.keys() - where.keys()):
            if name not in self._doubtful and (not lost or group[name] in served):
                self._report.error(code, place(name), "verify-do-not-use")


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


def _natural(text: str) -> tuple[tuple[int, str], ...]:
    """Numbers in a seat as numbers: 3排2座 before 3排10座."""
    return tuple(
        (int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", text) if part
    )
