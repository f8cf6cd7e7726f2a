"""Which of many texts is nearly equal to another.

Two texts that are nearly equal share letters in a row that few other texts have. So only those are compared
that share one of their rarest runs of four.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LONG = 30  # letters of a question, from which on ALIKE holds
ALIKE = 85.0  # percent of two questions that are the same
SHORT = 12  # below this they must be equal
ALIKE_SHORT = 92.0

_RUN = 4
_RAREST = 16  # runs by which a text is looked for
_MOST = 48  # latest texts that are looked at of those that share a run
_END = 1_000  # letters at either end of a text that stand for the whole of it
_WORK = 10_000  # letters with which a text is compared, in all

_not_letters = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of a text, whatever their width and case."""
    return _not_letters.sub("", text if text.isascii() else normalize("NFKC", text)).casefold()


def ends(text: str) -> str:
    """What of a text is compared, so that long ones take no longer: its beginning and its end."""
    return text if len(text) <= 2 * _END else text[:_END] + text[-_END:]


def frequencies(texts: Iterable[str]) -> Counter[str]:
    """Of each run in how many texts it is; equal ones count once."""
    return Counter(run for text in dict.fromkeys(texts) for run in _runs(text))


class Likeness:
    """Texts of letters by numbers, to be looked for by their runs that have a `frequency`."""

    def __init__(self, frequency: Mapping[str, int]) -> None:
        self._frequency = frequency
        self._texts: dict[int, str] = {}
        self._equal: dict[str, int] = {}
        self._latest: dict[str, list[int]] = {}

    def add(self, number: int, text: str) -> None:
        if not text or self._equal.setdefault(text, number) != number:
            return
        self._texts[number] = ends(text)
        for run in self._rarest(text):
            self._latest.setdefault(run, []).append(number)

    def nearest(self, text: str) -> tuple[int, float] | None:
        """The text that is most like this one, and how much in percent, if it is nearly equal."""
        if text in self._equal:
            return self._equal[text], 100.0
        shared = Counter(n for run in self._rarest(text) for n in self._latest.get(run, ())[-_MOST:])
        if not shared:
            return None
        from rapidfuzz import fuzz, process

        least = ALIKE if len(text) >= LONG else ALIKE_SHORT
        text = ends(text)
        likely = sorted(shared, key=lambda number: (-shared[number], number))[: _WORK // len(text)]
        others = {number: self._texts[number] for number in sorted(likely)}
        best = process.extractOne(text, others, scorer=fuzz.ratio, score_cutoff=least)
        return None if best is None else (best[2], best[1])

    def _rarest(self, text: str) -> list[str]:
        known = [run for run in _runs(text) if run in self._frequency]
        known.sort(key=lambda run: (self._frequency[run], run))
        return known[:_RAREST]


def _runs(text: str) -> set[str]:
    if len(text) < SHORT:
        return set()
    text = ends(text)
    return {text[at : at + _RUN] for at in range(len(text) - _RUN + 1)}
