"""Lists of a text that teaches: in a book with exercises, 使用时要注意三点： stands over a list and no questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.sightings import Sighting

_EXERCISES = re.compile(
    r"(?:第.{1,4}[章节课讲] ?|本[章节课] ?)?"
    r"(?:思考与(?:练习|讨论)|复习与思考|练习与思考|复习思考题?|课后(?:练习|习题|思考)题?|思考练习题?"
    r"|[章节]?(?:习题|练习|作业)"
    r"|exercises|review questions|questions for review|practice questions)[0-9一二三四五六七八九十]{0,2}:?"
)
_ASKS = re.compile(r"题|问|答|练习|选择|填|questions?|answer|choose")
_LISTED = ("1.", "1)", "(1)", "①")
_LEAD = 80  # characters that a line over a list has at most


def without_lists(sightings: list[Sighting]) -> list[Sighting]:
    """Sightings without the numbers of lists that stand in the text above the exercises of a book."""
    if not any(_is_exercise(s) for s in sightings):
        return sightings
    found = list(sightings)
    exercise = 0  # the order of the heading of the open exercises; 9 where the document has none
    lead = False
    manner, due = "", 0
    for at, s in enumerate(sightings):
        if s.piece.blank:
            continue
        if s.key is not None:
            break
        if _is_exercise(s):
            exercise = s.piece.line.heading or 9
        elif exercise and _is_chapter(s, exercise):
            exercise = 0
        number = s.number if s.number is not None and s.number.manner in _LISTED else None
        begins = lead and number is not None and number.value == 1
        if not exercise and number and (begins or (number.manner, number.value) == (manner, due)):
            found[at] = s._replace(number=None, heading=None, entries=None, asks=0.0, body=0, series=())
            manner, due = number.manner, number.value + 1
        elif s.number is None:
            manner = manner if not s.piece.line.heading else ""
        lead = _leads(s)
    return found


def _is_exercise(s: Sighting) -> bool:
    words = s.piece.flat[s.number.end :] if s.number else s.piece.flat
    return s.label is None and _EXERCISES.fullmatch(words.strip(" []()")) is not None


def _is_chapter(s: Sighting, order: int) -> bool:
    """Whether a heading ends the exercises before it."""
    if s.piece.line.heading:
        return s.piece.line.heading <= order
    return s.number is not None and s.number.manner == "part"


def _leads(s: Sighting) -> bool:
    words = s.piece.flat
    return s.number is None and words.endswith(":") and len(words) <= _LEAD and not _ASKS.search(words)
