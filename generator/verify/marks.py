"""Marks as they are printed: of sections, questions and points, and whether they add up."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = re.compile(r"[（(\[【](\d+(?:\.\d+)?)(?:分|marks?|points?|pts?\.?)[）)\]】]", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def said_marks(text: str) -> list[float]:
    """All marks in brackets: （8分）, (8 marks)."""
    return [float(number) for number in _MARKS.findall(text)]


def closing_marks(text: str) -> float | None:
    """The marks with which a text ends."""
    found = list(_MARKS.finditer(text))
    return float(found[-1][1]) if found and found[-1].end() >= len(text) - 1 else None


def numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]


@lru_cache(maxsize=4096)
def adds_up(marks: tuple[float, ...], total: float) -> bool:
    """Whether marks in the order of their points may be of points that make `total`.

    A point's marks may be followed by those of its own points, which add up to them. What comes after the last
    point, such as marks spoken of in an analysis, is let be.
    """
    return any(total in _sums(marks[:end]) for end in range(1, len(marks) + 1))


@lru_cache(maxsize=4096)
def _sums(marks: tuple[float, ...]) -> frozenset[float]:
    """What the marks may add up to, whichever of them belong to points of points."""
    if not marks:
        return frozenset((0.0,))
    first, *_ = marks
    sums = {first + rest for rest in _sums(marks[1:])}
    total = 0.0
    for end in range(1, len(marks)):
        total += marks[end]
        if total == first:
            sums.update(first + rest for rest in _sums(marks[end + 1 :]))
        if total > first:
            break
    return frozenset(sums)


def heading_says(heading: str, title: str, count: int, marks: float | None) -> bool:
    """Whether the numbers in a section's heading, beside its own, are no others than these."""
    before, found, after = heading.partition(title)
    said = numbers(after) if found else numbers(before)[1:]
    allowed = {float(count)} if marks is None else {float(count), marks, count * marks}
    return set(said) <= allowed


def shares(points: Sequence[str]) -> list[float] | None:
    """The marks at the end of each point; None when none has any."""
    found = [closing_marks(point) for point in points]
    return [mark for mark in found if mark is not None] if any(mark is not None for mark in found) else None
