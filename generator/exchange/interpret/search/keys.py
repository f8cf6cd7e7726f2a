"""Keys: the steps of a reading through a list of answers, after a section or at the end of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.numerals import SECTIONS
from generator.exchange.interpret.search.closings import close, closing
from generator.exchange.interpret.search.numbering import alike
from generator.exchange.interpret.search.states import BITS, IN_STEM, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exchange.interpret.pieces.sightings import Sighting
    from generator.exchange.interpret.search.states import Step
    from generator.exchange.interpret.search.surroundings import Surroundings

_ENTRY = {
    "1.": 0.0,
    "第1题": -0.2,
    "(1)": 0.3,
    "1)": 0.2,
    "[1]": 0.3,
    "一、": 1.0,
    "(一)": 1.2,
    "①": 1.0,
    "1.1": 3.0,
}


def key(around: Surroundings, state: State, at: int, s: Sighting) -> Iterator[Step]:
    """The heading of a key: what follows answers questions of the sections so far."""
    if state.zone in ("front", "head") and state.closed is None:
        return
    cost = (s.key if s.key is not None else 0.3) + 1.2 * state.kept + closing(around, state)
    if state.seen & ~IN_STEM:
        cost += 1.0
    if state.zone in ("key head", "key"):
        cost += 1.5
    if s.series and s.label and state.zone == "body" and not alike(s.run, state.manner):
        cost += 2.0
    closed = close(around, state)
    if closed is None:
        return
    keyed = max(state.keyed, state.target + 1)
    target = closed.first_unanswered(keyed)
    if target < 0:
        target = closed.first_unanswered(keyed, in_stem=True)
        cost += 0.5
    if target < 0:
        target, cost = closed.index, cost + 1.5
    after = State("key head", state.stack, at, closed=closed, target=target, bare=0, kept=0, keyed=keyed)
    if s.answered:
        after, more = _entries(after, s)
        cost += more
    yield after, cost, "key", target


def keyed_section(around: Surroundings, state: State, s: Sighting, manner: str, value: int) -> Iterator[Step]:
    """A heading in a key that repeats one of the sections before it."""
    assert state.closed is not None and s.heading is not None
    cost = min(s.heading.cost, 1.5)
    target = state.closed.find(manner, value, s.heading.title, state.target)
    if target is None:
        return
    cost += target[1]
    if state.zone == "key" and state.entries:
        cost += closing(around, state)
    after = state._replace(zone="key head", target=target[0], entry=0, entries=0, runs=(), seen=0)
    if s.entries is not None:
        after, more = _entries(after, s)
        cost += more
    section = state.closed.at(target[0])
    if s.entries is None and section is not None and section.count == 1 and not section.from_:
        yield after._replace(zone="key", entries=1), cost, "keyed question", target[0]
        return
    yield after, cost, "keyed section", target[0]


def keyed_mark(around: Surroundings, state: State, s: Sighting) -> Iterator[Step]:
    """The number of a section in a key: with nothing behind it, or before the answer of the section's one question."""
    number = s.number
    if number is None or number.manner not in SECTIONS or not number.value or s.entries is not None:
        return
    assert state.closed is not None
    title = s.heading.title if s.heading and not s.label else ""
    target = state.closed.find(number.manner, number.value, title, state.target)
    section = state.closed.at(target[0]) if target else None
    if target is None or section is None or (section.manner, section.value) != (number.manner, number.value):
        return
    if target[0] < state.target or (target[0] == state.target and state.entries):
        return
    cost = 0.1 + (target[1] if title else max(target[1] - 0.8, 0.0))
    if state.zone == "key" and state.entries:
        cost += closing(around, state)
    after = state._replace(target=target[0], runs=(), seen=0)
    if not s.piece.flat[number.end :].strip() and section.count > 1:
        yield after._replace(zone="key head", entry=0, entries=0), cost, "keyed section", target[0]
    elif section.count == 1:
        numbered = 0.4 * (section.from_ > 0)
        answers = s.label is not None and BITS.get(s.label.kind, 0)
        after = after._replace(zone="key", entry=section.to, entries=1, seen=answers or 0)
        yield after, cost + numbered, "keyed question", target[0]


def key_without_heading(
    around: Surroundings, state: State, at: int, s: Sighting, manner: str, value: int
) -> Iterator[Step]:
    """A heading that repeats one before it, over a list of answers: a key nothing announces."""
    closed = close(around, state)
    found = closed.find(manner, value, s.heading.title, 0) if closed is not None and s.heading else None
    if found is None or found[1] > 0:
        return
    keyed = max(state.keyed, state.target + 1)
    after = State("key head", state.stack, at, closed=closed, target=found[0], keyed=keyed)
    yield after, 1.2 + closing(around, state), "key", found[0]


def entry(state: State, s: Sighting) -> Iterator[Step]:
    """A number in a key, or several with their answers."""
    assert state.closed is not None
    inner = s.series and (
        s.label or (state.manner and s.number and not alike(((s.number.manner, 1),), state.manner))
    )
    if s.answered and not inner and not (s.number and s.number.manner in SECTIONS):
        after, cost = _entries(state, s)
        yield after, cost, "entry", state.target
    number = s.number
    if number is None or number.manner not in _ENTRY or number.value == 0:
        return
    if s.entries is not None and number.manner in ("一、", "(一)"):
        return  # the number of a section of the key
    cost = _ENTRY[number.manner] + (1.2 if number.weak else 0.0)
    if s.label is not None:
        cost += -0.4 if s.label.kind in ("answer", "umbrella", "points", "stem") else 0.5
    if s.heading is not None and (s.heading.count or s.heading.each):
        cost += 3.0
    target, more = _aim(state, number.value)
    cost += more
    if state.manner and state.manner != number.manner:
        cost += 1.5
    moved = target != state.target
    seen = BITS.get(s.label.kind, 0) if s.label else 0
    yield (
        state._replace(zone="key", target=target, entry=number.value, manner=number.manner, seen=seen,
                       entries=1 if moved else state.entries + 1, runs=s.run),
        cost, "entry", target,
    )  # fmt: skip


def _entries(state: State, s: Sighting) -> tuple[State, float]:
    """Several answers in a line: 1.B 2.C"""
    cost = -0.3
    for number in s.answered:
        target, more = _aim(state, number)
        cost += more
        state = state._replace(
            zone="key",
            target=target,
            entry=number,
            entries=1 if target != state.target else state.entries + 1,
        )
    return state._replace(runs=(), seen=BITS["answer"]), min(cost, 6.0)


def _aim(state: State, value: int) -> tuple[int, float]:
    """The section that entry `value` of a key belongs to, and what it costs to say so."""
    assert state.closed is not None
    section = state.closed.at(state.target)
    assert section is not None
    if not state.entries:
        if section.from_ <= value <= section.to:
            return state.target, 0.0 if value == section.from_ else 1.5
        return state.target, 4.0
    if state.entry < section.to:
        if value == state.entry + 1:
            return state.target, 0.0
        if state.entry < value <= section.to:
            return state.target, 1.5 + 0.3 * (value - state.entry)
    following = state.closed.at(state.target + 1)
    if following is not None and value == following.from_:
        return state.target + 1, 0.2 + min(1.2 * (section.count - state.entries), 4.0)
    if state.entry >= section.to and value == state.entry + 1:
        return state.target, 2.0  # one too many
    return state.target, 3.5
