"""Sections: a piece read as the heading of a section, and what that costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.types import names_type
from generator.exchange.interpret.search.closings import close, closing, unread
from generator.exchange.interpret.search.keys import key_without_heading, keyed_section
from generator.exchange.interpret.search.numbering import under
from generator.exchange.interpret.search.states import State, answered, answerless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exchange.interpret.pieces.sightings import Sighting
    from generator.exchange.interpret.search.states import Step
    from generator.exchange.interpret.search.surroundings import Surroundings


def section(around: Surroundings, state: State, at: int, s: Sighting) -> Iterator[Step]:
    """A heading: it ends what is open, and questions follow."""
    heading, number = s.heading, s.number
    assert heading is not None
    manner = number.manner if number else f"h{s.piece.line.heading}" if s.piece.line.heading else "plain"
    if manner in ("-", "a.", "①"):
        return
    value = number.value if number else 0
    cost = heading.cost - around.opens[at]
    if s.key is not None and state.zone != "front":
        cost += max(2.5 - s.key, 0.0)
        cost += 3.0 * any(around.repeats[at + 1 : at + 8])  # stems once more, over their answers
    if at == around.begin and (number is None or number.weak) and not around.cased[at]:
        titled = not (
            heading.count or heading.each or names_type(heading.title)
        ) and not s.piece.flat.startswith("[")
        cost += 1.5 if titled else 0.0
    if state.zone in ("key head", "key"):
        yield from keyed_section(around, state, s, manner, value)
    elif _entries_follow(around, at):
        yield from key_without_heading(around, state, at, s, manner, value)
    stack, more = under(state.stack, manner, value)
    cost += more
    if state.zone == "head":
        told = s.piece.line.heading and around.sightings[state.heading].piece.line.heading and not state.runs
        cost += 0.2 if len(stack) > len(state.stack) or told else 1.6
        cost -= closing(around, state) if len(stack) > len(state.stack) else 0.0  # headings over headings
    elif state.zone == "body" and state.heading < 0 and state.closed is None:
        named = number is not None and heading.title.endswith(("题", "questions", "Questions"))
        cost += 1.0 if named else 3.0  # questions before the first heading
    if s.asks >= 1.0:
        cost += 1.0
    cost += closing(around, state) + unread(around, state)
    closed = close(around, state)
    keyed = max(state.keyed, state.target + 1)
    after = State("head", stack, at, bare=answerless(state), kept=answered(state), closed=closed, keyed=keyed)
    yield after, cost, "section", -1


def _entries_follow(around: Surroundings, at: int) -> bool:
    """Whether the next line lists answers."""
    following = next((s for s in around.sightings[at + 1 : at + 4] if not s.piece.blank), None)
    return following is not None and following.entries is not None
