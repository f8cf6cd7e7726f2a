"""Every message of the program, in Chinese and English, in one table.

A message says what is wrong in one sentence; a hint says how to mend it. Fields in braces are
filled from `Diagnostic.values`. Imported only when something has to be said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic


class Words(NamedTuple):
    zh: str
    en: str


MESSAGES: dict[str, Words] = {
    # source: reading a file, YAML
    # markdown
    # bank and kinds
    # blueprint
    # selection
    # layout: styles
    # render
    # output
}

HINTS: dict[str, Words] = {
    "did-you-mean": Words("是不是想写“{nearest}”？", "did you mean “{nearest}”?"),
}


def _fill(words: Words, language: str, values: dict[str, object]) -> str:
    template = words.zh if language == "zh" else words.en
    return template.format_map(values)


def message(diagnostic: Diagnostic, language: str) -> str:
    """What is wrong, in `language` ("zh" or "en")."""
    return _fill(MESSAGES[diagnostic.code], language, diagnostic.values)


def hint(diagnostic: Diagnostic, language: str) -> str:
    """How to mend it, in `language`; empty when the diagnostic names no hint."""
    if not diagnostic.hint:
        return ""
    return _fill(HINTS[diagnostic.hint], language, diagnostic.values)
