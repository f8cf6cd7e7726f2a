"""A Bank as the tree that its file holds: fields in the order of the format, what is left out left out."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, Union

from generator.bank.read import BANK_FIELDS, DEFAULT_LANGUAGE, QUESTION_FIELDS
from generator.kinds import DEFAULT, kind
from generator.kinds.choice import letter
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.model.content import Text
    from generator.model.question import Bank, Level, Option, Point, Question

Tree: TypeAlias = Union[str, "Bare", "list[Tree]", "dict[str, Tree]"]
"""What a file holds. A `str` is text and must read as text in any YAML; a Bare is a number or a truth."""


class Bare(str):
    """A number, a truth or nothing (""), written without quotes."""

    __slots__ = ()


MISSING = Bare("")
"""Stands where a required value is still to be written."""


def tree(bank: Bank) -> dict[str, Tree]:
    fields: dict[str, Tree] = {
        "bank": bank.id,
        "title": bank.title,
        "language": bank.language if bank.language != DEFAULT_LANGUAGE else "",
        "questions": [question(q, bank.language) for q in bank.questions],
    }
    return _given(fields, BANK_FIELDS)


def question(asked: Question, language: str) -> dict[str, Tree]:
    """A question of a bank in `language`."""
    prompt, solution = asked.prompt, asked.solution
    fields: dict[str, Tree] = {
        "id": asked.id or MISSING,
        "type": prompt.type if prompt.type != DEFAULT else "",
        "language": prompt.language if prompt.language != language else "",
        "category": asked.category,
        "label": prompt.label,
        "stem": _text(prompt.stem) or MISSING,
        "options": [_option(option) for option in prompt.options],
        "shuffle": "" if prompt.shuffle else Bare("false"),
        "lines": _number(prompt.lines),
        "competencies": list(prompt.competencies),
        "difficulty": _number(asked.difficulty),
        "minutes": _number(asked.minutes),
        "tags": list(asked.tags),
        "marks": "" if asked.marks is None else Bare(written(asked.marks)),
        "answer": _answer(asked),
        "analysis": _text(solution.analysis),
        "highlights": _texts(solution.highlights),
        "levels": [_level(level) for level in solution.levels],
        "follow_ups": _texts(solution.follow_ups),
        "enemies": list(asked.enemies),
        "source": asked.source,
        "note": _text(asked.note),
        "silence": list(asked.silence),
    }
    return _given(fields, order(prompt.type))


def changed(value: Tree, change: Callable[[str], str]) -> Tree:
    """`value` with every text in it as `change` makes it."""
    if isinstance(value, Bare):
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, dict):
        return {name: changed(inner, change) for name, inner in value.items()}
    return [changed(inner, change) for inner in value]


def order(type_name: str) -> Iterable[str]:
    """The fields of a type stand behind the stem, where they are read with it."""
    for name in QUESTION_FIELDS:
        yield name
        if name == "stem":
            yield from kind(type_name).fields


def _given(fields: dict[str, Tree], order: Iterable[str]) -> dict[str, Tree]:
    return {name: fields[name] for name in order if fields.get(name) or fields.get(name) is MISSING}


def _text(text: Text | None) -> str:
    return "" if text is None else text.markdown.rstrip("\n")


def _texts(texts: Sequence[Text]) -> Tree:
    """One text or a list of them."""
    return _text(texts[0]) if len(texts) == 1 else [_text(text) for text in texts]


def _number(number: int | None) -> Tree:
    return "" if number is None else Bare(number)


def _option(option: Option) -> Tree:
    text = _text(option.text)
    return {"text": text, "fixed": Bare("true")} if option.fixed else text


def _answer(asked: Question) -> Tree:
    solution = asked.solution
    response = solution.response
    if response.choices:
        return "".join(map(letter, response.choices))
    if response.truth is not None:
        return Bare("true" if response.truth else "false")
    if response.blanks:
        return [_texts(accepted) for accepted in response.blanks]
    points: list[Tree] = [_point(point) for point in solution.points]
    text = _text(solution.text)
    if not points:
        return text or MISSING
    if not text and not solution.point_numbering:
        return points
    fields: dict[str, Tree] = {"text": text, "points": points, "numbering": solution.point_numbering}
    return {name: value for name, value in fields.items() if value}


def _point(point: Point) -> Tree:
    if point.marks is None and not point.points:
        return _text(point.text)
    fields: dict[str, Tree] = {"text": _text(point.text)}
    if point.marks is not None:
        fields["marks"] = Bare(written(point.marks))
    if point.points:
        fields["points"] = [_point(inner) for inner in point.points]
    return fields


def _level(level: Level) -> Tree:
    low, high = written(level.low), written(level.high)
    return {
        "name": level.name,
        "marks": Bare(low if low == high else f"{low}-{high}"),
        "text": _text(level.text),
    }
