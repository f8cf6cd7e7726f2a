"""Rows of sums that a table's reader took for questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.review.passages import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.review.passages import Subject

_total = re.compile(
    r"\W*(?:合计|总计|小计|共计|总分|总和|(?:grand\s|sub-?)?total|sum)(?:\s*[：:]?\s*\d+(?:\.\d+)?\s*分?)?\W*",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    stem = subject.passages[0]
    if stem.role == "stem" and len(stem.words) < 30 and _total.fullmatch(stem.words):
        yield warning("stem-is-total", stem, 0, len(stem.words.rstrip()))
