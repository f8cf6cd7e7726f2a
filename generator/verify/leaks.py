"""Whether a text says what only keys may say: any sentence or point of a solution, in whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from generator.verify.reading import Fault, cut, squeezed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAST, LEAST_LATIN = 12, 18  # the width of a sentence that tells: six Han characters, or some Latin words
LEAST_CLAUSE = 20  # of a part of one
_APART = "\0"  # no phrase has it
_MOST_TOLD = 3  # phrases of a file
_START = 6  # characters by which phrases are looked up
_ENDS = re.compile(
    "[。！？；!?;：:…]+|\\.(?=[A-Z(（“]|$)|[（(]\\d+(?:\\.\\d+)?(?:分|marks?|points?)[）)]|[（(]\\d{1,2}[）)]|[①-⑳㉑-㊿]"
    "|(?<!\\d)\\d{1,2}[.．](?=[^\\d])|[•–·]"
)
_COMMA = re.compile("[，,]")
_EDGE = "，,、.。-—“”\"'‘’（）()　 "


class Leaks:
    """The phrases of all keys of a run. What banks share is kept once."""

    def __init__(self) -> None:
        self._phrases: dict[str, set[str]] = {}
        self._known: set[int] = set()  # solutions that were added, by hash
        self._asked: dict[str, None] = {}  # what papers ask, as their keys do

    def add(self, solution: str) -> None:
        """Add what a squeezed solution says."""
        if hash(solution) in self._known:
            return
        self._known.add(hash(solution))
        for sentence in _ENDS.split(solution):
            self._keep(sentence, LEAST)
            for clause in _COMMA.split(sentence):
                self._keep(clause, LEAST_CLAUSE)

    def ask(self, texts: Iterable[str]) -> None:
        """Add squeezed questions that stand in both a paper and its key: they are nobody's answers."""
        self._asked.update(dict.fromkeys(texts))

    def answers(self, phrases: Iterable[str]) -> list[str]:
        """Of phrases found, those that are in no question, when all papers are known."""
        return [phrase for phrase in phrases if not any(phrase in asked for asked in self._asked)]

    def _keep(self, phrase: str, least: int) -> None:
        phrase = phrase.strip(_EDGE)
        width = _width(phrase)
        if width >= (least if width > len(phrase) else max(least, LEAST_LATIN)) and len(phrase) >= _START:
            self._phrases.setdefault(phrase[:_START], set()).add(phrase)

    def found_in(self, texts: Iterable[str], excused: str = "") -> list[str]:
        """The phrases that stand in `texts` and not in `excused`, which is squeezed, longest first."""
        found: set[str] = set()
        said = squeezed(_APART.join(texts))
        for at in range(len(said) - _START + 1):
            phrases = self._phrases.get(said[at : at + _START])
            if phrases:
                found.update(p for p in phrases if said.startswith(p, at))
        return sorted((p for p in found if p not in excused), key=lambda p: (-len(p), p))


def leak_faults(phrases: Sequence[str]) -> list[Fault]:
    """Of the longest few."""
    return [Fault("verify-leak", {"phrase": cut(phrase)}) for phrase in phrases[:_MOST_TOLD]]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
