"""Numbering: what the next number costs a reading, of a question, of a list, of a heading."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.exchange.interpret.search.states import State


_ALIKE = frozenset(("1.", "1)", "第1题"))
"""Numbers of questions that stand for one another in documents of several hands."""


def alike(run: tuple[tuple[str, int], ...], manner: str) -> bool:
    """Whether a list counts as the questions of manner `manner` do."""
    return bool(run) and (run[0][0] == manner or {run[0][0], manner} <= _ALIKE)


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
