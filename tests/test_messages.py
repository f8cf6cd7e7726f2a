"""The tables of messages and hints hold what the program says: no more, no less, and alike in both languages."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import generator
from generator.messages import HINTS, MESSAGES, PHRASES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(generator.__file__).parent
SOURCES = sorted(path for path in ROOT.rglob("*.py") if path.name != "messages.py")
TELLING = {"error", "warning", "note"}  # of a Report


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in SOURCES:
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


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


@pytest.mark.parametrize("table", [MESSAGES, HINTS, PHRASES], ids=["messages", "hints", "phrases"])
def test_every_entry_is_used(table: dict[str, object]) -> None:
    assert sorted(set(table) - strings()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [(f"{kind} {code}", words) for kind, table in (("message", MESSAGES), ("hint", HINTS), ("phrase", PHRASES))
     for code, words in table.items()],
)  # fmt: skip
def test_both_languages_say_the_same(name: str, words: tuple[str, str]) -> None:
    zh, en = (
        sorted({field for _, field, _, _ in Formatter().parse(text) if field is not None}) for text in words
    )
    assert zh == en
    assert all(text.strip() == text and text for text in words)
    assert not words[0].endswith("。")
    assert not words[1].endswith(".")
