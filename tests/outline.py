"""A Document as plain text: all it says, in reading order, with the role of each piece."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import Blank, LineBreak, PageCount, PageNumber, Span, Str
from generator.model.document import AnswerLines, Choices, CodeLines, Figure, Grid, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.content import Inline
    from generator.model.document import Document, Piece


def outline(document: Document) -> str:
    """One line a paragraph or row: its role, what binds it, its label and text with spans marked."""
    lines = [f"title: {document.title}"]
    for name in ("header", "footer"):
        if getattr(document, name):
            lines.append(f"{name}: {_marked(getattr(document, name))}")
    for part in document.body:
        flags = [*(["keep"] if part.fragment.keep else []), *(["with next"] if part.keep_with_next else [])]
        lines.append("---" + (f" {', '.join(flags)}" if flags else ""))
        label = part.label
        for piece in part.fragment.pieces:
            lines += _lines(piece, label)
            if isinstance(piece, Paragraph):
                label = ()
    return "\n".join(lines) + "\n"


def _lines(piece: Piece, label: Sequence[Inline]) -> list[str]:
    if isinstance(piece, Paragraph):
        label = label or piece.label
        head = piece.role + (f"+{piece.level}" if piece.level else "") + (">" if piece.keep_with_next else "")
        mark = f"[{_marked(label)}] " if label else ""
        return [f"{head}{_told(piece.language)}: {mark}{_marked(piece.inlines)}"]
    if isinstance(piece, Choices):
        return [
            f"{piece.role}{_told(piece.language)}: [{mark}] {_marked(inlines)}"
            for mark, inlines in piece.options
        ]
    if isinstance(piece, AnswerLines):
        return [f"{piece.role}: {piece.count} lines"]
    if isinstance(piece, CodeLines):
        return [f"{piece.role}: {line}" for line in piece.code.lines]
    if isinstance(piece, Figure):
        return [f"{piece.role}: {piece.image.alt} ({piece.image.digest[:12]})"]
    widths = " ".join(f"{width:g}" for width in piece.widths)
    head = f"{piece.role}: rules {piece.rules}, widths {widths}, head {piece.head}, align {piece.align}"
    rows = [" | ".join(f"{cell.role}: {_marked(cell.inlines)}" for cell in row) for row in piece.rows]
    return [head, *(f"  {row}" for row in rows)]


def _told(language: str) -> str:
    return f" ({language})" if language else ""


def _marked(inlines: Sequence[Inline]) -> str:
    out = []
    for inline in inlines:
        if isinstance(inline, Str):
            out.append(inline.text)
        elif isinstance(inline, Span):
            out.append(f"<{inline.role}>{_marked(inline.children)}</>")
        elif isinstance(inline, Blank):
            out.append("_" * round(inline.width))
        else:
            out.append({LineBreak: "⏎", PageNumber: "{page}", PageCount: "{pages}"}[type(inline)])
    return "".join(out)


def said(document: Document) -> str:
    """The words of the body alone, in order, a paragraph or cell a line: what finished files must say."""
    return "\n".join(_said(document))


def _said(document: Document) -> Iterator[str]:
    for part in document.body:
        label = part.label
        for piece in part.fragment.pieces:
            if isinstance(piece, Paragraph):
                yield plain(label or piece.label) + plain(piece.inlines)
                label = ()
            elif isinstance(piece, Choices):
                yield from (mark + plain(inlines) for mark, inlines in piece.options)
            elif isinstance(piece, CodeLines):
                yield from piece.code.lines
            elif isinstance(piece, Grid):
                yield from (plain(cell.inlines) for row in piece.rows for cell in row)


def plain(inlines: Sequence[Inline], page: int = 0, pages: int = 0) -> str:
    """Inlines without their looks; a blank is white space."""
    out = []
    for inline in inlines:
        if isinstance(inline, Str):
            out.append(inline.text)
        elif isinstance(inline, Span):
            out.append(plain(inline.children, page, pages))
        elif isinstance(inline, PageNumber):
            out.append(str(page))
        elif isinstance(inline, PageCount):
            out.append(str(pages))
        else:
            out.append(" ")
    return "".join(out)
