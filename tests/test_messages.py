"""The tables of messages and hints hold all that the program says, and nothing else, in both languages."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

import pytest

import generator
from generator.messages import FAMILIES, HINTS, MESSAGES, PHRASES, ROOMS, entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.messages.words import Words

ROOT = Path(generator.__file__).parent
SOURCES = sorted(path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).parts[0] != "messages")
TABLES = {"message": MESSAGES, "hint": HINTS, "phrase": PHRASES}
NO_ROOMS = {"__init__", "words", "reasons"}  # of generator/messages
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
def test_every_entry_is_used(table: Mapping[str, Words]) -> None:
    assert sorted(set(table) - strings()) == []


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_both_languages_say_the_same(table: Mapping[str, Words]) -> None:
    for code, words in table.items():
        fields = [sorted({f for _, f, _, _ in Formatter().parse(text) if f is not None}) for text in words]
        assert fields[0] == fields[1], code
        assert all(text and text.strip() == text for text in words), code
        assert not words.zh.endswith("。"), code
        assert not words.en.endswith("."), code


def written_in(room: str) -> list[tuple[str, str]]:
    """Table and code of each entry that stands in a room's file, as often as it stands there."""
    tree = ast.parse((ROOT / "messages" / f"{room}.py").read_text("utf-8"))
    return [
        (node.target.id, key.value)
        for node in tree.body
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(node.value, ast.Dict)
        for key in node.value.keys
        if isinstance(key, ast.Constant) and isinstance(key.value, str)
    ]


def test_all_rooms_are_asked() -> None:
    files = {path.stem for path in (ROOT / "messages").glob("*.py")} - NO_ROOMS
    assert sorted(ROOMS) == sorted(files)
    for room in ROOMS:
        assert {table for table, _ in written_in(room)} <= {"MESSAGES", "HINTS", "PHRASES"}, room


def test_every_code_stands_in_one_room_and_is_found_there() -> None:
    places = [(entry, room) for room in ROOMS for entry in written_in(room)]
    twice = [entry for entry, count in Counter(entry for entry, _ in places).items() if count > 1]
    assert twice == []
    tables = {"MESSAGES": MESSAGES, "HINTS": HINTS, "PHRASES": PHRASES}
    for (table, code), room in places:
        assert tables[table][code] is entries(room, table)[code], (table, code, room)
    assert len(places) == sum(map(len, tables.values())) == sum(len(set(table)) for table in tables.values())


def test_a_family_stands_in_the_room_that_is_asked_for_it() -> None:
    rooms: dict[str, set[str]] = {}
    for room in ROOMS:
        for _, code in written_in(room):
            rooms.setdefault(code.partition("-")[0], set()).add(room)
    assert {family: rooms.get(family) for family in FAMILIES} == {f: {room} for f, room in FAMILIES.items()}


def test_what_nobody_says_is_in_no_table() -> None:
    for table in TABLES.values():
        assert "no-such-code" not in table
        assert "import-no-such-code" not in table


def test_a_room_is_not_read_before_it_is_asked() -> None:
    code = "import sys, generator.messages as m; m.MESSAGES['file-missing']; m.MESSAGES['verify-list']; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT.parent
    )
    read = {name.rpartition(".")[2] for name in done.stdout.split() if name.startswith("generator.messages.")}
    assert read == {"words", "source", "verify"}
