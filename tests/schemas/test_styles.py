"""Each odd value at every key of a style at once: what the program says at a key, the schema says there."""

from __future__ import annotations

import copy
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

import pytest

from generator.diagnostics import Report
from generator.layout.bases import STYLES
from generator.source import MappingNode
from generator.source import read as read_nodes
from tests.schemas import verdicts
from tests.schemas.documents import written
from tests.schemas.mutants import ODD
from tests.schemas.test_schemas import MORE, SCHEMAS, VALIDATORS, document, unpadded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jsonschema import ValidationError

    from generator.source import Node
    from tests.schemas.documents import Value

Keys = tuple[str, ...]

PLAIN = ("style", "format", "base", "fonts")  # the rest hangs on these


def whole() -> dict[str, Any]:
    """A style with every key there is."""
    style = document(STYLES / "classic.yaml")
    assert isinstance(style, dict)
    for part, definition in (("text", "role"), ("span", "span")):
        fields = SCHEMAS["style"]["definitions"][definition]["properties"]
        first = next(iter(style[part].values()))
        first |= {name: None for name in fields if name not in first}
    return style


def keys_of(value: Any, above: Keys = ()) -> Iterator[Keys]:
    """The keys that hold a value and no part."""
    for key, inner in value.items():
        if above or key not in PLAIN:
            if isinstance(inner, dict) and not inner.keys() <= {"zh", "en"} and "position" not in inner:
                yield from keys_of(inner, (*above, key))
            else:
                yield (*above, key)


WHOLE = whole()
KEYS = list(keys_of(WHOLE))


def line_of(node: Node, keys: Keys) -> int:
    """The line on which the value's key stands."""
    for key in keys[:-1]:
        assert isinstance(node, MappingNode)
        node = node.entries[key]
    assert isinstance(node, MappingNode)
    return node.places[keys[-1]][0]


def _places(errors: Iterable[ValidationError]) -> Iterator[Keys]:
    """Where the errors are, in alternatives too."""
    for error in errors:
        yield tuple(map(str, error.absolute_path))
        yield from _places(error.context or ())


@pytest.mark.parametrize("odd", ODD if MORE > 1 else ODD[::3], ids=repr)
def test_everywhere(odd: Value, tmp_path: Path) -> None:
    style = copy.deepcopy(WHOLE)
    for keys in KEYS:
        holder = style
        for key in keys[:-1]:
            holder = holder[key]
        holder[keys[-1]] = copy.deepcopy(odd)
    path = tmp_path / "style.yaml"
    path.write_text(written(style), encoding="utf-8")
    root = read_nodes(path, path.name, Report())
    assert root is not None
    lines = sorted((line_of(root, keys), keys) for keys in KEYS)
    numbers = [line for line, _ in lines]
    seen: set[Keys] = set()
    perhaps: set[Keys] = set()
    for fault in verdicts.read("style", path):
        assert fault.location is not None
        keys = lines[bisect_right(numbers, fault.location.line) - 1][1]
        if verdicts.seen(fault):
            seen.add(keys)
        elif verdicts.seen_partly(fault):
            perhaps.add(keys)
    refused = set(_places(VALIDATORS["style"].iter_errors(unpadded(style))))
    found = {keys for keys in KEYS if any(at[: len(keys)] == keys for at in refused)}
    assert len(KEYS) > 300
    assert seen - found == set()
    assert found - seen - perhaps == set()
