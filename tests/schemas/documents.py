"""Documents as an editor sees them: values of YAML 1.2's core schema, read from nodes and written as text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from generator.source import MappingNode, ScalarNode

if TYPE_CHECKING:
    from generator.source import Node

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"

_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_PLAIN = re.compile(r"[^\W\d]\w*")


def value_of(node: Node) -> Value:
    """What a node is to an editor, to whom `2026` is a number and `no` a text."""
    if isinstance(node, MappingNode):
        return {key: value_of(inner) for key, inner in node.entries.items()}
    if isinstance(node, ScalarNode):
        return node.value if node.style else resolved(node)
    return [value_of(item) for item in node.items]


def resolved(node: ScalarNode) -> Value:
    said = node.value
    if node.is_null:
        return None
    if said in _TRUTHS:
        return _TRUTHS[said]
    if _INTEGER.fullmatch(said):
        return int(said, 0) if said[1:2] in ("o", "x") else int(said)
    return float(said) if _FLOAT.fullmatch(said) else said


def written(value: Value, indent: str = "") -> str:
    """A document in block style. Nothing is written for null; words stand plain where they can."""
    if isinstance(value, dict) and value:
        entries = [f"{indent}{_scalar(key)}:{_inner(inner, indent)}" for key, inner in value.items()]
    elif isinstance(value, list) and value:
        entries = [f"{indent}-{_inner(inner, indent)}" for inner in value]
    else:
        return f"{indent}{_scalar(value)}\n"
    return "".join(entries)


def _inner(value: Value, indent: str) -> str:
    if isinstance(value, dict | list) and value:
        return "\n" + written(value, indent + "  ")
    return f" {_scalar(value)}".rstrip(" ") + "\n"


def _scalar(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in ("true", "false", "null"):
        return value
    return json.dumps(value, ensure_ascii=False)
