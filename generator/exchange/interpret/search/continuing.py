"""Continuing: a piece that begins nothing goes on with what is open, and what that costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.numerals import SECTIONS
from generator.exchange.interpret.lexers.types import names_type
from generator.exchange.interpret.search.numbering import alike, listed
from generator.exchange.interpret.search.states import BITS, IN_STEM
from generator.exchange.interpret.words.labels import LEAD_ANSWERS

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.sightings import Sighting
    from generator.exchange.interpret.search.states import State, Step
    from generator.exchange.interpret.search.surroundings import Surroundings


def goes_on(around: Surroundings, state: State, at: int, s: Sighting) -> Step:
    """A piece as a line of what is open: a point, a label and its text, a note."""
    cost = 0.0
    if (
        s.label
        and not s.counted_label
        and not (s.number and s.number.manner in ("一、", "part") and s.heading)
    ):
        state, cost = _labelled(state, s)
        if s.series and alike(s.run, state.manner):
            cost += 1.2 * state.bare  # answers to those before, too
    number = s.number
    if s.label and number and state.zone == "body" and s.label.kind == "stem":
        cost += 2.5
    if number and number.manner not in ("-", "A.", "a."):
        state, more = listed(state, number.manner, number.value, number.weak)
        cost += more
    elif s.label and s.label.end:
        state = state._replace(runs=s.run)
    if s.entries is not None and len(s.entries.answers) > 1:
        cost += 2.0 + 1.2 * state.bare
    if (
        s.heading is not None
        and s.heading.cost < 1.5
        and not (s.label and s.label.kind in ("answer", "umbrella"))
    ):
        figured = s.heading.count or s.heading.each
        told = figured or names_type(s.heading.title)  # no title of a document
        within = state.zone == "key" or (
            state.seen & ~IN_STEM and not s.heading.count and not names_type(s.heading.title)
        )
        point = within and number and number.manner not in SECTIONS  # 1．切题（20分）
        cost += (
            (4.0 if figured else 1.5) - s.heading.cost if (at > around.begin or told) and not point else 0.0
        )
        if state.zone == "front" and at > around.begin and s.piece.line.heading:
            cost += 0.6
        if state.zone == "front" and number and number.manner in ("一、", "part") and s.heading.cost < 0.3:
            cost += 1.0  # a section of questions, before any question
        if number and (number.manner, number.value - 1) in state.stack and state.zone == "body":
            cost += 2.0  # the number that is due
    if around.given[at] and state.zone in ("front", "head"):
        cost += 1.0
    if around.given[at] and state.zone == "body" and number and state.seen & IN_STEM:
        cost += 3.0 * (number.manner == state.manner)  # one answered statement is no part of another
    if state.zone == "front" and s.piece.line.heading and s.asks >= 1.0:
        cost += 1.8  # what asks in a heading is no title
    if s.key is not None and (state.zone in ("front", "head") or s.label is None):
        cost += 0.5 + 0.8 * state.bare * (state.zone == "body" and not state.seen)
    if s.piece.line.heading and state.zone in ("head", "body") and s.label is None:
        cost += 2.0  # headings stand over things, not within them
    if state.zone == "body" and around.opens[at] > 1.0:
        cost += 1.8
    if (
        (number and s.piece.line.part in ("question", "section"))
        or around.alone[at]
        or around.cased[at]
        or around.asked[at]
    ):
        cost += 3.0
    return state, cost, "", -1


def _labelled(state: State, s: Sighting) -> tuple[State, float]:
    """A label under what is open; a question has each label that answers it once."""
    assert s.label is not None
    bit = BITS.get(s.label.kind, 0)
    state = state._replace(runs=())
    if not bit:
        return state, 0.0
    if state.zone == "body":
        cost = 0.0
        if state.seen & bit and not s.label.number and s.label.kind in LEAD_ANSWERS:
            cost = 4.0
        if s.label.kind == "answer" and state.seen & BITS["analysis"] and not state.seen & BITS["answer"]:
            cost += 0.5  # an analysis before the answer
        if not state.seen and s.key is not None:
            cost += 1.5 * state.bare / (1 + state.kept)
        if state.seen == IN_STEM and s.key is not None:
            cost += 1.6  # it has its answer
        return state._replace(seen=state.seen | bit), cost
    if state.zone == "key":
        cost = 2.0 if state.seen & bit and not s.label.number and s.label.kind == "answer" else 0.0
        return state._replace(seen=state.seen | bit), cost
    return state, 3.0 if state.zone == "head" else 2.0 if s.label.kind in (
        "answer",
        "umbrella",
        "points",
        "approach",
    ) else 1.0
