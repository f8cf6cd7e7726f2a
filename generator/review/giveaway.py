"""Answers that can be told without knowing them: by the stem, by the length of options, by their wording."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.diagnostics import Diagnostic
from generator.review import marked
from generator.review.passages import warning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.question import Bank, Question
    from generator.review.passages import Passage, Subject

LEAST = 10  # questions of a bank before a habit is spoken of
USUAL = 0.75  # share of them, from which on it is one
MUCH_LONGER = 1.3  # times the longest of the others
SHORTEST = 4  # letters of an option that gives itself away; an answer to a blank may be two Han

_not_letters = re.compile(r"[\W_]+")
_number = re.compile(
    r"[\d一二三四五六七八九十百千万亿零两半]+|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|hundred|thousand)"
)
_absolute = re.compile(
    r"一律|绝不|绝对|任何情况|所有人都|永远|从不|毫无例外|完全不|必须全部|只要.{0,12}就一定"
    r"|\b(?:always|never|under no circumstances|absolutely)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """A stem that holds the answer: the text of a blank, or of the right option and of no other."""
    prompt, response = subject.question.prompt, subject.question.solution.response
    if not response.blanks and not response.choices:
        return
    stem = subject.passages[0]
    if marked.in_stem(subject.question, stem):
        return  # which is told as what it is
    said = _letters(stem.words)
    for accepted in response.blanks:
        for text in accepted:
            answer = _letters(text.markdown)
            if _tells(answer) and _has(said, stem, text.markdown.strip(), answer):
                yield _in_stem(stem, text.markdown.strip())
                return
    options = [_letters(option.text.markdown) for option in prompt.options]
    named = [index for index, option in enumerate(options) if len(option) >= SHORTEST and option in said]
    if named and set(named) == set(response.choices) and len(named) < len(options):
        yield _in_stem(stem, prompt.options[named[0]].text.markdown.strip())


def _has(said: str, stem: Passage, typed: str, answer: str) -> bool:
    """Whether the stem says the answer; a Latin one only as words of its own."""
    if answer.isascii():
        return re.search(rf"(?<!\w){re.escape(typed)}(?!\w)", stem.words, re.IGNORECASE) is not None
    return answer in said


def _tells(answer: str) -> bool:
    """Whether finding an answer in a stem means something: no number, and no single character."""
    return not _number.fullmatch(answer) and len(answer) >= (SHORTEST if answer.isascii() else 2)


def _in_stem(stem: Passage, answer: str) -> Diagnostic:
    at = stem.words.find(answer)
    return warning("answer-in-stem", stem, max(at, 0), at + len(answer) if at >= 0 else 24)


def _letters(text: str) -> str:
    return _not_letters.sub("", normalize("NFKC", text)).casefold()


def check_longest(banks: Sequence[Bank]) -> Iterator[Diagnostic]:
    """A bank in which an option that is much longer than the others is nearly always the right one."""
    for bank in banks:
        asked = right = 0
        for question in _choices(bank, "longest-is-right"):
            lengths = [len(option.text.markdown.strip()) for option in question.prompt.options]
            second, first = sorted(lengths)[-2:]
            if first >= max(8, second * MUCH_LONGER):
                asked += 1
                right += lengths.index(first) in question.solution.response.choices
        if asked >= LEAST and right >= asked * USUAL:
            values: dict[str, object] = {"right": right, "count": asked}
            yield Diagnostic("warning", "longest-is-right", bank.location, values, "longest-is-right")


def check_absolute(banks: Sequence[Bank]) -> Iterator[Diagnostic]:
    """A bank in which options that say “always” or “never” are next to never the right ones."""
    for bank in banks:
        worded = wrong = 0
        for question in _choices(bank, "absolute-is-wrong"):
            for index, option in enumerate(question.prompt.options):
                if _absolute.search(option.text.markdown):
                    worded += 1
                    wrong += index not in question.solution.response.choices
        if worded >= LEAST and wrong >= worded * 0.95:
            values: dict[str, object] = {"wrong": wrong, "count": worded}
            yield Diagnostic("warning", "absolute-is-wrong", bank.location, values, "absolute-is-wrong")


def _choices(bank: Bank, code: str) -> Iterator[Question]:
    for question in bank.questions:
        if (
            question.prompt.type == "single_choice"
            and question.prompt.options
            and code not in question.silence
        ):
            yield question
