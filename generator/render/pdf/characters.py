"""What a character is to a line: what may begin or end it, and what stands between two neighbours.

After W3C clreq and GB/T 15834. Full-width marks are known by their side: closing ones stand in the left half
of their em, opening ones in the right half, so that the other half can be taken back.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import NamedTuple


class Kind(IntEnum):
    """Kinds of item edges. A Latin word may begin and end in different ones."""

    HAN = 0
    OPEN = 1  # full-width, never at a line's end, blank on its left
    CLOSE = 2  # full-width, never at a line's start, blank on its right
    CENTRED = 3  # full-width, never at a line's start, no half to take back: … — ～ ％
    PREFIX = 4  # never at a line's end: ￥
    OPERATOR = 5  # between numbers: ×
    LATIN = 6  # a letter
    DIGIT = 7
    LATIN_OPEN = 8  # ( [ {
    LATIN_CLOSE = 9  # ) , .
    LATIN_MARK = 10  # other ASCII punctuation
    BLANK = 11  # a rule to write on
    WIDE_SPACE = 12


OPENING = frozenset("（《〈「『【〔〖［｛“‘")
CLOSING = frozenset("，。、；：？！”’）》〉」』】〕〗］｝．｡､")
CENTRED = frozenset("…—―～·・‧％‰℃℉〜°")
PREFIXES = frozenset("￥＄￡")
OPERATORS = frozenset("×÷±＋－＝＜＞≤≥≠≈／→∶")
CONTEXTUAL = frozenset("“”‘’…—·")  # full-width in Chinese only

_LATIN_EDGES = {
    **dict.fromkeys("([{“‘", Kind.LATIN_OPEN),
    **dict.fromkeys(")]},.;:!?”’…", Kind.LATIN_CLOSE),
    **dict.fromkeys("\"'/\\-–—_|·", Kind.LATIN_MARK),
    **dict.fromkeys("0123456789", Kind.DIGIT),
}


def full_width_kind(char: str) -> Kind:
    """Of a character that takes an em to itself."""
    if char in CLOSING:
        return Kind.CLOSE
    if char in OPENING:
        return Kind.OPEN
    if char in CENTRED:
        return Kind.CENTRED
    if char in PREFIXES:
        return Kind.PREFIX
    if char in OPERATORS:
        return Kind.OPERATOR
    return Kind.WIDE_SPACE if char == "\u3000" else Kind.HAN


def latin_kind(char: str) -> Kind:
    """Of a Latin word's first or last character."""
    return _LATIN_EDGES.get(char, Kind.LATIN)


NEVER = 1e6
"""The penalty of a place where a line never ends."""


class Between(NamedTuple):
    """What stands between two items."""

    gap: float
    shrink: float  # how much of it may be given up
    stretch: bool  # whether justification may widen it
    penalty: float  # of ending a line here


HALF = 0.5
QUARTER = 0.25
_NUMBER_AND_HAN = 4.0  # 8分, 120公里: better kept together, but not at the price of gaps
_FULL = frozenset((Kind.HAN, Kind.OPEN, Kind.CLOSE, Kind.CENTRED, Kind.PREFIX, Kind.WIDE_SPACE))
_NO_START = frozenset((Kind.CLOSE, Kind.CENTRED, Kind.LATIN_CLOSE, Kind.WIDE_SPACE))
_NO_END = frozenset((Kind.OPEN, Kind.PREFIX, Kind.LATIN_OPEN))
_NARROW = frozenset((Kind.LATIN, Kind.DIGIT, Kind.BLANK))
WITH_BODY = frozenset((Kind.HAN, Kind.LATIN, Kind.DIGIT, Kind.BLANK))
"""Kinds that make a last line look like a line; punctuation does not."""

_LATIN = frozenset((Kind.LATIN, Kind.DIGIT, Kind.LATIN_OPEN, Kind.LATIN_CLOSE, Kind.LATIN_MARK))


def _between(left: Kind, right: Kind) -> Between:
    in_latin = left in _LATIN or right in _LATIN
    both_latin = left in _LATIN and right in _LATIN
    if right in _NO_START or left in _NO_END or both_latin or (Kind.OPERATOR in (left, right) and in_latin):
        penalty = NEVER
    else:
        penalty = _NUMBER_AND_HAN if left is Kind.DIGIT and right is Kind.HAN else 0.0
    if (left is Kind.CLOSE and right in (Kind.CLOSE, Kind.OPEN)) or (left is right is Kind.OPEN):
        return Between(-HALF, 0.0, False, penalty)
    if (left is Kind.HAN and right in _NARROW) or (left in _NARROW and right is Kind.HAN):
        return Between(QUARTER, QUARTER / 2, True, penalty)
    if left is Kind.CLOSE or right is Kind.OPEN:  # the blank half may give way
        return Between(0.0, HALF, True, penalty)
    stretch = (left in _FULL or right in _FULL) and not (left is right is Kind.CENTRED)
    return Between(0.0, 0.0, stretch, penalty)


@cache
def between(size: float) -> tuple[tuple[Between, ...], ...]:
    """between(size)[left][right]: what stands between two items without a space in the source, in points."""

    def scaled(left: Kind, right: Kind) -> Between:
        ems = _between(left, right)
        return ems._replace(gap=ems.gap * size, shrink=ems.shrink * size)

    return tuple(tuple(scaled(left, right) for right in Kind) for left in Kind)


def takes_space(left: Kind, right: Kind) -> float | None:
    """The width in ems of a space typed in Chinese text between these; None: the face's own."""
    if {left, right} & {Kind.OPEN, Kind.CLOSE, Kind.CENTRED, Kind.WIDE_SPACE}:
        return 0.0
    return None if left is right is Kind.HAN or (left in _LATIN and right in _LATIN) else QUARTER
