"""What a document declares and what was found: numbers of questions, their count, the total of their marks."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.exchange.interpret.accounts.confidence import last_doubted, with_doubts
from generator.exchange.interpret.lexers.figures import figures
from generator.exchange.interpret.lexers.flat import flat
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.accounts.confidence import Made
    from generator.exchange.interpret.outline.tree import Section

_MISCOUNTED = 0.2  # what a number that is not due takes from confidence


def numbered(section: Section, made: Sequence[Made]) -> list[Made]:
    """The questions of a section; those whose number is not the one due with a doubt."""
    told = []
    expected = 0
    for item, (question, origin) in zip(section.items, made, strict=True):
        number = item.sightings[0].number
        chapter = number is not None and number.manner == "1.1" and item.number == 1
        if expected and item.number != expected and number is not None and not chapter:
            values: dict[str, object] = {"number": item.number, "expected": expected}
            doubt = Diagnostic("warning", "import-number", question.location, values)
            origin = with_doubts(origin, [doubt], _MISCOUNTED)
        told.append((question, origin))
        expected = item.number + 1
    return told


def keyed(section: Section, made: Sequence[Made]) -> list[Made]:
    """The questions of a section; where its key has an entry too many, those that it may be shifted for are doubtful.

    These are all from the first without an entry, or the last.
    """
    if not section.orphans or not made:
        return list(made)
    has = [bool(item.entry or item.given_in) for item in section.items]
    begin = next((at for at, held in enumerate(has) if not held), len(made) - 1)
    values: dict[str, object] = {"number": section.orphans[0]}
    return [
        (
            question,
            with_doubts(origin, [Diagnostic("warning", "import-key-unaligned", question.location, values)]),
        )
        if at >= begin
        else (question, origin)
        for at, (question, origin) in enumerate(made)
    ]


def titled(made: list[Made], title: str, where: Location) -> list[Made]:
    """The questions of a document; the last doubtful where its title says it has others: 安全知识判断题40题."""
    count, _, _ = figures(flat(title))
    if not made or count is None or int(count) == len(made):
        return made
    values: dict[str, object] = {"title": title, "declared": int(count), "found": len(made)}
    return last_doubted(made, Diagnostic("warning", "import-count-differs", where, values))


def declared(section: Section, made: list[Made], where: Location) -> list[Made]:
    """The questions of a section; the last doubtful where its heading at `where` declares others than were found."""
    heading = section.heading
    if heading is None or not made:
        return made
    if heading.count and heading.count != len(made):
        values: dict[str, object] = {"title": heading.title, "declared": heading.count, "found": len(made)}
        made = last_doubted(made, Diagnostic("warning", "import-count-differs", where, values))
    marks = [question.marks for question, _ in made if question.marks is not None]
    if heading.total is not None and len(marks) == len(made):
        found = sum(marks, Fraction(0))
        if found != heading.total:
            values = {"title": heading.title, "declared": written(heading.total), "found": written(found)}
            made = last_doubted(made, Diagnostic("warning", "import-total-differs", where, values))
    return made
