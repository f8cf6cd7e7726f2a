"""Showing: what the other lines of a document show of each: that it is a case, the one question of a section, filled in."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.given import given_in
from generator.exchange.interpret.lexers.numerals import SECTIONS
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.interpret.words.titles import CASES, NOTE_TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.lexers.headings import Heading
    from generator.exchange.interpret.pieces.sightings import Sighting

COUNTING = ("1.", "第1题", "(1)", "(一)", "1)", "1.1")
_OFTEN = 3  # times a word begins a question, when it does so in a document


_FILLED = re.compile(r"\( {0,2}[^() _]")


def given(sightings: Sequence[Sighting]) -> list[bool]:
    """For each piece, whether it has an answer in its bracket: a letter, a sign, under a heading of blanks any words."""
    given = []
    blanks = False
    for s in sightings:
        if s.heading is not None and _is_section(s):
            blanks = type_of(s.heading.title) == "fill_blank"
        held = s.number is not None and (
            given_in(s.piece.flat) or (blanks and s.heading is None and _FILLED.search(s.piece.flat))
        )
        given.append(bool(held))
    return given


def asked(sightings: Sequence[Sighting]) -> list[bool]:
    """For each piece, whether its label is one that begins questions here, time and again, and stands by no number: Q:"""
    words = [
        s.label.word
        if s.label is not None
        and s.label.kind == "stem"
        and s.number is None
        and s.piece.flat[s.body :].strip()
        else ""
        for s in sightings
    ]
    alone = False  # whether the piece before is nothing but a number
    for at, s in enumerate(sightings):
        if not s.piece.blank:
            words[at] = "" if alone else words[at]
            alone = s.number is not None and s.number.end >= len(s.piece.flat)
    counts = Counter(words)
    return [bool(word) and counts[word] >= _OFTEN for word in words]


def over_first(sightings: Sequence[Sighting]) -> list[bool]:
    """For each piece, whether the next is the first of what counts."""
    over = [False] * len(sightings)
    first = False
    for at in range(len(sightings) - 1, -1, -1):
        s = sightings[at]
        if not s.piece.blank:
            over[at] = first
            first = s.number is not None and s.number.value == 1 and s.number.manner in COUNTING
    return over


def cases(sightings: Sequence[Sighting]) -> list[bool]:
    """For each piece, whether it is a case with a number, below which questions count from 1: 案例一."""
    cased = [False] * len(sightings)
    open_ = -1
    for at, s in enumerate(sightings):
        if s.number is not None and s.number.word in CASES:
            open_ = at if s.heading is not None else -1
        elif s.label is not None and s.label.kind != "stem":
            open_ = -1
        elif open_ >= 0 and s.number is not None and s.number.manner in _PARTS and s.number.value == 1:
            cased[open_] = s.asks > 0 or (s.label is not None)
            open_ = -1
    if any(cased):  # the others are like it
        return [s.number is not None and s.number.word in CASES and s.heading is not None for s in sightings]
    return cased


_PARTS = ("1.", "1)", "第1题")


def lone(sightings: Sequence[Sighting], cased: Sequence[bool]) -> list[bool]:
    """For each piece, whether it begins what stands under the heading of a section that has one question, without a number."""
    lone = [False] * len(sightings)
    begun = -1  # the first piece under a heading
    plain = asks = labelled = False
    for at in range(len(sightings) + 1):
        s = sightings[at] if at < len(sightings) else None
        if s is not None and s.piece.blank:
            continue
        if s is None or s.key is not None or (s.heading is not None and (_is_section(s) or cased[at])):
            if begun >= 0 and plain and asks:
                lone[begun] = True
            headed = s is not None and s.key is None
            begun, plain, labelled = -1, headed, False
            heading = s.heading if s is not None and headed else None
            asks = heading is not None and bool(
                heading.total or heading.each or heading.count == 1 or _name(heading).endswith("题")
            )
            plain = plain and heading is not None and not heading.title.endswith(NOTE_TITLES)
        elif begun < 0:
            begun, asks = at, asks or s.asks >= 1.0
        if (
            s is not None
            and at >= begun >= 0
            and (s.number is not None or s.label is not None)
            and not labelled
        ):
            labelled = s.label is not None and s.label.kind != "stem" and at > begun
            plain = plain and labelled
    return lone


def _name(heading: Heading) -> str:
    """What a heading is called, without what it says in brackets: 附加题（不计入总分）."""
    return heading.title.replace("（", "(").partition("(")[0].rstrip()


def _is_section(s: Sighting) -> bool:
    return s.number is not None and s.number.manner in SECTIONS
