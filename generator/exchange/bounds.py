"""How much is read: a document made to take all day, or all memory, is refused before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Report
    from generator.exchange.formats import Reader
    from generator.exchange.intake import Intake
    from generator.exchange.line import Line, Manuscript

MOST_LINES = 40_000  # of a document in prose, with the labels in them: some ten seconds of work
MOST_CHARACTERS = 2_000_000  # of a document in prose: a thousand pages
LONGEST_LINE = 1 << 20
MOST_QUESTIONS = 30_000
MOST_ANSWERS = 1_000  # of a question on a learning platform
_LABELLING = "【[:："


def bounded(read: Reader) -> Reader:
    """A reader that brings no more questions than a bank can do with."""

    def within(data: bytes, name: str, report: Report) -> Intake | None:
        intake = read(data, name, report)
        if intake is None or len(intake.bank.questions) <= MOST_QUESTIONS:
            return intake
        values = {"count": len(intake.bank.questions), "limit": MOST_QUESTIONS}
        report.error("document-too-many", Location(intake.bank.location.file), "split-document", **values)
        return None

    return within


def is_within(manuscript: Manuscript, report: Report) -> bool:
    """Whether a document in prose is one of those that are understood in time; if not, `report` has an error."""
    whole = Location(manuscript.file)
    count = sum(1 + sum(map(line.text.count, _LABELLING)) for line in manuscript.lines)
    if count > MOST_LINES:
        report.error("document-too-long", whole, "split-document", count=count, limit=MOST_LINES)
        return False
    characters, number, longest = _measured(manuscript.lines)
    if longest > LONGEST_LINE:
        place = Location(manuscript.file, number)
        report.error("document-line-too-long", place, "split-document", count=longest, limit=LONGEST_LINE)
        return False
    if characters > MOST_CHARACTERS:
        values = {"count": characters, "limit": MOST_CHARACTERS}
        report.error("document-too-much-text", whole, "split-document", **values)
        return False
    return True


def _measured(lines: Iterable[Line]) -> tuple[int, int, int]:
    """The characters of lines and of the tables among them; the number of the longest line, and its characters."""
    characters = number = longest = 0
    waiting = [lines]
    while waiting:
        for line in waiting.pop():
            characters += len(line.text)
            if len(line.text) > longest:
                number, longest = line.number, len(line.text)
            waiting.extend(cell for row in line.rows for cell in row)
    return characters, number, longest
