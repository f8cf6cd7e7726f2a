"""The press: one style, both composers, both renderers. All papers of a run come from one press.

It keeps what is done once per question; what it is asked for is done per paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.layout import KeyComposer, PaperComposer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.diagnostics import Report
    from generator.layout import Style
    from generator.model.content import Text
    from generator.model.document import Document, Look
    from generator.model.paper import AnswerKey, Paper
    from generator.model.question import Point, Solution
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
        return self._print(document, self._paper_side, lambda: _paper_texts(paper))

    def key(self, key: AnswerKey) -> Printed | None:
        document = self._keys.compose(key)
        return self._print(document, self._key_side, lambda: _key_texts(key))

    def _print(self, document: Document, side: _Side, texts: Callable[[], Iterator[Text]]) -> Printed | None:
        from generator.render.pdf import MissingGlyphs
        from generator.render.pdf.fontfile import FaceError
        from generator.render.pdf.pictures import PictureError

        if self.report.failed:
            return None
        try:
            return side.print(document)
        except MissingGlyphs as missing:
            _blame_characters(missing.characters, texts(), document.title, self.report)
        except PictureError as bad:
            _blame_picture(bad.path, bad.reason, texts(), self.report)
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


def _blame_characters(characters: Iterable[str], texts: Iterable[Text], title: str, report: Report) -> None:
    """Report each character that no font has, at the first place where it was written."""
    from generator.source import place_of

    wanted = sorted(characters)
    for text in texts:
        for character in [c for c in wanted if c in text.markdown]:
            wanted.remove(character)
            point = f"{ord(character):04X}"
            report.error("no-glyph", place_of(text, character), "no-glyph", character=character, point=point)
    for character in wanted:
        point = f"{ord(character):04X}"
        report.error("no-glyph-in", None, "no-glyph", character=character, point=point, title=title)


def _blame_picture(path: str, reason: str, texts: Iterable[Text], report: Report) -> None:
    """Report a picture that cannot be used, where it is first shown."""
    from pathlib import Path

    from generator.source import place_of

    name = Path(path).name
    where = next((place_of(text, name) for text in texts if name in text.markdown), None)
    report.error(reason, where, "bad-picture", name=name)


def _paper_texts(paper: Paper) -> Iterator[Text]:
    if paper.instructions is not None:
        yield paper.instructions
    for section in paper.sections:
        if section.note is not None:
            yield section.note
        for item in section.items:
            yield item.prompt.stem
            yield from (option.text for option in item.prompt.options)


def _key_texts(key: AnswerKey) -> Iterator[Text]:
    yield from _paper_texts(key.paper)
    for section in key.paper.sections:
        for item in section.items:
            yield from _solution_texts(key.solutions[item.prompt.id])


def _solution_texts(solution: Solution) -> Iterator[Text]:
    if solution.text is not None:
        yield solution.text
    yield from _point_texts(solution.points)
    if solution.analysis is not None:
        yield solution.analysis
    for accepted in solution.response.blanks:
        yield from accepted
    yield from solution.highlights
    yield from (level.text for level in solution.levels)
    yield from solution.follow_ups


def _point_texts(points: Iterable[Point]) -> Iterator[Text]:
    for point in points:
        yield point.text
        yield from _point_texts(point.points)
