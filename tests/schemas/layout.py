"""The schema of a paper layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import kinds
from generator.blueprint.draw import MOST_MARKS, MOST_QUESTIONS
from generator.blueprint.read import FILE_FIELDS, FILTER_FIELDS, LAYOUT_FIELDS, SECTION_FIELDS
from tests.schemas import patterns, shapes
from tests.schemas.style import adjusted

if TYPE_CHECKING:
    from tests.schemas.shapes import Schema

_TOLD_OF_LAYOUT = {
    "layout": "The layout's id: lower-case letters, digits, '.', '_', '-'. It comes first.",
    "format": "The version of the format; may be left out.",
    "title": "The paper's title.",
    "subtitle": "A line under the title.",
    "short_title": "The title as headers and footers print it, when the whole one is too long.",
    "banks": "Paths of banks, relative to this file; a folder means all banks in it.",
    "language": "Of the fixed words: zh-CN or en; the first bank's if left out.",
    "duration": "Minutes; printed.",
    "total": "The sum of all marks; a sum that comes out otherwise is a fault.",
    "instructions": "Instructions for candidates, in Markdown.",
    "sections": "The sections of the paper.",
    "style": "A named style, the path of a style file, or a mapping that adjusts a style.",
    "seed": "A number for the draw; 1 if left out.",
    "file_name": "A pattern of {layout}, {variant}, {document} and more; {document} must be there.",
    "posts": "In a hiring round: the posts whose candidates get this paper; everybody if left out.",
    "identity_numbers": "In a hiring round: print identity numbers masked (the default) or full.",
}
_TOLD_OF_SECTION = {
    "title": "The section's title; the style prints its number, count and marks.",
    "draw": "How many questions of how many marks each: 5x8, or {count: 5, marks: 8}; 10 alone is without marks.",
    "from": "Which questions may be drawn; any if left out.",
    "label": "A word for its questions that have no label of their own.",
    "note": "Printed under the heading, in Markdown.",
    "questions": "Ids that are in the paper whatever 'from' says; counted in the draw.",
    "order": "Of the drawn ones: as drawn, or as they stand in the bank.",
    "exclude": "Ids that are not drawn here.",
}
_TOLD_OF_FILTER = {
    "category": "The question's category is one of these.",
    "type": "The question's type is one of these.",
    "tags": "The question has at least one of these tags.",
    "competencies": "The question has at least one of these competencies.",
    "difficulty": "The question's difficulty is one of these, 1 to 5.",
    "bank": "The question comes from one of these banks, by their ids.",
}


def schema() -> Schema:
    listed = " ".join(f"{{{name}}}" for name in FILE_FIELDS)
    told = f"Fields here: {listed}. {{document}} must be there."
    file_name = {**shapes.text(), **shapes.patterned(patterns.file_name(FILE_FIELDS, "document"), told)}
    file_name["type"] = ["string", "null"]
    root = shapes.mapping(
        shapes.fields(
            LAYOUT_FIELDS,
            {
                "layout": shapes.identifier(),
                "format": shapes.file_format(),
                "title": shapes.filled_line(),
                "subtitle": shapes.line(),
                "short_title": shapes.line(),
                "banks": shapes.one_or_list(shapes.filled_text()),
                "language": shapes.language(),
                "duration": shapes.integer(1, 10_000),
                "total": shapes.number(),
                "instructions": shapes.text(),
                "sections": shapes.one_or_more("#/definitions/section"),
                "style": adjusted(),
                "seed": shapes.integer(0, 2**63 - 1),
                "file_name": file_name,
                "posts": shapes.one_or_list(shapes.filled_line()),
                "identity_numbers": shapes.choice(("masked", "full")),
            },
            _TOLD_OF_LAYOUT,
        ),
        ("layout", "title", "sections"),
    )
    description = "What a paper draws from question banks, for exampaper."
    return shapes.file("Paper layout", description, root, {"section": _section()})


def _section() -> Schema:
    ids = shapes.one_or_list(shapes.filled_text())
    shape = {
        "title": shapes.filled_line(),
        "draw": _draw(),
        "from": shapes.optional(_filter()),
        "label": shapes.line(),
        "note": shapes.text(),
        "questions": ids,
        "order": shapes.choice(("drawn", "bank")),
        "exclude": ids,
    }
    return shapes.mapping(shapes.fields(SECTION_FIELDS, shape, _TOLD_OF_SECTION), ("title", "draw"))


def _draw() -> Schema:
    marks = {
        "description": "Marks of each, a number of halves; left out: none.",
        **shapes.halves(),
        "exclusiveMinimum": 0,
        "maximum": MOST_MARKS,
        **shapes.patterned(patterns.draw_marks(), f"A number of halves, more than 0, up to {MOST_MARKS}."),
    }
    for bound in ("minimum", "exclusiveMaximum"):
        del marks[bound]
    count = {"description": "How many questions.", **shapes.required(shapes.integer(1, MOST_QUESTIONS))}
    return {
        "type": ["string", "integer", "object"],
        "minimum": 1,
        "maximum": MOST_QUESTIONS,
        **shapes.patterned(patterns.draw(MOST_QUESTIONS), "Questions x marks, such as 5x8 or 10x2.5; or 10."),
        "properties": {"count": count, "marks": marks},
        "required": ["count"],
        "additionalProperties": False,
    }


def _filter() -> Schema:
    names = shapes.one_or_list(shapes.filled_line())
    level = {
        "type": ["integer", "string"],
        "minimum": 1,
        "maximum": 5,
        **shapes.patterned(r"^\s*[1-5]\s*$", "1 to 5."),
    }
    shape = dict.fromkeys(FILTER_FIELDS, names)
    shape |= {"type": shapes.choices(kinds.NAMES), "difficulty": shapes.one_or_list(level)}
    return shapes.mapping(shapes.fields(FILTER_FIELDS, shape, _TOLD_OF_FILTER))
