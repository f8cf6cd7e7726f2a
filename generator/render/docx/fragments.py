"""A fragment's XML, made once for every document it stands in.

What a document adds - the label of the first paragraph, the numbers of drawings - goes between chunks of
finished XML, so nothing is ever searched for in a user's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.document import AnswerLines, Choices, Figure, Grid, Paragraph
from generator.render.docx.paragraphs import Paragraphs
from generator.render.docx.pictures import Pictures
from generator.render.docx.runs import Runs
from generator.render.docx.tables import Tables

if TYPE_CHECKING:
    from generator.model.content import Inline
    from generator.model.document import CodeLines, Fragment, Look, Piece
    from generator.render.docx.pictures import Picture


class Opening(NamedTuple):
    """Where the first paragraph opens: a document may put a part's label here."""

    paragraph: Paragraph
    keep: bool
    unlabelled: str  # the XML with the paragraph's own label, if any


class DrawingId(NamedTuple):
    """Where a drawing's id goes; ids differ within a document."""


class Composed(NamedTuple):
    """XML of a fragment, with the places where a document adds something."""

    chunks: tuple[str | Opening | DrawingId, ...]
    pictures: tuple[Picture, ...]


class Composer:
    """Composes pieces in one look."""

    def __init__(self, look: Look) -> None:
        self.runs = Runs(look)
        self._paragraphs = Paragraphs(look, self.runs)
        self._tables = Tables(look, self.runs)
        self._pictures = Pictures(look)

    def labelled(self, opening: Opening, label: tuple[Inline, ...]) -> str:
        """The opening of a fragment's first paragraph with a part's label."""
        return self._paragraphs.opening(opening.paragraph, label, opening.keep)

    def compose(self, fragment: Fragment, keep_with_next: bool, whole: bool) -> Composed:
        """`whole`: Word is to keep all of it on one page."""
        chunks: list[str | Opening | DrawingId] = []
        pictures: list[Picture] = []
        opened = False
        for piece, keep in zip(fragment.pieces, _keeps(fragment, keep_with_next, whole), strict=True):
            if isinstance(piece, Paragraph):
                opening = self._paragraphs.opening(piece, piece.label, keep)
                chunks.append(opening if opened else Opening(piece, keep, opening))
                chunks.append(self._paragraphs.rest(piece))
                opened = True
            elif isinstance(piece, Figure):
                pictures.append(self._pictures.picture(piece.image))
                before, after = self._pictures.drawing(piece, keep)
                chunks += (before, DrawingId(), after)
            else:
                chunks.append(self._piece(piece, whole, keep))
        return Composed(tuple(_joined(chunks)), tuple(pictures))

    def _piece(self, piece: Choices | AnswerLines | Grid | CodeLines, whole: bool, keep: bool) -> str:
        if isinstance(piece, Choices):
            return self._paragraphs.choices(piece, keep)
        if isinstance(piece, AnswerLines):
            return self._paragraphs.answer_lines(piece, whole, keep)
        if isinstance(piece, Grid):
            return self._tables.grid(piece, whole, keep)
        return self._paragraphs.code(piece, whole, keep)


def _keeps(fragment: Fragment, keep_with_next: bool, whole: bool) -> list[bool]:
    """For each piece, whether it stays with the next one; the last, with the next fragment."""
    pieces = fragment.pieces
    # Whatever stands before the first answer lines is the stem: it stays in one even where the lines run on.
    stem = (
        next((i for i, piece in enumerate(pieces) if isinstance(piece, AnswerLines)), 0)
        if fragment.keep
        else 0
    )
    return [
        (isinstance(piece, Paragraph) and piece.keep_with_next)
        or (keep_with_next if after is None else whole or i < stem or _binds(piece, after))
        for i, (piece, after) in enumerate(zip(pieces, (*pieces[1:], None), strict=True))
    ]


def _binds(piece: Piece, after: Piece) -> bool:
    """A stem stays with its options and its answer lines, a text with the table or picture it leads to."""
    return not isinstance(piece, AnswerLines) and not isinstance(after, Paragraph)


def _joined(chunks: list[str | Opening | DrawingId]) -> list[str | Opening | DrawingId]:
    """The same with neighbouring strings made one."""
    joined: list[str | Opening | DrawingId] = []
    for chunk in chunks:
        if isinstance(chunk, str) and joined and isinstance(joined[-1], str):
            joined[-1] += chunk
        else:
            joined.append(chunk)
    return joined
