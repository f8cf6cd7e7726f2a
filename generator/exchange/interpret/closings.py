"""Closings: what it costs a reading to end the section or the key that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.closed import Closed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.sightings import Sighting
    from generator.exchange.interpret.states import State


class Closings:
    def __init__(self, sightings: Sequence[Sighting]) -> None:
        self._all = sightings

    def _closing(self, state: State) -> float:
        """What it costs to end what is open here."""
        if state.zone in ("key head", "key"):
            assert state.closed is not None
            if not state.entries:
                return 3.0
            section = state.closed.at(state.target)
            return min(1.2 * abs(section.count - state.entries), 5.0) if section else 0.0
        if state.zone not in ("head", "body"):
            return 0.0
        heading = self._all[state.heading].heading if state.heading >= 0 else None
        if state.zone == "head":
            return min(1.0 + 2.0 * (heading.count if heading else 0), 9.0)
        declared = heading.count if heading else 0
        cost = min(3.0 * abs(declared - state.count), 9.0) if declared else 0.0
        if not state.seen and state.kept > 1:
            cost += 1.5
        return cost

    def _close(self, state: State) -> Closed | None:
        if state.zone in ("key head", "key", "front") or not state.count:
            return state.closed
        number, title = 0, ""
        if state.heading >= 0:
            s = self._all[state.heading]
            number, title = s.number.value if s.number else 0, s.heading.title if s.heading else ""
        manner = state.stack[-1][0] if state.stack else ""
        answered = bool(state.seen) or state.kept > 0
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
