"""What goes to the printer and the office, read when all papers and keys are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.verify.bound import Binder
from generator.verify.declared import is_round
from generator.verify.docx import read_docx
from generator.verify.files import tell, whole
from generator.verify.office import Office
from generator.verify.pdf import read_bound, read_pdf
from generator.verify.reading import Fault, Unreadable, cut
from generator.verify.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.leaks import Leaks
    from generator.verify.reading import Reading
    from generator.verify.record import Listed, Row

_KEYS = "keys/"


class Prints:
    """Keeps the pages of papers and keys; checks the files made of them when all are read."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._binders = {role: Binder(report) for role in ("paper", "key")}
        self._office = Office(report)
        self._lost: set[tuple[str, str]] = set()  # role and format of files that cannot be read

    def add(self, file: Listed, reading: Reading) -> None:
        """A paper or key."""
        self._binders[file.role].add(file.path, reading.page_marks)

    def unread(self, file: Listed) -> None:
        """A paper or key that is not there, or cannot be read."""
        self._binders[file.role].unread(file)

    def read(self, folder: Path, file: Listed, leaks: Leaks) -> None:
        """A file for the printer or the office."""
        role = "key" if file.path.startswith(_KEYS) else "paper"
        data = whole(folder, file, self._report)
        try:
            if data is None:
                self._lost.add((role, file.format))
            elif file.format == "xlsx":
                book = read_workbook(data)
                self._office.list(file.path, book)
                tell(file.path, _leaking(leaks, book.texts), self._report)
            elif file.format != "pdf" or not self._bind(file.path, role, data, leaks):
                self._sheet(file, read_pdf(data) if file.format == "pdf" else read_docx(data), leaks)
        except Unreadable as bad:
            self._lost.add((role, file.format))
            tell(file.path, [bad.fault], self._report)

    def _bind(self, path: str, role: str, data: bytes, leaks: Leaks) -> bool:
        """Whether it is a file of papers or keys. Unreadable."""
        bound = read_bound(data)
        if role == "paper" and not self._binders[role].knows(bound):
            return False
        faults = [*bound.faults, *self._binders[role].bind(path, bound)]
        if role == "paper":
            faults += _leaking(leaks, (*bound.others, path))
        tell(path, faults, self._report)
        return True

    def _sheet(self, file: Listed, reading: Reading, leaks: Leaks) -> None:
        self._office.sheet(file.path, file.format, reading)
        texts = reading.body, reading.edges, reading.title, *reading.others
        tell(file.path, [*reading.faults, *_leaking(leaks, texts)], self._report)

    def check(self, rows: Sequence[Row], missing: Sequence[str]) -> None:
        """Everybody of a round is where they belong: once at the printer's, on a sheet of their room, in the list."""
        if not is_round(rows):
            return
        papers = {file.path: row for row in rows for file in row.of("paper")}
        # The keys of a room are in a file, or where several share them those of a layout.
        keys = {file.path: row.sitting if row.own else row.layout for row in rows for file in row.of("key")}
        lost = {role for role, format_ in self._lost if format_ == "pdf"}
        self._binders["paper"].check_rooms(papers)
        sittings = {path: row.sitting for path, row in papers.items()}
        self._binders["paper"].check_all("verify-not-bound", sittings, "paper" in lost)
        if all(row.own for row in rows):
            self._binders["key"].check_rooms({file.path: row for row in rows for file in row.of("key")})
        self._binders["key"].check_all("verify-key-not-bound", keys, "key" in lost)
        self._office.check(rows, missing, {format_ for role, format_ in self._lost if role == "paper"})


def _leaking(leaks: Leaks, texts: Sequence[str]) -> list[Fault]:
    return [Fault("verify-leak", {"phrase": cut(phrase)}) for phrase in leaks.found_in(texts)[:3]]
