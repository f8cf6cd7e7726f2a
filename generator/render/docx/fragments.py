"""A fragment's XML, made once for every document it stands in.

What a document adds - the label of the first paragraph, the numbers of lists and drawings - goes between chunks of
finished XML, so nothing is ever searched for in a user's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.model.document import AnswerLines, Choices, Contents, Figure, Grid, Paragraph
from generator.render.docx.lists import list_items
from generator.render.docx.paragraphs import Listed, Paragraphs
from generator.render.docx.pictures import Pictures
from generator.render.docx.runs import LinkRuns, Runs
from generator.render.docx.tables import Tables
from generator.render.place import closes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.model.content import Inline
    from generator.model.document import CodeLines, Fragment, Look, Piece
    from generator.render.docx.lists import Item
    from generator.render.docx.paragraphs import Start
    from generator.render.docx.pictures import Picture


class Opening(NamedTuple):
    """The start of the first paragraph: a document may put a part's label here, and a bookmark."""

    paragraph: Paragraph
    keep: bool
    start: Start  # with the paragraph's own label, if any
    item: Item | None  # its place in a list


class DrawingId(NamedTuple):
    """Where a drawing's id goes; ids differ within a document."""


Chunk: TypeAlias = "bytes | Opening | Listed | DrawingId | Contents"


class Composed(NamedTuple):
    """XML of a fragment, with the places where a document adds something."""

    chunks: tuple[Chunk, ...]
    pictures: tuple[Picture, ...]


class Composer:
    """Composes pieces in one look."""

    def __init__(self, look: Look) -> None:
        self.runs = Runs(look)
        self.link_runs = LinkRuns(look)
        self._paragraphs = Paragraphs(look, self.runs)
        self._tables = Tables(look, self.runs)
        self._pictures = Pictures(look)

    def labelled(self, opening: Opening, label: tuple[Inline, ...]) -> Start:
        """The start of a fragment's first paragraph with a part's label."""
        return self._paragraphs.start(opening.paragraph, label, opening.keep)

    def compose(self, fragment: Fragment, keep_with_next: bool, whole: bool) -> Composed:
        """`whole`: Word is to keep all of it on one page."""
        chunks: list[Chunk] = []
        pictures: list[Picture] = []
        opened = False
        keeps = _keeps(fragment, keep_with_next, whole)
        items = list_items(fragment.pieces, self._paragraphs.kind)
        for place, (piece, keep, item) in enumerate(zip(fragment.pieces, keeps, items, strict=True)):
            if isinstance(piece, Paragraph):
                start = self._paragraphs.start(piece, piece.label, keep)
                if not opened:  # whole ones are not joined, for other fragments have them, too
                    chunks.append(Opening(piece, keep, start, item))
                    chunks.append(self._paragraphs.rest(piece))
                elif item:
                    chunks += (Listed(start, item), self._paragraphs.rest(piece))
                else:
                    chunks.append(self._paragraphs.whole(piece, keep))
                opened = True
            elif isinstance(piece, Choices):
                chunks += _joined(self._paragraphs.choices(piece, place, keep))
            elif isinstance(piece, Contents):
                chunks.append(piece)
            elif isinstance(piece, Figure):
                pictures.append(self._pictures.picture(piece.image))
                before, after = self._pictures.drawing(piece, keep)
                chunks += (before.encode(), DrawingId(), after.encode())
            else:
                chunks.append(self._piece(piece, whole, keep).encode())
        return Composed(tuple(chunks), tuple(pictures))

    def _piece(self, piece: AnswerLines | Grid | CodeLines, whole: bool, keep: bool) -> str:
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
    last = len(pieces) - 2
    return [
        (isinstance(piece, Paragraph) and piece.keep_with_next)
        or (
            keep_with_next
            if after is None
            else whole or i < stem or _binds(piece, after) or (i == last and closes(piece, after))
        )
        for i, (piece, after) in enumerate(zip(pieces, (*pieces[1:], None), strict=True))
    ]


def _binds(piece: Piece, after: Piece) -> bool:
    """A stem stays with its options and its answer lines, a text with the table or picture it leads to."""
    return not isinstance(piece, AnswerLines) and not isinstance(after, Paragraph)


def _joined(chunks: Iterable[Chunk]) -> list[Chunk]:
    """The same with neighbouring bytes made one."""
    joined: list[Chunk] = []
    for chunk in chunks:
        if isinstance(chunk, bytes) and joined and isinstance(joined[-1], bytes):
            joined[-1] += chunk
        else:
            joined.append(chunk)
    return joined
