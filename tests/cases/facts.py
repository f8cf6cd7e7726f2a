"""A question as facts, a field and what it says, alike for an expected one and an imported one."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.diagnostics import Location, Report, SourceFile
from generator.markdown import blocks
from generator.model.content import Blank, CodeBlock, LineBreak, ListBlock, Para, Span, Str, TableBlock, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.content import Block, Inline
    from generator.model.question import Point, Question

MARKS = {"strong": "**", "emphasis": "*", "code": "`"}
TRUE = frozenset({"对", "正确", "是", "√", "true", "yes"})

_image = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_white = re.compile(r"\s+")
_beside_wide = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_bullet = re.compile("^[•●·◆■○-] *")
_end_brackets = re.compile(r"^[（(] ?[）)]|[（(] ?[）)](?=[。.?？]?$)")


class Facts(NamedTuple):
    """What a question says. `fields` counts each (field, value); `shape` are its texts' paragraphs by field."""

    stem: str
    fields: Counter[tuple[str, object]]
    shape: dict[tuple[str, str], tuple[str, ...]]


def words(markdown: str) -> str:
    """What a text shows, in one line: white space alone does not count."""
    return _tidy(" ".join(paragraphs(markdown)))


def paragraphs(markdown: str) -> tuple[str, ...]:
    """What a text shows, a string for each paragraph, item and row; bold and the like by their marks."""
    source = _image.sub("[image]", markdown.strip())
    location = Location(SourceFile("case", []), 1)
    report = Report()
    found = blocks(Text(source, location), report, None)
    if report.failed:
        return tuple(_tidy(line) for line in source.split("\n\n"))
    return tuple(line for line in map(_tidy, _lines(found)) if line)


def _tidy(text: str) -> str:
    text = _white.sub(" ", text.replace("\u200b", "")).strip()
    return _bullet.sub("- ", _beside_wide.sub("", text))


def _lines(found: Iterable[Block]) -> Iterable[str]:
    for block in found:
        if isinstance(block, Para):
            yield _inline(block.inlines)
        elif isinstance(block, ListBlock):
            for number, item in enumerate(block.items, block.start or 0):
                first, *rest = list(_lines(item)) or [""]
                yield f"{'-' if block.start is None else f'{number}.'} {first}"
                yield from rest
        elif isinstance(block, TableBlock):
            for row in (block.header, *block.rows):
                yield "|".join(_inline(cell).strip() for cell in row)
        elif isinstance(block, CodeBlock):
            yield "\n".join(block.lines)


def _inline(inlines: Iterable[Inline]) -> str:
    return "".join(map(_shown, inlines))


def _shown(inline: Inline) -> str:
    if isinstance(inline, Str):
        return inline.text
    if isinstance(inline, Span):
        mark = MARKS.get(inline.role, "")
        return mark + _inline(inline.children) + mark
    return {Blank: "____", LineBreak: " "}.get(type(inline), "")


class _Gatherer:
    def __init__(self) -> None:
        self.fields: Counter[tuple[str, object]] = Counter()
        self.shape: dict[tuple[str, str], tuple[str, ...]] = {}

    def add(self, field: str, value: object) -> None:
        self.fields[field, value] += 1

    def text(self, field: str, markdown: str, place: object = None) -> str:
        shown = words(markdown)
        self.add(field, shown if place is None else (place, shown))
        self.shape[field, shown] = paragraphs(markdown)
        return shown


def of_expected(question: dict[str, Any]) -> Facts:
    """The facts of a question as an expected file has it."""
    facts = _Gatherer()
    kind = question.get("type", "essay")
    stem = facts.text("question", question["stem"])
    facts.add("section", words(question.get("category", "")))
    facts.add("type", kind)
    for field in ("label", "note"):
        if field in question:
            facts.add(field, words(question[field]))
    if "marks" in question:
        facts.add("marks", Fraction(question["marks"]))
    for place, option in enumerate(question.get("options", ())):
        facts.text("options", option, place)
    _expected_answer(facts, kind, question.get("answer"))
    if "analysis" in question:
        facts.text("analysis", question["analysis"])
    for field, name in (
        ("competencies", "competency"),
        ("highlights", "highlight"),
        ("follow_ups", "follow-up"),
    ):
        for value in question.get(field, ()):
            facts.add(name, words(value))
    for level in question.get("levels", ()):
        low, _, high = level["marks"].partition("-")
        facts.add(
            "levels", (words(level["name"]), Fraction(low), Fraction(high or low), words(level["text"]))
        )
    for field in ("difficulty", "minutes", "source"):
        if field in question:
            facts.add("more", (field, question[field]))
    return Facts(_compared(stem), _without_brackets(facts.fields), facts.shape)


