"""HTML as text and tags, in one pass: the parser of the standard library takes minutes over some broken pages."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAG = re.compile(r"<(?:(/?)([A-Za-z][A-Za-z0-9:-]*)([^<>]*)|[!?][^<>]*)>")
_ATTRIBUTE = re.compile(r"([A-Za-z_:][\w:.-]*)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_RAW = ("script", "style", "textarea", "title")


class Tag(NamedTuple):
    """A tag, in lower case; `closes` for the end of an element."""

    name: str
    closes: bool
    attributes: str

    def given(self) -> dict[str, str]:
        """The attributes, entities read."""
        return {
            found[1].lower(): html.unescape((found[2] or "").strip("\"'"))
            for found in _ATTRIBUTE.finditer(self.attributes)
        }


def tags(source: str) -> Iterator[Tag | str]:
    """Tags and the text between them, entities read; comments and what stands in scripts are left out."""
    at = begin = 0
    ends: dict[str, int] = {}  # where an end was last looked for in vain
    while found := _TAG.search(source, at):
        comment = source.find("<!--", at, found.end())
        start = comment if comment >= 0 else found.start()
        if start > begin:
            yield html.unescape(source[begin:start])
        if comment >= 0:
            end = _find(source, "-->", comment, ends)
            at = begin = end + 3 if end >= 0 else found.end()
            continue
        at = begin = found.end()
        name = (found[2] or "").lower()
        if not name:
            continue
        yield Tag(name, bool(found[1]), found[3])
        if name in _RAW and not found[1]:
            end = _find(source, f"</{name}", at, ends)
            if end >= 0:
                if name == "textarea" and end > at:
                    yield html.unescape(source[at:end])
                at = begin = end
    if begin < len(source):
        yield html.unescape(source[begin:])


def _find(source: str, words: str, at: int, ends: dict[str, int]) -> int:
    """Where `words` stand next, in any case; -1 for nowhere, which is found out only once."""
    if words in ends:
        return -1
    found = re.compile(re.escape(words), re.IGNORECASE).search(source, at)
    if found is None:
        ends[words] = at
        return -1
    return found.start()
