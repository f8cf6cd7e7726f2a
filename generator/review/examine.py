"""All that is looked at in banks that could be read. A new check is its file and its name here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.review import (
    analysis,
    damage,
    duplicates,
    giveaway,
    length,
    marked,
    marks,
    options,
    pairs,
    remarks,
    slots,
    spacing,
    totals,
    width,
)
from generator.review.passages import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.diagnostics import Diagnostic
    from generator.model.question import Bank

OF_QUESTIONS: tuple[Callable[[Subject], Iterator[Diagnostic]], ...] = (
    marks.check,
    giveaway.check,
    marked.check,
    totals.check,
    options.check,
    length.check,
    slots.check,
    pairs.check,
    width.check,
    spacing.check,
    damage.check,
)
OF_BANKS: tuple[Callable[[Sequence[Bank]], Iterator[Diagnostic]], ...] = (
    analysis.check,
    giveaway.check_longest,
    giveaway.check_absolute,
    duplicates.check,
    remarks.check,
)
"""These leave out questions that silence them."""


def examine(banks: Sequence[Bank]) -> list[Diagnostic]:
    """Warnings about the questions of banks, without those that a question silences. The banks may have gaps."""
    found: list[Diagnostic] = []
    for bank in banks:
        for question in bank.questions:
            if not question.prompt.stem:
                continue
            subject = Subject(question)
            told = [diagnostic for check in OF_QUESTIONS for diagnostic in check(subject)]
            found += [diagnostic for diagnostic in told if diagnostic.code not in question.silence]
    for check_all in OF_BANKS:
        found += check_all(banks)
    return found
