"""What a finished file says, however it was read: the front, and parts that each begin with a heading or question.

Texts are compared squeezed: without white space, and without the hyphens that only end a line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.verify.marks import Worth

_UNSEEN = re.compile("[\\s\u00ad\u200b\u200d]+")
_AT_LINE_END = re.compile("[‐\ufffe]")  # the latter is what PDFium makes of a hyphen there
# A reader cannot tell it from one that was only put there to part a word, as between letters alone.
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_NUMBER = re.compile(r"[\d#]+")


def squeezed(text: str) -> str:
    return _HYPHEN.sub("", _UNSEEN.sub("", _AT_LINE_END.sub("-", text)))


class Fault(NamedTuple):
    """What is wrong with a file by itself: the code of a message, and what fills it."""

    code: str
    values: dict[str, object]


class Part(NamedTuple):
    """Everything from one heading or question to the next.

    What the styles of a DOCX tell, a PDF does not: `kind` is "question", "section", "other", or empty when unknown;
    `solution` are the paragraphs that belong to the key alone, and `asked` is the text without them.
    """

    text: str  # squeezed
    title: str  # squeezed: the first paragraph, or as much of it as the outline has
    kind: str = ""
    asked: str | None = None
    solution: tuple[str, ...] = ()
    points: tuple[Worth, ...] = ()
    levels: tuple[tuple[float, float], ...] = ()  # marks from and to


class Reading(NamedTuple):
    """One file, read."""

    pages: int  # of a PDF; of a DOCX what its fields say
    title: str  # as the properties have it
    front: str  # as it stands, a line or paragraph a line
    parts: tuple[Part, ...]
    edges: str  # headers and footers, without the numbers of pages
    page_marks: tuple[bytes, ...]  # a digest of the text of each page of a PDF
    others: tuple[str, ...]  # every further text in the file, wherever it hides
    pictures: frozenset[str]  # digests
    heads: frozenset[str]  # of tables, squeezed: all in a DOCX, in a PDF those that it repeats
    faults: tuple[Fault, ...]  # what is wrong with the file by itself

    @property
    def body(self) -> str:
        """All of the text, squeezed."""
        return squeezed(self.front) + "".join(part.text for part in self.parts)


def unlike(one: Reading, two: Reading) -> tuple[str, str] | None:
    """Where a DOCX and its PDF begin to differ."""
    edges = unnumbered(one.edges), unnumbered(two.edges)
    # A header comes before the footer in one format, and behind it in the other.
    same = sorted(edges[0]) == sorted(edges[1]) if "\n" in one.edges + two.edges else edges[0] == edges[1]
    return (
        differing(one.body, two.body)
        or differing(one.title, two.title)
        or (None if same else (cut(edges[0]), cut(edges[1])))
        or no_heads(one.heads, two.heads)
    )


def no_heads(heads: frozenset[str], repeated: frozenset[str]) -> tuple[str, str] | None:
    """What a PDF repeats though it is no head in the DOCX, beside what there is of it."""
    strange = sorted(repeated - heads)
    return ("", cut(strange[0])) if strange else None


def unnumbered(edges: str) -> str:
    """Headers and footers squeezed, without the numbers that differ from page to page."""
    return _NUMBER.sub("", squeezed(edges))


class Unreadable(Exception):
    """The file is no whole DOCX, PDF or workbook; `code` is that of a message."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.fault = Fault(code, values)


def cut(text: str, most: int = 24) -> str:
    """As much of a text as a message shows."""
    return text if len(text) <= most else f"{text[:most]}…"


def differing(one: str, two: str) -> tuple[str, str] | None:
    """Where two texts begin to differ, as a message shows it."""
    if one == two:
        return None
    shorter = min(len(one), len(two))
    at = next((k for k, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), shorter)
    return cut(one[max(0, at - 6) :]), cut(two[max(0, at - 6) :])


def once(faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """Each once, in order."""
    return tuple({(f.code, tuple(f.values.items())): f for f in faults}.values())
