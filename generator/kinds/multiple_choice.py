"""A question with several right options (多项选择题)."""

from __future__ import annotations

from generator.kinds.choice import Choice


class MultipleChoice(Choice):
    name = "multiple_choice"


KIND = MultipleChoice()
