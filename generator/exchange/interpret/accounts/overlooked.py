"""Overlooked: lines that look like the beginning of a question or a section where the reading took them for neither.

The cheapest reading may still be wrong. What speaks against it is told with its line, so that nobody has to find it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.exchange.interpret.accounts.confidence import with_doubts
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.given import given_in
from generator.exchange.interpret.lexers.numerals import SECTIONS
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.interpret.words.labels import ANSWERS
from generator.exchange.interpret.words.titles import NOTE_LABELS, NOTE_TITLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.accounts.confidence import Made
    from generator.exchange.interpret.outline.tree import Item, Section
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.sightings import Sighting

_COUNTING = ("1.", "第1题", "1)", "(1)", "[1]")
_HEADING = ("一、", "part")
_NAMES_QUESTIONS = ("题", "questions")
_STEM_WORDS = frozenset(
    ["题目", "题干", "试题", "面试题", "面试题目", "面试问题", "真题", "考题", "原题", "q", "question"]
)
_ASKED = 6  # characters that a question without a number has at least
_WORDS = 24  # characters quoted


def heads_inside(item: Item) -> Iterator[Piece]:
    """Pieces under a question's first line, or in its entry of a key, that begin like a question or a section."""
    following = re.compile(
        rf"[。?!] ?{item.number + 1}(?:[.、](?![0-9])).{{0,200}}[?](?! ?{item.number + 2}[.、])"
    )
    yield from (
        s.piece
        for s in (*item.sightings, *item.entry)
        if not s.piece.blank
        and following.search(s.piece.flat[:4000])
        and f"{item.number}." not in s.piece.flat[s.body :]
    )
    for sightings in (item.sightings, item.entry):
        runs: dict[str, int] = {}  # last value of each list that is open
        label = ""
        answered = sightings is item.entry
        for sighting in sightings[1:]:
            if sighting.piece.blank or sighting.piece.line.role in ("table", "code"):
                continue
            number = sighting.number
            case = answered and _CASE.match(sighting.piece.flat) is not None
            case = case or (sightings is item.entry and _is_due(sighting, item))
            if label != "follow_ups" and (case or _is_head(sighting, item, runs)):
                yield sighting.piece
            if sighting.label is not None and not sighting.counted_label:
                label = sighting.label.kind
                answered = answered or label in ANSWERS
                runs = dict(sighting.run)
            elif number is not None:
                runs[number.manner] = number.value


_CASE = re.compile(
    r"(?:材料|案例|资料|case|scenario|passage) ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2}) ?(?:[:.、(]|$)"
)


def _is_due(s: Sighting, item: Item) -> bool:
    """Whether a piece in an entry of a key has the number of the section after the question's."""
    above = item.section.sighting.number if item.section.sighting is not None else None
    number = s.number
    return (
        above is not None
        and number is not None
        and not number.weak
        and number.manner in SECTIONS
        and (above.manner, above.value + 1) == (number.manner, number.value)
    )


def _is_head(s: Sighting, item: Item, runs: dict[str, int]) -> bool:
    if s.label is not None:
        return s.label.kind == "stem" and s.label.word in _STEM_WORDS
    number, heading = s.number, s.heading
    if heading is not None and heading.count and (heading.each or heading.total):
        return True
    if number is None or number.weak:
        first = item.sightings[0]
        return first.number is None and first.bold and s.bold and s.asks >= 1.0
    goes_on = number.value > 1 and runs.get(number.manner) == number.value - 1
    if number.manner == "第1题":
        return not goes_on and "问" not in s.piece.flat[: number.end]
    if number.manner in _HEADING:
        above = item.section.sighting.number if item.section.sighting is not None else None
        due = above is not None and (above.manner, above.value + 1) == (number.manner, number.value)
        return (
            heading is not None and not goes_on and (due or heading.title.lower().endswith(_NAMES_QUESTIONS))
        )
    begun = item.sightings[0].number
    due = begun is not None and number.manner == begun.manner and number.value == item.number + 1
    return due and not goes_on and s.asks >= 0


