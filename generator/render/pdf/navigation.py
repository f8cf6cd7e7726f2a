"""Ways through a document: the outline, which are its headings in a viewer's side bar, and links."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from generator.model.content import LineBreak, Span, Str
from generator.render.pdf.file import literal, real

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.content import Inline
    from generator.render.pdf.file import File


_LONGEST = 80  # of a title, in Latin letters; Han characters are two wide


class Place(NamedTuple):
    page: int  # its object
    top: float  # points from its lower edge


class Heading(NamedTuple):
    level: int  # from 1
    title: str
    place: Place


def add_link(file: File, number: int, box: tuple[float, float, float, float], place: Place) -> None:
    """The body of a reserved annotation: a click into the box (left, low, right, high) goes to the place."""
    rect = b" ".join(map(real, box))
    file.put(number, b"<</Type/Annot/Subtype/Link/Rect[%b]/Border[0 0 0]%b>>" % (rect, _destination(place)))


def _destination(place: Place) -> bytes:
    return b"/Dest[%d 0 R/XYZ null %b null]" % (place.page, real(place.top))


def add_outline(file: File, headings: Sequence[Heading]) -> int:
    """The number of the outline's root object. A heading belongs to the last higher one."""
    root = file.reserve()
    numbers = [file.reserve() for _ in headings]
    children: dict[int, list[int]] = {root: []}
    parents: list[int] = []
    places: list[int] = []  # among the siblings
    above: list[tuple[int, int]] = [(0, root)]  # level and object
    for heading, number in zip(headings, numbers, strict=True):
        while above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1]
        above.append((heading.level, number))
        children[number] = []
        places.append(len(children[parent]))
        children[parent].append(number)
        parents.append(parent)
    for heading, number, parent, k in zip(headings, numbers, parents, places, strict=True):
        siblings = children[parent]
        before = b"/Prev %d 0 R" % siblings[k - 1] if k else b""
        after = b"/Next %d 0 R" % siblings[k + 1] if k + 1 < len(siblings) else b""
        file.put(
            number,
            b"<</Title%b/Parent %d 0 R%b%b%b%b>>"
            % (
                literal(heading.title), parent, _destination(heading.place), before, after,
                _family(children[number], b"-"),
            ),
        )  # fmt: skip
    file.put(root, b"<</Type/Outlines%b>>" % _family(children[root], b""))
    return root


def _family(children: Sequence[int], sign: bytes) -> bytes:
    """A minus sign says that the children are folded away at first."""
    if not children:
        return b""
    return b"/First %d 0 R/Last %d 0 R/Count %b%d" % (children[0], children[-1], sign, len(children))


def plain_text(inlines: Sequence[Inline]) -> str:
    parts: list[str] = []
    for inline in inlines:
        if isinstance(inline, Str):
            parts.append(inline.text)
        elif isinstance(inline, Span):
            parts.append(plain_text(inline.children))
        elif isinstance(inline, LineBreak):
            parts.append(" ")
    return "".join(parts)


@lru_cache(maxsize=4096)  # of the questions of a bank, which come back in many documents
def title(label: str, text: str) -> str:
    """A heading's title, with its label before it; one that is longer than a side bar shows is cut."""
    apart = " " if label and text and not _wide(label[-1]) else ""
    whole = f"{label}{apart}{text}".strip()
    width = 0
    for end, char in enumerate(whole):
        width += 1 + _wide(char)
        if width > _LONGEST:
            return f"{_cut(whole, end)}…"
    return whole


def _wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _cut(text: str, end: int) -> str:
    """Up to `end` at most (a place for the dots is kept), not inside a word unless that is as long as half of it."""
    end -= 1
    start = end
    while start and _in_word(text[start - 1]) and _in_word(text[start]):
        start -= 1
    return text[: start if start > end // 2 else end].rstrip(" ，、；：,;:")


def _in_word(char: str) -> bool:
    return char.isalnum() and not _wide(char)
