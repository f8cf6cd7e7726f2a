"""What is said of a fragment or a page from outside of it: hanging labels, headers and footers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.model.content import PageCount, PageNumber, Span, Str
from generator.model.document import Contents, Paragraph
from generator.render.pdf.file import real
from generator.render.pdf.fit import LEAST
from generator.render.pdf.flow import DEPTH, Shown, by_face
from generator.render.pdf.measure import labelled_piece
from generator.render.pdf.measure.paragraph import label_place, set_label
from generator.render.pdf.recent import Recent

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.model.content import Inline
    from generator.model.document import Document, Fragment, Part, Piece
    from generator.render.pdf.shelf import Shelf
    from generator.render.pdf.typesetter import Typesetter

_KEPT = 1_000  # labels and page lines; a round of candidates makes some of its own for each


class Label(NamedTuple):
    """A label, or a header or footer: its operators, and what they show.

    A label is placed by its fragment and pushes the first line; a page's line knows its place on the page.
    """

    text: bytes
    push: float
    codes: Mapping[str, tuple[int, ...]]


class Labels:
    """Labels of one look in a column of this width, each set once and kept."""

    def __init__(self, setter: Typesetter, width: float, shelf: Shelf) -> None:
        self._setter = setter
        self._width = width
        self._shelf = shelf
        self.kept: Recent[tuple[object, ...], Label] = Recent(_KEPT)

    def hanging(self, part: Part) -> tuple[Fragment, Label | None]:
        """A fragment and the label that hangs at it. One as long as its line goes into the paragraph instead."""
        piece = labelled_piece(part.fragment) if part.label else None
        if piece is None:
            return part.fragment, None
        style = self._setter.look.texts[piece.role]
        level = piece.level if isinstance(piece, Paragraph) else 0
        x, _ = label_place(style, level, self._width)
        label = self._label(part, piece)
        if (
            not isinstance(piece, Contents)
            and label.push <= self._width - x - style.hang - LEAST * style.size
        ):
            return part.fragment, label
        pieces = [
            p._replace(label=part.label) if p is piece and isinstance(p, Paragraph) else p
            for p in part.fragment.pieces
        ]
        if not isinstance(piece, Paragraph):
            pieces.insert(0, Paragraph(piece.role, part.label, keep_with_next=True))
        digest = part.fragment.digest and f"{part.fragment.digest} {part.label!r}"
        return part.fragment._replace(digest=digest, pieces=tuple(pieces)), None

    def _label(self, part: Part, piece: Piece) -> Label:
        language = piece.language if isinstance(piece, Paragraph) else ""
        key = (part.label, piece.role, language)
        label = self._known(key)
        if label is None:
            self._setter.shown = Shown()
            line, push = set_label(self._setter, part.label, self._setter.look.texts[piece.role], language)
            label = self.kept.keep(key, Label(line.text, push, by_face(self._setter.shown)))
        return label

    def page_lines(self, document: Document, pages: int) -> list[list[Label]]:
        """Header and footer of each page."""
        edges = [
            (role, said) for role, said in (("header", document.header), ("footer", document.footer)) if said
        ]
        # By what they are written as, for the number of a page and that of all pages are equal as tuples.
        named = [(role, said, repr(said)) for role, said in edges]
        return [
            [self._page_line(role, said, name, page, pages) for role, said, name in named]
            for page in range(1, pages + 1)
        ]

    def _page_line(self, role: str, inlines: tuple[Inline, ...], name: str, page: int, pages: int) -> Label:
        key = (name, role, page, pages)
        made = self._known(key)
        if made is None:
            self._setter.shown = Shown()
            sheet = self._setter.look.page
            style = self._setter.look.texts[role]
            y = sheet.height - sheet.header if role == "header" else sheet.footer
            y = min(max(y, DEPTH * style.size), sheet.height - style.size)
            width = sheet.width - sheet.left - sheet.right
            set_lines = self._setter.lines(_numbered(inlines, page, pages), style, "", width)
            # One that is too long for a line goes on under it in a header, and grows upwards in a footer.
            top = y if role == "header" else y + (len(set_lines) - 1) * style.leading
            text = b"".join(
                b"BT %b %b Td %b ET\n" % (real(sheet.left + line.x), real(top - i * style.leading), line.text)
                for i, line in enumerate(set_lines)
            )
            made = self.kept.keep(key, Label(text, 0.0, by_face(self._setter.shown)))
        return made

    def _known(self, key: tuple[object, ...]) -> Label | None:
        try:
            return self.kept[key]
        except KeyError:
            found = self._shelf.label(key)
            return self.kept.keep(key, found) if found else None


def _numbered(inlines: Iterable[Inline], page: int, pages: int) -> tuple[Inline, ...]:
    """With the numbers of a page in their places."""
    result: list[Inline] = []
    for inline in inlines:
        if isinstance(inline, PageNumber):
            result.append(Str(str(page)))
        elif isinstance(inline, PageCount):
            result.append(Str(str(pages)))
        elif isinstance(inline, Span):
            result.append(Span(inline.role, _numbered(inline.children, page, pages)))
        else:
            result.append(inline)
    return tuple(result)
