"""Marks inside a question must not contradict one another: points, levels and the declared sum."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Location, Report
    from generator.model.question import Marks, Point, Solution


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
    _check_points(declared, solution.points, points_at, report)
    for point in solution.points:
        _check_nested(point, report)
    _check_levels(declared, solution, levels_at, report)


def _check_nested(point: Point, report: Report) -> None:
    if any(inner.marks is not None for inner in point.points):
        _check_points(point.marks, point.points, point.points[0].text.location, report)
    for inner in point.points:
        _check_nested(inner, report)


def _check_points(whole: Marks | None, points: tuple[Point, ...], location: Location, report: Report) -> None:
    given = [p.marks for p in points if p.marks is not None]
    if not given or whole is None:
        return
    total = sum(given, Fraction(0))
    open_ones = len(points) - len(given)
    values = {"total": written(total), "marks": written(whole)}
    if total > whole or (total < whole and not open_ones):
        report.error("points-sum", location, "points-sum", **values)
    elif total == whole and open_ones:
        report.error("nothing-left", location, "nothing-left", count=open_ones, **values)


def _check_levels(
    declared: Marks | None, solution: Solution, levels_at: Sequence[Location], report: Report
) -> None:
    whole = declared
    given = [p.marks for p in solution.points if p.marks is not None]
    if whole is None and given and len(given) == len(solution.points):
        whole = sum(given, Fraction(0))
    above = None
    for level, where in zip(solution.levels, levels_at, strict=True):
        if whole is not None and level.high > whole:
            values = {"name": level.name, "high": written(level.high), "marks": written(whole)}
            report.error("level-above", where, "level-above", **values)
        if above is not None and level.high >= above.low:
            values = {"name": level.name, "above": above.name}
            report.error("level-order", where, "level-order", **values)
        above = level
