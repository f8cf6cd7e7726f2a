"""Pieces to rows, one file a kind of piece. `measure` does a whole fragment."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.document import AnswerLines, Choices, CodeLines, Contents, Grid, Paragraph
from generator.render.pdf.flow import Cut, Flow, Row, Shown, by_face
from generator.render.pdf.measure.answer import answer_rows
from generator.render.pdf.measure.choices import choice_rows
from generator.render.pdf.measure.code import code_rows
from generator.render.pdf.measure.contents import Listed, entry_rows, listed
from generator.render.pdf.measure.figure import figure_rows
from generator.render.pdf.measure.grid import grid_rows
from generator.render.pdf.measure.paragraph import label_place, paragraph_rows
from generator.render.pdf.navigation import plain_text, title
from generator.render.place import LINES_JOINED, closes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeAlias

    from generator.model.document import Figure, Fragment, Piece
    from generator.render.pdf.flow import Link
    from generator.render.pdf.typesetter import Typesetter

    _Own: TypeAlias = (
        Paragraph | Choices | AnswerLines | Grid | CodeLines | Figure
    )  # pieces that are not lists

__all__ = ["labelled_piece", "measure"]


class _Place(NamedTuple):
    """Where rows of a piece stand in their fragment: the space above them, and how willingly they are cut."""

    space: float
    bound: bool  # to what follows
    willing: Cut

    def put(self, rows: list[Row]) -> list[Row]:
        if rows:
            rows[0] = rows[0]._replace(before=rows[0].before + self.space)
            if self.bound:
                rows[-1] = rows[-1]._replace(cut=Cut.NEVER)
        willing = self.willing
        return [row if row.cut <= willing else row._replace(cut=willing) for row in rows]


def _rows(
    setter: Typesetter,
    piece: _Own,
    place: _Place,
    width: float,
    height: float,
    push: float | None,
    pictures: dict[bytes, str],
) -> list[Row]:
    if isinstance(piece, Paragraph):  # kept, for it comes back with its options in another order
        key = ("paragraph", piece, place, width, push)
        return setter.kept(key, lambda: place.put(paragraph_rows(setter, piece, width, push)))
    if isinstance(piece, Choices):
        return place.put(choice_rows(setter, piece, width))
    if isinstance(piece, AnswerLines):
        return place.put(answer_rows(setter.look, piece, width))
    if isinstance(piece, Grid):
        return place.put(grid_rows(setter, piece, width, height))
    if isinstance(piece, CodeLines):
        return place.put(code_rows(setter, piece, width))
    return place.put(figure_rows(setter.look, piece, width, height, pictures))


def measure(
    setter: Typesetter, fragment: Fragment, width: float, height: float, push: float | None = None
) -> Flow:
    """A fragment in a column of this size. `push` is what its label takes of the first line, being wider
    than its place; None: it has no label.
    """
    setter.shown = Shown()
    texts = setter.look.texts
    pieces = list(_with_entries(setter, fragment.pieces))
    labelled = labelled_piece(fragment)
    stem = _stem(pieces)
    rows: list[Row] = []
    pictures: dict[bytes, str] = {}
    label_at = (0, 0.0, 0.0)
    headings: list[tuple[int, int, str]] = []
    links: list[Link] = []
    after = 0.0
    keeps = False
    for i, piece in enumerate(pieces):
        style = texts[piece.role]
        if piece is labelled:
            level = piece.level if isinstance(piece, Paragraph) else 0
            label_at = (len(rows), *label_place(style, level, width))
        follower = pieces[i + 1] if i + 1 < len(pieces) else None
        binds = style.keep_with_next or (isinstance(piece, Paragraph) and piece.keep_with_next)
        place = _Place(
            after + style.space_before,
            isinstance(follower, Choices | AnswerLines) or (binds and follower is not None),
            Cut.STEM if i < stem else Cut.KEPT if fragment.keep else Cut.FREE,
        )
        if isinstance(piece, Listed):
            entry, link = entry_rows(setter, piece, width)
            links.append(link._replace(first=len(rows), last=len(rows) + link.last))
            new = place.put(entry)
        else:
            new = _rows(setter, piece, place, width, height, push if piece is labelled else None, pictures)
        if not new:
            continue
        if style.outline is not None and isinstance(piece, Paragraph):
            headings.append(
                (len(rows), style.outline, title(plain_text(piece.label), plain_text(piece.inlines)))
            )
        after, keeps = style.space_after, binds
        heads = len(rows)
        if heads and isinstance(piece, Grid):
            new = [
                row._replace(head=(row.head[0] + heads, row.head[1] + heads)) if row.head[1] else row
                for row in new
            ]
        if rows and len(new) <= LINES_JOINED and follower is None and closes(pieces[i - 1], piece):
            rows[-1] = rows[-1]._replace(cut=Cut.NEVER)
        rows += new
    codes = by_face(setter.shown) if fragment.digest else setter.shown
    return Flow(rows, after, codes, pictures, label_at, headings, keeps, links)


def labelled_piece(fragment: Fragment) -> Piece | None:
    """The piece a label stands at: the first paragraph, or the first of all where there is none."""
    paragraphs = (piece for piece in fragment.pieces if isinstance(piece, Paragraph))
    return next(paragraphs, fragment.pieces[0] if fragment.pieces else None)


def _with_entries(setter: Typesetter, pieces: Iterable[Piece]) -> Iterator[_Own | Listed]:
    """Each entry of a list of contents is set like a piece of its own."""
    for piece in pieces:
        if isinstance(piece, Contents):
            yield from listed(setter, piece)
        else:
            yield piece


def _stem(pieces: Sequence[_Own | Listed]) -> int:
    """How many pieces stay with the stem: all up to the options or the answer lines."""
    for i, piece in enumerate(pieces):
        if isinstance(piece, Choices):
            return i + 1
        if isinstance(piece, AnswerLines):
            return i
    return 0
