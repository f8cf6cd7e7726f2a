"""Readings: of all ways to tell sections, questions, points and keys apart, the one that explains a document best.

The same `1.` may begin a question, a point, an instruction, an entry of a key. No line tells which; the whole does: questions
count 1 to n, points begin at 1 again under an answer, declared counts hold, what one question has the others have.
So several readings go on side by side, line by line, and each pays for what it has to suppose. The cheapest wins.
The cost of a supposition is about how seldom documents have it: 0 for what is usual, 5 for what is nearly never so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.keys import Keys
from generator.exchange.interpret.states import (
    ANSWERS,
    GIVEN,
    IN_STEM,
    Chain,
    State,
    answered,
    answerless,
    listed,
    next_number,
    under,
)
from generator.exchange.interpret.surroundings import answers_ahead, before_first_numbers, stems_alone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.sightings import Sighting

WIDTH = 14  # readings that go on side by side
MARGIN = 9.0  # how far behind the best a reading may fall

_QUESTION = {
    "1.": 0.0,
    "第1题": -0.3,
    "(1)": 0.8,
    "1)": 0.5,
    "一、": 1.0,
    "(一)": 1.2,
    "[1]": 0.5,
    "①": 3.0,
    "1.1": 2.5,
    "I.": 3.0,
    "part": 4.0,
    "": 2.6,
}


def read(sightings: Sequence[Sighting]) -> tuple[list[Chain], float]:
    """The decisions of the best reading in order, and its cost."""
    beam: dict[State, tuple[float, Chain | None]] = {State("front"): (0.0, None)}
    reader = _Reader(sightings)
    for at, sighting in enumerate(sightings):
        if not reader.matters(at):
            continue
        grown: dict[State, tuple[float, Chain | None]] = {}
        for state, (cost, chain) in beam.items():
            for after, more, act, target in reader.steps(state, at, sighting):
                total = cost + more
                held = grown.get(after)
                if held is None or total < held[0] - 1e-9:
                    grown[after] = (total, Chain(chain, at, act, target) if act else chain)
        beam = _pruned(grown)
    cost, _, chain = min(
        ((cost + reader.end(state), rank, chain) for rank, (state, (cost, chain)) in enumerate(beam.items())),
        key=lambda found: found[:2],
    )
    decisions = []
    while chain is not None:
        decisions.append(chain)
        chain = chain.before
    return decisions[::-1], cost


def _pruned(grown: dict[State, tuple[float, Chain | None]]) -> dict[State, tuple[float, Chain | None]]:
    if len(grown) <= 1:
        return grown
    best = sorted(grown.items(), key=lambda found: found[1][0])[:WIDTH]
    limit = best[0][1][0] + MARGIN
    return {state: held for state, held in best if held[0] <= limit}


class _Reader(Keys):
    def __init__(self, sightings: Sequence[Sighting]) -> None:
        super().__init__(sightings)
        self._ahead = answers_ahead(sightings)
        self._opens = before_first_numbers(sightings)
        self._alone = stems_alone(sightings)
        self._given = [s.number is not None and GIVEN.search(s.piece.flat) is not None for s in sightings]
        self._begin = next((i for i, s in enumerate(sightings) if not s.piece.blank and not _is_bullet(s)), 0)

    def matters(self, at: int) -> bool:
        """Whether a piece can change a reading at all."""
        s = self._all[at]
        if s.piece.blank or s.piece.line.role in ("table", "code"):
            return False
        return bool(
            (s.number and s.number.manner != "-")
            or s.label
            or s.heading
            or s.entries
            or s.key is not None
            or self._ahead[at]
            or self._alone[at]
        )

    def steps(self, state: State, at: int, s: Sighting) -> Iterator[tuple[State, float, str, int]]:
        """What may be made of a piece: the state behind it, what it costs, what was decided."""
        yield self._goes_on(state, s, at)
        if s.heading is not None:
            yield from self._section(state, at, s)
        if state.zone in ("key head", "key"):
            yield from self._entry(state, at, s)
        if s.key is not None or (s.label and s.label.kind in ("answer", "umbrella") and s.entries):
            yield from self._key(state, at, s)
        yield from self._question(state, at, s)

    def end(self, state: State) -> float:
        return (
            self._closing(state)
            + self._unread(state)
            + (3.0 if state.zone == "front" and state.closed is None else 0.0)
        )

    def _goes_on(self, state: State, s: Sighting, at: int) -> tuple[State, float, str, int]:
        cost = 0.0
        if (
            s.label
            and not s.counted_label
            and not (s.number and s.number.manner in ("一、", "part") and s.heading)
        ):
            state, cost = self._labelled(state, s)
            if s.entries is not None and len(s.entries.answers) > 1:
                cost += 1.2 * state.bare  # answers to those before, too
        number = s.number
        if s.label and number and state.zone == "body" and s.label.kind == "stem":
            cost += 2.5
        if number and number.manner not in ("-", "A.", "a."):
            state, more = listed(state, number.manner, number.value, number.weak)
            cost += more
            if s.entries is not None and len(s.entries.answers) > 2:
                cost += 2.0
        elif s.label and s.label.end:
            state = state._replace(runs=s.run)
        if (
            s.heading is not None
            and s.heading.cost < 1.5
            and not (s.label and s.label.kind in ("answer", "umbrella"))
        ):
            figured = s.heading.count or s.heading.each
            cost += (4.0 if figured else 1.5) - s.heading.cost if at > self._begin or figured else 0.0
            if state.zone == "front" and at > self._begin and s.piece.line.heading:
                cost += 0.6
            if (
                state.zone == "front"
                and number
                and number.manner in ("一、", "part")
                and s.heading.cost < 0.3
            ):
                cost += 1.0  # a section of questions, before any question
            if number and (number.manner, number.value - 1) in state.stack and state.zone == "body":
                cost += 2.0  # the number that is due
        if self._given[at] and state.zone in ("front", "head"):
            cost += 1.0
        if state.zone == "front" and s.piece.line.heading and s.asks >= 1.0:
            cost += 1.8  # what asks in a heading is no title
        if s.key is not None and (state.zone in ("front", "head") or s.label is None):
            cost += 0.5
        if s.piece.line.heading and state.zone in ("head", "body") and s.label is None:
            cost += 2.0  # headings stand over things, not within them
        if state.zone == "body" and self._opens[at] > 1.0:
            cost += 1.8
        if (number and s.piece.line.part in ("question", "section")) or self._alone[at]:
            cost += 3.0
        return state, cost, "", -1

    def _labelled(self, state: State, s: Sighting) -> tuple[State, float]:
        assert s.label is not None
        bit = ANSWERS.get(s.label.kind, 0)
        state = state._replace(runs=())
        if not bit:
            return state, 0.0
        if state.zone == "body":
            cost = 0.0
            if (
                state.seen & bit
                and not s.label.number
                and s.label.kind in ("answer", "umbrella", "points", "approach")
            ):
                cost = 4.0
            if s.label.kind == "answer" and state.seen & 16 and not state.seen & 1:
                cost += 0.5  # an analysis before the answer
            if not state.seen and s.key is not None:
                cost += 1.5 * state.bare / (1 + state.kept)
            return state._replace(seen=state.seen | bit), cost
        if state.zone == "key":
            cost = 2.0 if state.seen & bit and not s.label.number and s.label.kind == "answer" else 0.0
            return state._replace(seen=state.seen | bit), cost
        return state, 3.0 if state.zone == "head" else 2.0 if s.label.kind in ("answer", "umbrella") else 1.0

    def _section(self, state: State, at: int, s: Sighting) -> Iterator[tuple[State, float, str, int]]:
        heading, number = s.heading, s.number
        assert heading is not None
        manner = number.manner if number else f"h{s.piece.line.heading}" if s.piece.line.heading else "plain"
        if manner in ("-", "a.", "①"):
            return
        value = number.value if number else 0
        cost = heading.cost - self._opens[at]
        if s.key is not None and state.zone != "front":
            cost += max(2.5 - s.key, 0.0)
        if at == self._begin and (number is None or number.weak):
            cost += 1.5 if not (heading.count or heading.each) else 0.0
        if state.zone == "key head" or state.zone == "key":
            yield from self._keyed_section(state, at, s, manner, value)
        stack, more = under(state.stack, manner, value)
        cost += more
        if state.zone == "front" and state.count == 0:
            cost += 0.0
        elif state.zone == "head":
            cost += 0.2 if len(stack) > len(state.stack) else 1.6
            cost -= self._closing(state) if len(stack) > len(state.stack) else 0.0  # headings over headings
        elif state.zone == "body" and state.heading < 0 and state.closed is None:
            named = number is not None and heading.title.endswith(("题", "questions", "Questions"))
            cost += 1.0 if named else 3.0  # questions before the first heading
        if s.asks >= 1.0:
            cost += 1.0
        cost += self._closing(state) + self._unread(state)
        closed = self._close(state)
        keyed = max(state.keyed, state.target + 1)
        after = State(
            "head", stack, at, bare=answerless(state), kept=answered(state), closed=closed, keyed=keyed
        )
        yield after, cost, "section", -1

    def _question(self, state: State, at: int, s: Sighting) -> Iterator[tuple[State, float, str, int]]:
        number, label = s.number, s.label
        named = label is not None and label.kind == "stem"
        if number is None or number.manner in ("-", "A.", "a.", "i."):
            if label is not None and not named:
                return
            if not (named or self._plain_question(state, at, s)):
                return
            manner, value = "", 0
            cost = 0.4 if named else 2.6 - 0.8 * s.asks
            if named and not self._ahead[at] and state.zone == "body" and not state.seen:
                cost += 2.0
            if not named:
                cost -= (
                    2.0 * self._alone[at]
                    + 1.0 * bool(s.piece.line.heading)
                    + 0.4 * s.bold
                    + 0.5 * self._blank_before(at)
                )
        else:
            manner, value = number.manner, number.value
            cost = _QUESTION.get(manner, 4.0) + (1.5 if number.weak else 0.0)
            if label is not None and not named:
                cost += 4.0
            if named:
                cost -= 0.6
            if s.piece.line.heading:
                cost -= 0.4
            cost -= 0.3 * s.asks
            if s.heading is not None and manner in ("一、", "(一)", "part", "I."):
                cost += max(1.5 - s.heading.cost, 0.0)
            if s.heading is not None and s.heading.cost < 1.0 and (s.heading.count or s.heading.each):
                cost += 3.0
        if s.entries is not None and len(s.entries.answers) > 1:
            cost += 3.0
        if s.piece.line.part and s.piece.line.part not in ("question", "section"):
            cost += 4.0
        if state.zone in ("key head", "key"):
            if state.closed is None or manner == "":
                return
            cost += 3.5 + (0.0 if value == state.closed.to + 1 else 3.0) + self._closing(state)
        if state.zone == "head" and any(held == manner for held, _ in state.stack):
            cost += 4.0  # 三、 is no question of 二、
        if state.zone == "head" and self._over_notes(state) and not self._given[at]:
            cost += 1.5
        if state.zone == "head" and state.runs and state.runs[0] == (manner, value - 1):
            cost += self._unread(state)  # what counts up to a question is none of the notes before it
        if state.zone != "body":
            after, more = _first_question(state, manner, value)
            yield after._replace(seen=IN_STEM * self._given[at]), cost + more, "question", -1
            return
        cost += next_number(state, manner, value)
        if not state.seen:
            cost += (0.4 if state.bare else 0.8) * state.kept
        elif state.bare:
            cost += 0.5 if state.kept < 2 else 0.1
        if (
            state.runs
            and not state.seen
            and manner == state.runs[-1][0]
            and value == state.runs[-1][1] + 1
            and value > 1
        ):
            cost += 0.4
        yield (
            state._replace(count=state.count + 1, number=value or state.number + 1,
                           seen=IN_STEM * self._given[at], runs=(),
                           bare=answerless(state), kept=answered(state), zone="body"),
            cost, "question", -1,
        )  # fmt: skip

    def _plain_question(self, state: State, at: int, s: Sighting) -> bool:
        """Whether a line without a number may begin a question: its numbers are lost, or it never had any."""
        if s.key is not None or s.entries is not None:
            return False
        if self._alone[at]:
            return True
        if state.zone == "body" and state.manner:
            return False
        if s.piece.line.heading and s.asks >= 1.0:
            return True
        return self._ahead[at] and (state.zone in ("head", "front") or bool(state.seen))

    def _blank_before(self, at: int) -> bool:
        return at > 0 and self._all[at - 1].piece.blank


def _is_bullet(s: Sighting) -> bool:
    return s.number is not None and s.number.manner == "-"


def _first_question(state: State, manner: str, value: int) -> tuple[State, float]:
    """The first question of a section, and what its number costs: 1, or one more than the last of all."""
    cost = 0.0
    running = state.closed.to + 1 if state.closed is not None else 1
    if value not in (0, 1, running):
        cost += 2.5
    headed = state.zone == "head"
    if state.zone == "front":
        cost += 0.3
        if state.runs and state.runs[-1] == (manner, value - 1):
            cost += 1.5
    after = State(
        "body",
        stack=state.stack if headed else (),
        heading=state.heading if headed else -1,
        count=1,
        manner=manner,
        first=value,
        number=value,
        bare=state.bare,
        kept=state.kept,
        closed=state.closed,
        keyed=max(state.keyed, state.target + 1),
    )
    return after, cost
