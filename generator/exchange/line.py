"""Line: what a document is made of, whatever its format, before anything is made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.diagnostics import SourceFile


class Mark(NamedTuple):
    """Characters `start` to `end` of a line are something more than letters.

    `kind` is "strong", "emphasis", "code", "math" (`value`: its TeX or plain text), "image" (`value`: the name
    of the picture), "link" (`value`: the address) or "blank" (a blank to fill in: underlined spaces).
    """

    start: int
    end: int
    kind: str
    value: str = ""


class Line(NamedTuple):
    """A paragraph of a document or a line of a text.

    `text` is what a reader sees, without markup, its automatic list number put in front ("1. ", "（1）", "• "):
    `automatic` counts the characters that are such a number. `number` is the line of a text file, the paragraph of
    a DOCX, from 1. `indent` is the depth of a list, 0 outside. `heading` is 1 to 9 where the document says so, else 0.
    `role` is "text", "blank" (an empty line), "contents" (an entry of a list of contents), "code" (fenced),
    "furniture" (page headers and footers) or "table"; a table has `rows` of cells of lines, and no text of its own.
    """

    text: str
    number: int
    marks: tuple[Mark, ...] = ()
    automatic: int = 0
    indent: int = 0
    heading: int = 0
    role: str = "text"
    rows: tuple[tuple[tuple[Line, ...], ...], ...] = ()


class Manuscript(NamedTuple):
    """A document as lines. `file` is what places point into, and its lines what messages quote.

    `pictures` are by the names that image marks give. `unread` are the parts the reader could not turn into lines
    (text of headers and footers, comments, drawings), each with its line number and what it is.
    """

    lines: tuple[Line, ...]
    file: SourceFile
    pictures: dict[str, bytes] = {}  # noqa: RUF012 - never changed
    unread: tuple[tuple[int, str, str], ...] = ()  # number, words, why (an entry of messages.PHRASES)
