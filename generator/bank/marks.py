"""Marks inside a question must not contradict one another: points, levels and the declared sum."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Location, Report
    from generator.model.question import Marks, Point, Solution
    from generator.source import Fields


def read_marks(fields: Fields, report: Report) -> Marks | None:
    """The field `marks`, a number of halves."""
    return halves(fields.number("marks"), fields, report)


def halves(marks: Marks | None, fields: Fields, report: Report) -> Marks | None:
    """Marks as they are; those that are no halves are reported, since nobody could award them."""
    if marks is not None and (marks * 2).denominator != 1:
        report.error("marks-by-halves", fields.location("marks"), "marks-by-halves", marks=written(marks))
        return None
    return marks


def check(
    declared: Marks | None,
    solution: Solution,
    location: Location,
    levels_at: Sequence[Location],
    report: Report,
) -> None:
    """Report every contradiction in the marks of one question.

    `location` is of its marks, `levels_at` of those of each level.
    """
    if declared is not None and declared <= 0:
        report.error("marks-not-positive", location, "marks-not-positive")
        return
    points_at = solution.points[0].text.location if solution.points else location
    whole = _whole(declared, solution)
    _check_points(whole, solution.points, points_at, report)
    for point in solution.points:
        _check_nested(point, report)
    _check_levels(whole, solution, levels_at, report)


def _check_nested(point: Point, report: Report) -> None:
    if any(inner.worth is not None for inner in point.points):
        _check_points(point.marks, point.points, point.points[0].text.location, report)
    for inner in point.points:
        _check_nested(inner, report)


def _check_points(whole: Marks | None, points: tuple[Point, ...], location: Location, report: Report) -> None:
    given = [worth for p in points if (worth := p.worth) is not None]
    if not given or whole is None:
        return
    total = sum(given, Fraction(0))
    open_ones = len(points) - len(given)
    values = {"total": written(total), "marks": written(whole)}
    if total > whole or (total < whole and not open_ones):
        report.error("points-sum", location, "points-sum", **values)
    elif total == whole and open_ones:
        report.error("nothing-left", location, "nothing-left", count=open_ones, **values)


def _whole(declared: Marks | None, solution: Solution) -> Marks | None:
    """What the marks of a question must add up to: as declared, else of its points, else of its best level."""
    if declared is not None:
        return declared
    worths = [point.worth for point in solution.points]
    if worths and None not in worths:
        return sum((worth for worth in worths if worth is not None), Fraction(0))
    return max((level.high for level in solution.levels), default=None)


def _check_levels(
    whole: Marks | None, solution: Solution, levels_at: Sequence[Location], report: Report
) -> None:
    above = None
    for level, where in zip(solution.levels, levels_at, strict=True):
        if whole is not None and level.high > whole:
            values = {"name": level.name, "high": written(level.high), "marks": written(whole)}
            report.error("level-above", where, "level-above", **values)
        if above is not None and level.high >= above.low:
            values = {"name": level.name, "above": above.name}
            report.error("level-order", where, "level-order", **values)
        above = level
