"""Pages that say anything at all: a character that no face has is spelt by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import Str
from generator.model.document import Fragment, Grid, Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.model.content import Inline
    from generator.model.document import Document, Piece
    from generator.render.pdf import Rendered


def rendered(document: Document) -> Rendered:
    """Of paragraphs and tables. What no face has is told by its number: U+1F44D."""
    from generator.render.pdf import MissingGlyphs, Renderer

    try:
        return Renderer(document.look).render(document)
    except MissingGlyphs as missing:
        numbers = {ord(c): f"U+{ord(c):04X}" for c in missing.characters}
        parts = (
            Part(Fragment("", tuple(_spelt(p, numbers) for p in part.fragment.pieces)))
            for part in document.body
        )
        spelt = document._replace(body=tuple(parts))
        return Renderer(document.look).render(spelt)


def _spelt(piece: Piece, numbers: Mapping[int, str]) -> Piece:
    """A paragraph or table with characters said by their numbers."""
    if isinstance(piece, Paragraph):
        return piece._replace(inlines=_numbered(piece.inlines, numbers))
    assert isinstance(piece, Grid)
    return piece._replace(
        rows=tuple(
            tuple(c._replace(inlines=_numbered(c.inlines, numbers)) for c in row) for row in piece.rows
        )
    )


def _numbered(inlines: Sequence[Inline], numbers: Mapping[int, str]) -> tuple[Inline, ...]:
    return tuple(Str(i.text.translate(numbers)) if isinstance(i, Str) else i for i in inlines)
