"""A question with one right option (单项选择题)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.kinds.choice import Choice

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.kinds.base import Reading
    from generator.model.content import Text
    from generator.source import Fields


class SingleChoice(Choice):
    name = "single_choice"

    def read(self, fields: Fields, stem: Text, report: Report) -> Reading:
        reading = super().read(fields, stem, report)
        count = len(reading.response.choices)
        if count > 1:
            report.error("one-letter", fields.location("answer"), "one-letter", count=count)
        return reading


KIND = SingleChoice()
