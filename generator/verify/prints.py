"""What goes to the printer and the office, read when all papers and keys are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.verify.bound import Binder
from generator.verify.declared import is_round
from generator.verify.docx import read_docx
from generator.verify.files import KEYS, tell
from generator.verify.leaks import leak_faults
from generator.verify.office import Office
from generator.verify.pdf import read_bound, read_pdf
from generator.verify.reading import Fault, Unreadable
from generator.verify.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.verify.files import Files, Read
    from generator.verify.leaks import Leaks
    from generator.verify.reading import Reading
    from generator.verify.record import Listed, Row


class Prints:
    """Keeps the pages of papers and keys; checks the files made of them when all are read."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._binders = {role: Binder(report) for role in ("paper", "key")}
        self._office = Office(report)
        self._lost: set[tuple[str, str]] = set()  # role and format of files that cannot be read

    def add(self, found: Read) -> None:
        """A paper or key."""
        binder = self._binders[found.file.role]
        binder.add(found.file.path, found.reading.page_marks)
        if not found.intact:  # what is bound may be what it was
            binder.doubt(found.file)

    def doubt(self, file: Listed) -> None:
        """A paper that is not as its key."""
        self._binders[file.role].doubt(file)

    def unread(self, file: Listed) -> None:
        """A paper or key that is not there, or cannot be read."""
        self._binders[file.role].unread(file)

    def read(self, files: Files, file: Listed, leaks: Leaks) -> None:
        """A file for the printer or the office."""
        role = "key" if file.path.startswith(KEYS) else "paper"
        found = files.whole(file)
        if found is None or found.other is not None:
            self._lost.add((role, file.format))
            return
        data = found.data
        try:
            if file.format == "xlsx":
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
        binder = self._binders[role]
        if role == "paper" and not (bound.entries or binder.knows(bound)):
            return False
        faults = [*bound.faults, *binder.bind(path, bound)]
        if role == "paper":
            strange = () if binder.knows(bound) else (read_pdf(data).body,)
            faults += _leaking(leaks, (*bound.others, *strange, path))
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
    return leak_faults(leaks.answers(leaks.found_in(texts)))
