"""A solution's marks, scaled from the question's own to the section's, in halves that still add up."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.question import Level, Marks, Point, Solution

HALF = Fraction(1, 2)
NOTHING = Fraction(0)


def own_marks(solution: Solution, marks: Marks) -> Marks:
    """What the marks inside a question add up to: as declared, else of its points, else of its best level.

    Points without marks leave it open: then it is `marks`, the section's, if that leaves them something,
    else as much as if each weighed as the others do on average.
    """
    if solution.marks:
        return solution.marks
    given = [worth for point in solution.points if (worth := point.worth) is not None]
    total = sum(given, NOTHING)
    if total and len(given) == len(solution.points):
        return total
    best = max((level.high for level in solution.levels), default=NOTHING)
    if best:
        return best
    return marks if total < marks else total * len(solution.points) / len(given)


def scaled(solution: Solution, marks: Marks | None) -> Solution:
    """The solution as it stands in a section that gives the question `marks`; None: without any marks."""
    if marks is None:
        return solution._replace(points=tuple(_unmarked(p) for p in solution.points), marks=None)
    own = own_marks(solution, marks)
    points = _shared(solution.points, own, marks)
    return solution._replace(
        points=points,
        levels=solution.levels if own == marks else _levels(solution.levels, own, marks, points),
        marks=marks,
    )


def _unmarked(point: Point) -> Point:
    return point._replace(marks=None, points=tuple(_unmarked(p) for p in point.points))


def _shared(points: tuple[Point, ...], own: Marks, marks: Marks) -> tuple[Point, ...]:
    """`marks` shared among points in proportion to theirs; those without share evenly what is left of `own`.

    A point that gets nothing has no marks to print.
    """
    worths = [point.worth for point in points]
    given = sum((worth for worth in worths if worth is not None), NOTHING)
    bare = worths.count(None)
    left = max(own - given, NOTHING)
    if own == marks and given <= own and (bare or given == own):  # nothing to scale: what is given stays
        rest = iter(apportion([Fraction(1)] * bare, left))
        shares = [next(rest) if worth is None else worth for worth in worths]
    else:
        shares = apportion([left / bare if worth is None else worth for worth in worths], marks)
    return tuple(
        point._replace(marks=share, points=_inner(point, share)) if share else _unmarked(point)
        for point, share in zip(points, shares, strict=True)
    )


def _inner(point: Point, share: Marks) -> tuple[Point, ...]:
    """Points of a point print marks only when the author gave some of them."""
    if any(p.worth is not None for p in point.points):
        worth = point.worth
        return _shared(point.points, share if worth is None else worth, share)
    return tuple(_unmarked(p) for p in point.points)


def apportion(weights: Sequence[Fraction], marks: Marks) -> list[Fraction]:
    """`marks` in halves by weight, by largest remainder, earlier ones first among equals.

    Each positive weight gets at least a half where there are enough. A larger weight never gets less. Marks
    that are no halves themselves go by the largest unit of which they and halves are multiples.
    """
    if not weights:
        return []
    unit = Fraction(1, math.lcm(HALF.denominator, marks.denominator))
    total = sum(weights, NOTHING)
    if not total:
        weights, total = [Fraction(1)] * len(weights), Fraction(len(weights))
    units = int(marks / unit)
    quotas = [weight * units / total for weight in weights]
    least = 1 if sum(quota > 0 for quota in quotas) <= units else 0
    shares = [max(math.floor(quota), least if quota else 0) for quota in quotas]
    over = sum(shares) - units
    for _ in range(-over):  # hand out what is left, to those furthest below their quota
        k = min(range(len(shares)), key=lambda k: (shares[k] - quotas[k], k))
        shares[k] += 1
    for _ in range(over):  # take back what the smallest were given, from those furthest above
        k = max((k for k in range(len(shares)) if shares[k] > 1), key=lambda k: (shares[k] - quotas[k], k))
        shares[k] -= 1
    return [share * unit for share in shares]


def _levels(
    levels: tuple[Level, ...], own: Marks, marks: Marks, points: tuple[Point, ...]
) -> tuple[Level, ...]:
    """Ranges scaled from `own` marks to `marks`, best first, none overlapping the one above it.

    They go by halves when anybody can get a half, else by whole marks. Levels without a gap between them get none,
    and each leaves something to each level below it where there is enough.
    """
    written = [value for level in levels for value in (level.low, level.high)]
    step = Fraction(1) if all(value.denominator == 1 for value in written) else HALF
    unit = HALF if marks.denominator != 1 or _any_half(points) or marks < len(levels) - 1 else step
    found: list[Level] = []
    ceiling = marks
    for k, level in enumerate(levels):
        floor = max(min((len(levels) - 1 - k) * unit, ceiling), NOTHING)
        adjoins = k > 0 and levels[k - 1].low - level.high <= step
        high = ceiling if adjoins else min(_rounded(level.high * marks / own, unit), ceiling)
        high = max(high, floor)
        low = min(max(_rounded(level.low * marks / own, unit), floor), high)
        found.append(level._replace(low=low, high=high))
        ceiling = low - unit
    return tuple(found)


def _any_half(points: tuple[Point, ...]) -> bool:
    return any((p.marks is not None and p.marks.denominator != 1) or _any_half(p.points) for p in points)


def _rounded(value: Fraction, unit: Fraction) -> Fraction:
    return math.floor(value / unit + HALF) * unit
