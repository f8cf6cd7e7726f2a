"""A short-answer question (简答题): like an essay, with less room to write."""

from __future__ import annotations

from generator.kinds.base import Kind


class ShortAnswer(Kind):
    name = "short_answer"
    fields = ("lines",)
    prose = True
    space = "lines"


KIND = ShortAnswer()
