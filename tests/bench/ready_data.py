"""What the plain peer prints: the paragraphs of a paper and its key, ready, so that it only has to set them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.content import Blank, LineBreak, Span, Str
from generator.model.document import AnswerLines, Choices, CodeLines, Grid, Paragraph

if TYPE_CHECKING:
    from generator.model.document import Document


def _text(inlines: Any) -> str:
    parts = []
    for inline in inlines:
        if isinstance(inline, Str):
            parts.append(inline.text)
        elif isinstance(inline, Span):
            parts.append(_text(inline.children))
        elif isinstance(inline, Blank):
            parts.append("＿" * int(inline.width))
        elif isinstance(inline, LineBreak):
            parts.append("\n")
    return "".join(parts)


def flat(document: Document) -> list[dict[str, Any]]:
    """The document as a flat list of paragraphs, lines and tables."""
    flat_list: list[dict[str, Any]] = []
    for part in document.body:
        label = _text(part.label)
        for piece in part.fragment.pieces:
            if isinstance(piece, Paragraph):
                flat_list.append(
                    {"role": piece.role, "text": label + _text(piece.label) + _text(piece.inlines)}
                )
            elif isinstance(piece, Choices):
                flat_list += [
                    {"role": "option", "text": letter + _text(text)} for letter, text in piece.options
                ]
            elif isinstance(piece, AnswerLines):
                flat_list.append({"role": "lines", "count": piece.count})
            elif isinstance(piece, Grid):
                flat_list.append(
                    {"role": "table", "rows": [[_text(c.inlines) for c in row] for row in piece.rows]}
                )
            elif isinstance(piece, CodeLines):
                flat_list += [{"role": "code", "text": line} for line in piece.code.lines]
            label = ""
    return flat_list
