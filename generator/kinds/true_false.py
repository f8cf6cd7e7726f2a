"""A statement to be judged true or false (判断题)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.kinds.base import Kind, Reading
from generator.model.content import Str
from generator.model.question import Response

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Report
    from generator.model.content import Inline, Text
    from generator.model.question import Prompt, Solution
    from generator.source import Fields

TRUE = frozenset({"true", "t", "yes", "对", "正确", "是", "√", "✓"})
FALSE = frozenset({"false", "f", "no", "错", "错误", "否", "×", "✗"})


class TrueFalse(Kind):
    name = "true_false"
    space = "bracket"

    def read(self, fields: Fields, stem: Text, report: Report) -> Reading:
        if not fields.require("answer"):
            return Reading()
        said = fields.string("answer").lower()
        if said not in TRUE | FALSE:
            if not said:  # of another shape, which was reported
                return Reading()
            report.error("not-a-truth", fields.location("answer"), "not-a-truth", found=said)
            return Reading()
        return Reading(response=Response(truth=said in TRUE))

    def response(
        self, prompt: Prompt, order: tuple[int, ...], solution: Solution, words: Mapping[str, str]
    ) -> tuple[Inline, ...]:
        return (Str(words["true"] if solution.response.truth else words["false"]),)


KIND = TrueFalse()
