"""The schema of a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import kinds
from generator.layout.bases import names
from generator.layout.look import PAGE_FIELDS, SIZES, SPAN_ROLES, STYLE_NAMES, TEXT_ROLES
from generator.layout.read_style import FIELDS, MOST_PER_MARK, RUNNING, SECTION
from generator.layout.style import (
    AnswerSpace,
    BoxField,
    CompetencyStyle,
    ContentsStyle,
    Front,
    Heights,
    KeyStyle,
    ListMarks,
    SectionStyle,
)
from tests.schemas import patterns, shapes
from tests.schemas.words import label, languages, length, several, spoken, spoken_or, template

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.schemas.shapes import Schema

ADJUSTMENT = "style.json#/definitions/adjustment"
SIZES_OF_TEXT = (2, 200)
FONTS = ("song", "hei", "kai", "code")  # of the styles that ship

_TOLD = {
    "style": "The style's name. It comes first.",
    "format": "The version of the format; may be left out.",
    "base": "The style under this one: one that ships, or the path of a style file; classic if left out.",
    "page": "Paper, margins, columns, header and footer.",
    "fonts": "Families by name; text and span choose among them.",
    "front": "The head of the paper.",
    "contents": "A list of contents; none for none.",
    "section": "Headings of sections.",
    "question": "Stems, their labels, marks and options.",
    "answer_space": "Lines to write on, by type of question.",
    "competencies": "What questions assess, on the paper and in the key.",
    "key": "The answer key.",
    "list": "Marks of lists in texts, by depth.",
    "row_height": "Least heights of rows of tables, in points.",
    "rules": "How thick answer lines and the rules of tables are, in points.",
    "wording": "Every other fixed word.",
    "text": "How each role of paragraph is set.",
    "span": "What runs of characters look like inside a paragraph.",
}
RUNNING_FIELDS = (*(field for field in RUNNING if "." not in field), "candidate.…")


def adjusted() -> Schema:
    """What a layout says of its style."""
    return {"anyOf": [*_named(), {"type": "null"}, {"$ref": ADJUSTMENT}]}


def _named() -> list[Schema]:
    told = "A style that ships, or the path of a style file (.yaml)."
    return [{"enum": names()}, {"type": "string", **shapes.patterned(patterns.STYLE_FILE, told)}]


def schema() -> Schema:
    name = {"style": spoken(shapes.filled_text())}
    parts: dict[str, Schema] = {
        "style": spoken(shapes.text()),
        "format": spoken(shapes.file_format()),
        "base": {"anyOf": _named()},
        "page": _page(),
        "fonts": _fonts(),
        "front": _front(),
        "contents": _contents(),
        "section": _section(),
        "question": _question(),
        "answer_space": _answer_space(),
        "competencies": _competencies(),
        "key": _key(),
        "list": _of(ListMarks._fields, {}, _TOLD_OF_LISTS, dict.fromkeys(ListMarks._fields, several())),
        "row_height": _of(Heights._fields, dict.fromkeys(Heights._fields, length(0, 200)), _TOLD_OF_HEIGHTS),
        "rules": _of(_TOLD_OF_RULES, dict.fromkeys(_TOLD_OF_RULES, length(0, 4)), _TOLD_OF_RULES),
        "wording": _wording(),
        "text": _texts(),
        "span": _roles(SPAN_ROLES, "#/definitions/span"),
    }
    for part in parts.values():
        if part.get("type") == "object":
            part["type"] = ["object", "null"]
    adjustment = shapes.mapping(shapes.fields(FIELDS, parts, _TOLD))
    shipped = {"properties": {"base": {"enum": names()}}}
    adjustment |= {"if": shipped, "then": {"properties": {"fonts": {"additionalProperties": _new_family()}}}}
    # The families of the base need not be said again.
    adjustment["then"]["properties"]["fonts"]["properties"] = dict.fromkeys(FONTS, True)
    definitions = {
        "adjustment": adjustment,
        "family": _family(),
        "role": _role(),
        "span": _span(),
        "cell": _cell(dict),
        "spoken_cell": _cell(spoken),
    }
    root = {"allOf": [{"$ref": "#/definitions/adjustment"}], "properties": name, "required": ["style"]}
    return shapes.file(
        "Style", "How documents of exampaper look, and which words they print.", root, definitions
    )


def _of(
    fields: Iterable[str],
    values: dict[str, Schema],
    told: dict[str, str],
    parts: dict[str, Schema] | None = None,
) -> Schema:
    """A part of a style. `values` may be given for each language; `parts` say themselves what may."""
    shape = {**{name: spoken(value) for name, value in values.items()}, **(parts or {})}
    return shapes.mapping(shapes.fields(fields, shape, told))


# Page and fonts ----------------------------------------------------------------------------------


def _page() -> Schema:
    sides = {side: {"description": f"The {side} margin.", **spoken(shapes.number())} for side in _SIDES}
    running = template(RUNNING_FIELDS[:-1], r"candidate\.[^{}:]+", RUNNING_FIELDS)
    shape = {
        "size": shapes.choice(SIZES),
        "landscape": shapes.truth(),
        "columns": shapes.integer(1, 4),
        "gutter": shapes.number(),
        "header": running,
        "footer": running,
    }
    told = {
        "size": "The sheet; B4 and B5 are the JIS sizes.",
        "landscape": "Turns the sheet.",
        "margins": "In millimetres: one number for all sides, or one for each.",
        "columns": "1 to 4 columns.",
        "gutter": "The space between columns, in millimetres.",
        "header": "A pattern, at the top of each page.",
        "footer": "A pattern, at the foot of each page.",
    }
    return _of(PAGE_FIELDS, shape, told, {"margins": spoken_or(shapes.number(), sides)})


_SIDES = ("top", "right", "bottom", "left")


def _fonts() -> Schema:
    return {"type": "object", "additionalProperties": {"$ref": "#/definitions/family"}}


def _family() -> Schema:
    one = shapes.filled_line()
    faces = {**spoken(shapes.one_or_list(one)), "items": spoken(one)}
    needed = {**spoken({**shapes.required(shapes.one_or_list(one)), "minItems": 1}), "items": spoken(one)}
    told = {
        "faces": "What the PDF embeds, first choice first: names, or font files relative to this file.",
        "bold": "The same for bold text.",
        "latin": "The same for text that is not Chinese.",
        "latin_bold": "The same for bold text that is not Chinese.",
        "latin_italic": "The same for italics.",
        "docx": "The name Word is given for Chinese text.",
        "docx_latin": "The name Word is given for other text.",
    }
    names_for_word = {"docx": shapes.filled_line(), "docx_latin": shapes.line()}
    lists = dict.fromkeys(("bold", "latin", "latin_bold", "latin_italic"), faces)
    return _of(told, names_for_word, told, {**lists, "faces": needed})


def _new_family() -> Schema:
    return {"required": ["faces", "docx"]}


# The paper ---------------------------------------------------------------------------------------


def _front() -> Schema:
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
    return _of(Front._fields, shape, told, {"candidate_box": _candidate_box()})


def _candidate_box() -> Schema:
    """A list of cells or a lone one; with a list for each language, its cells have one language."""
    cell, spoken_cell = _box_of({"$ref": "#/definitions/cell"}), {"$ref": "#/definitions/spoken_cell"}
    by_language = languages(cell)
    either = {"anyOf": [{"required": [language]} for language in by_language["properties"]]}
    box = _box_of(spoken_cell)
    return {
        **box,
        "type": [*box["type"], "object"],
        "if": {"type": "object", "not": either},
        "then": spoken_cell,
        "dependencies": dict.fromkeys(by_language["properties"], by_language),
    }


def _box_of(cell: Schema) -> Schema:
    return {
        "type": ["array", "boolean", "string", "null"],
        **shapes.patterned("^(?:none|false)$", "A list of cells, or none."),
        "not": {"const": True},
        "items": cell,
    }


def _cell(said: Callable[[Schema], Schema]) -> Schema:
    values = {"label": shapes.filled_text(), "field": shapes.line(), "width": shapes.number()}
    told = {
        "label": "What stands before the cell.",
        "field": "What it holds: name, id, post, room, seat …",
        "width": "Its share of the row.",
    }
    shape = {name: said(value) for name, value in values.items()}
    return shapes.mapping(shapes.fields(BoxField._fields, shape, told), ("label",))


def _contents() -> Schema:
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
    return {"anyOf": [shapes.choice(lists), _of(ContentsStyle._fields, shape, told)]}


def _section() -> Schema:
    shape = {"numbering": shapes.text(), "heading": template(SECTION), "note_label": shapes.text()}
    told = {
        "numbering": "一, 1, A or I, bare or as in （一） or 1.",
        "heading": "A pattern; empty for none.",
        "note_label": "The word before a section's note.",
    }
    return _of(SectionStyle._fields, shape, told)


def _question() -> Schema:
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
    return _of(told, shape, told)


def _answer_space() -> Schema:
    per_mark = {**shapes.number(), "maximum": MOST_PER_MARK}
    del per_mark["exclusiveMaximum"]
    told_of_lines = f"A number of lines, 0 to {MOST_PER_MARK}."
    per_mark |= shapes.patterned(patterns.up_to(MOST_PER_MARK), told_of_lines)
    shape = {"per_mark": per_mark, "least": shapes.integer(0, 100), "without_marks": shapes.integer(0, 100)}
    told = {
        "per_mark": "Lines for each mark.",
        "least": "At least so many lines.",
        "without_marks": "So many lines where there are no marks.",
    }
    spaces = shapes.optional(_of(AnswerSpace._fields, shape, told))
    of_types = {name: f"Lines of {name} questions." for name in kinds.NAMES}
    return _of(kinds.NAMES, {}, of_types, dict.fromkeys(kinds.NAMES, spaces))


def _competencies() -> Schema:
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
    return _of(CompetencyStyle._fields, shape, told, {"label": label()})


# The key -----------------------------------------------------------------------------------------


def _key() -> Schema:
    running = template(RUNNING_FIELDS[:-1], r"candidate\.[^{}:]+", RUNNING_FIELDS)
    shape = {
        "title": shapes.text(),
        "summary": shapes.truth(),
        "footer": running,
        "placement": shapes.choice(("after_question", "after_section", "at_end")),
        "heading": shapes.text(),
        "section_heading": template(SECTION),
        "stems": shapes.choice(("full", "none")),
        "number": template(("n",)),
        "block_label": template(("n",)),
        "nested_points": shapes.choice(("list", "run_in")),
        "point_scores": shapes.choice(("end", "none")),
        "highlights": shapes.choice(("list", "inline", "sentence")),
        "level_mark": template(("marks",)),
        "level_marks": template(("low", "high")),
    }
    labels = {name: label() for name in KeyStyle._fields if name.endswith("_label") and name not in shape}
    parts = {**labels, "point_numbering": several(), "text": _texts()}
    return _of((*KeyStyle._fields, "text"), shape, _TOLD_OF_KEY, parts)


_TOLD_OF_KEY = {
    "title": "Under the paper's title.",
    "summary": "The table of sections, marks and competencies.",
    "footer": "A pattern, in place of page.footer.",
    "placement": "Where the answers stand.",
    "heading": "The heading over answers that stand apart from their questions.",
    "section_heading": "A pattern: the sections' headings there, with at_end.",
    "stems": "With at_end: whether the questions stand in front.",
    "number": "A pattern: the question's number before an answer that stands apart.",
    "block_label": "A pattern: a line over answer and analysis together; empty for none.",
    "answer_label": "A label over or before the answer.",
    "response_label": "A label before the letter or words that answer.",
    "points_label": "A label over or before the points.",
    "point_numbering": "Marks of points by level: （1）, 1., ①, - or none.",
    "nested_points": "Points of points: a list, or run in behind their point.",
    "point_scores": "Marks after each point, or nowhere.",
    "analysis_label": "A label over or before the analysis.",
    "highlights": "A list, a line of its own, or a sentence at the end of the analysis.",
    "highlights_label": "A label over or before what earns top marks.",
    "levels_label": "A label over the table of levels.",
    "level_mark": "A pattern: a level's marks, where that is one number.",
    "level_marks": "A pattern: a level's marks, where that is a range.",
    "follow_ups_label": "A label before questions to ask next.",
    "text": "As text, for the key alone.",
}

# Words and looks ---------------------------------------------------------------------------------


def _wording() -> Schema:
    rows = dict.fromkeys(("score_table", "summary"), several(5))
    words = {name: shapes.text() for name in _TOLD_OF_WORDS if name not in rows}
    return _of(_TOLD_OF_WORDS, words, _TOLD_OF_WORDS, rows)


_TOLD_OF_WORDS = {
    "score_table": "Five words: number, marks, score, marker, total.",
    "summary": "Five words: section, questions, marks each, subtotal, competencies.",
    "summary_total": "The total of the summary.",
    "list_separator": "Between competencies.",
    "true": "What the key says of a true statement.",
    "false": "What the key says of a false statement.",
    "or": "Between accepted texts of a blank.",
    "semicolon": "Between the answers of blanks.",
    "full_stop": "At the end of a sentence of highlights.",
    "enumerator": "Before each blank's answer, where there are several: ①.",
}
_TOLD_OF_LISTS = {
    "ordered": "Marks of numbered lists, by depth.",
    "bullets": "Marks of other lists, by depth.",
}
_TOLD_OF_HEIGHTS = {
    "box": "Rows of the candidate box.",
    "score": "Rows of the score table.",
    "summary": "Rows of the summary.",
    "levels": "Rows of tables of levels.",
}
_TOLD_OF_RULES = {"answer": "Lines to write on.", "table": "Rules of tables."}


def _texts() -> Schema:
    return _roles(TEXT_ROLES, "#/definitions/role")


def _roles(roles: Iterable[str], definition: str) -> Schema:
    return shapes.mapping(
        {
            role: {"description": f"{STYLE_NAMES.get(role, ('', role))[1]}.", "allOf": [{"$ref": definition}]}
            for role in roles
        }
    )


def _role() -> Schema:
    lengths = ("before", "after", "indent", "hang", "first_line")
    shape = {
        "font": _font(),
        "size": length(*SIZES_OF_TEXT),
        "leading": length(1, 400),
        "bold": shapes.truth(),
        "align": shapes.choice(("justify", "left", "center", "right")),
        **dict.fromkeys(lengths, length(0, 2000)),
        "keep": shapes.truth(),
        "keep_lines": shapes.truth(),
        "outline": shapes.integer(1, 9),
    }
    told = {
        "font": "A family of fonts.",
        "size": "In points, 2 to 200.",
        "leading": "From line to line: points, or 1.7em, 8mm.",
        "bold": "Bold.",
        "align": "How lines are aligned.",
        "before": "Space above.",
        "after": "Space below.",
        "indent": "From the left edge.",
        "hang": "How far the text stands behind its number.",
        "first_line": "A further indent of the first line.",
        "keep": "Stays with the next paragraph.",
        "keep_lines": "Is never broken over pages.",
        "outline": "A level of heading for navigation, 1 to 9.",
    }
    return _of(told, shape, told)


def _span() -> Schema:
    truths = ("bold", "italic", "dots", "whole")
    shape = {"font": _font(), "size": length(*SIZES_OF_TEXT), **dict.fromkeys(truths, shapes.truth())}
    told = {
        "font": "A family of fonts.",
        "size": "In points, 2 to 200.",
        "bold": "Bold.",
        "italic": "Italics of Latin letters.",
        "dots": "Dots under Han characters.",
        "whole": "Is never broken over lines.",
    }
    return _of(told, shape, told)


def _font() -> Schema:
    """A family of this file or of its base, which a schema does not see."""
    return {"anyOf": [{"enum": [*FONTS, None]}, {"type": [*shapes.SCALARS]}]}
