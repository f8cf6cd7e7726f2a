"""The schema of the parts of a style that say what the key and all tables and lists are like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.read_style import ROSTER, SECTION
from generator.layout.style import Heights, KeyStyle, ListMarks, RosterStyle
from tests.schemas import shapes
from tests.schemas.style_looks import texts
from tests.schemas.words import label, length, part, running, several, template

if TYPE_CHECKING:
    from tests.schemas.shapes import Schema


def key() -> Schema:
    shape = {
        "title": shapes.text(),
        "title_without_marks": shapes.text(),
        "summary": shapes.truth(),
        "footer": running(),
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
    parts = {**labels, "point_numbering": several(), "text": texts()}
    return part((*KeyStyle._fields, "text"), shape, _TOLD_OF_KEY, parts)


_TOLD_OF_KEY = {
    "title": "Under the paper's title.",
    "title_without_marks": "The same where the paper has no marks.",
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


def roster() -> Schema:
    patterns = {name: template(ROSTER) for name in ("title", "details")}
    footer = template((*ROSTER, "page", "pages"))
    shape = {
        **patterns,
        "spare": shapes.text(),
        "missing": shapes.text(),
        "again": shapes.text(),
        "footer": footer,
    }
    return part(RosterStyle._fields, shape, _TOLD_OF_ROSTER, {"columns": several(6), "closing": several(4)})


_TOLD_OF_ROSTER = {
    "title": "A pattern: the sheet's title.",
    "details": "A pattern: the line under the title.",
    "columns": "Six words: seat, number, name, post, signature, remarks.",
    "spare": "In place of a name, for spare papers.",
    "missing": "In the remarks, beside whose paper could not be made.",
    "again": "In the remarks of a later sheet, beside who was given a paper after all.",
    "closing": "Four words under the table: expected, present, absent, signature of the invigilator.",
    "footer": "A pattern.",
}


def lists() -> Schema:
    told = {"ordered": "Marks of numbered lists, by depth.", "bullets": "Marks of other lists, by depth."}
    return part(ListMarks._fields, {}, told, dict.fromkeys(told, several()))


def row_height() -> Schema:
    told = {
        "box": "Rows of the candidate box.",
        "score": "Rows of the score table.",
        "summary": "Rows of the summary.",
        "levels": "Rows of tables of levels.",
        "roster": "Rows of attendance sheets.",
    }
    return part(Heights._fields, dict.fromkeys(told, length(0, 200)), told)


def rules() -> Schema:
    told = {"answer": "Lines to write on.", "table": "Rules of tables."}
    return part(told, dict.fromkeys(told, length(0, 4)), told)


def wording() -> Schema:
    rows = dict.fromkeys(("score_table", "summary"), several(5))
    words = {name: shapes.text() for name in _TOLD_OF_WORDS if name not in rows}
    return part(_TOLD_OF_WORDS, words, _TOLD_OF_WORDS, rows)


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
