"""States: what a reading believes at a line of the document, and what the next number costs it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.exchange.interpret.closed import Closed

ANSWERS = {"answer": 1, "points": 2, "umbrella": 4, "scheme": 8, "analysis": 16, "approach": 32}
"""Labels that answer a question, as bits of what has been seen of it."""

IN_STEM = 64
"""The bit of a question that has its answer in its stem's bracket."""

GIVEN = re.compile(r"\( {0,4}(?:[a-h](?:[ ,、]{0,2}[a-h]){0,7}|[√×✓✗对错]|正确|错误) {0,4}\)")


class Chain(NamedTuple):
    """A decision and those before it: piece `at` does `act` ("section", "question", "key", "keyed section", "entry").

    `target` is the index of the section that a part of a key belongs to.
    """

    before: Chain | None
    at: int
    act: str
    target: int = -1


class State(NamedTuple):
    zone: str  # "front", "head" (of a section), "body" (of a question), "key head", "key"
    stack: tuple[tuple[str, int], ...] = ()  # manner and value of the headings above
    heading: int = -1  # the piece that is the heading of the open section
    count: int = 0  # type: ignore[assignment]  # questions of the open section
    manner: str = ""  # of its questions' numbers
    first: int = 0
    number: int = 0  # of the last question
    seen: int = 0  # labels under the open question, by ANSWERS
    bare: int = 0  # questions so far without an answer of their own, up to 3
    kept: int = 0  # and with one, up to 3
    runs: tuple[tuple[str, int], ...] = ()  # lists that are open, outermost first
    closed: Closed | None = None  # sections before the open one
    target: int = -1  # section a key is at
    entry: int = 0  # and its last entry there
    entries: int = 0
    keyed: int = 0  # sections whose key has been read


def answerless(state: State) -> int:
    return min(state.bare + (state.zone == "body" and not state.seen), 3)


def answered(state: State) -> int:
    return min(state.kept + (state.zone == "body" and bool(state.seen & ~IN_STEM)), 3)


_ALIKE = frozenset(("1.", "1)", "第1题"))
"""Numbers of questions that stand for one another in documents of several hands."""


def next_number(state: State, manner: str, value: int) -> float:
    cost = 0.0 if manner == state.manner else 1.2 if {manner, state.manner} <= _ALIKE else 4.0
    expected = state.number + 1
    if value in (0, expected):
        return cost
    if expected < value <= expected + 2:
        return cost + 3.0
    if value == state.number:
        return cost + (
            2.5
            if value == 1 and state.seen and state.count == 1
            else 1.5
            if value == 1 and state.seen
            else 4.5
        )
    return cost + (4.5 if value == 1 and state.count > 1 else 6.5)


def listed(state: State, manner: str, value: int, weak: bool) -> tuple[State, float]:
    """A number as that of an item in a list."""
    runs = state.runs
    for depth in range(len(runs) - 1, -1, -1):
        if runs[depth][0] == manner:
            last = runs[depth][1]
            cost = 0.0 if value == last + 1 else 0.3 if value == 1 else 2.5
            break
    else:
        depth, cost = len(runs), 0.1 if value == 1 else 2.5
        if value > 1 and state.zone == "body" and manner == state.manner and value == state.number + 1:
            cost += 1.6
    if weak and cost > 0.6:
        return state, 0.4
    if state.zone == "key head":
        cost += 1.5
    return state._replace(runs=(*runs[:depth][-2:], (manner, value))), cost


def under(
    stack: tuple[tuple[str, int], ...], manner: str, value: int
) -> tuple[tuple[tuple[str, int], ...], float]:
    """The headings above, with one more; and what its number costs."""
    for depth, (held, last) in enumerate(stack):
        if held == manner:
            cost = 0.0 if value in (0, last + 1) else 2.6 if value == 1 else 3.0
            return (*stack[:depth], (manner, value)), cost
    return (*stack[-2:], (manner, value)), 0.0 if value in (0, 1) else 2.0
