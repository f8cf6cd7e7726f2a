"""The outline of a document: its headings, for a viewer's side bar."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import LineBreak, Span, Str
from generator.render.pdf.file import literal, real

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.content import Inline
    from generator.render.pdf.file import File


class Heading(NamedTuple):
    level: int  # from 1
    title: str
    page: int  # the page's object
    top: float  # its place there, from the lower edge


def add_outline(file: File, headings: Sequence[Heading]) -> int:
    """The number of the outline's root object. A heading belongs to the last higher one."""
    root = file.reserve()
    numbers = [file.reserve() for _ in headings]
    children: dict[int, list[int]] = {root: []}
    parents: list[int] = []
    above: list[tuple[int, int]] = [(0, root)]  # level and object
    for heading, number in zip(headings, numbers, strict=True):
        while above[-1][0] >= heading.level:
            above.pop()
        parent = above[-1][1]
        above.append((heading.level, number))
        children[number] = []
        children[parent].append(number)
        parents.append(parent)
    for heading, number, parent in zip(headings, numbers, parents, strict=True):
        siblings = children[parent]
        k = siblings.index(number)
        before = b"/Prev %d 0 R" % siblings[k - 1] if k else b""
        after = b"/Next %d 0 R" % siblings[k + 1] if k + 1 < len(siblings) else b""
        file.put(
            number,
            b"<</Title%b/Parent %d 0 R/Dest[%d 0 R/XYZ null %b null]%b%b%b>>"
            % (
                literal(heading.title), parent, heading.page, real(heading.top), before, after,
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
