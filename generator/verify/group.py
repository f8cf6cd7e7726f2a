"""Papers of a run beside one another: forms, candidates, seats, fronts, and questions of one id."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.diagnostics import Phrase
from generator.verify.files import place
from generator.verify.form import by_section, telling
from generator.verify.printed import CALLED, Candidates, Fronts
from generator.verify.reading import Fault, cut, unnumbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.diagnostics import Report
    from generator.verify.reading import Part, Reading
    from generator.verify.record import Listed, Row


class Group:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._candidates = Candidates()
        self._fronts = Fronts()
        self._stems: dict[str, str] = {}
        self._forms: dict[tuple[object, str], Row] = {}
        self._shapes: dict[str, Row] = {}  # by layout
        self._seats: dict[tuple[str, ...], Row] = {}

    def form(self, row: Row) -> None:
        """Papers of one form have the same questions and key, those of one layout the same sections."""
        like = self._shapes.setdefault(row.layout, row)
        if _shape(row) != _shape(like):
            self._report.error(
                "verify-sections", row.location, "verify-restore", name=row.name, other=like.name
            )
        first = self._forms.setdefault((row.layout, row.form), row)
        same_key = [file.path for file in first.of("key")] == [file.path for file in row.of("key")]
        if row.sections != first.sections or row.total != first.total or (row.form and not same_key):
            said = {"name": row.name, "other": first.name, "form": row.form or row.layout}
            self._report.error("verify-form", row.location, "verify-restore", **said)
        self._seat(row)

    def _seat(self, row: Row) -> None:
        """Nobody sits in another's seat."""
        seat = row.known("seat")
        if row.candidate is not None and seat:
            first = self._seats.setdefault((*row.sitting, _spelt(seat)), row)
            if first is not row:
                said = {
                    "name": row.name,
                    "other": first.name,
                    "seat": " ".join((*filter(None, row.sitting), seat)),
                }
                self._report.error("verify-seat-twice", row.location, "verify-restore", **said)

    def stems(self, row: Row, parts: Sequence[Part]) -> Iterator[Fault]:
        """A question of one id says the same in every paper."""
        for section, _, questions in by_section(parts, row):
            for name, question in zip(section.questions, questions, strict=True):
                said = telling(question)
                known = self._stems.setdefault(name, said)
                if not (known.startswith(said) or said.startswith(known)):
                    yield Fault("verify-other-question", {"id": name, "said": cut(question.title)})

    def paper(self, row: Row, file: Listed, reading: Reading) -> None:
        kind = file.format, row.layout, *_shape(row)
        if row.candidate is not None:
            self._candidates.add(kind, file.path, row.candidate, f"{reading.front}\n{reading.edges}")
        self._fronts.add(kind, file.path, row, reading.front + unnumbered(reading.edges))

    def check(self) -> None:
        """When all papers are known: what only a few of them say, or do not say."""
        for path, field, value in sorted(self._candidates.odd()):
            called = (Phrase(CALLED[field], {}),)
            self._report.error(
                "verify-candidate", place(path), "verify-do-not-use", field=called, value=value
            )
        for path, said in sorted(self._fronts.odd()):
            self._report.error("verify-front", place(path), "verify-do-not-use", said=cut(said))

    @property
    def names(self) -> bool:
        """Whether papers say whose they are."""
        return self._candidates.shows("name")


def _shape(row: Row) -> tuple[tuple[str, int, float | None], ...]:
    return tuple((s.title, s.count, s.marks) for s in row.sections)


def _spelt(seat: str) -> str:
    """A seat however it is written: 3, 03 and ３ are one."""
    plain = "".join(unicodedata.normalize("NFKC", seat).casefold().split())
    return plain.lstrip("0") or plain
