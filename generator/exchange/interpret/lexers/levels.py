"""Levels: how a line names a level of a mark scheme, 优秀（7-8分）：…, 7-8分（优秀）：…, and where several stand in one."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from generator.exchange.interpret.lexers.scores import FIGURE, SPAN, SPAN_IN_UNITS, UNIT

RANGE = rf"{SPAN}(?:以[上下])?"
_RANGE = re.compile(RANGE)
_FIGURE = re.compile(FIGURE)
_NAMED = re.compile(
    r"(?:[-•·●*] ?|\(?[0-9①-⑨一二三四五]{1,2}[.、)] ?)?"
    r"(?P<name>[^\s:()\[\]0-9,。;]{1,12}?(?: ?[^\s:()\[\]0-9,。;]{1,12})?) ?[:,]? ?"
    rf"(?:\((?P<a>{RANGE})\)|\[(?P<b>{RANGE})\]|(?P<c>{SPAN_IN_UNITS})) ?[:,-]? ?"
)
_MARKED = re.compile(rf"(?:[-•·●*] ?)?(?P<c>{SPAN_IN_UNITS}) ?(?:\((?P<name>[^()]{{1,12}})\))? ?[:,-]? ?")
_NEXT = re.compile(
    r"(?<=[;。.]) ?(?=[^\s:()\[\]0-9,。;]{1,8} ?[(:]? ?[0-9]{1,3}(?:\.[0-9])? ?(?:-|~|至|到|分)"
    rf"|[0-9]{{1,3}} ?(?:-|~|至|到)? ?[0-9]{{0,3}} ?{UNIT} ?[:(-])"
    rf"|(?<=[,\s])(?=[^\s:()\[\]0-9,。;]{{1,8}} ?(?:[(\[] ?{SPAN_IN_UNITS} ?[)\]]|: ?{FIGURE} ?-{{1,2}} ?{FIGURE} ?{UNIT}?[:,;]))"
)


class Head(NamedTuple):
    """What names a level: where its `name` stands (the marks where it has no other), its marks, where its text begins."""

    name: tuple[int, int]
    marks: tuple[Fraction, Fraction]
    end: int


def head_of(flat: str, start: int = 0) -> Head | None:
    """The head that a level has at `start`; None for none."""
    found = _NAMED.match(flat, start) or _MARKED.match(flat, start)
    if found is None:
        return None
    groups = found.groupdict()
    marks = next(name for name in ("a", "b", "c") if groups.get(name))
    span = span_of(found[marks])
    return Head(found.span("name" if found["name"] else marks), span, found.end()) if span else None


def heads_in(flat: str) -> list[int]:
    """Where levels begin in a line."""
    starts = [0, *(found.end() for found in _NEXT.finditer(flat) if found.end())]
    return [start for start in starts if head_of(flat, start)]


def span_of(written: str) -> tuple[Fraction, Fraction] | None:
    """The least and the most marks that words state; None for none."""
    found = _RANGE.match(written.strip())
    if found is None:
        return None
    figures = [Fraction(figure) for figure in _FIGURE.findall(found[0])]
    low, high = (Fraction(0) if "以下" in written else figures[0]), figures[-1]
    return (low, high) if low <= high else (high, low)
