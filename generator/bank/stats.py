"""What banks hold, in numbers."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.kinds import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model.question import Bank, Question

Number = TypeVar("Number", int, Fraction)
PARTS = ("analysis", "points", "highlights", "levels", "follow_ups", "enemies")  # that a question may have


class Stats(NamedTuple):
    """Counts of questions. A key "" or None counts those that say nothing.

    `categories` are in the banks' order, `types` of a category those that any question has; numbers ascend, and
    what is a list in a question begins with the most frequent.
    """

    questions: int
    types: tuple[str, ...]
    categories: Mapping[str, Mapping[str, int]]
    difficulty: Mapping[int | None, int]
    marks: Mapping[Fraction | None, int]
    minutes: Mapping[int | None, int]
    competencies: Mapping[str, int]
    tags: Mapping[str, int]
    parts: Mapping[str, int]


def stats(banks: Sequence[Bank]) -> Stats:
    questions = [question for bank in banks for question in bank.questions]
    seen = {question.prompt.type for question in questions}
    types = tuple(name for name in NAMES if name in seen)
    categories: dict[str, Counter[str]] = {}
    for question in questions:
        categories.setdefault(question.category, Counter())[question.prompt.type] += 1
    return Stats(
        questions=len(questions),
        types=types,
        categories={name: {type_: found[type_] for type_ in types} for name, found in categories.items()},
        difficulty=_ascending(question.difficulty for question in questions),
        marks=_ascending(question.marks for question in questions),
        minutes=_ascending(question.minutes for question in questions),
        competencies=_frequent(question.prompt.competencies for question in questions),
        tags=_frequent(question.tags for question in questions),
        parts={part: sum(bool(_part(question, part)) for question in questions) for part in PARTS},
    )


def _part(question: Question, name: str) -> object:
    return getattr(question if name == "enemies" else question.solution, name)


def _ascending(values: Iterable[Number | None]) -> dict[Number | None, int]:
    counts = Counter(values)
    known = sorted(value for value in counts if value is not None)
    found: dict[Number | None, int] = {value: counts[value] for value in known}
    return {**found, None: counts[None]} if None in counts else found


def _frequent(values: Iterable[tuple[str, ...]]) -> dict[str, int]:
    lists = list(values)
    counts = Counter(value for listed in lists for value in listed or ("",))
    bare = counts.pop("", 0)
    found = dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    return {**found, "": bare} if bare else found
