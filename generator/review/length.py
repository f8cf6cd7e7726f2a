"""Questions that are too long for their minutes or marks.

A candidate reads 300 Han or 200 English words a minute and writes 25 or 15. A model answer says more than anyone
writes, and may be spoken: it is too long only at six times that pace. A mark stands for a minute.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.model.question import written
from generator.review.passages import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.review.passages import Passage, Subject

HAN_READ = 300
WORDS_READ = 200
HAN_WRITTEN = 25
WORDS_WRITTEN = 15
MORE_THAN_WRITTEN = 6

_han = re.compile(f"[{HAN}]")
_word = re.compile(r"[0-9A-Za-z]+(?:['’.-][0-9A-Za-z]+)*")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A stem that cannot be read, or an answer that cannot be given, in the time there is."""
    question = subject.question
    time = question.marks if question.minutes is None else Fraction(question.minutes)
    if time is None:
        return
    read = [passage for passage in subject.passages if passage.role in ("stem", "option")]
    answer = [passage for passage in subject.passages if passage.role in ("answer", "point")]
    if _letters(read) <= time * HAN_READ and _letters(answer) <= time * HAN_WRITTEN * MORE_THAN_WRITTEN:
        return  # no word is shorter than the space behind it and half a Han
    reading = _minutes(read, HAN_READ, WORDS_READ)
    writing = _minutes(answer, HAN_WRITTEN, WORDS_WRITTEN)
    for code, passages, needed, most in (
        ("too-long-to-read", read, reading, time),
        ("too-long-to-answer", answer, writing, time * MORE_THAN_WRITTEN),
    ):
        if needed > most:
            values: dict[str, object] = {"given": written(time), "needed": math.ceil(needed)}
            yield Diagnostic("warning", code, passages[0].text.location, values, code)


def _letters(passages: list[Passage]) -> int:
    return sum(len(passage.bare) for passage in passages)


def _minutes(passages: list[Passage], han: int, words: int) -> float:
    return sum(
        len(_han.findall(passage.bare)) / han + len(_word.findall(passage.bare)) / words
        for passage in passages
    )
