"""Surroundings: what stands around a line speaks for what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.entries import GIVEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.pieces.sightings import Sighting

_COUNTING = ("1.", "第1题", "(1)", "(一)", "1)")
_STOPS = re.compile(r"[,;:?!。、()]")
_NEAR = 14  # pieces between a stem without a number and its answer
_BETWEEN = frozenset(("competencies", "difficulty", "minutes", "marks", "type", "tags", "options", "source"))
"""Labels that may stand between a stem and its answer."""


class Surroundings:
    """A document's sightings, and of each, by its place, what the others around it show.

    `ahead`: an answer follows it; `opens`: it may be a heading by where it stands; `alone`: it begins a question in a
    document without numbers; `given`: it has an answer in its bracket. `begin` is the first that is no bullet.
    """

    __slots__ = ("ahead", "alone", "begin", "given", "opens", "sightings")

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.sightings = sightings
        self.ahead = _answers_ahead(sightings)
        self.opens = _before_first_numbers(sightings)
        self.alone = _stems_alone(sightings)
        self.given = [s.number is not None and GIVEN.search(s.piece.flat) is not None for s in sightings]
        self.begin = next((i for i, s in enumerate(sightings) if not s.piece.blank and not _is_bullet(s)), 0)


def _is_bullet(s: Sighting) -> bool:
    return s.number is not None and s.number.manner == "-"


def _before_first_numbers(sightings: Sequence[Sighting]) -> list[float]:
    """How much it speaks for a heading that it stands by itself over a line with a number."""
    found = [0.0] * len(sightings)
    told = [at for at, s in enumerate(sightings) if not s.piece.blank]
    apart = sum(at > 0 and sightings[at - 1].piece.blank for at in told)
    spread = apart > 0.6 * len(told)  # blank lines between all lines set nothing apart
    following: Sighting | None = None
    for at in reversed(told):
        s = sightings[at]
        number = following.number if following else None
        if s.heading is not None and number is not None and number.manner in _COUNTING:
            bare = (
                s.number is None
                and s.label is None
                and len(s.piece.text) <= 16
                and not _STOPS.search(s.piece.flat)
            )
            if bare and not spread and at > 0 and sightings[at - 1].piece.blank:
                found[at] = 3.0
            elif bare and len(s.piece.text) <= 10 and _ends_before(sightings, at):
                found[at] = 2.4
            elif number.value == 1:
                found[at] = 0.4
            found[at] = min(s.heading.cost, found[at])
        following = s
    return found


def _ends_before(sightings: Sequence[Sighting], at: int) -> bool:
    """Whether the line before is the end of a sentence, or a title."""
    before = next((s for s in reversed(sightings[max(at - 3, 0) : at]) if not s.piece.blank), None)
    return before is None or before.piece.flat.endswith(("。", "?", "!", ".", ";"))


_FEWEST = 3  # stems without numbers that make a pattern


def _stems_alone(sightings: Sequence[Sighting]) -> list[bool]:
    """For each piece, whether it begins a question in a document whose questions have neither numbers nor labels.

    There stems are bold and answers are not, or stems ask and answers do not.
    """
    alone = [False] * len(sightings)
    told = [at for at, s in enumerate(sightings) if not s.piece.blank]
    if any(_is_marked(sightings[at]) for at in told):
        return alone
    bold = [at for at in told if sightings[at].bold and _may_be_stem(sightings[at])]
    asking = [at for at in told if sightings[at].asks >= 1.0 and _may_be_stem(sightings[at])]
    if sum(sightings[at].asks > 0 for at in bold) < 0.6 * len(bold):
        bold = []
    stems = bold if len(bold) >= _FEWEST else asking
    places = {at: n for n, at in enumerate(told)}
    ends = [*(places[at] for at in stems[1:]), len(told)]
    answered = sum(end - places[at] > 1 for at, end in zip(stems, ends, strict=True)) if stems else 0
    if len(stems) >= _FEWEST and answered >= 0.6 * len(stems):
        for at in stems:
            alone[at] = True
    return alone


def _is_marked(s: Sighting) -> bool:
    """Whether a piece shows that questions are told by numbers or labels."""
    if s.label is not None:
        return s.label.kind in ("answer", "umbrella", "points", "approach", "stem", "analysis")
    return s.number is not None and not s.number.weak and s.number.manner in _COUNTING and s.asks >= 1.0


def _may_be_stem(s: Sighting) -> bool:
    return (
        s.number is None
        and s.label is None
        and not s.piece.line.heading
        and s.piece.line.role == "text"
        and (s.asks > 0 or len(s.piece.text) >= 12)
    )


def _answers_ahead(sightings: Sequence[Sighting]) -> list[bool]:
    """For each piece without number or label, whether an answer follows before anything else begins."""
    ahead = [False] * len(sightings)
    distance = _NEAR + 1
    for at in range(len(sightings) - 1, -1, -1):
        s = sightings[at]
        if s.piece.blank:
            continue
        if s.label is not None and s.label.kind != "stem":
            if s.label.kind in ("answer", "umbrella", "points", "approach") and not s.number:
                distance = 0
            else:
                distance = distance + 1 if s.label.kind in _BETWEEN else _NEAR + 1
            continue
        distance += 1
        ahead[at] = (distance <= _NEAR and (s.number is None or s.number.weak)) or bool(
            s.label and distance <= _NEAR
        )
    return ahead
