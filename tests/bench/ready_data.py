"""What the peers print: the paragraphs of a paper and its key, ready, so that they only have to set them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.content import Blank, LineBreak, Span, Str
from generator.model.document import AnswerLines, Choices, CodeLines, Grid, Paragraph

if TYPE_CHECKING:
    from generator.model.document import Document, Fragment

Block = dict[str, Any]


def text_of(inlines: Any) -> str:
    parts = []
    for inline in inlines:
        if isinstance(inline, Str):
            parts.append(inline.text)
        elif isinstance(inline, Span):
            parts.append(text_of(inline.children))
        elif isinstance(inline, Blank):
            parts.append("＿" * int(inline.width))
        elif isinstance(inline, LineBreak):
            parts.append("\n")
    return "".join(parts)


def flat_fragment(fragment: Fragment, label: str) -> list[Block]:
    """A fragment as paragraphs, lines and tables; `label` stands before the first."""
    blocks: list[Block] = []
    for piece in fragment.pieces:
        if isinstance(piece, Paragraph):
            text = label + text_of(piece.label) + text_of(piece.inlines)
            blocks.append({"role": piece.role, "text": text})
        elif isinstance(piece, Choices):
            blocks += [{"role": "option", "text": letter + text_of(text)} for letter, text in piece.options]
        elif isinstance(piece, AnswerLines):
            blocks.append({"role": "lines", "count": piece.count})
        elif isinstance(piece, Grid):
            rows = [
                [text for cell in row for text in (text_of(cell.inlines), *[""] * (cell.span - 1))]
                for row in piece.rows
            ]
            blocks.append({"role": "table", "rows": rows})
        elif isinstance(piece, CodeLines):
            blocks += [{"role": "code", "text": line} for line in piece.code.lines]
        label = ""
    return blocks


def flat(document: Document) -> list[Block]:
    """The document as a flat list of paragraphs, lines and tables."""
    return [block for part in document.body for block in flat_fragment(part.fragment, text_of(part.label))]
