"""Marks that do not contradict one another, and yet leave something open."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.review.passages import Subject


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Points of which only some have marks, with no sum to share; a best level that ends below the full marks."""
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
