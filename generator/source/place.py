"""From a character of a text back to the character of the file it was typed as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location, lines_of
from generator.model.content import Text

if TYPE_CHECKING:
    from generator.source.nodes import ScalarNode

_REACH = 12  # how far an escape or a doubled quote may carry the typed text off the value


def text_of(node: ScalarNode) -> Text:
    return Text(node.value, Location(node.file, node.line, node.column), node.end_line)


def place(text: Text, offset: int) -> Location:
    """The place in the file of `text.markdown[offset]`.

    Exact unless escapes stand before it; always within the lines of the value.
    """
    file, line, column = text.location
    lines = lines_of(file)[line - 1 : max(line, text.end_line)] if line else []
    if not lines:
        return text.location
    typed = "\n".join(lines)
    at = _begin(typed, column - 1)
    end = at
    for character in text.markdown[:offset]:
        if not character.isspace():
            found = _next(typed, character, end)
            if found >= 0:
                end = found + 1
    wanted = text.markdown[offset : offset + 1]
    if not wanted or wanted.isspace():
        at = end + _spaces(text.markdown, offset)
    else:
        found = _next(typed, wanted, end)
        at = found if found >= 0 else end
    at = min(at, len(typed))
    above = typed.count("\n", 0, at)
    return Location(file, line + above, at - (typed.rfind("\n", 0, at) + 1) + 1)


def place_of(text: Text, snippet: str) -> Location:
    """The place of the first occurrence of `snippet`, or of the text when it has none."""
    offset = text.markdown.find(snippet)
    return place(text, offset) if offset >= 0 else text.location


def _begin(typed: str, at: int) -> int:
    """Where the value's first character may stand: behind a block's header line or an opening quote."""
    opening = typed[at : at + 1]
    if opening in ("|", ">"):
        header = typed.find("\n", at)
        return header + 1 if header >= 0 else len(typed)
    return at + 1 if opening in ("'", '"') and opening else at


def _next(typed: str, character: str, start: int) -> int:
    """Index of `character` at or after `start`: past any space, or a few characters on; -1 if neither."""
    while start < len(typed) and typed[start].isspace():
        start += 1
    return typed.find(character, start, start + _REACH)


def _spaces(markdown: str, offset: int) -> int:
    """How many spaces stand right before `offset` on its line."""
    return offset - len(markdown[:offset].rstrip(" "))
