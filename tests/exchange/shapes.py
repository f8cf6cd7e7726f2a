"""What a key says of a question in each style, in a form in which banks and imported questions compare."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.diagnostics import Report
from generator.kinds.essay import Essay
from generator.markdown import blocks
from generator.model.content import CodeBlock, Image, ListBlock, Para, Str, TableBlock
from tests.said import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.content import Block, Text
    from generator.model.paper import PaperItem, PaperSection
    from generator.model.question import Point, Question, Solution

STYLES = ("labelled", "scored", "handbook", "collected", "manual", "classic")
WITHOUT_SECTIONS = ("handbook",)
WITH_LABELS = ("scored",)
WITH_POINT_MARKS = ("classic",)
RUN_IN = ("collected",)  # points of points stand in one line, where no stop ends them


class Shown(NamedTuple):
    """A question as a key shows it. `parts` are of its solution and the rest, by name."""

    stem: tuple[str, ...]
    parts: dict[str, Any]
    marked: bool = True  # without marks levels stand without theirs, and are no levels


def shown_in(style: str, section: PaperSection, item: PaperItem, solution: Solution) -> Shown:
    """What a key in a style shows of a question of a paper."""
    prompt = item.prompt
    response = solution.response
    parts: dict[str, Any] = {
        "type": _type(prompt.type),
        "options": tuple(_text(prompt.options[at].text) for at in item.order),
        "choices": tuple(sorted(item.order.index(at) for at in response.choices)),
        **_solved(style, solution),
        "competencies": prompt.competencies,
        "category": "" if style in WITHOUT_SECTIONS else section.title.strip(),
        "marks": None if style in WITHOUT_SECTIONS else item.marks,
    }
    if style in WITH_LABELS:
        parts["label"] = (prompt.label or section.label).removesuffix("题") and (
            prompt.label or section.label
        )
    return Shown(_stem(prompt.stem), parts, item.marks is not None)


def given_in(style: str, question: Question) -> Shown:
    """What was imported from such a key."""
    prompt = question.prompt
    parts: dict[str, Any] = {
        "type": _type(prompt.type),
        "options": tuple(_text(option.text) for option in prompt.options),
        "choices": question.solution.response.choices,
        **_solved(style, question.solution),
        "competencies": prompt.competencies,
        "category": question.category,
        "marks": question.marks,
    }
    if style in WITH_LABELS:
        parts["label"] = prompt.label
    return Shown(_stem(prompt.stem), parts)


def differences(style: str, wanted: Shown, given: Shown) -> list[str]:
    """What is not the same. Without sections nothing tells blanks from a short answer, or that one letter may be several."""
    kind = wanted.parts["type"]
    untold: tuple[str, ...] = () if wanted.marked else ("levels",)
    if style in WITHOUT_SECTIONS:
        if kind == "fill_blank":
            untold += ("type", "blanks", "answer")
        elif kind == "multiple_choice" and len(wanted.parts["choices"]) == 1:
            untold += ("type",)
    pairs = {"stem": (wanted.stem, given.stem)} | {
        name: (part, given.parts[name]) for name, part in wanted.parts.items() if name not in untold
    }
    return [f"{name}: {ours!r} became {theirs!r}" for name, (ours, theirs) in pairs.items() if ours != theirs]


def _type(name: str) -> str:
    return Essay.name if name == "short_answer" else name  # no key says which of the two it is


def _solved(style: str, solution: Solution) -> dict[str, Any]:
    response = solution.response
    return {
        "truth": response.truth,
        "blanks": tuple(tuple(map(_text, accepted)) for accepted in response.blanks),
        "answer": _said(solution.text),
        "points": _points(style, solution.points, 1),
        "analysis": _said(solution.analysis),
        "highlights": tuple(map(_text, solution.highlights)),
        "levels": tuple((_bare(lv.name), lv.low, lv.high, _text(lv.text)) for lv in solution.levels),
        "follow_ups": tuple(map(_text, solution.follow_ups)),
    }


def _points(style: str, points: Sequence[Point], depth: int) -> tuple[Any, ...]:
    marked = style in WITH_POINT_MARKS
    if style in RUN_IN and depth > 1:
        return tuple((_bare("".join(_run_in(point))), None, ()) for point in points)
    return tuple(
        (_text(point.text), point.marks if marked else None, _points(style, point.points, depth + 1))
        for point in points
    )


def _run_in(point: Point) -> Iterator[str]:
    """A point's words and those of its own points, as far as a line of several tells them apart."""
    yield _WEAK.sub("", _text(point.text))
    for inner in point.points:
        yield from _run_in(inner)


_SPACE = re.compile(r"\s+")
_LAST_BRACKET = re.compile(r"[(（]\s*[)）]\Z")
_WEAK = re.compile("[（）();；.。]")
_STOPS = " 。；;.：:，,"


def _bare(words: str) -> str:
    """Words without white space, and without the stop that lists and sentences add or take."""
    return _SPACE.sub("", words).rstrip(_STOPS)


def _text(text: Text) -> str:
    return _bare(" ".join(_said(text)))


def _stem(text: Text) -> tuple[str, ...]:
    told = list(_blocks(text))
    said = [_LAST_BRACKET.sub("", words) if kind == "p" else words for kind, words in told]
    for at in range(len(told) - 1, 0, -1):  # nothing parts code from code
        if told[at][0] == told[at - 1][0] == "code":
            said[at - 1 : at + 1] = ["\n".join(said[at - 1 : at + 1])]
    return tuple(filter(None, said))


def _said(text: Text | None) -> tuple[str, ...]:
    return () if text is None else tuple(words for _, words in _blocks(text))


def _blocks(text: Text) -> Iterator[tuple[str, str]]:
    """The blocks of a text, each by its kind and its words; of code the lines as they stand."""
    for block in blocks(text, Report(), None):
        yield from _words(block)


def _words(block: Block) -> Iterator[tuple[str, str]]:
    match block:
        case Para(inlines):
            yield (
                "p",
                _SPACE.sub(
                    "",
                    plain(
                        [
                            Str("_") if not hasattr(i, "text") and not hasattr(i, "children") else i
                            for i in inlines
                        ]
                    ),
                ),
            )
        case ListBlock(items):
            for item in items:
                yield from (("li", words) for inner in item for _, words in _words(inner))
        case CodeBlock(lines):
            yield "code", "\n".join(lines).rstrip()
        case TableBlock(header, rows):
            yield "table", "|".join(_SPACE.sub("", plain(cell)) for row in (header, *rows) for cell in row)
        case Image():
            yield "image", ""
