"""The words of a Document in reading order, without looks: what each finished file of it must say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.content import PageCount, PageNumber, Span, Str
from generator.model.document import Choices, CodeLines, Contents, Grid, Paragraph
from generator.render.pdf import Renderer
from tests.finished import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model.content import Inline
    from generator.model.document import Document


def said(document: Document) -> str:
    """The body's words, a paragraph, option, cell, entry or line of code a line; entries with their pages."""
    listed = any(isinstance(piece, Contents) for part in document.body for piece in part.fragment.pieces)
    starts = Renderer(document.look).render(document).pagination.starts if listed else ()
    return "\n".join(_said(document, starts))


def _said(document: Document, starts: Sequence[int]) -> Iterator[str]:
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
            elif isinstance(piece, Contents):
                for entry in piece.entries:
                    page = str(starts[entry.target]) if piece.page_numbers else ""
                    yield plain(entry.label) + plain(entry.inlines) + page


def plain(inlines: Sequence[Inline], page: int = 0, pages: int = 0) -> str:
    """Inlines as text; blanks and line breaks are white space."""
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


def without_edges(document: Document, pages: Sequence[str]) -> str:
    """What the pages of a PDF say, squeezed, without header and footer, which must close each page's text."""
    bodies = []
    for number, page in enumerate(pages, 1):
        text = squeezed(page)
        edges = squeezed(
            plain(document.header, number, len(pages)) + plain(document.footer, number, len(pages))
        )
        assert text.endswith(edges)
        bodies.append(text.removesuffix(edges))
    return "".join(bodies)
