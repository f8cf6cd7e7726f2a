"""The press: one style, both composers, both renderers. All papers of a run come from one press.

It keeps what is done once per question; what it is asked for is done per paper.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from generator.batch.blame import StyleAt, blame_characters, blame_faces, blame_pictures
from generator.batch.texts import key_texts, paper_texts
from generator.diagnostics import Report
from generator.layout import KeyComposer, PaperComposer
from generator.model.document import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.batch.order import Order
    from generator.diagnostics import Diagnostic
    from generator.model.content import Text
    from generator.model.document import Document, Look
    from generator.model.paper import AnswerKey, Paper
    from generator.render import docx, pdf


class Printed(NamedTuple):
    """A document as the files it was asked for; `pages` is the PDF's count."""

    pages: int
    files: dict[str, bytes]  # by format
    digests: dict[str, str]  # SHA-256 of each


class Formats(NamedTuple):
    """What is written of each side: "docx", "pdf", or both."""

    paper: tuple[str, ...]
    key: tuple[str, ...]


class Press:
    """Sets whatever it is given, so that all faults of a run are told at once."""

    def __init__(self, order: Order, report: Report, formats: Formats) -> None:
        self.report = report
        self._near = order.title_at, order.blueprint.location
        self._style = StyleAt(order.style_at, order.style.files)
        self._papers = PaperComposer(order.style, report)
        self._keys = KeyComposer(order.style, report)
        self._paper_side = _Side(order.style.paper_look, formats.paper)
        self._key_side = _Side(order.style.key_look, formats.key)

    def paper(self, paper: Paper) -> Printed | None:
        """The candidate's paper; None when it cannot be set, and the report says why."""
        document = self._papers.compose(paper)
        return self._print(document, self._paper_side, lambda: paper_texts(paper, *self._near))

    def key(self, key: AnswerKey) -> Printed | None:
        document = self._keys.compose(key)
        return self._print(document, self._key_side, lambda: key_texts(key, *self._near))

    def taken(self) -> list[Diagnostic]:
        """What was told since this was asked last. What belongs to a question is told with its first paper alone."""
        found, self.report.diagnostics = self.report.diagnostics, []
        return found

    def keep(self) -> None:
        """Keep for other processes what was set, in the user's cache folder."""
        self._paper_side.keep()
        self._key_side.keep()

    def _print(self, document: Document, side: _Side, texts: Callable[[], Iterator[Text]]) -> Printed | None:
        from generator.render.pdf import MissingGlyphs
        from generator.render.pdf.fontfile import FaceError
        from generator.render.pdf.pictures import PictureError

        found = Report()
        try:
            return side.print(document)
        except MissingGlyphs as missing:
            blame_characters(missing.characters, texts(), document.title, self._style, found)
        except PictureError as bad:
            blame_pictures(texts(), found, bad)
            self._print(_without_pictures(document), side, texts)
        except FaceError as bad:
            blame_faces(side.look.fonts.values(), self._style, found, bad)
        # A paper's faults are its key's, too.
        self.report.extend(d for d in found.diagnostics if d not in self.report.diagnostics)
        return None


def _without_pictures(document: Document) -> Document:
    """What a broken picture must not hide."""
    body = []
    for part in document.body:
        pieces = tuple(piece for piece in part.fragment.pieces if not isinstance(piece, Figure))
        if pieces != part.fragment.pieces:
            digest = part.fragment.digest
            part = part._replace(
                fragment=part.fragment._replace(digest=digest and f"{digest}-", pieces=pieces)
            )
        body.append(part)
    return document._replace(body=tuple(body))


class _Side:
    """The renderers of one look, made when first needed."""

    def __init__(self, look: Look, formats: tuple[str, ...]) -> None:
        self.look = look
        self.formats = formats
        self._pdf: pdf.Renderer | None = None
        self._docx: docx.Renderer | None = None

    def print(self, document: Document) -> Printed:
        # The PDF is set even when only a DOCX is asked for: it knows how many pages there are.
        if self._pdf is None:
            from generator.render.pdf import Renderer

            self._pdf = Renderer(self.look)
        rendered = self._pdf.render(document)
        files, digests = {}, {}
        if "docx" in self.formats:
            if self._docx is None:
                from generator.render.docx import Renderer as DocxRenderer

                self._docx = DocxRenderer(self.look)
            files["docx"] = self._docx.render(document, rendered.pagination)
            digests["docx"] = hashlib.sha256(files["docx"]).hexdigest()
        if "pdf" in self.formats:
            files["pdf"], digests["pdf"] = rendered.data, rendered.sha256
        return Printed(rendered.pagination.pages, files, digests)

    def keep(self) -> None:
        if self._pdf is not None:
            self._pdf.keep()
