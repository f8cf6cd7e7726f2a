"""The text of one document, put together from fragments composed once, and what other parts must know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.document import Contents
from generator.render.docx.contents import bookmarks, contents
from generator.render.docx.fragments import DrawingId, Opening
from generator.render.docx.lists import Lists
from generator.render.docx.paragraphs import Listed

if TYPE_CHECKING:
    from generator.model.content import Inline
    from generator.model.document import Document, Pagination
    from generator.render.docx.fragments import Composed, Composer
    from generator.render.docx.lists import Item
    from generator.render.docx.paragraphs import Start
    from generator.render.docx.pictures import Picture


class Body:
    """Gives out what is numbered through a document: lists, drawings, bookmarks."""

    __slots__ = ("_composer", "_document", "_drawings", "_names", "_out", "_pagination", "lists", "pictures")

    def __init__(self, document: Document, pagination: Pagination, composer: Composer) -> None:
        self.lists = Lists()
        self.pictures: dict[str, Picture] = {}  # by digest, in order
        self._document = document
        self._pagination = pagination
        self._composer = composer
        self._names = bookmarks(document)
        self._drawings = 0
        self._out: list[bytes] = []

    def xml(self) -> bytes:
        return b"".join(self._out)

    def add(self, place: int, label: tuple[Inline, ...], composed: Composed) -> None:
        """The part of the document's body at index `place`."""
        out = self._out
        bookmark = self._bookmark(place) if place in self._names else ""
        if bookmark and not any(isinstance(chunk, Opening) for chunk in composed.chunks):
            out.append(bookmark.encode())  # before a table or picture
        for chunk in composed.chunks:
            if isinstance(chunk, bytes):
                out.append(chunk)
            elif isinstance(chunk, Listed):
                out.append(self._start(chunk.start, chunk.item, place))
            elif isinstance(chunk, DrawingId):
                self._drawings += 1
                out.append(b"%d" % self._drawings)
            elif isinstance(chunk, Contents):
                runs = self._composer.link_runs
                listed = contents(chunk, self._document, self._pagination, self._names, runs)
                out.append(listed.encode())
            elif label:
                out.append(self._composer.labelled(chunk, label).typed(bookmark))
            else:
                out.append(self._start(chunk.start, chunk.item, place, bookmark))
        for picture in composed.pictures:
            self.pictures.setdefault(picture.digest, picture)

    def _start(self, start: Start, item: Item | None, place: int, bookmark: str = "") -> bytes:
        number = self.lists.number(item, place) if item else None
        return start.typed(bookmark) if number is None else start.counted(number, bookmark)

    def _bookmark(self, place: int) -> str:
        return (
            f'<w:bookmarkStart w:id="{place}" w:name="{self._names[place]}"/><w:bookmarkEnd w:id="{place}"/>'
        )
