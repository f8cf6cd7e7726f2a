"""A Document as plain text, one piece a line: what the composers made, without any renderer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import Blank, LineBreak, PageCount, PageNumber, Span, Str
from generator.model.document import AnswerLines, Choices, CodeLines, Contents, Figure, Grid, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.content import Inline
    from generator.model.document import Document, Part, Piece, Under


def outline(document: Document) -> str:
    """Role, label and words of each piece; `>` after what stays with the next, `|` before what is whole."""
    lines = [f"= {document.title}"]
    for part in document.body:
        lines += _part(part)
    lines += [f"header: {words(document.header)}", f"footer: {words(document.footer)}"]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _part(part: Part) -> Iterable[str]:
    label = part.label
    for piece in part.fragment.pieces:
        shown = _piece(piece, label)
        label = ()
        yield from (("| " if part.fragment.keep else "") + line for line in shown)
    if part.keep_with_next:
        yield ">"


def _piece(piece: Piece, label: tuple[Inline, ...]) -> list[str]:
    if isinstance(piece, Paragraph):
        said = words(label or piece.label)
        said = f"[{said}] " if said else ""
        level = "  " * piece.level
        language = f" ({piece.language})" if piece.language else ""
        return [f"{level}{piece.role}{language}: {said}{words(piece.inlines)}" + " >" * piece.keep_with_next]
    if isinstance(piece, Choices):
        return [
            f"{piece.role}: " + " / ".join(f"{letter} {words(inlines)}" for letter, inlines in piece.options)
        ]
    if isinstance(piece, AnswerLines):
        return [f"{piece.role}: {piece.count} lines"]
    if isinstance(piece, Grid):
        widths = " ".join(f"{width:g}" for width in piece.widths)
        head = f"{piece.role}{_under(piece.under)}: {piece.rules}, {piece.head} head, widths {widths}"
        return [head, *("  " + " | ".join(words(cell.inlines) for cell in row) for row in piece.rows)]
    if isinstance(piece, CodeLines):
        return [f"{piece.role}{_under(piece.under)}: {line}" for line in piece.code.lines]
    if isinstance(piece, Contents):
        pages = ", with pages" if piece.page_numbers else ""
        head = f"{piece.role}: {len(piece.entries)} entries{pages}"
        return [
            head,
            *(f"  {e.role}: [{words(e.label)}] {words(e.inlines)} -> {e.target}" for e in piece.entries),
        ]
    assert isinstance(piece, Figure)
    return [f"{piece.role}{_under(piece.under)}: {piece.image.alt}"]


def _under(under: Under | None) -> str:
    return f" under {under.role} {under.level}" if under else ""


def words(inlines: Iterable[Inline]) -> str:
    return "".join(_inline(inline) for inline in inlines)


def _inline(inline: Inline) -> str:
    if isinstance(inline, Str):
        return inline.text
    if isinstance(inline, Span):
        return f"<{inline.role} {words(inline.children)}>"
    if isinstance(inline, Blank):
        return "_" * int(inline.width)
    return {LineBreak: "⏎", PageNumber: "{page}", PageCount: "{pages}"}[type(inline)]
