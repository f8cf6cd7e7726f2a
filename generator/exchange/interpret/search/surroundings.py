"""Surroundings: what stands around a line speaks for what it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.search import showing
from generator.exchange.interpret.search.showing import COUNTING
from generator.exchange.interpret.words.labels import LEAD_ANSWERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.pieces.sightings import Sighting

_STOPS = re.compile(r"[,;:?!。、()]")
_NEAR = 14  # pieces between a stem without a number and its answer
_BETWEEN = frozenset(("competencies", "difficulty", "minutes", "marks", "type", "tags", "options", "source"))
"""Labels that may stand between a stem and its answer."""


class Surroundings:
    """A document's sightings, and of each, by its place, what the others around it show.

    `ahead`: an answer follows it; `opens`: it may be a heading by where it stands; `alone`: it begins a question in a
    document without numbers; `given`: it has an answer in its bracket; `lone`: it is all that a heading over one
    question has; `cased`: a case with a number, and questions below it count from 1; `counted`: right below it stands
    1; `asked`: it has the word that begins the questions of this document; `repeats`: another before it says the same
    behind its number. `begin` is the first that is no bullet, or the one heading of the highest order before all else.
    """

    __slots__ = (
        "ahead",
        "alone",
        "asked",
        "begin",
        "cased",
        "counted",
        "given",
        "lone",
        "opens",
        "repeats",
        "sightings",
    )

    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self.sightings = sightings
        self.ahead = _answers_ahead(sightings)
        self.opens = _before_questions(sightings, self.ahead)
        self.alone = _stems_alone(sightings)
        self.counted = showing.over_first(sightings)
        self.cased, self.lone = showing.cases(sightings), [False]
        self.lone = showing.lone(sightings, self.cased)
        for at, s in enumerate(sightings):
            if self.cased[at] and s.heading is not None:
                self.opens[at] = s.heading.cost
        self.repeats = _repeats(sightings)
        self.given = showing.given(sightings)
        self.asked = showing.asked(sightings)
        self.begin = _begin(sightings)


def _begin(sightings: Sequence[Sighting]) -> int:
    """The first piece that is no bullet; where a document has one heading of the first order, that, before all numbers."""
    first = next((i for i, s in enumerate(sightings) if not s.piece.blank and not _is_bullet(s)), 0)
    highest = min((s.piece.line.heading for s in sightings if s.piece.line.heading), default=0)
    titles = [i for i, s in enumerate(sightings) if highest and s.piece.line.heading == highest]
    if len(titles) != 1 or sightings[titles[0]].number is not None:
        return first
    above = sightings[first : titles[0]]
    return (
        first
        if any(s.label is not None or (s.number is not None and not _is_bullet(s)) for s in above)
        else titles[0]
    )


def _repeats(sightings: Sequence[Sighting]) -> list[bool]:
    seen: set[str] = set()
    found = []
    for s in sightings:
        words = s.piece.flat[s.body :].replace(" ", "")
        found.append(s.number is not None and len(words) > 4 and words in seen)
        if s.number is not None:
            seen.add(words)
    return found


def _is_bullet(s: Sighting) -> bool:
    return s.number is not None and s.number.manner == "-"


def _before_questions(sightings: Sequence[Sighting], ahead: Sequence[bool]) -> list[float]:
    """How much it speaks for a heading that it stands by itself over a line that begins a question."""
    found = [0.0] * len(sightings)
    told = [at for at, s in enumerate(sightings) if not s.piece.blank]
    apart = sum(at > 0 and sightings[at - 1].piece.blank for at in told)
    spread = apart > 0.6 * len(told)  # blank lines between all lines set nothing apart
    following: Sighting | None = None
    following_ahead = False
    for at in reversed(told):
        s = sightings[at]
        number = following.number if following else None
        if s.heading is not None and number is not None and number.manner in COUNTING:
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
            if number.manner == "1.1" and number.value == 1 and s.number is not None:
                found[at] = 3.5 * (number.word == str(s.number.value) and s.number.manner == "1.")
            found[at] = min(s.heading.cost, found[at])
        elif s.heading is not None and s.heading.shown and _asks(following, following_ahead):
            found[at] = min(s.heading.cost, 1.8)
        following, following_ahead = s, ahead[at]
    shown = [at for at in told if (heading := sightings[at].heading) is not None and heading.shown]
    if sum(found[at] > 0 for at in shown) > 1:  # the document sets its headings apart in this way
        for at in shown:
            if at > 0 and sightings[at - 1].piece.blank:
                found[at] = max(found[at], min(sightings[at].heading.cost, 1.8))  # type: ignore[union-attr]
    return found


def _asks(s: Sighting | None, ahead: bool) -> bool:
    """Whether a line without a number begins a question."""
    if s is None or s.number is not None:
        return False
    return s.label.kind == "stem" if s.label is not None else ahead and s.asks > 0


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
    stems = bold if len(bold) >= _FEWEST else _headed(sightings, told) or asking
    places = {at: n for n, at in enumerate(told)}
    ends = [*(places[at] for at in stems[1:]), len(told)]
    answered = sum(end - places[at] > 1 for at, end in zip(stems, ends, strict=True)) if stems else 0
    if len(stems) >= _FEWEST and answered >= 0.6 * len(stems):
        for at in stems:
            alone[at] = True
    return alone


def _headed(sightings: Sequence[Sighting], told: Sequence[int]) -> list[int]:
    """The deepest headings, where most of them ask."""
    deepest = max((sightings[at].piece.line.heading for at in told), default=0)
    found = [at for at in told if deepest and sightings[at].piece.line.heading == deepest]
    if any(sightings[at].number is not None or sightings[at].label is not None for at in found):
        return []
    asks = sum(sightings[at].asks > 0 for at in found)
    return found if len(found) >= _FEWEST and asks >= 0.6 * len(found) else []


def _is_marked(s: Sighting) -> bool:
    """Whether a piece shows that questions are told by numbers or labels."""
    if s.label is not None:
        return s.label.kind in LEAD_ANSWERS or s.label.kind in ("stem", "analysis")
    return s.number is not None and not s.number.weak and s.number.manner in COUNTING and s.asks >= 1.0


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
            if s.label.kind in LEAD_ANSWERS and not s.number:
                distance = 0
            else:
                distance = distance + 1 if s.label.kind in _BETWEEN else _NEAR + 1
            continue
        distance += 1
        ahead[at] = (distance <= _NEAR and (s.number is None or s.number.weak)) or bool(
            s.label and distance <= _NEAR
        )
    return ahead
