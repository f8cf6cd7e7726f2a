"""Answers that the candidate's side shows: in brackets, by emphasis, or by the one option that is set off.

They come from documents in which the right answer was filled in, underlined or printed bold.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.kinds.choice import letter
from generator.kinds.true_false import FALSE, TRUE
from generator.review.passages import warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.model.question import Question
    from generator.review.passages import Passage, Subject

_emphasis = re.compile(r"(?<![*\\])(\*{1,3})(?![\s*])([^*\n]{1,300}?)(?<![\s*\\])\1(?!\*)")
_underlined = re.compile(r"(?<![\w\\])(_{1,3})(?![\s_])([^_\n]{1,300}?)(?<![\s_\\])\1(?!\w)")
_bracketed = re.compile(r"[（(【\[][ \u3000]*+([^()（）【】\[\]\n]{1,60}?)[ \u3000]*[）)】\]]")
_not_letters = re.compile(r"[\W_]+")
_judged = re.compile(r"[（(\[][ \u3000]*(?:√|✓|✔|×|✗|✘|╳|对|错|正确|错误)[ \u3000]*[）)\]][。.]?\s*\Z")
_MARKS = {"√": "true", "✓": "true", "✔": "true", "×": "false", "✗": "false", "✘": "false", "╳": "false"}


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The first such place in the stem, and the right options where they alone are emphasised."""
    question = subject.question
    stem = subject.passages[0]
    if stem.role == "stem" and (place := in_stem(question, stem)):
        yield warning("answer-marked", stem, *place)
    options = [passage for passage in subject.passages if passage.role == "option"]
    marked = tuple(index for index, option in enumerate(options) if _is_emphasised(option.words))
    if marked and len(marked) < len(options) and marked == question.solution.response.choices:
        option = options[marked[0]]
        yield warning("answer-marked", option, 0, len(option.text.markdown.strip()))


def in_stem(question: Question, stem: Passage) -> tuple[int, int] | None:
    """Where the stem says an answer, or ends with a judgement."""
    words = stem.words
    found = [
        (match.start(), match.end(), match[group])
        for pattern, group, signs in ((_emphasis, 2, "*"), (_underlined, 2, "_"), (_bracketed, 1, "（(【["))
        if any(sign in words for sign in signs)
        for match in pattern.finditer(words)
    ]
    if not found:
        return None
    if judged := _judged.search(words):
        return judged.span()
    answers = _answers(question)
    if not answers:  # a gap: what stands out may well be what is missing
        return next(((start, end) for start, end, _ in sorted(found) if words[start] in "*_"), None)
    return next(((start, end) for start, end, said in sorted(found) if _plain(said) in answers), None)


def _answers(question: Question) -> frozenset[str]:
    """What an answer may be given as, without spaces and signs."""
    solution = question.solution
    response = solution.response
    said = [text.markdown for accepted in response.blanks for text in accepted]
    if response.choices:
        said += ["".join(map(letter, response.choices))]
        said += [question.prompt.options[index].text.markdown for index in response.choices]
    if response.truth is not None:
        said += TRUE if response.truth else FALSE
    said += [text.markdown for text in (solution.text, *(p.text for p in solution.points)) if text]
    return frozenset(map(_plain, said)) - {""}


def _is_emphasised(words: str) -> bool:
    """Whether all of a text is."""
    return any(pattern.fullmatch(words.strip()) for pattern in (_emphasis, _underlined))


def _plain(text: str) -> str:
    bare = normalize("NFKC", text).strip()
    return _MARKS.get(bare) or _not_letters.sub("", bare).casefold()
