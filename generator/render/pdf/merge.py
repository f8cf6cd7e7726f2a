"""Finished PDFs of ours bound into one for the printer: each begins on an odd page, nothing is stored twice.

Pages stay packed as they are. A character's code is the same in all fonts of a face, so one font of all characters
serves all pages.
"""

from __future__ import annotations

import zlib
from contextlib import suppress
from hashlib import blake2b
from re import compile as pattern
from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.cff import MAPPING_HEAD, font_dictionary
from generator.render.pdf.faces import FaceError
from generator.render.pdf.file import StreamedFile, literal
from generator.render.pdf.finished import REFERENCE, Finished, NotOurs
from generator.render.pdf.glyphs import glyphs
from generator.render.pdf.navigation import Heading, Place, add_outline
from generator.render.pdf.typesetter import face_names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from re import Match

    from generator.model.document import Look
    from generator.render.pdf.finished import Used
    from generator.render.pdf.glyphs import Glyphs

_CODE = pattern(rb"\n<(....)>")


class Sheet(NamedTuple):
    """A file to be bound, and what the outline calls it."""

    title: str
    data: bytes


def merge(
    sheets: Iterable[Sheet], looks: Sequence[Look], title: str, write: Callable[[bytes], object]
) -> int:
    """Write one PDF of all the sheets, which were rendered in these looks; the number of its pages.

    Of the sheets only one at a time is held. NotOurs: a sheet is no PDF of ours, or damaged.
    """
    binder = _Binder(looks, write)
    for sheet in sheets:
        binder.add(sheet)
    return binder.finish(title)


class _Binder:
    def __init__(self, looks: Sequence[Look], write: Callable[[bytes], object]) -> None:
        self._looks = looks
        self._file = StreamedFile(write)
        self._root, self._info, self._tree = (self._file.reserve() for _ in range(3))
        self._trees: list[int] = []
        self._pages = 0
        self._headings: list[Heading] = []
        self._stored: dict[bytes, int] = {}  # by digest, what pages share
        self._fonts = _Fonts(self._file, looks)

    def add(self, sheet: Sheet) -> None:
        source = Finished(sheet.data)
        pages = source.pages()
        tree = self._file.reserve()
        kids = [self._file.reserve() for _ in pages.kids]
        known = {pages.tree: tree, **dict(zip(pages.kids, kids, strict=True))}
        known.update((font.number, self._fonts.number(font)) for font in source.fonts(pages.resources))
        copy = _Copy(source, self._file, known, self._stored)
        for old, new in zip(pages.kids, kids, strict=True):
            self._file.put(new, copy.renumbered(source.body(old)))
        resources = copy.number(pages.resources)
        if self._pages % 2:  # the one before ends on a front
            self._blank()
        self._file.put(
            tree,
            b"<</Type/Pages/Parent %d 0 R/Count %d/Kids[%b]/MediaBox[0 0 %b %b]/Resources %d 0 R>>"
            % (self._tree, len(kids), _references(kids), pages.width, pages.height, resources),
        )
        self._box = pages.width, pages.height
        self._headings.append(Heading(1, sheet.title, Place(kids[0], float(pages.height))))
        self._trees.append(tree)
        self._pages += len(kids)

    def _blank(self) -> None:
        """The back of a sheet's last page, of the same size."""
        page = b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %b %b]/Resources<<>>>>" % (self._tree, *self._box)
        self._trees.append(self._file.add(page))
        self._pages += 1

    def finish(self, title: str) -> int:
        if not self._trees:
            raise ValueError("a file needs a page")
        file = self._file
        self._fonts.embed()
        file.put(
            self._tree,
            b"<</Type/Pages/Count %d/Kids[%b]>>" % (self._pages, _references(self._trees)),
        )
        file.put(
            self._root,
            b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R/PageMode/UseOutlines/Lang%b"
            b"/ViewerPreferences<</DisplayDocTitle true>>>>"
            % (self._tree, add_outline(file, self._headings), literal(self._looks[0].language)),
        )
        file.put(self._info, b"<</Title%b/Producer(exampaper)>>" % literal(title))
        file.finish(self._root, self._info)
        return self._pages


class _Copy:
    """Copies objects of one sheet. `known` are those that have their number in the new file already."""

    def __init__(
        self, source: Finished, file: StreamedFile, known: dict[int, int], stored: dict[bytes, int]
    ) -> None:
        self._source = source
        self._file = file
        self._known = known
        self._stored = stored

    def number(self, old: int) -> int:
        """The object's number in the new file, copied with what it refers to unless it is there already."""
        new = self._known.get(old)
        if new is None:
            body = self.renumbered(self._source.body(old))
            digest = blake2b(body, digest_size=16).digest()
            new = self._stored.get(digest)
            if new is None:
                new = self._stored[digest] = self._file.add(body)
            self._known[old] = new
        return new

    def renumbered(self, body: bytes) -> bytes:
        """A body that refers to the new file's objects. What pages refer to has no strings, only names."""
        entries, mark, data = body.partition(b"\nstream\n")
        return REFERENCE.sub(self._reference, entries) + mark + data

    def _reference(self, found: Match[bytes]) -> bytes:
        return b"%d 0 R" % self.number(int(found[1]))


class _Fonts:
    """One font a face, whose number is known before all its characters are."""

    def __init__(self, file: StreamedFile, looks: Sequence[Look]) -> None:
        self._file = file
        self._looks = looks
        self._numbers: dict[str, int] = {}
        self._codes: dict[str, set[bytes]] = {}
        self._seen: set[tuple[str, bytes]] = set()  # copies of one form have the same characters

    def number(self, font: Used) -> int:
        key = font.face, blake2b(font.mapping, digest_size=16).digest()
        if key not in self._seen:
            self._seen.add(key)
            self._codes.setdefault(font.face, set()).update(_codes(font.mapping))
        number = self._numbers.get(font.face)
        if number is None:
            number = self._numbers[font.face] = self._file.reserve()
        return number

    def embed(self) -> None:
        for name in sorted(self._numbers):
            codes = frozenset(int(code, 16) for code in self._codes[name])
            self._file.put(self._numbers[name], font_dictionary(self._file, self._glyphs(name), codes))

    def _glyphs(self, postscript: str) -> Glyphs:
        for look in self._looks:
            for name in face_names(look):
                with suppress(FaceError):  # of a face that no page shows
                    found = glyphs(name)
                    if found.metrics.name == postscript:
                        return found
        raise NotOurs


def _codes(mapping: bytes) -> list[bytes]:
    try:
        data = zlib.decompress(mapping)
    except zlib.error:
        raise NotOurs from None
    return _CODE.findall(data, len(MAPPING_HEAD) - 1)


def _references(numbers: Iterable[int]) -> bytes:
    return b" ".join([b"%d 0 R" % number for number in numbers])
