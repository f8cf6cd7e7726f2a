"""What verify knows of styles, written down apart from the renderer, is what the renderer writes."""

from __future__ import annotations

from generator.layout.look import TEXT_ROLES
from generator.render.docx.names import style_id
from generator.verify import docx

BESIDE = {
    "title", "subtitle", "meta", "box", "instructions_heading", "instructions", "score", "contents_heading",
    "contents_section", "contents", "note", "question_more", "option", "answer_space", "list", "code", "figure", "table",
    "table_head", "table_cell", "key_title", "summary", "summary_head", "header", "footer",
}  # fmt: skip


def test_every_role_is_known() -> None:
    """A new role is either of the key alone, or it is not: verify has to know."""
    known = docx.QUESTIONS | docx.SECTIONS | docx.ANSWERS_APART | docx.LABELS | docx.SOLUTIONS
    beside = {style_id(role) for role in BESIDE}
    assert not known & beside
    assert {style_id(role) for role in TEXT_ROLES} == known | beside
