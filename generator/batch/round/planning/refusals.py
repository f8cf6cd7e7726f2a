"""Rows that no paper can be dealt to: each reason is told once, with all rows it concerns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates.places import listed

if TYPE_CHECKING:
    from generator.candidates import Candidate, CandidateList
    from generator.diagnostics import Report


class Refusals:
    def __init__(self, candidates: CandidateList) -> None:
        self._headers = {field: header for header, field in candidates.columns if field}
        self._found: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[Candidate]] = {}

    def add(self, code: str, row: Candidate, hint: str = "", **values: str) -> None:
        self._add(code, hint or code, row, values)

    def add_said(self, code: str, field: str, row: Candidate, **values: str) -> None:
        """A row at fault in what it says of `field`."""
        self._add(code, code, row, {"header": self._headers.get(field, ""), **values})

    def add_empty(self, code: str, field: str, hint: str, row: Candidate, **values: str) -> None:
        """A row in which nothing is said of `field`; `hint` is for a list that has no column for it."""
        header = self._headers.get(field, "")
        self._add(code, "fill-column" if header else hint, row, {"header": header, **values})

    def _add(self, code: str, hint: str, row: Candidate, values: dict[str, str]) -> None:
        self._found.setdefault((code, hint, tuple(values.items())), []).append(row)

    def tell(self, report: Report) -> None:
        for (code, hint, values), found in self._found.items():
            rows = sorted(found, key=lambda row: row.location.line)
            lines = listed(row.location.line for row in rows)
            report.error(code, rows[0].location, hint, count=len(rows), lines=lines, **dict(values))
