"""Siblings: what shows only beside the other questions: a stem or an answer that may hold what belongs elsewhere."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.exchange.interpret.accounts.confidence import with_doubts
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.words.titles import MATERIAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.intake import Origin
    from generator.exchange.interpret.accounts.confidence import Made
    from generator.model.question import Question

_SIBLINGS = 3  # other questions that show what is usual
_LONG, _TIMES = 150, 5  # characters a stem must have to be long, and how many times as many as others
_LABEL = re.compile(r"^\[([^\[\]()0-9]{2,10})\]", re.MULTILINE)


def doubted(made: Sequence[Made]) -> list[Made]:
    """Questions of a document, those that stand out among their siblings with doubts."""
    usual = _usual([_paragraphs(question) for question, _ in made])
    groups: dict[str, list[int]] = {}
    for question, _ in made:
        groups.setdefault(question.category, []).append(len(question.prompt.stem.markdown))
    told = [
        (question, with_doubts(origin, list(_doubts(question, origin, groups[question.category], usual))))
        for question, origin in made
    ]
    return _last_doubted(told)


_FEWEST = 2  # others, none of which goes on


def _last_doubted(made: list[Made]) -> list[Made]:
    """The last question with a doubt where its answer alone goes on behind a blank line: closing words, perhaps."""
    if len(made) <= _FEWEST or any(_goes_on(question) for question, _ in made[:-1]):
        return made
    question, origin = made[-1]
    if not _goes_on(question) or any(doubt.code == "import-runs-on" for doubt in origin.doubts):
        return made
    doubt = Diagnostic("warning", "import-runs-on", question.location, {"field": "answer"})
    return [*made[:-1], (question, with_doubts(origin, [doubt]))]


def _goes_on(question: Question) -> bool:
    """Whether prose follows an answer of one paragraph, or its last point."""
    last = (
        question.solution.points[-1].text.markdown if question.solution.points else _text(question, "answer")
    )
    behind = last.split("\n\n")[1:]
    return bool(behind) and not any(_BLOCK.match(words) for words in behind)


def _doubts(question: Question, origin: Origin, lengths: Sequence[int], usual: int) -> Iterator[Diagnostic]:
    where = question.location
    stem = question.prompt.stem.markdown
    on_material = any(inferred.code == "import-material" for inferred in origin.inferred)
    if (
        "\n\n" in stem
        and len(stem) > _LONG
        and len(lengths) > _SIBLINGS
        and len(stem) > _TIMES * median(lengths)
        and not on_material
    ):
        yield Diagnostic("warning", "import-stem-long", where, {})
    for field in ("answer", "analysis"):
        alone = field == "analysis" and usual and _paragraphs(question) > usual
        if alone or _breaks_off(_text(question, field)):
            yield Diagnostic("warning", "import-runs-on", where, {"field": field})
    for words in (stem.partition("\n\n")[2], _text(question, "answer"), _text(question, "analysis")):
        label = _LABEL.search(flat(words))
        if label and not label[1].startswith(MATERIAL):
            yield Diagnostic("warning", "import-label-unknown", where, {"word": label[1]})


_STOP = re.compile(r"[。！？.!?…；;：:”」』\"'）)]\s*$")
_BLOCK = re.compile(r"[-*+>|`#]|\d+[.)] |!\[")


def _breaks_off(words: str) -> bool:
    """Whether the last paragraph of a text is no sentence, though the first is: a line that went astray."""
    if "```" in words:
        return False
    first, *behind = words.split("\n\n")
    return bool(
        behind and _STOP.search(first) and not _STOP.search(behind[-1]) and not _BLOCK.match(behind[-1])
    )


def _usual(counts: Sequence[int]) -> int:
    """1 where all questions but one that have an analysis have one paragraph of it; else 0."""
    told = sorted(count for count in counts if count)
    return 1 if len(told) > _SIBLINGS and told[-2] == 1 else 0


def _paragraphs(question: Question) -> int:
    words = _text(question, "analysis")
    return len(words.split("\n\n")) if words else 0


def _text(question: Question, field: str) -> str:
    text = question.solution.text if field == "answer" else question.solution.analysis
    return text.markdown if text else ""
