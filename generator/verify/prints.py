"""What goes to the printer: a room's file holds the papers of its candidates, page by page, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.verify.docx import read_docx
from generator.verify.files import tell, whole
from generator.verify.pdf import read_pdf
from generator.verify.reading import Fault, Unreadable, cut
from generator.verify.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.leaks import Leaks
    from generator.verify.reading import Reading
    from generator.verify.record import Listed, Row


class Prints:
    """Pages of papers and keys, by what they say, and the files made of them."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._papers: dict[str, tuple[bytes, ...]] = {}  # pages by name
        self._keys: dict[str, tuple[bytes, ...]] = {}

    def paper(self, row: Row, found: Sequence[tuple[Listed, Reading]]) -> None:
        for _, reading in found:
            if reading.page_marks:
                self._papers[row.name] = reading.page_marks

    def key(self, path: str, reading: Reading) -> None:
        if reading.page_marks:
            self._keys[path] = reading.page_marks

    def check(self, folder: Path, file: Listed, rows: Sequence[Row], leaks: Leaks) -> None:
        data = whole(folder, file, self.report)
        if data is None:
            return
        try:
            if file.format == "xlsx":
                self._workbook(file, read_workbook(data), leaks)
            else:
                self._document(file, read_pdf(data) if file.format == "pdf" else read_docx(data), leaks)
        except Unreadable as bad:
            tell(file.path, [bad.fault], self.report)

    def _workbook(self, file: Listed, said: str, leaks: Leaks) -> None:
        tell(
            file.path,
            [Fault("verify-leak", {"phrase": cut(p)}) for p in leaks.found_in([said])[:3]],
            self.report,
        )

    def _document(self, file: Listed, reading: Reading, leaks: Leaks) -> None:
        faults = list(reading.faults)
        if not file.path.startswith("keys/"):
            found = leaks.found_in((reading.front, reading.edges, reading.title, *reading.others))
            faults += [Fault("verify-leak", {"phrase": cut(phrase)}) for phrase in found[:3]]
        tell(file.path, faults, self.report)
