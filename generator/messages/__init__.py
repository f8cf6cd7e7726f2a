"""Every message of the program, in Chinese and English: one file for each room of the house that speaks.

A message says what is wrong in one sentence; a hint says how to mend it. Fields in braces are filled from
`Diagnostic.values`. What a room says is read when a code is looked for there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from generator.messages.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic

ROOMS = (  # in the order in which they are asked, and of docs/messages.md: first those that speak of a single paper
    "source",
    "markdown",
    "bank",
    "blueprint",
    "selection",
    "layout",
    "render",
    "output",
    "review",
    "office",
    "candidates",
    "rounds",
    "late",
    "exchange",
    "quiz",
    "interpret",
    "table",
    "documents",
    "left",
    "verify",
)
FAMILIES = {  # by the first word of their codes: rooms that are asked at once, for the others would be asked in vain
    "import": "interpret",
    "left": "left",
    "document": "documents",
    "mended": "documents",
    "damage": "documents",
    "quiz": "quiz",
    "gift": "quiz",
    "late": "late",
    "verify": "verify",
}


@cache
def entries(room: str, table: str) -> dict[str, Words]:
    """The entries that a room has for a table ("MESSAGES", "HINTS", "PHRASES")."""
    found: dict[str, Words] = getattr(import_module(f"generator.messages.{room}"), table, {})
    return found


class Table(Mapping[str, Words]):
    """The entries of all rooms for one table. A room is read when it is asked."""

    __slots__ = ("_name",)

    def __init__(self, name: str) -> None:
        self._name = name

    def __getitem__(self, code: str) -> Words:
        family = FAMILIES.get(code.partition("-")[0])
        for room in (family,) if family else ROOMS:
            words = entries(room, self._name).get(code)
            if words:
                return words
        raise KeyError(code)

    def __iter__(self) -> Iterator[str]:
        for room in ROOMS:
            yield from entries(room, self._name)

    def __len__(self) -> int:
        return sum(len(entries(room, self._name)) for room in ROOMS)


MESSAGES = Table("MESSAGES")
HINTS = Table("HINTS")
PHRASES = Table("PHRASES")


def message(diagnostic: Diagnostic, language: str) -> str:
    """What is wrong, in `language` ("zh" or "en")."""
    return _fill(MESSAGES[diagnostic.code], language, diagnostic.values)


def phrase(code: str, language: str) -> str:
    """The words of an entry of PHRASES that has no fields."""
    return _fill(PHRASES[code], language, {})


def hint(diagnostic: Diagnostic, language: str) -> str:
    """How to mend it, in `language`; empty when the diagnostic names no hint."""
    if not diagnostic.hint:
        return ""
    return _fill(HINTS[diagnostic.hint], language, diagnostic.values)


def _fill(words: Words, language: str, values: dict[str, object]) -> str:
    template = words.zh if language == "zh" else words.en
    said = {name: _said(value, language) for name, value in values.items()}
    if language == "zh" and "reason" in said:
        said["reason"] = _reason(said["reason"])
    return template.format_map(said)


def _said(value: object, language: str) -> object:
    """A value in `language`: phrases are filled, and several are listed."""
    if not isinstance(value, tuple):
        return value
    filled = [_fill(PHRASES[phrase.code], language, phrase.values) for phrase in value]
    return ("，" if language == "zh" else ", ").join(filled)


def _reason(said: object) -> object:
    """What the system says of a failure, in Chinese where it is one of the usual ones."""
    import errno
    import os

    from generator.messages.reasons import REASONS

    words = {os.strerror(getattr(errno, name)): zh for name, zh in REASONS.items() if hasattr(errno, name)}
    return words.get(str(said), said)
