"""Documents that are nearly right: mutants of right ones, and what a schema itself describes."""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hypothesis.strategies import DrawFn

    from tests.schemas.documents import Value
    from tests.schemas.shapes import Schema

ODD: list[Value] = [
    None, "", " ", "字", "none", "false", "no", "是", "True", "a\nb", " 5 ", "5x8", "10×2.5", "5x0.3", "0x8", "501",
    "+3", "-0", "007", "7-8", "7～8.5分", "8-", "B", "a、c", "[A]", "Ａ", "zh_CN", "en", "1.7em", "12 mm", "-3pt", "{n}",
    "{page}、{a}", "{candidate.部门}", "{document}", "{", "A", "____", "classic", "essay", "through", "song", "①",
    0, 1, 2, 3, 5, 8, 21, 26, 201, 500, 501, 2000, 10_001, 10**12, -1, 0.5, 2.5, 0.3, 999.5, 1000.5, True, False,
    [], {}, [None], [""], ["a"], ["a", "b"], [["a"]], [{}], {"a": "b"}, {"text": "字"}, {"zh": "字"}, {"zh": "字", "en": "x"},
    {"zh": 5, "en": [1]}, {"zh": "x", "text": "y"}, {"position": "own_line"}, {"A": "一", "B": "二"}, {"A": "一", "C": "三"},
    {"count": 5, "marks": 2.5}, {"count": 0}, {"points": ["a"]}, {"text": "a", "points": []}, ["1", 2, 2.5, True, "字"],
]  # fmt: skip
_MOST_DEPTH = 7


@st.composite
def mutants(draw: DrawFn, documents: list[Value], names: list[str]) -> Value:
    """A right document with a few mutations; `names` are what keys are renamed to."""
    document = copy.deepcopy(draw(st.sampled_from(documents)))
    for _ in range(draw(st.integers(1, 3))):
        by_kind: dict[str, list[tuple[Any, Any]]] = {}
        for kind, holder, key in places(document):
            by_kind.setdefault(kind, []).append((holder, key))
        if not by_kind:
            break
        holder, key = draw(st.sampled_from(by_kind[draw(st.sampled_from(sorted(by_kind)))]))
        every = [place for some in by_kind.values() for place in some]
        draw(st.sampled_from(_MUTATIONS))(draw, holder, key, every, names)
    return document


