"""Fields of ours that learning platforms have only tags for: `competency:沟通`, `difficulty:3`."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator import kinds
from generator.bank.read import DEFAULT_LANGUAGE
from generator.exchange.quiz.draft import IDENTIFIER
from generator.kinds.choice import letter
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from generator.exchange.quiz.draft import Draft
    from generator.model.question import Question

FIELDS = frozenset((
    "type", "language", "label", "competencies", "difficulty", "minutes", "tags", "marks", "lines", "shuffle",
    "enemies", "source", "silence",
))  # fmt: skip
"""The fields that tags hold."""

MORE = frozenset(("highlights", "levels", "follow_ups"))
"""The fields that other programs have no place for but beside the answer or the feedback."""

HELD = FIELDS | MORE | {"id", "category", "stem", "options", "answer", "analysis"}
"""The fields that a quiz with tags and feedback holds."""

_PREFIXES = (
    "competency", "difficulty", "minutes", "marks", "lines", "label", "source", "enemy", "language", "silence",
    "type", "shuffle", "fixed", "tag",
)  # fmt: skip
_TAG = re.compile(rf"({'|'.join(_PREFIXES)})[:：]\s*(.+)", re.DOTALL)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def tags_of(asked: Question, implied: str, elsewhere: Container[str] = ()) -> list[str]:
    """The tags of a question whose type a reader would take for `implied`; none with a prefix that is kept `elsewhere`."""
    return [
        *(f"tag:{tag}" if _TAG.fullmatch(tag) else tag for tag in asked.tags),
        *(f"{prefix}:{value}" for prefix, value in _prefixed(asked, implied) if prefix not in elsewhere),
    ]


def _prefixed(asked: Question, implied: str) -> Iterator[tuple[str, str]]:
    prompt = asked.prompt
    if prompt.type != implied:
        yield "type", prompt.type
    if prompt.language != DEFAULT_LANGUAGE:
        yield "language", prompt.language
    if prompt.label:
        yield "label", prompt.label
    for name in prompt.competencies:
        yield "competency", name
    for prefix, number in (
        ("difficulty", asked.difficulty),
        ("minutes", asked.minutes),
        ("lines", prompt.lines),
    ):
        if number is not None:
            yield prefix, str(number)
    if asked.marks is not None:
        yield "marks", written(asked.marks)
    if not prompt.shuffle:
        yield "shuffle", "false"
    for index, option in enumerate(prompt.options):
        if option.fixed:
            yield "fixed", letter(index)
    for enemy in asked.enemies:
        yield "enemy", enemy
    if asked.source:
        yield "source", asked.source
    for code in asked.silence:
        yield "silence", code


def read_tags(draft: Draft, tags: Iterable[str]) -> None:
    """Put the fields that tags speak of into `draft`; the others are its tags."""
    for tag in tags:
        found = _TAG.fullmatch(tag)
        if found is None or not _read(draft, found[1], found[2]):
            draft.tags.append(tag)


def _read(draft: Draft, prefix: str, value: str) -> bool:
    """Whether the value can be one of its field."""
    match prefix:
        case "tag":
            draft.tags.append(value)
        case "competency":
            draft.competencies.append(value)
        case "label":
            draft.label = value
        case "source":
            draft.source = value
        case "enemy" if IDENTIFIER.fullmatch(value):
            draft.enemies.append(value)
        case "silence":
            draft.silence.append(value)
        case "language" if _LANGUAGE.fullmatch(value):
            draft.language = value
        case "type" if value in kinds.NAMES:
            draft.type = value
        case "shuffle" if value == "false":
            draft.shuffle = False
        case "fixed" if re.fullmatch("[A-Z]", value):
            draft.fixed.add(ord(value) - ord("A"))
        case "marks" if (marks := as_marks(value)) is not None:
            draft.marks = marks
        case "difficulty" if value in ("1", "2", "3", "4", "5"):
            draft.difficulty = int(value)
        case "minutes" if re.fullmatch("[1-9][0-9]{0,3}", value) and int(value) <= 1440:
            draft.minutes = int(value)
        case "lines" if re.fullmatch("[0-9]{1,3}", value) and int(value) <= 200:
            draft.lines = int(value)
        case _:
            return False
    return True


def as_marks(written: str) -> Fraction | None:
    """A positive number of halves; None for any other text."""
    if not re.fullmatch(r"[0-9]{1,6}(?:\.[0-9]{1,7})?", written):
        return None
    marks = Fraction(written)
    return marks if marks > 0 and (marks * 2).denominator == 1 else None
