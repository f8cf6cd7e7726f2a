"""Scores: how marks are written beside what earns them, （5分）, [2 marks], 7-8分. Patterns for text as `flat` makes it."""

from __future__ import annotations

import re

FIGURE = r"[0-9]{1,3}(?:\.[0-9]{1,2})?"
UNIT = r"(?:分|marks?|points?|pts)"
SPAN = rf"{FIGURE} ?{UNIT}?(?: ?(?:-{{1,2}}|~|至|到|to) ?{FIGURE})? ?{UNIT}?"
"""Marks, or from how many to how many; with a unit or without."""
SPAN_IN_UNITS = rf"{FIGURE} ?{UNIT}?(?: ?(?:-{{1,2}}|~|至|到|to) ?{FIGURE})? ?{UNIT}"
BRACKETED = rf"[(\[] ?(?:计|得|共)?({FIGURE}) ?{UNIT} ?[)\]]"
"""Marks in brackets; the group is the figure."""
SCORE = re.compile(BRACKETED)
