"""The notation of a draw: `5x8` is five questions of eight marks each, `10` ten without marks."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.source import plain_digits

if TYPE_CHECKING:
    from generator.diagnostics import Location, Report
    from generator.model.question import Marks

MOST_QUESTIONS = 500
MOST_MARKS = 1000
_DRAW = re.compile(r"([0-9]{1,6})\s*(?:[x×X*＊]\s*([0-9]{1,6}(?:\.[0-9]+)?))?")


class Draw(NamedTuple):
    count: int  # type: ignore[assignment]  # nobody asks a node for tuple.count
    marks: Marks | None


def parse_draw(said: str) -> Draw | None:
    """Read "5x8", "5×8", "5*8", "10x2.5" or "10"; None when it is nothing of the kind or out of bounds."""
    match = _DRAW.fullmatch(said.strip())
    if match is None:
        return None
    return checked(int(match[1]), Fraction(match[2]) if match[2] else None)


def checked(count: int, marks: Marks | None) -> Draw | None:
    """A draw of at least one question, whose marks are positive halves; else None."""
    if not 1 <= count <= MOST_QUESTIONS:
        return None
    if marks is not None and not (0 < marks <= MOST_MARKS and (marks * 2).denominator == 1):
        return None
    return Draw(count, marks)


def tell_bad_draw(found: str, location: Location, report: Report) -> None:
    """Report what is no draw; one typed full-width only needs to be typed again."""
    mended = plain_digits(found)
    report.error(
        "bad-draw",
        location,
        "did-you-mean" if mended != found and parse_draw(mended) else "bad-draw",
        found=found,
        nearest=mended,
        most=MOST_QUESTIONS,
    )
