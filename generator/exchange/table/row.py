"""A row of a table to a question: what each cell says."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.facts import fact
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.quiz.draft import IDENTIFIER
from generator.exchange.table import lists, marking, schemes
from generator.exchange.table.cleaning import one_line
from generator.exchange.table.reading import Reading
from generator.exchange.table.solution import solve
from generator.model.question import Level

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.exchange.quiz.draft import Draft
    from generator.exchange.table.reading import Cells
    from generator.exchange.table.schemes import Band

_SHARE = re.compile(r"0?[.．][0-9]{1,3}")
_RANGE = re.compile(r"[0-9] ?(?:-|~|至|到|to) ?[0-9]")


def draft_of(cells: Cells, source: Callable[[str], str]) -> Draft:
    """The question of a row. `source` makes Markdown of the text of a cell."""
    return _Row(cells, source).read()


class _Row:
    def __init__(self, cells: Cells, source: Callable[[str], str]) -> None:
        self.reading = Reading(cells, source)
        self.draft, self.source = self.reading.draft, source
        self.take, self.unclear = self.reading.take, self.reading.unclear

    def read(self) -> Draft:
        draft = self.draft
        self.reading.stem = self.take("stem")
        draft.stem = self.source(self.reading.stem)
        if not draft.stem.strip():
            draft.doubt("import-no-stem")
        self._facts()
        draft.analysis = self.source(self.take("analysis"))
        draft.note = self.source(self.take("note"))
        draft.highlights = self._items("highlights")
        draft.follow_ups = self._items("follow_ups")
        self._levels()
        solve(self.reading)
        for field in [*self.reading.cells]:  # what no question of this type has
            self.unclear(field, self.take(field))
        for header, said in self.reading.unknown.items():
            draft.keep("column", said, header)
        return draft

    def _items(self, field: str) -> list[str]:
        found = [self.source(item.text) for item in lists.items_read(self.take(field), deep=False)]
        return [text for text in found if text.strip()]

    def _names(self, field: str) -> list[str]:
        return [name for said in lists.parted(self.take(field), lists.NAMES) if (name := one_line(said))]

    # Facts -----------------------------------------------------------------------------------------

    def _facts(self) -> None:
        draft = self.draft
        for field in ("category", "label", "source", "language"):
            setattr(draft, field, one_line(self.take(field)).strip())
        for field in ("competencies", "tags", "enemies", "silence"):
            setattr(draft, field, self._names(field))
        written = self.take("id").strip()
        if written:
            low = flat(written)
            draft.identify(low if IDENTIFIER.fullmatch(low) else written)
        draft.difficulty = self._number("difficulty", 5)
        draft.minutes = self._number("minutes", 1440)
        draft.lines = self._number("lines", 200)
        self._marks()

    def _number(self, field: str, most: int) -> int | None:
        said = self.take(field).strip()
        bare = flat(said)
        if _RANGE.search(bare):  # the most of it is taken
            self.draft.keep("column", said, self.reading.header(field))
        value = (
            int(bare)
            if bare.isdecimal() and len(bare) < 6
            else fact(field, said)
            if field != "lines"
            else None
        )
        if isinstance(value, int) and value <= most and (value or field == "lines"):
            if field == "difficulty" and _SHARE.fullmatch(bare):
                self.draft.infer("table-difficulty-share", share=said, level=value)
            return value
        self.unclear(field, said)
        return None

    def _marks(self) -> None:
        said = self.take("marks").strip()
        bare = flat(said)
        if re.fullmatch(r"[0-9]{1,6}(\.[0-9]{1,6})?", bare):
            self.draft.marks = Fraction(bare)
            return
        found = fact("marks", said)
        if isinstance(found, Fraction):
            self.draft.marks = found
        else:
            self.unclear("marks", said)

    def _levels(self) -> None:
        said = self.take("levels")
        found = marking.levels_said(said) if self.reading.is_plain else None
        bands, others = found or schemes.levels_read(said)
        field = "levels"
        scheme = self.reading.cells.get("points", "") if self.reading.is_plain else ""
        in_points = marking.levels_said(scheme) if scheme else None
        if in_points:
            self.take("points")
            column = self.reading.header("points")
            if said.strip():
                self.unclear("points", scheme)
            else:
                field, (bands, others) = "points", in_points
                self.draft.infer("table-levels", column=column)
        self.draft.levels = tuple(map(self._level, bands))
        self.unclear(field, "\n".join(others))

    def _level(self, band: Band) -> Level:
        return Level(band.name, band.low, band.high, self.draft.text(self.source(band.text)))
