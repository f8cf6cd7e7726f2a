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
    from generator.model.paper import Paper, PaperItem

MOST_COMPETENCIES = 6  # of a section


def summary(paper: Paper, style: Style) -> Grid:
    """Sections with count, marks, subtotal and what they assess; without marks, without their columns."""
    words = style.wording.summary
    marked = paper.total is not None
    aligns = ("left", "center", "center", "center", "left")
    rows: list[tuple[str, ...]] = [words]
    languages = [""]  # of the last column, which says what authors wrote
    for place, section in enumerate(paper.sections, start=1):
        # The heading without what it says of marks.
        named = {"n": section_number(style, place), "title": section.title}
        name = style.section.heading.text(named).strip() or section.title
        counts = (
            str(len(section.items)),
            marks_text(section.marks) or "",
            marks_text(section.total) or "",
        )
        listed = style.wording.list_separator.join(_competencies(section.items))
        rows.append((name, *counts, listed))
        languages.append(_language(section.items, style))
    count = sum(len(section.items) for section in paper.sections)
    rows.append((style.wording.summary_total, str(count), "", marks_text(paper.total) or "", ""))
    languages.append("")
    assessed = any(row[4] for row in rows[1:])
    columns = [0, 1, *((2, 3) if marked else ()), *((4,) if assessed else ())]
    shares = (3.0, 0.0, 0.0, 0.0, 6.0)  # numbers take what they need
    grid = tuple(
        tuple(
            Cell(say(row[c]), "summary" if r else "summary_head", aligns[c], language if c == 4 else "")
            for c in columns
        )
        for r, (row, language) in enumerate(zip(rows, languages, strict=True))
    )
    return Grid(
        grid,
        tuple(shares[c] for c in columns),
        rules="rows",
        head=1,
        role="summary",
        row_height=style.row_height.summary,
    )


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
