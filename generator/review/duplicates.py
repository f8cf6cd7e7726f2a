"""Questions that nearly equal an earlier one, in the same bank or another.

Two texts that are nearly equal share letters in a row that few other texts have. So only those are compared
that share one of their rarest runs of four.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.question import Bank, Question

CODE = "near-duplicate"
LONG = 30  # letters of a question, from which on ALIKE holds
ALIKE = 85.0  # percent of two questions that are the same
SHORT = 12  # below this they must be equal
ALIKE_SHORT = 92.0

_RUN = 4
_RAREST = 16  # runs by which a text is looked for
_MOST = 48  # latest texts that are looked at of those that share a run

_not_letters = re.compile(r"[\W_]+")


def check(banks: Sequence[Bank]) -> Iterator[Diagnostic]:
    """Each question that nearly equals an earlier one, with the one that it is most like.

    Enemies are none: they are never in one paper, and whoever wrote that knows.
    """
    questions = [q for bank in banks for q in bank.questions if CODE not in q.silence]
    texts = [normalized(question) for question in questions]
    found = _equal(texts)
    found |= _alike([text if index not in found else "" for index, text in enumerate(texts)])
    for index, (other, alike) in sorted(found.items()):
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
    options = sorted(_letters(option.text.markdown) for option in question.prompt.options)
    return _letters(question.prompt.stem.markdown) + "".join(options)


def _letters(text: str) -> str:
    return _not_letters.sub("", text if text.isascii() else normalize("NFKC", text)).casefold()


def _equal(texts: Sequence[str]) -> dict[int, tuple[int, float]]:
    first: dict[str, int] = {}
    found = {}
    for index, text in enumerate(texts):
        earlier = first.setdefault(text, index)
        if earlier != index and text:
            found[index] = (earlier, 100.0)
    return found


def _alike(texts: Sequence[str]) -> dict[int, tuple[int, float]]:
    """For each text that is nearly equal to an earlier one, which and how much."""
    from rapidfuzz import fuzz, process

    runs = [
        {text[i : i + _RUN] for i in range(len(text) - _RUN + 1)} if len(text) >= SHORT else set()
        for text in texts
    ]
    frequency = Counter(run for own in runs for run in own)
    latest: dict[str, list[int]] = {}
    found = {}
    for index, own in enumerate(runs):
        shared = [run for run in own if frequency[run] > 1]
        shared.sort(key=lambda run: (frequency[run], run))
        candidates: set[int] = set()
        for run in shared[:_RAREST]:
            bucket = latest.setdefault(run, [])
            candidates.update(bucket[-_MOST:])
            bucket.append(index)
        if candidates:
            text = texts[index]
            least = ALIKE if len(text) >= LONG else ALIKE_SHORT
            others = {other: texts[other] for other in sorted(candidates)}
            best = process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=least)
            if best is not None:
                found[index] = (best[2], best[1])
    return found
