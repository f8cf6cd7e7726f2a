"""The summary in front of a key: sections with count, marks, subtotal and what they assess."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.layout.content import say
from generator.layout.sections import foreign, marks_text, section_number
from generator.model.document import Cell, Grid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.layout.style import Style
    from generator.model.paper import Paper, PaperItem, PaperSection

MOST_COMPETENCIES = 6  # of a section
ALIGNS = ("left", "center", "center", "center", "left")
SHARES = (3.0, 0.0, 0.0, 0.0, 6.0)  # numbers take what they need


class Summaries:
    """Summaries in one style. What sections of different papers have alike is said once and kept."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._named: dict[tuple[object, ...], tuple[Cell, ...]] = {}

    def grid(self, paper: Paper) -> Grid:
        """Sections with count, marks, subtotal and what they assess; without marks, without their columns."""
        style = self._style
        total = paper.total
        assessed = [_competencies(section.items) for section in paper.sections]
        columns = [0, 1, *((2, 3) if total is not None else ()), *((4,) if any(assessed) else ())]
        rows = [tuple([_cell(word, c, "summary_head") for c, word in enumerate(style.wording.summary)])]
        for place, (section, names) in enumerate(zip(paper.sections, assessed, strict=True), start=1):
            # The language of the last column is that of most questions, for it says what authors wrote.
            listed = _cell(
                style.wording.list_separator.join(names), 4, "summary", _language(section.items, style)
            )
            rows.append((*self._section(section, place), listed))
        count = sum(len(section.items) for section in paper.sections)
        last = (style.wording.summary_total, str(count), "", marks_text(total) or "", "")
        rows.append(tuple([_cell(word, c, "summary") for c, word in enumerate(last)]))
        return Grid(
            tuple([tuple([row[c] for c in columns]) for row in rows]),
            tuple([SHARES[c] for c in columns]),
            rules="rows",
            head=1,
            role="summary",
            row_height=style.row_height.summary,
        )

    def _section(self, section: PaperSection, place: int) -> tuple[Cell, ...]:
        """All but the last column."""
        key = (place, section.title, section.marks, len(section.items))
        found = self._named.get(key)
        if found is None:
            # The heading without what it says of marks.
            named = {"n": section_number(self._style, place), "title": section.title}
            name = self._style.section.heading.text(named).strip() or section.title
            marks, total = marks_text(section.marks), marks_text(section.total)
            words = (name, str(len(section.items)), marks or "", total or "")
            found = self._named[key] = tuple([_cell(word, c, "summary") for c, word in enumerate(words)])
        return found


def _cell(word: str, column: int, role: str, language: str = "") -> Cell:
    return Cell(say(word), role, ALIGNS[column], language)


def _language(items: Iterable[PaperItem], style: Style) -> str:
    """That of most questions of a section."""
    return Counter(foreign(item.prompt.language, style) for item in items).most_common(1)[0][0]


def _competencies(items: Iterable[PaperItem]) -> list[str]:
    """What a section assesses: the competencies of its questions, the most frequent first."""
    counts: dict[str, int] = {}
    for item in items:
        for name in item.prompt.competencies:
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: -counts[name])[:MOST_COMPETENCIES]
