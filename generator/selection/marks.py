"""A solution's marks, scaled from the question's own to the section's, in halves that still add up."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.question import Level, Marks, Point, Solution

HALF = Fraction(1, 2)


def own_marks(solution: Solution) -> Marks | None:
    """What the marks inside a question add up to: as declared, else of its points, else of its best level."""
    if solution.marks is not None:
        return solution.marks
    given = [point.marks for point in solution.points]
    if given and all(marks is not None for marks in given):
        return sum((marks for marks in given if marks is not None), Fraction(0))
    return max((level.high for level in solution.levels), default=None)


def scaled(solution: Solution, marks: Marks | None) -> Solution:
    """The solution as it stands in a section that gives the question `marks`; None: without any marks."""
    if marks is None:
        return solution._replace(points=tuple(_unmarked(p) for p in solution.points), marks=None)
    own = own_marks(solution)
    return solution._replace(
        points=_shared(solution.points, own, marks),
        levels=_levels(solution.levels, own or marks, marks),
        marks=marks,
    )


def _unmarked(point: Point) -> Point:
    return point._replace(marks=None, points=tuple(_unmarked(p) for p in point.points))


def _shared(points: tuple[Point, ...], own: Marks | None, marks: Marks) -> tuple[Point, ...]:
    """`marks` shared among points in proportion to theirs; those without share evenly what is left of `own`."""
    if not points:
        return ()
    given = sum((p.marks for p in points if p.marks is not None), Fraction(0))
    unmarked = sum(p.marks is None for p in points)
    left = max((marks if own is None else own) - given, Fraction(0))
    weights = [left / unmarked if p.marks is None else p.marks for p in points]
    shares = apportion(weights, marks)
    return tuple(
        point._replace(marks=share, points=_inner(point, share))
        for point, share in zip(points, shares, strict=True)
    )


def _inner(point: Point, share: Marks) -> tuple[Point, ...]:
    """Points of a point print marks only when the author gave some of them."""
    if any(p.marks is not None for p in point.points):
        return _shared(point.points, point.marks, share)
    return tuple(_unmarked(p) for p in point.points)


def apportion(weights: Sequence[Fraction], marks: Marks) -> list[Fraction]:
    """`marks` in halves by weight, by largest remainder, earlier ones first among equals.

    Each positive weight gets at least a half where there are enough.
    """
    total = sum(weights, Fraction(0))
    if not total:
        weights, total = [Fraction(1)] * len(weights), Fraction(len(weights))
    units = marks / HALF
    quotas = [weight * units / total for weight in weights]
    if all(quota.denominator == 1 for quota in quotas):
        return [quota * HALF for quota in quotas]
    shares = [math.floor(quota) for quota in quotas]
    if sum(quota > 0 for quota in quotas) <= units:
        shares = [max(share, 1 if quota > 0 else 0) for share, quota in zip(shares, quotas, strict=True)]
    order = sorted(range(len(shares)), key=lambda k: (shares[k] - quotas[k], k))
    over = sum(shares) - math.floor(units)
    while over < 0:  # hand out what is left, to those furthest below their quota
        k = min(order, key=lambda k: (shares[k] - quotas[k], k))
        shares[k] += 1
        over += 1
    while over > 0:  # take back what the smallest were given, from those furthest above
        k = max((k for k in order if shares[k] > 1), key=lambda k: (shares[k] - quotas[k], k))
        shares[k] -= 1
        over -= 1
    return [share * HALF for share in shares]


def _levels(levels: tuple[Level, ...], own: Marks, marks: Marks) -> tuple[Level, ...]:
    """Ranges scaled to halves: best first, none overlapping the one above it."""
    if own == marks:
        return levels
    found: list[Level] = []
    ceiling = marks
    for level in levels:
        high = min(_halves(level.high * marks / own), ceiling)
        low = min(_halves(level.low * marks / own), high)
        found.append(level._replace(low=max(low, Fraction(0)), high=max(high, Fraction(0))))
        ceiling = low - HALF
    return tuple(found)


def _halves(value: Fraction) -> Fraction:
    return Fraction(math.floor(value / HALF + HALF)) * HALF
