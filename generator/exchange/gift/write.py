"""A bank as GIFT: texts are Markdown, ids and tags stand in comments as Moodle writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.gift.escapes import escaped
from generator.exchange.not_held import tell_lost, tell_not_held, tell_title, without_gaps
from generator.exchange.quiz.categories import path_of
from generator.exchange.quiz.pictures import named
from generator.exchange.quiz.sheet import sheet_of
from generator.exchange.quiz.tags import HELD, MORE, tags_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.model.content import Text
    from generator.model.question import Bank, Point, Question

_KEY = frozenset(("answer", "analysis", "highlights", "levels", "follow_ups"))


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """The text, in UTF-8."""
    bank = without_gaps(bank, "GIFT", report)
    tell_not_held(bank, lambda _: HELD, "GIFT", report)
    tell_title(bank, "GIFT", report)
    tell_lost(bank, ("pictures" for asked in bank.questions if any(_pictures(asked))), "GIFT", report)
    parts = []
    category = ""
    for asked in bank.questions:
        if asked.category != category:
            category = asked.category
            parts.append(f"$CATEGORY: {escaped(path_of(category))}")
        parts.append(_question(asked))
    return ("\n\n".join(parts) + "\n").encode()


def _pictures(asked: Question) -> Iterator[str]:
    solution = asked.solution
    for text in (asked.prompt.stem, solution.analysis, solution.text, *_texts(solution.points)):
        if text is not None:
            yield from named(text.markdown)


def _texts(points: Iterable[Point]) -> Iterator[Text]:
    for point in points:
        yield point.text
        yield from _texts(point.points)


def _question(asked: Question) -> str:
    response = asked.solution.response
    answer: list[str] = []
    implied = "essay"
    key = MORE
    if asked.prompt.options:
        answer, implied = _choice(asked), asked.prompt.type
    elif response.truth is not None:
        answer, implied = ["TRUE" if response.truth else "FALSE"], "true_false"
    elif len(response.blanks) == 1 and not any(map(_means_more, response.blanks[0])):
        answer = ["=" + _words(text.markdown) for text in response.blanks[0]]
        implied = "fill_blank"
    else:
        key = _KEY
        implied = "fill_blank" if response.blanks else "essay"
    lines = [*answer, *_general(asked, key)]
    inside = "\n\t".join(["", *lines]) + "\n" if len(lines) > 1 else "".join(lines)
    stem = escaped(asked.prompt.stem.markdown.strip())
    return f"{_comment(asked, implied)}\n::{escaped(asked.id)}::[markdown]{stem} {{{inside}}}"


def _means_more(accepted: Text) -> bool:
    """Whether a platform takes an accepted text for a pair, or for any answer at all."""
    return "->" in accepted.markdown or "*" in accepted.markdown


def _comment(asked: Question, implied: str) -> str:
    tokens = [f"[id:{asked.id}]", *(f"[tag:{_token(tag)}]" for tag in tags_of(asked, implied))]
    return "// " + " ".join(tokens)


def _token(tag: str) -> str:
    return tag.replace("\\", "\\\\").replace("]", "\\]")


def _choice(asked: Question) -> list[str]:
    right = asked.solution.response.choices
    if asked.prompt.type == "single_choice":
        signs = ["=" if index in right else "~" for index in range(len(asked.prompt.options))]
    else:
        share = f"{100 / max(len(right), 1):.7g}"
        signs = [f"~%{'' if index in right else '-'}{share}%" for index in range(len(asked.prompt.options))]
    return [
        sign + _words(option.text.markdown) for sign, option in zip(signs, asked.prompt.options, strict=True)
    ]


def _general(asked: Question, fields: Iterable[str]) -> Iterator[str]:
    """General feedback: the analysis, or a sheet where there is more to say to those who mark."""
    if sheet_of(asked, frozenset(fields)):
        yield "####[html]" + escaped(sheet_of(asked, frozenset(fields) | {"analysis"}))
    elif asked.solution.analysis:
        yield "####" + _words(asked.solution.analysis.markdown)


def _words(source: str) -> str:
    """A text; where it begins as a weight or the name of a format would, with its format before it."""
    bare = source.strip()
    return ("[markdown]" if bare.startswith(("%", "[")) else "") + escaped(bare)
