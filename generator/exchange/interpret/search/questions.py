"""Questions: a piece read as the beginning of a question, and what that costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.facts import FACTS
from generator.exchange.interpret.lexers.numerals import SECTIONS
from generator.exchange.interpret.lexers.types import names_type
from generator.exchange.interpret.search.closings import closing, over_notes, unread
from generator.exchange.interpret.search.numbering import next_number
from generator.exchange.interpret.search.states import IN_STEM, State, answered, answerless

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exchange.interpret.pieces.sightings import Sighting
    from generator.exchange.interpret.search.states import Step
    from generator.exchange.interpret.search.surroundings import Surroundings

_NAMES = ("questions", "问题", "题")
"""How a heading ends that stands over questions and is none."""
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


def question(around: Surroundings, state: State, at: int, s: Sighting) -> Iterator[Step]:
    """The next question, or the first of a section or of the document."""
    opening = _opening(around, state, at, s)
    if opening is None:
        return
    manner, value, cost = opening
    if s.entries is not None and len(s.entries.answers) > 1:
        cost += 3.0
    if s.piece.line.part and s.piece.line.part not in ("question", "section"):
        cost += 4.0
    if state.zone in ("key head", "key"):
        if state.closed is None or manner == "":
            return
        cost += 3.5 + (0.0 if value == state.closed.to + 1 else 3.0) + closing(around, state)
    if state.zone == "head" and any(held == manner for held, _ in state.stack):
        cost += 4.0  # 三、 is no question of 二、
    if state.zone == "head" and over_notes(around, state) and not around.given[at]:
        cost += 1.5
    if state.zone == "head" and state.runs and state.runs[0] == (manner, value - 1):
        cost += unread(around, state)  # what counts up to a question is none of the notes before it
    if state.zone != "body":
        after, more = _first_question(state, manner, value)
        yield after._replace(seen=IN_STEM * around.given[at]), cost + more, "question", -1
        return
    chapter = manner == "1.1" == state.manner and value == 1  # 2.1 behind 1.4
    due = 0.8 if chapter else next_number(state, manner, value)
    cost += min(due, 1.2) if cost <= 0.1 and manner == "1.1" and value > state.number else due
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
                       seen=IN_STEM * around.given[at], runs=(),
                       bare=answerless(state), kept=answered(state), zone="body"),
        cost, "question", -1,
    )  # fmt: skip


def _opening(around: Surroundings, state: State, at: int, s: Sighting) -> tuple[str, int, float] | None:
    """The manner and the value of the number a question would begin with, and what that costs; None for none."""
    number, label = s.number, s.label
    named = label is not None and label.kind == "stem"
    if number is None or number.manner in ("-", "A.", "a.", "i."):
        if label is not None and not named:
            return None
        if not (named or _begins_plainly(around, state, at, s)):
            return None
        manner, value = "", 0
        cost = 0.4 if named else 2.6 - 0.8 * s.asks
        if named and not s.piece.flat[s.body :].strip() and around.counted[at]:
            cost += 2.0  # 问题： over 1. 2.
        if (
            named
            and not around.ahead[at]
            and not around.asked[at]
            and state.zone == "body"
            and not state.seen
        ):
            cost += 2.0
        if not named:
            cost -= (
                2.0 * around.alone[at]
                + 3.2 * around.lone[at]
                + 1.0 * bool(s.piece.line.heading)
                + 0.4 * s.bold
                + 0.5 * _blank_before(around, at)
            )
        if s.piece.line.heading and s.heading is not None and s.heading.title.lower().endswith(_NAMES):
            cost += 2.5
        if s.heading is not None and s.heading.cost < 1.0 and s.heading.each:
            cost += 3.0
    else:
        manner, value = number.manner, number.value
        cost = _QUESTION.get(manner, 4.0) + (1.5 if number.weak else 0.0)
        if manner == "1.1" and any(str(value) == number.word for _, value in state.stack):
            cost = 0.1  # 2.3 in chapter 2
        if around.cased[at]:
            cost += 4.0
        if label is not None and not named:
            cost += 1.0 if label.boxed and label.kind in FACTS else 4.0  # 1. 【题型】问答 over the stem
        if named:
            cost -= 0.6
        if s.piece.line.heading:
            cost -= 0.4
        cost -= 0.3 * s.asks
        if s.heading is not None and manner in SECTIONS:
            cost += max(1.5 - s.heading.cost, 0.0) + 2.5 * names_type(s.heading.title)
        if s.heading is not None and s.heading.cost < 1.0 and (s.heading.count or s.heading.each):
            cost += 3.0
    return manner, value, cost


def _begins_plainly(around: Surroundings, state: State, at: int, s: Sighting) -> bool:
    """Whether a line without a number may begin a question: its numbers are lost, or it never had any."""
    if s.key is not None or s.entries is not None:
        return False
    if around.alone[at] or (around.lone[at] and state.zone == "head"):
        return True
    if state.zone == "body" and state.manner:
        return False
    if s.piece.line.heading and s.asks >= 1.0:
        return True
    return around.ahead[at] and (state.zone in ("head", "front") or bool(state.seen))


def _blank_before(around: Surroundings, at: int) -> bool:
    return at > 0 and around.sightings[at - 1].piece.blank


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
