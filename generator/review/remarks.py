"""Remarks that an import has left in a bank for a person: those that still ask for something, and those long settled."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from generator.bank.gaps import FIELDS
from generator.diagnostics import Diagnostic, Location, lines_of
from generator.messages import MESSAGES
from generator.review.passages import texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.question import Bank, Question

TO_DO = {"zh": "待核：", "en": "To check: "}
"""What such a comment begins with."""

_OF_GAPS = ("import-no-stem", "import-no-answer", "import-answer-in-stem", "quiz-no-answer", "empty-field")
_remark = re.compile(r"\s*+#+[ \t]*+(?:待核\s*+[：:]|To check:)(.*)")
_empty = re.compile(r"[\s-]*+(?:stem|answer)\s*+:\s*+(?:\"\"|''|~|null)?\s*+(?:#.*)?")
_aside = re.compile(r"\s*(?:#.*)?")  # what is no value: a comment, or nothing
_LONGEST = 40  # characters of a remark that are shown


def check(banks: Sequence[Bank]) -> Iterator[Diagnostic]:
    """Each remark in banks; one about a gap is settled once that is filled."""
    for bank in banks:
        for question, where in remarks(bank):
            words = words_of(where.quote)
            if is_of_gap(words) and not is_settled(where):
                continue  # the gap itself is a fault, and told
            code = "stale-remark" if is_of_gap(words) else "open-remark"
            if question is None or code not in question.silence:
                yield Diagnostic("warning", code, where, {"found": shortened(words)}, code)


def remarks(bank: Bank) -> Iterator[tuple[Question | None, Location]]:
    """The comments of a file that are remarks, each with the question it stands in or before."""
    file = bank.location.file
    lines = lines_of(file)
    if not any(begin.strip() in line for line in lines for begin in TO_DO.values()):
        return
    starts = [question.location.line for question in bank.questions]
    inside = {
        line
        for question in bank.questions
        for _, text in (*texts(question), ("note", question.note))
        if text is not None
        for line in range(text.location.line + 1, text.end_line + 1)
    }
    for number, line in enumerate(lines, 1):
        if number in inside or not _remark.fullmatch(line):
            continue
        at = bisect_right(starts, _first_below(lines, number)) - 1
        yield bank.questions[at] if at >= 0 else None, Location(file, number, line.index("#") + 1)


def _first_below(lines: Sequence[str], number: int) -> int:
    """The number of the first line below line `number` that is no comment."""
    return next((n for n in range(number, len(lines)) if not _aside.fullmatch(lines[n])), len(lines)) + 1


def words_of(line: str) -> str:
    """The words of a remark behind those it begins with; "" for any other comment."""
    found = _remark.fullmatch(line)
    return found[1].strip() if found else ""


def is_of_gap(words: str) -> bool:
    """Whether a remark says no more than that something is missing, so that it is settled once that is there."""
    return words in _gaps()


def is_settled(where: Location) -> bool:
    """Whether the remark at this place is about a gap, and there is something by now."""
    lines = lines_of(where.file)
    below = "".join(lines[_first_below(lines, where.line) - 1 :][:1])
    return is_of_gap(words_of(where.quote)) and not _empty.fullmatch(below)


def shortened(words: str) -> str:
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


@cache
def _gaps() -> frozenset[str]:
    return frozenset(
        words.format(field=field) for code in _OF_GAPS for words in MESSAGES[code] for field in FIELDS
    )
