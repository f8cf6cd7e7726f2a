"""The search: of all ways to tell sections, questions, points and keys apart, the one that explains a document best.

The same `1.` may begin a question, a point, an instruction, an entry of a key. No line tells which; the whole does:
questions count 1 to n, points begin at 1 again under an answer, declared counts hold, what one question has the others
have. So several readings go on side by side, line by line, and each pays for what it has to suppose; the cheapest wins
(a beam search). The cost of a supposition is about how seldom documents have it: 0 for what is usual, 5 for what is
nearly never so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.search.closings import closing, unread
from generator.exchange.interpret.search.continuing import goes_on
from generator.exchange.interpret.search.keys import entry, key, keyed_mark
from generator.exchange.interpret.search.questions import question
from generator.exchange.interpret.search.sections import section
from generator.exchange.interpret.search.states import Chain, State
from generator.exchange.interpret.search.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.pieces.sightings import Sighting
    from generator.exchange.interpret.search.states import Step

_WIDTH = 14  # readings that go on side by side
_MARGIN = 9.0  # how far behind the best a reading may fall


def read(sightings: Sequence[Sighting]) -> list[Chain]:
    """The decisions of the best reading, in order."""
    beam: dict[State, tuple[float, Chain | None]] = {State("front"): (0.0, None)}
    around = Surroundings(sightings)
    for at, sighting in enumerate(sightings):
        if not _matters(around, at):
            continue
        grown: dict[State, tuple[float, Chain | None]] = {}
        for state, (cost, chain) in beam.items():
            for after, more, act, target in _steps(around, state, at, sighting):
                total = cost + more
                held = grown.get(after)
                if held is None or total < held[0] - 1e-9:
                    grown[after] = (total, Chain(chain, at, act, target) if act else chain)
        beam = _pruned(grown)
    best = min(beam, key=lambda state: beam[state][0] + _end(around, state))
    chain = beam[best][1]
    decisions = []
    while chain is not None:
        decisions.append(chain)
        chain = chain.before
    return decisions[::-1]


def _pruned(grown: dict[State, tuple[float, Chain | None]]) -> dict[State, tuple[float, Chain | None]]:
    if len(grown) <= 1:
        return grown
    best = sorted(grown.items(), key=lambda found: found[1][0])[:_WIDTH]
    limit = best[0][1][0] + _MARGIN
    return {state: held for state, held in best if held[0] <= limit}


def _matters(around: Surroundings, at: int) -> bool:
    """Whether a piece can change a reading at all."""
    s = around.sightings[at]
    if s.piece.blank or s.piece.line.role in ("table", "code"):
        return False
    return bool(
        (s.number and s.number.manner != "-")
        or s.label
        or s.heading
        or s.entries
        or s.key is not None
        or around.ahead[at]
        or around.alone[at]
        or around.asked[at]
        or around.lone[at]
    )


def _steps(around: Surroundings, state: State, at: int, s: Sighting) -> Iterator[Step]:
    yield goes_on(around, state, at, s)
    if s.heading is not None:
        yield from section(around, state, at, s)
    if state.zone in ("key head", "key"):
        yield from entry(state, s)
        yield from keyed_mark(around, state, s)
    if s.key is not None or (s.label and s.label.kind in ("answer", "umbrella") and s.answered):
        yield from key(around, state, at, s)
    yield from question(around, state, at, s)


def _end(around: Surroundings, state: State) -> float:
    """What it costs that the document ends here."""
    return (
        closing(around, state)
        + unread(around, state)
        + (3.0 if state.zone == "front" and state.closed is None else 0.0)
    )