def places(value: Value, above: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Every mapping or list with each of its keys or indices, and of what kind that place is: `questions/-/stem`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        kind = f"{above}/{key if isinstance(key, str) else '-'}"
        yield kind, value, key
        yield from places(item, kind)


def _drop(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    del holder[key]


def _odd(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    holder[key] = copy.deepcopy(draw(st.sampled_from(ODD)))


def _rename(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    if isinstance(holder, dict):
        holder[draw(st.sampled_from(names))] = holder.pop(key)


def _add(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    value = copy.deepcopy(draw(st.sampled_from(ODD)))
    if isinstance(holder, dict):
        holder[draw(st.sampled_from(names))] = value
    else:
        holder.insert(key, value)


def _copy(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    other, name = draw(st.sampled_from(every))
    holder[key] = copy.deepcopy(other[name])


def _wrap(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    value = holder[key]
    name = draw(st.sampled_from(["zh", "en", *names]))
    holder[key] = draw(st.sampled_from([[value], {name: value}, {"zh": value, "en": copy.deepcopy(value)}]))


def _unwrap(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    value = holder[key]
    if isinstance(value, list | dict) and value:
        holder[key] = next(iter(value.values() if isinstance(value, dict) else value))


def _respell(draw: DrawFn, holder: Any, key: Any, every: list[tuple[Any, Any]], names: list[str]) -> None:
    """A scalar as a text, a few characters changed."""
    said = holder[key]
    if said is None or isinstance(said, list | dict):
        said = draw(st.sampled_from([odd for odd in ODD if isinstance(odd, str)]))
    said = str(said).lower() if isinstance(said, bool) else str(said)
    for _ in range(draw(st.integers(0, 2))):
        at = draw(st.integers(0, len(said)))
        said = said[:at] + draw(st.text(_SIGNS, max_size=2)) + said[at + draw(st.integers(0, 1)) :]
    holder[key] = said


_SIGNS = "0158.-+ xX×～分em pt{}:/n_Aa,、\n"

_MUTATIONS: tuple[Callable[..., None], ...] = (
    _drop,
    _odd,
    _odd,
    _rename,
    _add,
    _copy,
    _wrap,
    _unwrap,
    _respell,
    _respell,
)


# From a schema -----------------------------------------------------------------------------------


@st.composite
def described(draw: DrawFn, root: Schema, others: dict[str, Schema]) -> Value:
    """What a schema speaks of, conditions aside: mostly right, often not."""
    return _drawn(draw, root, root, others, 0)


def _drawn(draw: DrawFn, schema: Any, root: Schema, others: dict[str, Schema], depth: int) -> Any:
    if isinstance(schema, bool):
        return draw(st.sampled_from(ODD))
    schema, root = _flat(draw, schema, root, others)
    if "enum" in schema or "const" in schema:
        return draw(st.sampled_from(schema.get("enum") or [schema["const"]]))
    types = schema.get("type", ["string"])
    types = [types] if isinstance(types, str) else types
    if depth >= _MOST_DEPTH:
        types = [name for name in types if name not in ("array", "object")] or types
    match draw(st.sampled_from(types)):
        case "null":
            return None
        case "boolean":
            return draw(st.booleans())
        case "integer":
            low, high = schema.get("minimum", 0), schema.get("maximum", 100)
            return draw(st.integers(low, high) | st.sampled_from([low, high, low - 1, high + 1]))
        case "number":
            return draw(st.sampled_from([0, 1, 8, 2.5, 0.3, 12, 150, 1999, 2001]))
        case "array":
            count = draw(st.integers(0, 3)) if depth < _MOST_DEPTH else 0
            count = max(count, min(schema.get("minItems", 0), 5))
            return [_drawn(draw, schema.get("items", {}), root, others, depth + 1) for _ in range(count)]
        case "object":
            return _mapping(draw, schema, root, others, depth)
    return _said(draw, schema)


def _flat(draw: DrawFn, schema: Schema, root: Schema, others: dict[str, Schema]) -> tuple[Schema, Schema]:
    """The schema with what it refers to; of alternatives one, of conditions perhaps the consequence."""
    flat: Schema = {}
    if "$ref" in schema:
        file, _, path = schema["$ref"].partition("#/definitions/")
        root = others[file.removesuffix(".json")] if file else root
        return _flat(draw, root["definitions"][path], root, others)
    parts = [schema]
    if "anyOf" in schema:
        parts.append(draw(st.sampled_from(schema["anyOf"])))
    for one in [schema, *schema.get("allOf", [])]:
        if "$ref" in one:
            parts.append(one)
        elif "if" in one and draw(st.booleans()):
            parts += [part for part in (one.get("then"), one["if"]) if isinstance(part, dict)]
    for part in parts[1:]:
        if part.keys() & {"$ref", "anyOf", "allOf"}:
            part, root = _flat(draw, part, root, others)
        properties = {**flat.get("properties", {}), **part.get("properties", {})}
        flat |= part
        if properties:
            flat["properties"] = properties
    properties = {**schema.get("properties", {}), **flat.get("properties", {})}
    flat = {
        **flat,
        **{key: value for key, value in schema.items() if key not in ("properties", "anyOf", "allOf", "if")},
    }
    return {**flat, "properties": properties}, root


def _mapping(draw: DrawFn, schema: Schema, root: Schema, others: dict[str, Schema], depth: int) -> Any:
    properties = schema["properties"]
    names = list(schema.get("required", ()))
    if properties:
        names += draw(st.lists(st.sampled_from(sorted(properties)), max_size=4))
    rest = schema.get("additionalProperties")
    if isinstance(rest, dict):
        names += draw(st.lists(st.sampled_from(["A", "B", "C", "song", "毛笔"]), max_size=3))
    return {
        name: _drawn(draw, properties.get(name, rest or {}), root, others, depth + 1)
        for name in dict.fromkeys(names)
    }


_ALPHABET = st.characters(codec="utf-8", categories=["L", "N", "P", "S"], include_characters=" ")


def _said(draw: DrawFn, schema: Schema) -> str:
    pattern = schema.get("pattern")
    if pattern is None or draw(st.integers(0, 3)) == 0:
        return draw(
            st.sampled_from([said for said in ODD if isinstance(said, str)]) | st.text(_ALPHABET, max_size=6)
        )
    return draw(st.from_regex(re.compile(pattern), alphabet=_ALPHABET))
