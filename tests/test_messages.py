"""The tables of messages and hints hold all that the program says, and nothing else, in both languages."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import generator
from generator.messages import HINTS, MESSAGES, PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.messages import Words

ROOT = Path(generator.__file__).parent
SOURCES = sorted(path for path in ROOT.rglob("*.py") if path.name != "messages.py")
TABLES = {"message": MESSAGES, "hint": HINTS, "phrase": PHRASES}
TELLING = {"error", "warning", "note"}  # of a Report


@cache
def trees() -> list[tuple[str, ast.Module]]:
    return [(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))) for path in SOURCES]


def told() -> Iterator[tuple[str, str, str]]:
    """Place, code and hint of each call that reports and spells them out."""
    for name, tree in trees():
        for call in ast.walk(tree):
            if not isinstance(call, ast.Call):
                continue
            arguments: list[ast.expr | None] = list(call.args)
            if isinstance(call.func, ast.Attribute) and call.func.attr in TELLING:
                code, hint = arguments[0] if arguments else None, arguments[2] if len(arguments) > 2 else None
            elif isinstance(call.func, ast.Name) and call.func.id == "Diagnostic":
                code, hint = arguments[1], arguments[4] if len(arguments) > 4 else None
            else:
                continue
            hint = next((k.value for k in call.keywords if k.arg == "hint"), hint)
            for written in _texts(code) or [""]:
                for mend in _texts(hint) or [""]:
                    yield f"{name}:{call.lineno}", written, mend


def _texts(node: ast.expr | None) -> list[str]:
    """The strings an argument may be; none when it is computed elsewhere."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_texts(node.body), *_texts(node.orelse)]
    return []


@cache
def strings() -> set[str]:
    """Every text in the program."""
    return {
        node.value
        for _, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_what_is_reported_stands_in_the_tables() -> None:
    calls = list(told())
    assert len(calls) > 100
    assert [(where, code) for where, code, _ in calls if code and code not in MESSAGES] == []
    assert [(where, hint) for where, _, hint in calls if hint and hint not in HINTS] == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_entry_is_used(table: dict[str, Words]) -> None:
    assert sorted(set(table) - strings()) == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_both_languages_say_the_same(table: dict[str, Words]) -> None:
    for code, words in table.items():
        fields = [sorted({f for _, f, _, _ in Formatter().parse(text) if f is not None}) for text in words]
        assert fields[0] == fields[1], code
        assert all(text and text.strip() == text for text in words), code
        assert not words.zh.endswith("。"), code
        assert not words.en.endswith("."), code
