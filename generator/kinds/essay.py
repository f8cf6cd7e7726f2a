"""An essay question (论述题、情景题): prose or points, on ruled lines."""

from __future__ import annotations

from generator.kinds.base import Kind


class Essay(Kind):
    name = "essay"
    fields = ("lines",)
    prose = True
    space = "lines"


KIND = Essay()