def numbered_notes(section: Section) -> Iterator[Piece]:
    """Numbered lines under a heading of questions that were read as its notes, though no question else explains them."""
    if section.title.endswith(NOTE_TITLES):
        return
    told = [s for s in section.notes if not s.piece.blank]
    words = [s.piece.flat.lstrip("[(") for s in told]
    first = section.items[0] if section.items else None
    number = section.sighting.number if section.sighting is not None else None
    if first is None and number is not None and number.manner in _HEADING:
        yield from (s.piece for s in told[:1] if s.number is None and s.label is None and s.asks > 0)
    elif first is None and section.sighting is not None and section.sighting.piece.line.heading:
        yield from (s.piece for s in told if s.asks >= 1.0 and s.number is None and s.label is None)
    due = first.number - 1 if first is not None and first.sightings[0].number is not None else 0
    for at, s in enumerate(told):
        number = s.number
        if number is None or number.weak or number.manner not in _COUNTING:
            continue
        led = at >= number.value and told[at - number.value].number is None
        if led and words[at - number.value].startswith(NOTE_LABELS):
            continue
        if first is None or not led or s.asks >= 1.0 or number.value == due:
            yield s.piece


def asking_front(front: Sequence[Sighting], sections: Sequence[Section]) -> Iterator[Piece]:
    """Numbered lines before the first question that ask, or that count up to it."""
    items = [item for section in sections for item in section.items]
    first = items[0] if items else None
    headed = False  # whether a heading that counts stands above
    for s in front:
        number = s.number
        if (
            s.heading is not None
            and number is not None
            and number.manner in _HEADING
            and type_of(s.heading.title)
        ):
            yield s.piece
        if s.heading is not None and number is not None and number.manner in _HEADING and not number.weak:
            headed = not s.heading.title.endswith(NOTE_TITLES)
        if s.asks >= 1.0 and len(s.piece.flat) > _ASKED and (number is None or number.manner == "-"):
            yield s.piece
        if number is None or number.weak or number.manner not in _COUNTING:
            continue
        due = first is not None and first.sightings[0].number is not None and number.value == first.number - 1
        same = (
            first is not None
            and first.sightings[0].number is not None
            and (first.sightings[0].number.manner == number.manner)
        )
        if headed or s.asks >= 1.0 or (due and same) or given_in(s.piece.flat):
            yield s.piece


def doubts_of(code: str, pieces: Iterator[Piece], file: SourceFile) -> list[Diagnostic]:
    return [
        Diagnostic(
            "warning",
            code,
            Location(file, piece.number, piece.start + 1),
            {"line": piece.number, "words": piece.text[:_WORDS]},
        )
        for piece in pieces
    ]


def attached(made: Sequence[Made], doubts: Sequence[Diagnostic]) -> list[Made]:
    """The questions, each doubt with the last one that begins before its line, or the first of all."""
    told = list(made)
    begins = [origin.first.line for _, origin in made]
    for doubt in doubts:
        at = max(bisect_right(begins, doubt.location.line if doubt.location else 0) - 1, 0)
        if told:
            question, origin = told[at]
            told[at] = question, with_doubts(origin, [doubt])
    return told


_PAIR = ("stem", "answer", "umbrella")


def unread(left: Sequence[Sighting], made: Sequence[Made]) -> list[Sighting]:
    """What is in no question though it asks or answers, and does not repeat a stem."""
    stems = {
        flat(part).replace(" ", "")
        for question, _ in made
        for part in question.prompt.stem.markdown.split("\n\n")
    }
    return [
        s
        for s in left
        if (s.asks >= 1.0 or (s.label is not None and s.label.kind in _PAIR and not s.key))
        and s.piece.flat[s.body :].replace(" ", "").lstrip("0123456789.、-") not in stems
    ]
