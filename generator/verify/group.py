"""Papers of a run beside one another: forms, candidates, seats, fronts, and questions of one id."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.diagnostics import Phrase
from generator.verify.alike import Alike
from generator.verify.files import place
from generator.verify.form import by_section, telling
from generator.verify.printed import CALLED, Candidates, Fronts
from generator.verify.reading import cut, unnumbered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.verify.reading import Part, Reading
    from generator.verify.record import Listed, Row


class Group:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._candidates = Candidates()
        self._fronts = Fronts()
        self._stems = Alike()  # what a question of one id begins with
        self._forms = Alike()  # of one form: questions and key
        self._shapes = Alike()  # of one layout: sections
        self._seats: dict[tuple[str, ...], Row] = {}

    def form(self, row: Row) -> None:
        """Papers of one form have the same questions and key, those of one layout the same sections."""
        self._shapes.add(row.layout, _shape(row), row)
        key = tuple(file.path for file in row.of("key")) if row.form else ()
        self._forms.add((row.layout, row.form), (row.sections, row.total, key), row)
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

    def stems(self, row: Row, parts: Sequence[Part]) -> None:
        """A question of one id says the same in every paper that is as its key."""
        for section, _, questions in by_section(parts, row):
            for name, question in zip(section.questions, questions, strict=True):
                self._stems.add(name, telling(question), row)

    def paper(self, row: Row, file: Listed, reading: Reading) -> None:
        kind = file.format, row.layout, *_shape(row)
        if row.candidate is not None:
            self._candidates.add(kind, file.path, row.candidate, f"{reading.front}\n{reading.edges}")
        self._fronts.add(kind, file.path, row, reading.front + unnumbered(reading.edges))

    def check(self) -> None:
        """When all papers are known: what only a few of them say, or do not say."""
        for kinds, code in ((self._shapes, "verify-sections"), (self._forms, "verify-form")):
            for _, _, row, like in kinds.odd():
                values = {"name": row.name, "other": like.name}
                if code == "verify-form":
                    values["form"] = row.form or row.layout
                self._report.error(code, row.location, "verify-restore", **values)
        for name, stem, row, like in self._stems.odd():
            values = {"id": str(name), "name": row.name, "other": like.name, "said": cut(str(stem))}
            self._report.error("verify-other-question", row.location, "verify-restore", **values)
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
