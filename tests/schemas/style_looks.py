"""The schema of the parts of a style that say what pages, fonts and texts look like."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report
from generator.layout.bases import STYLES, names
from generator.layout.look import (
    MOST_LEADING,
    PAGE_FIELDS,
    SIZES,
    SIZES_OF_TEXT,
    SPAN_ROLES,
    STYLE_NAMES,
    TEXT_ROLES,
)
from generator.source import MappingNode, read
from tests.schemas import shapes
from tests.schemas.words import length, part, running, size, spoken, spoken_or

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.schemas.shapes import Schema


def page() -> Schema:
    sides = {side: {"description": f"The {side} margin.", **spoken(shapes.number())} for side in _SIDES}
    shape = {
        "size": shapes.choice(SIZES),
        "landscape": shapes.truth(),
        "columns": shapes.integer(1, 4),
        "gutter": shapes.number(),
        "header": running(),
        "footer": running(),
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
    return part(PAGE_FIELDS, shape, told, {"margins": spoken_or(shapes.number(), sides)})


_SIDES = ("top", "right", "bottom", "left")


def fonts() -> Schema:
    return {"type": "object", "additionalProperties": {"$ref": "#/definitions/family"}}


def family() -> Schema:
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
    return part(told, names_for_word, told, {**lists, "faces": needed})


def new_families() -> Schema:
    """`fonts` where the base is a style that ships: families that it has need not be said again."""
    return {
        "additionalProperties": {"required": ["faces", "docx"]},
        "properties": dict.fromkeys(_families(), True),
    }


def _families() -> list[str]:
    """The families of the styles that ship."""
    found: dict[str, None] = {}
    for name in names():
        root = read(STYLES / f"{name}.yaml", name, Report())
        assert root is not None
        fonts = root.entries.get("fonts")
        found |= dict.fromkeys(fonts.entries if isinstance(fonts, MappingNode) else ())
    return sorted(found)


def texts() -> Schema:
    return _roles(TEXT_ROLES, "#/definitions/role")


def spans() -> Schema:
    return _roles(SPAN_ROLES, "#/definitions/span")


def _roles(roles: Iterable[str], definition: str) -> Schema:
    return shapes.mapping(
        {
            role: {"description": f"{STYLE_NAMES.get(role, ('', role))[1]}.", "allOf": [{"$ref": definition}]}
            for role in roles
        }
    )


def role() -> Schema:
    lengths = ("before", "after", "indent", "hang", "first_line")
    shape = {
        "font": _font(),
        "size": size(*SIZES_OF_TEXT),
        "leading": length(SIZES_OF_TEXT[0] / 2, MOST_LEADING),
        "bold": shapes.truth(),
        "align": shapes.choice(("justify", "left", "center", "right")),
        **dict.fromkeys(lengths, length(0, 2000)),
        "keep": shapes.truth(),
        "keep_lines": shapes.truth(),
        "outline": shapes.integer(1, 9),
    }
    told = {
        "font": "A family of fonts.",
        "size": "In points, 2 to 200, or by name: 五号.",
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
    return part(told, shape, told)


def span() -> Schema:
    truths = ("bold", "italic", "dots", "whole")
    shape = {"font": _font(), "size": size(*SIZES_OF_TEXT), **dict.fromkeys(truths, shapes.truth())}
    told = {
        "font": "A family of fonts.",
        "size": "In points, 2 to 200, or by name: 五号.",
        "bold": "Bold.",
        "italic": "Italics of Latin letters.",
        "dots": "Dots under Han characters.",
        "whole": "Is never broken over lines.",
    }
    return part(told, shape, told)


def _font() -> Schema:
    """A family of this file or of its base, which a schema does not see."""
    return {"anyOf": [{"enum": [*_families(), None]}, {"type": [*shapes.SCALARS]}]}
