"""Questions without an analysis, where the bank has one for most; else how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.question import Bank

FEW = 2  # questions that are told one by one, however small the bank


def check(banks: Sequence[Bank]) -> Iterator[Diagnostic]:
    """Each question that was left out, or one warning for a bank that rarely has analyses."""
    for bank in banks:
        asked = [
            question
            for question in bank.questions
            if question.prompt.stem and "missing-analysis" not in question.silence
        ]
        missing = [question for question in asked if not question.solution.analysis]
        if len(missing) <= max(FEW, len(asked) // 2):
            for question in missing:
                values: dict[str, object] = {"id": question.id}
                yield Diagnostic("warning", "missing-analysis", question.location, values, "missing-analysis")
        else:
            values = {"count": len(missing), "all": len(bank.questions)}
            yield Diagnostic("warning", "missing-analyses", bank.location, values, "missing-analyses")
