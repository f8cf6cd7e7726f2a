"""The schemas say what the program says, as far as a schema can.

Ten times as many examples: SCHEMA_EXAMPLES=10 python -m pytest tests/schemas
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, assume, given, settings
from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7

from generator.diagnostics import Report
from generator.messages import MESSAGES
from generator.source import read as read_nodes
from tests.schemas import make, verdicts
from tests.schemas.documents import value_of, written
from tests.schemas.mutants import described, mutants, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.schemas.documents import Value

ROOT = Path(__file__).parents[2]
KINDS = ("bank", "layout", "style")
SCHEMAS = make.schemas()
MORE = int(os.environ.get("SCHEMA_EXAMPLES", "1"))
EXAMPLES = {"bank": 150 * MORE, "layout": 80 * MORE, "style": 60 * MORE}  # a style takes the longest to read


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


def told_of(path: Path) -> set[str]:
    """The codes of the faults that a wrong file itself has."""
    name = re.escape(path.relative_to(WRONG).as_posix())
    told = path.with_suffix(".en.txt").read_text("utf-8")
    return set(re.findall(rf"^{name}(?::[\d:]+)?: error\[([\w-]+)\]", told, re.MULTILINE))


def test_every_fault_is_known_or_not() -> None:
    tables = [verdicts.KNOWN, verdicts.PARTLY, verdicts.UNSEEN, verdicts.SYNTAX]
    every = frozenset().union(*tables)
    assert sum(map(len, tables)) == len(every)
    assert every <= MESSAGES.keys()
    assert frozenset().union(*map(told_of, CASES)) <= every


@pytest.mark.parametrize(
    "path",
    [path for path in CASES if not told_of(path) & verdicts.SYNTAX],
    ids=lambda path: path.relative_to(WRONG).as_posix(),
)
def test_wrong_files(path: Path) -> None:
    kind = path.parent.name.replace("yaml", "bank")
    root = read_nodes(path, path.name, Report())
    if root is None:  # a list or a text alone, or too deep to read
        assert told_of(path)
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
    assume(isinstance(value, dict) and value)
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
    """Small right documents that have between them every kind of place there is: whole files are slow to judge."""
    whole = [document(path) for path in FILES[kind]]
    inner = {"bank": "questions", "layout": "sections"}.get(kind)
    small = [{**one, inner: [item]} for one in whole for item in one[inner]] if inner else whole
    found: set[str] = set()
    kept = []
    for one in sorted(small, key=lambda one: -len(list(places(one)))):
        one.pop("total", None)  # of all sections
        kinds = {kind for kind, _, _ in places(one)}
        if not kinds <= found:
            kept.append(one)
            found |= kinds
    return kept


NAMES = {
    kind: sorted({name for s in _inner(SCHEMAS[kind]) for name in s.get("properties", {})}) for kind in KINDS
}
PARTS = {kind: parts(kind) for kind in KINDS}


def held(count: int) -> settings:
    return settings(max_examples=count, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("kind", KINDS)
def test_mutants(kind: str, tmp_path: Path) -> None:
    @held(2 * EXAMPLES[kind])
    @given(mutants(PARTS[kind], NAMES[kind]))
    def check(value: Value) -> None:
        judge(kind, value, tmp_path)

    check()


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_schema_describes(kind: str, tmp_path: Path) -> None:
    @held(EXAMPLES[kind])
    @given(described(SCHEMAS[kind], SCHEMAS))
    def check(value: Value) -> None:
        judge(kind, value, tmp_path)

    check()
