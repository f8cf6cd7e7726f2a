"""What stands between the braces of a GIFT question."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.gift.texts import Written, written
from generator.exchange.quiz import responses

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.exchange.quiz.draft import Draft

_ANSWER = re.compile(r"[=~]")
_WEIGHT = re.compile(r"%(-?\d{1,3}(?:\.\d{0,9})?)%")
_TRUTHS = {
    "t": True,
    "true": True,
    "f": False,
    "false": False,
    "对": True,
    "正确": True,
    "√": True,
    "错": False,
    "错误": False,
    "×": False,
}
_RANGE = re.compile(r"(-?[\d.,]+?)\s*\.\.\s*(-?[\d.,]+)")


class _Part(NamedTuple):
    """One answer: "=" or "~" before it ("" for neither), its weight, its words and the feedback on it."""

    sign: str
    weight: float | None
    words: str
    feedback: str


def read_answers(inside: str, format_name: str, draft: Draft, text: Callable[[Written], str]) -> None:
    """The type and answer of `draft` from what is `inside` the braces.

    `text` reads texts; their format is that of the stem where they name none.
    """
    reader = _Reader(format_name, draft, text)
    bare = inside.partition("#")[0].strip().lower()
    if not inside:
        responses.prose(draft)
    elif inside.startswith("#"):
        reader.numerical(inside[1:])
    elif "~" in inside:
        reader.choice(_parts(inside))
    elif "=" in inside and "->" in inside:
        reader.matching(_parts(inside))
    elif bare in _TRUTHS:
        reader.truth(_TRUTHS[bare], inside)
    else:
        reader.short(_parts(inside))


def _parts(inside: str) -> list[_Part]:
    """What stands before the first sign is an answer too, if it is anything."""
    edges = [*(found.start() for found in _ANSWER.finditer(inside)), len(inside)]
    parts = [_part(inside[start], inside[start + 1 : end]) for start, end in pairwise(edges)]
    first = _part("", inside[: edges[0]])
    return [first, *parts] if first.words else parts


def _part(sign: str, said: str) -> _Part:
    bare = said.strip()
    weight = _WEIGHT.match(bare)
    words, _, feedback = (bare[weight.end() :] if weight else bare).partition("#")
    return _Part(sign, float(weight[1]) if weight else None, words.strip(), feedback.strip())


class _Reader:
    def __init__(self, format_name: str, draft: Draft, text: Callable[[Written], str]) -> None:
        self.format = format_name
        self.draft = draft
        self.text = text

    def _text(self, said: str) -> str:
        return self.text(written(said, self.format))

    def _answer(self, part: _Part, fraction: float) -> responses.Answer:
        return responses.Answer(self._text(part.words), fraction, self._text(part.feedback))

    def choice(self, parts: list[_Part]) -> None:
        """`=` is right; without any, those with a share of the marks are."""
        single = any(part.sign == "=" for part in parts)
        answers = [
            self._answer(part, part.weight if part.weight is not None else 100.0 * (part.sign == "="))
            for part in parts
        ]
        responses.choice(self.draft, answers, single)

    def matching(self, parts: list[_Part]) -> None:
        pairs = []
        for part in parts:
            said = f"{part.words}#{part.feedback}" if part.feedback else part.words
            left, arrow, right = said.partition("->")
            if arrow:
                pairs.append((self._text(left), self._text(right)))
            else:
                self.draft.keep("distractor", self._text(said))
        responses.pairs(self.draft, pairs)

    def truth(self, right: bool, inside: str) -> None:
        """`TRUE#feedback for those who are wrong#feedback for those who are right`."""
        _, wrong, feedback = [*inside.split("#", 2), "", ""][:3]
        responses.truth(self.draft, right, self._text(feedback), self._text(wrong))

    def short(self, parts: list[_Part]) -> None:
        responses.short(
            self.draft, [self._typed(part, 100.0 if part.weight is None else part.weight) for part in parts]
        )

    def _typed(self, part: _Part, fraction: float) -> responses.Answer:
        """An answer that is typed has no markup but what Markdown makes of it."""
        words = part.words if self.format == "markdown" else f"[plain]{part.words}"
        return responses.Answer(self._text(words), fraction, self._text(part.feedback))

    def numerical(self, inside: str) -> None:
        answers = []
        for part in _parts(inside):
            if part.sign == "~":
                self.draft.keep("wrong", self._text(part.feedback))
                continue
            fraction = 100.0 if part.weight is None else part.weight
            words = self._number(part.words)
            answers.append(responses.Answer(words, fraction, self._text(part.feedback)))
        responses.short(self.draft, answers)

    def _number(self, said: str) -> str:
        """`5:0.5` is 5, half off at most; `4.5..5.5` is a range."""
        shown = " ".join(said.split())
        span = _RANGE.fullmatch(shown)
        if span:
            return f"{span[1]}–{span[2]}"
        value, colon, tolerance = shown.partition(":")
        if colon and responses.number(tolerance):
            self.draft.keep("tolerance", tolerance.strip(), value.strip())
        return responses.plain(value.strip())
