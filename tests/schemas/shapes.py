"""Schemas of values as `Fields` reads them: every scalar is text for the program, and something else for an editor.

Most keywords of JSON Schema speak of one type of value and let the others pass. So a value that may be a text
or a list of texts needs no alternatives, and an editor can say what is wrong with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from generator.source.fields import _TRUTHS
from tests.schemas import patterns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Schema: TypeAlias = "dict[str, Any]"

SCALARS = ("string", "number", "boolean")


def patterned(pattern: str, told: str) -> Schema:
    """A text that matches; `told` is what an editor says where it does not."""
    return {"pattern": pattern, "patternErrorMessage": told}


def text() -> Schema:
    return {"type": [*SCALARS, "null"]}


def filled_text() -> Schema:
    return {"type": [*SCALARS], **patterned(patterns.FILLED, "It is empty.")}


def line() -> Schema:
    return {"type": [*SCALARS, "null"], **patterned(patterns.LINE, "It must be one line.")}


def filled_line() -> Schema:
    return {"type": [*SCALARS], **patterned(patterns.FILLED_LINE, "It must be one line, and not empty.")}


def identifier() -> Schema:
    told = "Lower-case letters, digits, '.', '_' and '-', a letter or digit first."
    return {"type": [*SCALARS], "minimum": 0, **patterned(patterns.IDENTIFIER, told)}


def language() -> Schema:
    return {
        "type": ["string", "null"],
        **patterned(patterns.LANGUAGE, "A language tag, such as zh-CN or en."),
    }


def file_format() -> Schema:
    return {"description": "The version of the format; may be left out.", "enum": [1, "1"]}


def choice(allowed: Iterable[str]) -> Schema:
    return {"enum": [*allowed, None]}


def choices(allowed: Iterable[str]) -> Schema:
    """One of them or a list."""
    one = {"enum": [*allowed]}
    return {"anyOf": [{"enum": [*allowed, None]}, {"type": "array", "items": one}]}


def truth() -> Schema:
    return {"type": ["boolean", "string", "null"], **patterned(patterns.any_of(_TRUTHS), "true or false.")}


def integer(low: int, high: int) -> Schema:
    told = f"A whole number from {low} to {high}."
    return {
        "type": ["integer", "string", "null"],
        "minimum": low,
        "maximum": high,
        **patterned(patterns.integer(low, high), told),
    }


def number() -> Schema:
    """Neither negative nor longer than twelve digits."""
    return {
        "type": ["number", "string", "null"],
        "minimum": 0,
        "exclusiveMaximum": 10**12,
        **patterned(patterns.NUMBER, "A number, not negative."),
    }


def halves() -> Schema:
    return {**number(), "multipleOf": 0.5, **patterned(patterns.HALVES, "A number of halves: 3, 2.5.")}


def required(schema: Schema) -> Schema:
    """The same, not to be left empty."""
    return {**schema, "type": [name for name in schema["type"] if name != "null"]}


def one_or_list(item: Schema) -> Schema:
    """One, a list, or nothing."""
    return {**item, "type": [*item["type"], "array", "null"], "items": item}


def mapping(properties: Mapping[str, Schema], needed: Iterable[str] = ()) -> Schema:
    schema: Schema = {
        "type": "object",
        "properties": dict(properties),
        "additionalProperties": False,
    }
    if needed := [*needed]:
        schema["required"] = needed
    return schema


def optional(schema: Schema) -> Schema:
    """A mapping that may be left empty."""
    return {**schema, "type": ["object", "null"]}


def one_or_more(item: str) -> Schema:
    """A list of the definition `item` that is not empty; a lone one counts as a list."""
    reference = {"$ref": item}
    return {
        "type": ["array", "object"],
        "minItems": 1,
        "items": reference,
        "if": {"type": "object"},
        "then": reference,
    }


def fields(names: Iterable[str], shapes: Mapping[str, Schema], told: Mapping[str, str]) -> dict[str, Schema]:
    """The properties of a mapping with fields `names`, each with what is told of it."""
    names = [*names]
    for table in (told, shapes):
        assert set(names) == set(table), f"not both in the program and here: {set(names) ^ set(table)}"
    return {name: {"description": told[name], **shapes[name]} for name in names}


def file(title: str, description: str, root: Schema, definitions: Mapping[str, Schema]) -> Schema:
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": description,
        **root,
        "definitions": dict(definitions),
    }
