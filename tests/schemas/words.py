"""Schemas of a style's values. Each may be given once or for each language: `size: {zh: 12, en: 11}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.layout.read_style import CANDIDATE, RUNNING
from tests.schemas import patterns, shapes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from tests.schemas.shapes import Schema


def spoken(one: Schema) -> Schema:
    """`one`, or one for each language."""
    if "type" not in one:  # a choice, whose values say what it is
        return {"anyOf": [one, {"type": "object", **languages(one), "minProperties": 1}]}
    return {**one, "type": [*one["type"], "object"], **languages(one), "minProperties": 1}


def languages(one: Schema) -> Schema:
    """A mapping of `one` by language."""
    zh, en = {"description": "In Chinese.", **one}, {"description": "In English.", **one}
    return {"properties": {"zh": zh, "en": en}, "additionalProperties": False}


def part(
    fields: Iterable[str],
    values: Mapping[str, Schema],
    told: Mapping[str, str],
    others: Mapping[str, Schema] | None = None,
) -> Schema:
    """A mapping of a style. Its `values` may each be given for each language; `others` say themselves what may."""
    shape = {**{name: spoken(value) for name, value in values.items()}, **(others or {})}
    return shapes.mapping(shapes.fields(fields, shape, told))


def spoken_or(one: Schema, properties: dict[str, Schema]) -> Schema:
    """`one`, one for each language, or a mapping of its own that has `properties`."""
    said = languages(one)
    either = {
        "if": {"anyOf": [{"required": [language]} for language in said["properties"]]},
        "then": {"properties": dict.fromkeys(properties, False)},
    }
    joined = {**said, "properties": {**properties, **said["properties"]}}
    return {**one, "type": [*one["type"], "object"], **joined, **either}


def template(fields: Sequence[str], others: str = "", told: Sequence[str] = ()) -> Schema:
    """A word with fields in braces; `others` are more of them, as a regular expression, and `told` all by name."""
    listed_fields = " ".join("{" + field + "}" for field in told or fields)
    message = f"Fields here: {listed_fields}"
    return {**shapes.text(), **shapes.patterned(patterns.template(fields, others), message)}


def running() -> Schema:
    """A pattern of headers and footers."""
    fields = [field for field in RUNNING if field != CANDIDATE]
    return template(fields, r"candidate\.[^{}:]+", [*fields, CANDIDATE])


def label() -> Schema:
    """A pattern, or a pattern and its position."""
    told_of_position = "On a line of its own, or before the text."
    position = {"description": told_of_position, **spoken(shapes.choice(("own_line", "run_in")))}
    said = template(("n",))
    text = {"description": "What it says: a pattern that may have {n}.", **spoken(said)}
    return spoken_or(said, {"text": text, "position": position})


def several(count: int | None = None) -> Schema:
    """A list of words, for each language or of words for each: `count` of them, or any number, also a lone one."""
    many = shapes.text()
    many["type"].append("array")
    if count is not None:
        many = {"type": ["array"], "minItems": count, "maxItems": count}
    return {**spoken({**many, "items": shapes.text()}), "items": spoken(shapes.text())}


def size(low: float, high: float) -> Schema:
    """A size of text: a length, or a name."""
    return {**length(low, high), **shapes.patterned(patterns.SIZE, "A size: points, 4mm, 10.5pt, 五号.")}


def length(low: float, high: float) -> Schema:
    """Points as a number, within bounds; or a text with a unit, whose bounds may depend on the base."""
    return {
        "type": ["number", "string"],
        "minimum": low,
        "maximum": high,
        **shapes.patterned(patterns.LENGTH, "A length: points, or 1.7em, 12mm, 10.5pt."),
    }
