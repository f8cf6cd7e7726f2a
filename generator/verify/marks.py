"""Marks as they are printed: of sections, questions and points, and whether they add up."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARKS = re.compile(r"[（(\[【](\d+(?:\.\d+)?)(?:分|marks?|points?|pts?\.?)[）)\]】]", re.IGNORECASE)
_LEVEL = re.compile(
    r"[（(]?(\d+(?:\.\d+)?)(?:[～~–—-](\d+(?:\.\d+)?))?(?:分|marks?|points?)[）)]?", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:满分|总分|\bTotal(?: marks)?)\s*[:：]?\s*(\d+(?:\.\d+)?)")
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


class Worth(NamedTuple):
    """The marks of a point, and of all points of its own; None where none are printed."""

    marks: float | None
    inner: tuple[float | None, ...] = ()


def worths(points: Sequence[tuple[bool, str]]) -> tuple[Worth, ...]:
    """Of points and what is below them, in order: whether each is a point of a point, and its text."""
    found: list[Worth] = []
    for is_inner, text in points:
        marks = closing_marks(text)
        if is_inner and found:
            found[-1] = found[-1]._replace(inner=(*found[-1].inner, marks))
        else:
            found.append(Worth(marks))
    return tuple(found)


def shares_right(points: Sequence[Worth], total: float) -> bool:
    """Whether points make the total, and those of each point its marks. Where none are printed, nothing is wrong."""
    given = [point.marks for point in points if point.marks is not None]
    if given and sum(given) != total:
        return False
    for marks, inner in points:
        said = tuple(mark for mark in inner if mark is not None)
        if marks is not None and said and len(said) == len(inner) and marks not in _sums(said):
            return False
    return True


def level(text: str) -> tuple[float, float] | None:
    """The lowest and highest marks of a level: 7～8分, 0–3 marks."""
    found = _LEVEL.fullmatch(text)
    return (float(found[1]), float(found[2] or found[1])) if found else None


def levels_right(levels: Sequence[tuple[float, float]], total: float) -> bool:
    """Whether levels, best first, lie apart and within the total."""
    return all(low <= high <= total for low, high in levels) and all(
        below[1] < above[0] for above, below in pairwise(levels)
    )


def total_said(text: str) -> list[float]:
    """The totals of a paper that a text speaks of: 满分：100分, Total: 100 marks."""
    return [float(number) for number in _TOTAL.findall(text)]
