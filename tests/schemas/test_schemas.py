"""The schemas say what the program says, as far as a schema can.

Ten times as many examples: SCHEMA_EXAMPLES=10 python -m pytest tests/schemas
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from generator.diagnostics import Report
from generator.source import read as read_nodes
from tests.schemas import make, verdicts
from tests.schemas.documents import value_of, written
from tests.schemas.mutants import described, mutants
from tests.schemas.silent import passed_over

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.schemas.documents import Value

ROOT = Path(__file__).parents[2]
KINDS = ("bank", "layout", "style")
SCHEMAS = make.schemas()
MORE = int(os.environ.get("SCHEMA_EXAMPLES", "1"))
EXAMPLES = {"bank": 150 * MORE, "layout": 100 * MORE, "style": 50 * MORE}  # a style takes the longest to read


def _inner(schema: object) -> Iterator[dict[str, object]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _inner(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _inner(value)


_BASE = "https://example.invalid/"
_REGISTRY = Registry().with_resources(
    [(f"{_BASE}{name}.json", DRAFT7.create_resource(schema)) for name, schema in SCHEMAS.items()]
)
VALIDATORS = {name: Draft7Validator({"$ref": f"{_BASE}{name}.json"}, registry=_REGISTRY) for name in SCHEMAS}

FOLDERS = {"bank": "banks", "layout": "layouts", "style": "generator/layout/styles"}
FILES = {
    kind: sorted(
        path
        for pattern in (f"{folder}/*", f"tests/golden/**/{kind}", f"generator/starter/**/{kind}s/*")
        for path in ROOT.glob(f"{pattern}.yaml")
    )
    for kind, folder in FOLDERS.items()
}
CHOICES = {
    said
    for schema in SCHEMAS.values()
    for inner in _inner(schema)
    for said in inner.get("enum", ())
    if isinstance(said, str)
}
WRONG = ROOT / "tests" / "wrong"
CASES = sorted(path for path in WRONG.glob("*/*.yaml") if path.parent.name != "banks")


def document(path: Path) -> Value:
    root = read_nodes(path, path.name, Report())
    assert root is not None
    return value_of(root)


def refusals(kind: str, value: Value) -> list[str]:
    return [f"{list(e.absolute_path)}: {e.message[:200]}" for e in VALIDATORS[kind].iter_errors(value)]


# The files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_what_is_made(kind: str, expect: Callable[[Path, str], None]) -> None:
    expect(make.FOLDER / f"{kind}.json", make.written(SCHEMAS[kind]))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_told(kind: str) -> None:
    told = 0
    for schema in _inner(SCHEMAS[kind]):
        if schema.get("additionalProperties") is False and "required" not in schema.get("then", {}):
            for name, inner in schema["properties"].items():
                if isinstance(inner, dict) and "$ref" not in inner:
                    described_ = inner.get("description", "")
                    assert re.fullmatch(r"[^\n]{3,130}", described_), name
                    told += 1
    assert told > 10


# Right and wrong files ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "path"),
    [
        pytest.param(kind, path, id=path.relative_to(ROOT).as_posix())
        for kind in KINDS
        for path in FILES[kind]
    ],
)
def test_right_files_are_right(kind: str, path: Path) -> None:
    assert not refusals(kind, document(path))


def test_the_editor_finds_the_schemas() -> None:
    for kind, folder in FOLDERS.items():
        for path in (ROOT / folder).glob("*.yaml"):
            line = path.read_text("utf-8").partition("\n")[0]
            found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", line)
            assert found, path
            assert (path.parent / found[1]).resolve() == make.FOLDER / f"{kind}.json"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.relative_to(WRONG).as_posix())
def test_wrong_files(path: Path) -> None:
    kind = path.parent.name.replace("yaml", "bank")
    told = path.with_suffix(".en.txt").read_text("utf-8")
    name = re.escape(path.relative_to(WRONG).as_posix())
    codes = set(re.findall(rf"^{name}(?::[\d:]+)?: error\[([\w-]+)\]", told, re.MULTILINE))
    assert codes <= verdicts.KNOWN | verdicts.PARTLY | verdicts.UNSEEN | verdicts.SYNTAX
    try:
        node = yaml.compose(path.read_text("utf-8"), yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError):
        assert codes & verdicts.SYNTAX
        return
    if codes & verdicts.SYNTAX and not isinstance(node, yaml.MappingNode):
        return
    root = read_nodes(path, path.name, Report())
    if root is None:
        assert codes
        return
    agree(kind, value_of(root), verdicts.read(kind, path))


# Near misses -------------------------------------------------------------------------------------


def agree(kind: str, value: Value, faults: list[verdicts.Diagnostic]) -> None:
    """The schema refuses what has a fault it can see, and nothing that has none."""
    refused = refusals(kind, value)
    if any(verdicts.seen(fault) for fault in faults):
        assert refused, [(fault.code, fault.values) for fault in faults]
    elif refused and refusals(kind, unpadded(value)):
        told = [(fault.code, fault.values) for fault in faults]
        assert any(verdicts.seen_partly(fault) for fault in faults), (refused, told)


def unpadded(value: Value) -> Value:
    """Without spaces around a choice in quotes: the program takes them off, and an editor may well ask to."""
    if isinstance(value, dict):
        return {key: unpadded(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unpadded(item) for item in value]
    return value.strip() if isinstance(value, str) and value.strip() in CHOICES else value


def judge(kind: str, value: Value, folder: Path) -> None:
    assume(isinstance(value, dict) and value and not passed_over(kind, value))
    text = written(value)
    path = folder / f"{kind}.yaml"
    path.write_text(text, encoding="utf-8")
    root = read_nodes(path, path.name, Report())
    assert root is not None
    assert value_of(root) == value
    faults = verdicts.read(kind, path)
    codes = {fault.code for fault in faults}
    assert codes <= verdicts.KNOWN | verdicts.PARTLY | verdicts.UNSEEN
    assume(not codes & {"no-style-file", "base-circle"})  # then the program reads no further
    agree(kind, value, faults)


def parts(kind: str) -> list[Value]:
    """Small right documents: whole files are slow to judge."""
    whole = [document(path) for path in FILES[kind]]
    if kind == "style":
        return whole
    inner = {"bank": "questions", "layout": "sections"}[kind]
    small = [{**one, inner: [item]} for one in whole for item in one[inner][:12]]
    for one in small:
        one.pop("total", None)
    return [*small, *whole[-1:]]


NAMES = {
    kind: sorted({name for s in _inner(SCHEMAS[kind]) for name in s.get("properties", {})}) for kind in KINDS
}
PARTS = {kind: parts(kind) for kind in KINDS}
SETTINGS = {
    kind: settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))
    for kind, count in EXAMPLES.items()
}


@pytest.mark.parametrize("kind", KINDS)
def test_mutants(kind: str, tmp_path: Path) -> None:
    @SETTINGS[kind]
    @given(mutants(PARTS[kind], NAMES[kind]))
    def check(value: Value) -> None:
        judge(kind, value, tmp_path)

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_schema_describes(kind: str, tmp_path: Path) -> None:
    @SETTINGS[kind]
    @given(described(SCHEMAS[kind], SCHEMAS))
    def check(value: Value) -> None:
        judge(kind, value, tmp_path)

    check()
