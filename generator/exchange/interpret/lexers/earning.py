"""Earning: points one behind another in a line, each with its marks: 计划周密（5分），分工明确（5分）."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from generator.exchange.interpret.lexers.scores import BRACKETED, FIGURE, UNIT

_MARKS = re.compile(
    rf"(?:{BRACKETED}|(?<=[,、:; ])({FIGURE}) ?{UNIT}(?=[;。,、.\n]|$))(?P<stop>\s?[;。.,、]{{0,2}})\s?(?P<named>[:-]?)"
)
_TOTAL = re.compile(rf"(?:共计?|合计|总计|总分|满分|total(?: of)?:?) ?({FIGURE}) ?{UNIT}[。.]?")


class Earned(NamedTuple):
    """A point with its marks from `start` to `stop`, of which the words end at `words`."""

    start: int
    words: int
    stop: int
    marks: Fraction
    bracketed: bool


def earned(flat: str) -> list[Earned]:
    """The points of a line; none where it says more than them and their total. What marks name, 优（5分）：…, is a level."""
    points: list[Earned] = []
    start = 0
    for found in _MARKS.finditer(flat):
        if found["named"] or len(flat[start : found.start()].strip()) < 2 - bool(found[1]):
            return []
        points.append(
            Earned(
                start,
                found.start(),
                found.start("stop"),
                Fraction(found[1] or found[2]),
                found[1] is not None,
            )
        )
        start = found.end()
    tail = flat[start:].strip(" ;,。.、\n")
    said = _TOTAL.fullmatch(tail)
    total = sum((point.marks for point in points), Fraction(0))
    return points if not tail or (said and Fraction(said[1]) == total) else []
