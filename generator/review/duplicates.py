"""Questions that nearly equal an earlier one, in the same bank or another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.review.likeness import Likeness, frequencies, letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.question import Bank, Question

CODE = "near-duplicate"


def check(banks: Sequence[Bank]) -> Iterator[Diagnostic]:
    """Each question that nearly equals an earlier one, with the one that it is most like.

    Enemies are none: they are never in one paper, and whoever wrote that knows.
    """
    questions = [q for bank in banks for q in bank.questions if CODE not in q.silence]
    texts = [normalized(question) for question in questions]
    for index, other, alike in _alike(texts):
        question, earlier = questions[index], questions[other]
        if question.id in earlier.enemies or earlier.id in question.enemies:
            continue
        where = question.prompt.stem.location
        values: dict[str, object] = {
            "id": question.id,
            "other": earlier.id,
            "where": str(earlier.location),
            "alike": int(alike),
        }
        yield Diagnostic("warning", CODE, where, values, CODE)


def normalized(question: Question) -> str:
    """The letters and digits of a stem and its options, whatever their width, case and order."""
    options = sorted(letters(option.text.markdown) for option in question.prompt.options)
    return letters(question.prompt.stem.markdown) + "".join(options)


def _alike(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Of each text that is nearly equal to an earlier one its number, that of the other, and how much they are."""
    known = Likeness({run: count for run, count in frequencies(texts).items() if count > 1})
    for number, text in enumerate(texts):
        found = known.nearest(text) if text else None
        if found is not None:
            yield number, *found
        known.add(number, text)