def _expected_answer(facts: _Gatherer, kind: str, answer: Any) -> None:
    if answer is None:
        return
    if kind in ("single_choice", "multiple_choice"):
        facts.add("answer", answer)
    elif kind == "true_false":
        facts.add("answer", answer in TRUE)
    elif kind == "fill_blank":
        for place, entry in enumerate(answer):
            for accepted in [entry] if isinstance(entry, str) else entry:
                facts.add("answer", (place, words(accepted)))
    elif isinstance(answer, str):
        facts.text("answer", answer)
    else:
        points = answer if isinstance(answer, list) else answer.get("points", ())
        if isinstance(answer, dict) and "text" in answer:
            facts.text("answer", answer["text"])
        _expected_points(facts, points, 1)


def _expected_points(facts: _Gatherer, points: Sequence[Any], depth: int) -> None:
    for point in points:
        held = {"text": point} if isinstance(point, str) else point
        shown = facts.text("point", held["text"], depth)
        if "marks" in held:
            facts.add("point marks", (shown, Fraction(held["marks"])))
        _expected_points(facts, held.get("points", ()), depth + 1)


def of_imported(question: Question) -> Facts:
    """The facts of a question that was imported."""
    facts = _Gatherer()
    prompt, solution = question.prompt, question.solution
    stem = facts.text("question", prompt.stem.markdown)
    facts.add("section", words(question.category))
    facts.add("type", prompt.type)
    for field, value in (("label", prompt.label), ("note", getattr(question, "note", ""))):
        said = value.markdown if isinstance(value, Text) else value
        if said:
            facts.add(field, words(said))
    marks = question.marks if question.marks is not None else solution.marks
    if marks is not None:
        facts.add("marks", marks)
    for place, option in enumerate(prompt.options):
        facts.text("options", option.text.markdown, place)
    response = solution.response
    if response.choices:
        facts.add("answer", "".join(chr(ord("A") + choice) for choice in response.choices))
    if response.truth is not None:
        facts.add("answer", response.truth)
    for place, blank in enumerate(response.blanks):
        for accepted in blank:
            facts.add("answer", (place, words(accepted.markdown)))
    if solution.text:
        facts.text("answer", solution.text.markdown)
    _imported_points(facts, solution.points, 1)
    if solution.analysis:
        facts.text("analysis", solution.analysis.markdown)
    for competency in prompt.competencies:
        facts.add("competency", words(competency))
    for highlight in solution.highlights:
        facts.add("highlight", words(highlight.markdown))
    for follow_up in solution.follow_ups:
        facts.add("follow-up", words(follow_up.markdown))
    for level in solution.levels:
        facts.add("levels", (words(level.name), level.low, level.high, words(level.text.markdown)))
    for name, number in (("difficulty", question.difficulty), ("minutes", question.minutes)):
        if number is not None:
            facts.add("more", (name, str(number)))
    if question.source:
        facts.add("more", ("source", question.source))
    return Facts(_compared(stem), _without_brackets(facts.fields), facts.shape)


def _imported_points(facts: _Gatherer, points: Iterable[Point], depth: int) -> None:
    for point in points:
        shown = facts.text("point", point.text.markdown, depth)
        if point.marks is not None:
            facts.add("point marks", (shown, point.marks))
        _imported_points(facts, point.points, depth + 1)


def _compared(stem: str) -> str:
    """Brackets left empty at an end are no part of a stem: a paper prints them for itself."""
    return _end_brackets.sub("", stem).strip()


def _without_brackets(fields: Counter[tuple[str, object]]) -> Counter[tuple[str, object]]:
    return Counter(
        {
            (f, _compared(v) if f == "question" and isinstance(v, str) else v): n
            for (f, v), n in fields.items()
        }
    )
