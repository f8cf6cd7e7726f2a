"""Closings: what it costs a reading to end the section or the key that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.search.closed import Closed
from generator.exchange.interpret.search.states import IN_STEM
from generator.exchange.interpret.words.titles import NOTE_TITLES

if TYPE_CHECKING:
    from generator.exchange.interpret.search.states import State
    from generator.exchange.interpret.search.surroundings import Surroundings


def closing(around: Surroundings, state: State) -> float:
    """What it costs to end what is open here."""
    if state.zone in ("key head", "key"):
        assert state.closed is not None
        if not state.entries:
            return 3.0
        section = state.closed.at(state.target)
        return min(1.2 * abs(section.count - state.entries), 5.0) if section else 0.0
    if state.zone not in ("head", "body"):
        return 0.0
    heading = around.sightings[state.heading].heading if state.heading >= 0 else None
    if state.zone == "head":
        return min(1.0 + 2.0 * (heading.count if heading else 0), 9.0)
    missed = abs(heading.count - state.count) if heading and heading.count else 0
    # A wrong count is usual: where answers may have points, numbers from 1 tell the questions, it does not.
    pointed = state.manner and state.first == 1 and (state.kept or state.seen & ~IN_STEM)
    cost = min(0.5 * missed, 1.0) if pointed else min(3.0 * missed, 9.0)
    if not state.seen and state.kept > 1:
        cost += 1.5
    return cost


def over_notes(around: Surroundings, state: State) -> bool:
    """Whether the open heading is one of notes: 考场须知."""
    heading = around.sightings[state.heading].heading if state.heading >= 0 else None
    return heading is not None and heading.title.endswith(NOTE_TITLES)


def unread(around: Surroundings, state: State) -> float:
    """What it costs that lines with numbers under a heading are its notes, when no question follows them."""
    if state.zone != "head" or not state.runs or state.runs[0][0] in ("①", "i."):
        return 0.0
    if over_notes(around, state):
        return 0.0
    return 1.5 + 1.2 * min(state.runs[0][1], 5) + 0.8 * state.kept


def close(around: Surroundings, state: State) -> Closed | None:
    """The sections behind a reading when what is open ends."""
    if state.zone in ("key head", "key", "front") or not state.count:
        return state.closed
    number, title = 0, ""
    if state.heading >= 0:
        s = around.sightings[state.heading]
        number, title = s.number.value if s.number else 0, s.heading.title if s.heading else ""
    manner = state.stack[-1][0] if state.stack else ""
    answered = 2 if state.seen & ~IN_STEM or state.kept else int(bool(state.seen))
    return Closed.after(
        state.closed,
        manner,
        number,
        title,
        state.first,
        state.number,
        state.count,
        answered,
        state.stack[:-1],
    )
