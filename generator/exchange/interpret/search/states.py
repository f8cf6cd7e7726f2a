"""States: what a reading believes at a line of the document, and the decisions that led there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from generator.exchange.interpret.search.closed import Closed

BITS = {"answer": 1, "points": 2, "umbrella": 4, "scheme": 8, "analysis": 16, "approach": 32}
"""Labels that answer a question, as bits of what has been seen of it."""

IN_STEM = 64
"""The bit of a question that has its answer in its stem's bracket."""


class Chain(NamedTuple):
    """A decision and those before it: piece `at` does `act`: "section", "question", "key", "entry", of a key a "keyed
    section" or "keyed question".

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
    seen: int = 0  # labels under the open question, by BITS
    bare: int = 0  # questions so far without an answer of their own, up to 3
    kept: int = 0  # and with one, up to 3
    runs: tuple[tuple[str, int], ...] = ()  # lists that are open, outermost first
    closed: Closed | None = None  # sections before the open one
    target: int = -1  # section a key is at
    entry: int = 0  # and its last entry there
    entries: int = 0
    keyed: int = 0  # sections whose key has been read


Step: TypeAlias = "tuple[State, float, str, int]"
"""What may be made of a piece: the state behind it, what it costs, the act and the target of the decision."""


def answerless(state: State) -> int:
    return min(state.bare + (state.zone == "body" and not state.seen), 3)


def answered(state: State) -> int:
    return min(state.kept + (state.zone == "body" and bool(state.seen & ~IN_STEM)), 3)
