"""The schema of a bank."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from generator import kinds
from generator.bank.read import BANK_FIELDS, QUESTION_FIELDS
from generator.bank.solution import ANSWER_FIELDS, LEVEL_FIELDS, MOST_DEPTH, NUMBERINGS, POINT_FIELDS
from generator.kinds.choice import MAX_OPTIONS, letter
from generator.kinds.true_false import FALSE, TRUE
from tests.schemas import patterns, shapes

if TYPE_CHECKING:
    from tests.schemas.shapes import Schema

QUESTION = "#/definitions/question"

_TOLD_OF_BANK = {
    "bank": "The bank's id: lower-case letters, digits, '.', '_', '-'. It comes first.",
    "format": "The version of the format; may be left out.",
    "title": "What the bank is called.",
    "language": "A language tag such as zh-CN or en: the default for its questions.",
    "questions": "The questions.",
}
_TOLD_OF_QUESTION = {
    "id": "Unique over all banks that are read together; keep it for life.",
    "type": f"The type of question; {kinds.DEFAULT} if left out.",
    "language": "The question's own language, if it is not the bank's.",
    "category": "What a section draws from.",
    "label": "A word for this question, printed by a style that asks for it.",
    "stem": "The question itself, in Markdown.",
    "competencies": "What it assesses: one name or a list.",
    "difficulty": "1 (easy) to 5 (hard).",
    "minutes": "How long it takes; kept with the question, nothing prints it.",
    "tags": "One word or a list; a section can ask for them.",
    "marks": "What the marks inside the question add up to: a number of halves.",
    "answer": "The answer, in the form the type asks for.",
    "analysis": "For those who mark, in Markdown.",
    "highlights": "What earns top marks: one text or a list.",
    "levels": "Levels of the mark scheme, best first.",
    "follow_ups": "Questions to ask next: one text or a list.",
    "enemies": "Ids of questions that must not stand in the same paper.",
    "source": "Where it comes from; kept with the question, nothing prints it.",
    "note": "For those who keep the bank; nothing prints it.",
    "silence": "Codes of warnings that are not wanted for this question.",
}
_TOLD_OF_TYPES = {
    "lines": "Answer lines printed, 0 to 200; else by type and marks.",
    "options": f"2 to {MAX_OPTIONS} options: a list, or a mapping by letters from A on.",
    "shuffle": "Whether the options may be shuffled; true if left out.",
}


def schema() -> Schema:
    root = shapes.mapping(
        shapes.fields(
            BANK_FIELDS,
            {
                "bank": shapes.identifier(),
                "format": shapes.file_format(),
                "title": shapes.line(),
                "language": shapes.language(),
                "questions": shapes.one_or_more(QUESTION),
            },
            _TOLD_OF_BANK,
        ),
        ("bank", "questions"),
    )
    points = {f"point_{depth}": _point(depth) for depth in range(1, MOST_DEPTH + 1)}
    definitions = {"question": _question(), "answer": _prose(), **points, "level": _level()}
    return shapes.file("Question bank", "A bank of questions for exampaper.", root, definitions)


def _question() -> Schema:
    names = shapes.one_or_list(shapes.filled_line())
    texts = shapes.one_or_list(shapes.filled_text())
    properties = shapes.fields(
        QUESTION_FIELDS,
        {
            "id": shapes.identifier(),
            "type": shapes.choice(kinds.NAMES),
            "language": shapes.language(),
            "category": shapes.line(),
            "label": shapes.line(),
            "stem": shapes.filled_text(),
            "competencies": names,
            "difficulty": shapes.integer(1, 5),
            "minutes": shapes.integer(1, 1440),
            "tags": names,
            "marks": _positive(shapes.halves()),
            "answer": {},  # as the type asks for
            "analysis": shapes.text(),
            "highlights": texts,
            "levels": {
                "type": ["array", "object", "null"],
                "items": {"$ref": "#/definitions/level"},
                "if": {"type": "object"},
                "then": {"$ref": "#/definitions/level"},
            },
            "follow_ups": texts,
            "enemies": names,
            "source": shapes.line(),
            "note": shapes.text(),
            "silence": names,
        },
        _TOLD_OF_QUESTION,
    )
    of_types = dict.fromkeys(field for name in kinds.NAMES for field in kinds.kind(name).fields)
    properties |= shapes.fields(of_types, {field: {} for field in of_types}, _TOLD_OF_TYPES)
    return {
        **shapes.mapping(properties, ("id", "stem", "answer")),
        "allOf": [_rule(name, [*of_types]) for name in kinds.NAMES],
    }


def _positive(marks: Schema) -> Schema:
    del marks["minimum"]
    told = "A number of halves, more than 0: 3, 2.5."
    return {**marks, "exclusiveMinimum": 0, **shapes.patterned(patterns.POSITIVE_HALVES, told)}


def _rule(name: str, of_types: list[str]) -> Schema:
    """What a question of this type must have, and what it may not."""
    kind = kinds.kind(name)
    if name == kinds.DEFAULT:  # also where no type is given
        asked: Schema = {"properties": {"type": {"enum": [name, None]}}}
    else:
        asked = {"properties": {"type": {"const": name}}, "required": ["type"]}
    then: Schema = {"properties": {"answer": _ANSWERS[name], **_of_type(kind.fields)}}
    then["properties"] |= {field: False for field in of_types if field not in kind.fields}
    if "options" in kind.fields:
        then["required"] = ["options"]
    if name == "fill_blank":
        told = "There is no blank (____) in it."
        then["properties"]["stem"] = {"type": "string", **shapes.patterned(patterns.BLANK, told)}
    return {"if": asked, "then": then}


def _of_type(names: tuple[str, ...]) -> dict[str, Schema]:
    found = {"lines": shapes.integer(0, 200), "options": _options(), "shuffle": shapes.truth()}
    return {name: found[name] for name in names}


def _options() -> Schema:
    letters = [letter(i) for i in range(MAX_OPTIONS)]
    option = {
        "type": [*shapes.SCALARS, "object"],
        **shapes.patterned(patterns.FILLED, "This option is empty."),
        "properties": {
            "text": {"description": "What the option says.", **shapes.filled_text()},
            "fixed": {"description": "Keeps its place when the others are shuffled.", **shapes.truth()},
        },
        "required": ["text"],
        "additionalProperties": False,
    }
    return {
        "type": ["array", "object"],
        "items": option,
        "minItems": 2,
        "maxItems": MAX_OPTIONS,
        "additionalProperties": option,
        "propertyNames": {"enum": letters},
        "minProperties": 2,
        # The letters run on: C needs B, B needs A.
        "dependencies": {after: [before] for before, after in pairwise(letters)},
    }


def _letters() -> Schema:
    return {
        "type": ["string", "array"],
        **shapes.patterned(patterns.LETTERS, "Letters of options: ABD, or [A, B, D]."),
        "minItems": 1,
        "items": {"type": "string", **shapes.patterned(patterns.LETTERS, "The letter of an option.")},
    }


def _letter() -> Schema:
    one = {"type": "string", **shapes.patterned(patterns.LETTER, "The letter of the right option.")}
    return {**one, "type": ["string", "array"], "minItems": 1, "maxItems": 1, "items": one}


def _judgement() -> Schema:
    told = "true or false, 对 or 错, 正确 or 错误."
    return {"type": ["boolean", "string"], **shapes.patterned(patterns.any_of(TRUE | FALSE), told)}


def _blanks() -> Schema:
    text = shapes.filled_text()
    entry = {**text, "type": [*shapes.SCALARS, "array"], "minItems": 1, "items": text}
    return {**entry, "items": entry}


def _prose() -> Schema:
    """A text, points, or both in a mapping."""
    told = {
        "text": "The answer in prose, in Markdown.",
        "points": "The answer points, in order.",
        "numbering": "How these points are numbered; else as the style says.",
    }
    properties = shapes.fields(
        ANSWER_FIELDS,
        {"text": shapes.text(), "points": _points(1), "numbering": shapes.choice(NUMBERINGS)},
        told,
    )
    return {
        "type": [*shapes.SCALARS, "array", "object"],
        **shapes.patterned(patterns.FILLED, "The answer is empty."),
        "minItems": 1,
        "items": {"$ref": "#/definitions/point_1"},
        "properties": properties,
        "additionalProperties": False,
        "if": {"type": "object"},
        "then": {
            "if": {"required": ["points"], "properties": {"points": {"not": {"enum": [None, []]}}}},
            "else": {"required": ["text"], "properties": {"text": shapes.filled_text()}},
        },
    }


def _points(depth: int) -> Schema:
    """A list of points, or a lone one."""
    point = {"$ref": f"#/definitions/point_{depth}"}
    return {
        "type": [*shapes.SCALARS, "array", "object", "null"],
        "items": point,
        "if": {"not": {"type": ["array", "null"]}},
        "then": point,
    }


def _point(depth: int) -> Schema:
    told = {
        "text": "What the point says, in Markdown.",
        "marks": "Its share of the question's marks: a number of halves.",
        "points": f"Points of its own; {MOST_DEPTH} levels in all.",
    }
    inner = _points(depth + 1) if depth < MOST_DEPTH else {"type": ["array", "null"], "maxItems": 0}
    shape = {"text": shapes.filled_text(), "marks": shapes.halves(), "points": inner}
    return {
        **shapes.mapping(shapes.fields(POINT_FIELDS, shape, told), ("text",)),
        "type": [*shapes.SCALARS, "object"],
        **shapes.patterned(patterns.FILLED, "This point is empty."),
    }


def _level() -> Schema:
    text = shapes.filled_text()
    marks = {
        "type": ["number", "string"],
        "minimum": 0,
        "exclusiveMaximum": 10**6,
        "multipleOf": 0.5,
        **shapes.patterned(patterns.RANGE, "A range of marks, such as 7-8, or a number."),
    }
    shape = {
        "name": shapes.filled_line(),
        "marks": marks,
        "text": {**text, "type": [*text["type"], "array"], "minItems": 1, "maxItems": 1, "items": text},
    }
    told = {
        "name": "The name of the level.",
        "marks": "Its marks: a range such as 7-8, or one number.",
        "text": "Who belongs there.",
    }
    return shapes.mapping(shapes.fields(LEVEL_FIELDS, shape, told), LEVEL_FIELDS)


_PROSE: Schema = {"$ref": "#/definitions/answer"}
_ANSWERS = {
    "essay": _PROSE,
    "short_answer": _PROSE,
    "single_choice": _letter(),
    "multiple_choice": _letters(),
    "true_false": _judgement(),
    "fill_blank": _blanks(),
}
