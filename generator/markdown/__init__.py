"""The Markdown subset: from what an author writes to the model's blocks.

The subset: paragraphs, lists, **bold**, *emphasis*, `code`, fenced code, tables, pictures, links; four or
more underscores are a blank. All else is text as written. Plain prose never meets the parser, which costs
more to import than all the rest of this room.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.markdown.composer import Composer
from generator.model.content import (
    Blank,
    CodeBlock,
    Image,
    LineBreak,
    ListBlock,
    Para,
    Span,
    Str,
    TableBlock,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.markdown.reader import Reader
    from generator.model.content import Block, Inline, Text

__all__ = ["blocks", "has_markup", "inlines", "leaves", "plain", "scan"]

MAX_LENGTH = 100_000  # characters of one text

# A character that is never mere prose, or needs a closer look.
_special = re.compile(r"[\x00-\x1f\x7f-\x9f*`\\\[$_]").search
_list_or_fence = re.compile(r"\s*(?:[-+]|[0-9]{1,9}[.)]|~~~)").match
# The closer look, at the text behind a newline: markup, or what may be the beginning of some.
_markup = re.compile(
    r"[\x00-\x09\x0b-\x1f\x7f-\x9f*`\\\[]|\$(?![\s\d]|\Z)|  \n|\n *(?:[-+|:]|~~~|[0-9]{1,9}[.)])"
).search
_blank = re.compile("(_{4,})")
# What may be at fault: mathematics, a picture, a table, or a list so deep that ten columns are before a mark.
_suspect = re.compile(r"[$!|\t](?:(?<=[|\t])|(?<=!)\[|(?<=\$)[^\s\d])").search
_deep = re.compile(r"\n[-+*0-9.) ]{10}").search


def blocks(text: Text, report: Report, folder: Path | None) -> tuple[Block, ...]:
    """The text as blocks. Pictures are looked for in `folder`, the bank's; None refuses them.

    Faults go to `report` with their places: math-unsupported, image-*, table-cells, list-too-deep,
    text-too-long.
    """
    if not _needs_parser(text.markdown):
        return _prose(text.markdown)
    reader = _reader(text, report)
    return reader.blocks(folder) if reader else ()


def inlines(text: Text, report: Report) -> tuple[Inline, ...]:
    """The text where only a paragraph can stand; several are parted by line breaks.

    Lists, tables, fenced code and pictures are faults there.
    """
    if not _needs_parser(text.markdown):
        return _line([block.inlines for block in _prose(text.markdown)])
    reader = _reader(text, report)
    return _line(reader.paragraphs() if reader else ())


def scan(text: Text, report: Report, folder: Path | None) -> None:
    """Report the faults that `blocks` would find, at next to no cost for a text that has none."""
    markdown = text.markdown
    if _suspect(markdown) or _deep("\n" + markdown) or len(markdown) > MAX_LENGTH:
        blocks(text, report, folder)


def has_markup(markdown: str) -> bool:
    """False when the text prints as it is written, white space aside."""
    return "____" in markdown or _needs_parser(markdown)


def plain(blocks: Iterable[Block]) -> str:
    """The words of blocks in one line, without markup."""
    return " ".join(" ".join(_words(blocks)).split())


def _needs_parser(markdown: str) -> bool:
    if _special(markdown):
        return _markup("\n" + markdown) is not None
    return _list_or_fence(markdown) is not None


def _reader(text: Text, report: Report) -> Reader | None:
    from generator.markdown.reader import Reader

    if len(text.markdown) > MAX_LENGTH:
        report.error("text-too-long", text.location, hint="split-text", limit=MAX_LENGTH)
        return None
    return Reader(text, report)


def _prose(markdown: str) -> tuple[Para, ...]:
    """Paragraphs of a text that has no other markup than blanks, just as the parser would give them."""
    if not _special(markdown):
        stripped = markdown.strip()
        return (Para((Str(stripped),)),) if stripped else ()
    composer = Composer()
    for line in markdown.split("\n"):
        if not line.strip():
            composer.end_paragraph()
            continue
        composer.soft_break()
        for part in _blank.split(line):
            if part.startswith("____"):
                composer.blank(len(part))
            else:
                composer.text(part)
    return composer.paragraphs()


def _line(paragraphs: Iterable[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    line: list[Inline] = []
    for paragraph in paragraphs:
        if line:
            line.append(LineBreak())
        line.extend(paragraph)
    return tuple(line)


def leaves(blocks: Iterable[Block]) -> Iterator[Inline]:
    """The text, blanks and breaks of blocks in order, spans opened; without code, which is not read as text."""
    for block in blocks:
        if isinstance(block, Para):
            yield from _leaves(block.inlines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from leaves(item)
        elif isinstance(block, TableBlock):
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _leaves(cell)


def _leaves(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        if not isinstance(inline, Span):
            yield inline
        elif inline.role != "code":
            yield from _leaves(inline.children)


def _words(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Para):
            yield _letters(block.inlines)
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield from _words(item)
        elif isinstance(block, CodeBlock):
            yield from block.lines
        elif isinstance(block, Image):
            yield block.alt
        else:
            for row in (block.header, *block.rows):
                yield from map(_letters, row)


def _letters(inlines: Iterable[Inline]) -> str:
    letters = []
    for inline in inlines:
        if isinstance(inline, Str):
            letters.append(inline.text)
        elif isinstance(inline, Span):
            letters.append(_letters(inline.children))
        elif isinstance(inline, Blank):
            letters.append("____")
        elif isinstance(inline, LineBreak):
            letters.append(" ")
    return "".join(letters)
