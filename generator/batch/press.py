"""The press: one style, both composers, both renderers. All papers of a run come from one press.

It keeps what is done once per question; what it is asked for is done per paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.batch.blame import blame_characters, blame_picture
from generator.batch.texts import key_texts, paper_texts
from generator.layout import KeyComposer, PaperComposer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.diagnostics import Report
    from generator.layout import Style
    from generator.model.content import Text
    from generator.model.document import Document, Look
    from generator.model.paper import AnswerKey, Paper
    from generator.render import docx, pdf


class Printed(NamedTuple):
    """A document as the files it was asked for; `pages` is the PDF's count."""

    pages: int
    files: dict[str, bytes]  # by format


class Press:
    def __init__(self, style: Style, formats: tuple[str, ...], report: Report) -> None:
        self.formats = formats
        self.report = report
        self._papers = PaperComposer(style, report)
        self._keys = KeyComposer(style, report)
        self._paper_side = _Side(style.paper_look, formats)
        self._key_side = _Side(style.key_look, formats)

    def paper(self, paper: Paper) -> Printed | None:
        """The candidate's paper; None when it cannot be set, and the report says why."""
        document = self._papers.compose(paper)
        return self._print(document, self._paper_side, lambda: paper_texts(paper))

    def key(self, key: AnswerKey) -> Printed | None:
        document = self._keys.compose(key)
        return self._print(document, self._key_side, lambda: key_texts(key))

    def _print(self, document: Document, side: _Side, texts: Callable[[], Iterator[Text]]) -> Printed | None:
        from generator.render.pdf import MissingGlyphs
        from generator.render.pdf.fontfile import FaceError
        from generator.render.pdf.pictures import PictureError

        if self.report.failed:
            return None
        try:
            return side.print(document)
        except MissingGlyphs as missing:
            blame_characters(missing.characters, texts(), document.title, self.report)
        except PictureError as bad:
            blame_picture(bad.path, bad.reason, texts(), self.report)
        except FaceError as bad:
            self.report.error(bad.reason, None, "no-font-file", name=bad.name)
        return None


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
        files = {}
        if "docx" in self.formats:
            if self._docx is None:
                from generator.render.docx import Renderer as DocxRenderer

                self._docx = DocxRenderer(self.look)
            files["docx"] = self._docx.render(document, rendered.pages, rendered.broken)
        if "pdf" in self.formats:
            files["pdf"] = rendered.data
        return Printed(rendered.pages, files)
