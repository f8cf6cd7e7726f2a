"""The schema of a style."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.layout.bases import names
from generator.layout.read_style import FIELDS
from tests.schemas import patterns, shapes, style_key, style_looks, style_paper
from tests.schemas.words import label, spoken

if TYPE_CHECKING:
    from tests.schemas.shapes import Schema

ADJUSTMENT = "style.json#/definitions/adjustment"

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
    "roster": "The list that the candidates of a room sign.",
    "list": "Marks of lists in texts, by depth.",
    "row_height": "Least heights of rows of tables, in points.",
    "rules": "How thick answer lines and the rules of tables are, in points.",
    "wording": "Every other fixed word.",
    "text": "How each role of paragraph is set.",
    "span": "What runs of characters look like inside a paragraph.",
}


def adjusted() -> Schema:
    """What a layout says of its style."""
    return {"anyOf": [*_named(), {"type": "null"}, {"$ref": ADJUSTMENT}]}


def _named() -> list[Schema]:
    told = "A style that ships, or the path of a style file (.yaml)."
    return [{"enum": names()}, {"type": "string", **shapes.patterned(patterns.STYLE_FILE, told)}]


def schema() -> Schema:
    parts: dict[str, Schema] = {
        "style": spoken(shapes.text()),
        "format": spoken(shapes.file_format()),
        "base": {"anyOf": _named()},
        "page": style_looks.page(),
        "fonts": style_looks.fonts(),
        "front": style_paper.front(),
        "contents": style_paper.contents(),
        "section": style_paper.section(),
        "question": style_paper.question(),
        "answer_space": style_paper.answer_space(),
        "competencies": style_paper.competencies(),
        "key": style_key.key(),
        "roster": style_key.roster(),
        "list": style_key.lists(),
        "row_height": style_key.row_height(),
        "rules": style_key.rules(),
        "wording": style_key.wording(),
        "text": style_looks.texts(),
        "span": style_looks.spans(),
    }
    empty = {name: shapes.optional(part) for name, part in parts.items() if part.get("type") == "object"}
    adjustment = shapes.mapping(shapes.fields(FIELDS, parts | empty, _TOLD))
    # A family that no style has must be said whole; but what a base of one's own has a schema does not see.
    adjustment["if"] = {"properties": {"base": {"enum": names()}}}
    adjustment["then"] = {"properties": {"fonts": style_looks.new_families()}}
    root = {
        "allOf": [{"$ref": "#/definitions/adjustment"}],
        "properties": {"style": spoken(shapes.filled_text())},
        "required": ["style"],
    }
    common = {
        "truth": spoken(shapes.truth()),
        "word": spoken(shapes.text()),
        "label": label(),
        "lines": style_paper.lines(),
    }
    definitions = {
        "adjustment": adjustment,
        "family": style_looks.family(),
        "role": style_looks.role(),
        "span": style_looks.span(),
        "cell": style_paper.cell(spoken),
        "cell_in_one_language": style_paper.cell(dict),
    }
    told = "How documents of exampaper look, and which words they print."
    return shapes.file("Style", told, root, {**_referring(definitions, common), **common})


def _referring(schema: Any, common: dict[str, Schema]) -> Any:
    """`schema` with references to what it has in common with much of itself."""
    if isinstance(schema, list):
        return [_referring(item, common) for item in schema]
    if not isinstance(schema, dict):
        return schema
    bare = {key: value for key, value in schema.items() if key != "description"}
    for name, definition in common.items():
        if bare == definition:
            reference = {"allOf": [{"$ref": f"#/definitions/{name}"}]}
            return (
                {"description": schema["description"], **reference} if "description" in schema else reference
            )
    return {key: _referring(value, common) for key, value in schema.items()}
