"""The schema of the parts of a style that say how a paper is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import kinds
from generator.layout.read_style import MOST_PER_MARK, SECTION
from generator.layout.style import (
    AnswerSpace,
    BoxField,
    CompetencyStyle,
    ContentsStyle,
    Front,
    SectionStyle,
)
from generator.numbering import SIGNS
from tests.schemas import patterns, shapes
from tests.schemas.words import label, languages, length, part, template

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schemas.shapes import Schema


def front() -> Schema:
    shape = {
        "title": template(("title", "variant")),
        "duration": template(("duration", "total")),
        "instructions": shapes.text(),
        "score_table": shapes.truth(),
        "score_width": length(20, 400),
    }
    told = {
        "title": "A pattern: the title of the paper.",
        "duration": "A pattern: time and marks, under the title.",
        "candidate_box": "The cells for the candidate; none for no box.",
        "instructions": "The heading over the instructions.",
        "score_table": "The table for the markers.",
        "score_width": "How wide its columns are, in points.",
    }
    return part(Front._fields, shape, told, {"candidate_box": _candidate_box()})


def _candidate_box() -> Schema:
    """A list of cells or a lone one; with a list for each language, its cells have one language."""
    cell = {"$ref": "#/definitions/cell"}
    by_language = languages(_box_of({"$ref": "#/definitions/cell_in_one_language"}))
    either = {"anyOf": [{"required": [language]} for language in by_language["properties"]]}
    box = _box_of(cell)
    return {
        **box,
        "type": [*box["type"], "object"],
        "if": {"type": "object", "not": either},
        "then": cell,
        "dependencies": dict.fromkeys(by_language["properties"], by_language),
    }


def _box_of(cell: Schema) -> Schema:
    return {
        "type": ["array", "boolean", "string", "null"],
        **shapes.patterned("^none$", "A list of cells, or none."),
        "not": {"const": True},
        "items": cell,
    }


def cell(said: Callable[[Schema], Schema]) -> Schema:
    values = {"label": shapes.filled_text(), "field": shapes.line(), "width": shapes.number()}
    told = {
        "label": "What stands before the cell.",
        "field": "What it holds: name, id, post, room, seat …",
        "width": "Its share of the row.",
    }
    shape = {name: said(value) for name, value in values.items()}
    return shapes.mapping(shapes.fields(BoxField._fields, shape, told), ("label",))


def contents() -> Schema:
    lists = ("none", "questions", "sections", "all")
    shape = {
        "list": shapes.choice(lists),
        "documents": shapes.choice(("key", "paper", "both")),
        "heading": shapes.text(),
        "page_numbers": shapes.truth(),
    }
    told = {
        "list": "What is listed.",
        "documents": "Which documents have it.",
        "heading": "The heading over it.",
        "page_numbers": "Whether it tells the pages.",
    }
    none = {"type": "string", **shapes.patterned(patterns.any_of(("", "false")), "none for none.")}
    either = [shapes.choice((*lists, False)), none, part(ContentsStyle._fields, shape, told)]
    return {"anyOf": either}


def section() -> Schema:
    counting = shapes.patterned(patterns.COUNTING, f"It must count, by one of {' '.join(SIGNS)}")
    shape = {
        "numbering": {**shapes.text(), **counting},
        "heading": template(SECTION),
        "note_label": shapes.text(),
    }
    told = {
        "numbering": f"One of {' '.join(SIGNS)}, bare or as in （一） or 1.",
        "heading": "A pattern; empty for none.",
        "note_label": "The word before a section's note.",
    }
    return part(SectionStyle._fields, shape, told)


def question() -> Schema:
    letter = shapes.patterned("A", "It must have an A, since answers name the letters.")
    shape = {
        "label": template(("n", "label")),
        "label_position": shapes.choice(("run_in", "own_line", "heading")),
        "numbering": shapes.choice(("restart", "through")),
        "marks": shapes.choice(("end", "none")),
        "marks_pattern": template(("marks",)),
        "keep": shapes.truth(),
        "option_label": {"type": ["string"], **letter},
        "choice_bracket": shapes.text(),
    }
    told = {
        "label": "A pattern, before the stem.",
        "label_position": "Before the stem, on a line of its own, or the stem as a heading.",
        "numbering": "Anew in each section, or through the paper.",
        "marks": "After the stem, or nowhere.",
        "marks_pattern": "A pattern, for stems and points.",
        "keep": "Whether a question goes to the next page whole.",
        "option_label": "Before each option, with an A: A., （A） …",
        "choice_bracket": "The place for the letter after a stem.",
    }
    return part(told, shape, told)


def answer_space() -> Schema:
    of_types = {name: f"Lines of {name} questions." for name in kinds.NAMES}
    return part(kinds.NAMES, {}, of_types, dict.fromkeys(kinds.NAMES, lines()))


def lines() -> Schema:
    per_mark = {**shapes.number(), "maximum": MOST_PER_MARK}
    del per_mark["exclusiveMaximum"]
    told_of_bounds = f"A number of lines, 0 to {MOST_PER_MARK}."
    per_mark |= shapes.patterned(patterns.up_to(MOST_PER_MARK), told_of_bounds)
    shape = {"per_mark": per_mark, "least": shapes.integer(0, 100), "without_marks": shapes.integer(0, 100)}
    told = {
        "per_mark": "Lines for each mark.",
        "least": "At least so many lines.",
        "without_marks": "So many lines where there are no marks.",
    }
    return shapes.optional(part(AnswerSpace._fields, shape, told))


def competencies() -> Schema:
    shape = {
        "paper": shapes.choice(("none", "stem")),
        "key": shapes.choice(("none", "stem", "block")),
        "pattern": template(("list",)),
    }
    told = {
        "paper": "On the paper: nowhere, or after the stem.",
        "key": "In the key: nowhere, after the stem, or on a line of their own.",
        "pattern": "A pattern, with the stem.",
        "label": "A label, on a line of their own.",
    }
    return part(CompetencyStyle._fields, shape, told, {"label": label()})
