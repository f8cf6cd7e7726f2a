"""Marks that do not contradict one another, and yet leave something open."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.model.question import written
from generator.review.passages import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.question import Point
    from generator.review.passages import Subject

_said = re.compile(
    r"[（(]\s*+(?:各|共)?\s*+([0-9]{1,4}(?:\.[0-9]{1,2})?)\s*([-–—~～至到]\s*[0-9.]{1,6}\s*)?(?:分|marks?|points?|pts?)\s*[）)]",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Points of which only some have marks, with no sum to share; marks in the text of a point that are not its own;
    a best level that ends below the full marks.
    """
    solution = subject.question.solution
    worths = [point.worth for point in solution.points]
    given = [worth for worth in worths if worth is not None]
    whole = subject.question.marks
    if whole is None and given and len(given) == len(worths):
        whole = sum(given, Fraction(0))
    if whole is None and given and not solution.levels:
        point = solution.points[worths.index(None)]
        values: dict[str, object] = {"given": len(given), "open": len(worths) - len(given)}
        yield Diagnostic("warning", "marks-open", point.text.location, values, "marks-open")
    if solution.levels and whole is not None:
        best = max(solution.levels, key=lambda level: level.high)
        if best.high < whole:
            values = {"name": best.name, "high": written(best.high), "marks": written(whole)}
            yield Diagnostic("warning", "level-below", best.text.location, values, "level-below")
    passages = [passage for passage in subject.passages if passage.role == "point"]
    for point, passage in zip(_all(solution.points), passages, strict=False):
        found = list(_said.finditer(passage.words))
        if found and (len(found) > 1 or found[0][2] or Fraction(found[0][1]) != point.worth):
            yield warning("marks-in-point", passage, *found[0].span())
            return


def _all(points: tuple[Point, ...]) -> Iterator[Point]:
    for point in points:
        yield point
        yield from _all(point.points)
