"""The points of a solution: each behind its mark, points of points under them or run in behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report
from generator.layout.content import say, text_pieces
from generator.layout.sections import marks_span
from generator.markdown import blocks, inlines
from generator.model.content import Para
from generator.model.document import Ordinal, Paragraph
from generator.numbering import counted, numbered

if TYPE_CHECKING:
    from generator.layout.sentences import Sentences
    from generator.layout.style import Style
    from generator.model.content import Inline, Text
    from generator.model.document import Piece
    from generator.model.question import Point, Solution

NO_BREAK = "\u00a0"


def bare(points: tuple[Point, ...]) -> list[Point]:
    """Points that have no marks though others beside them have some."""
    marked = any(point.marks is not None for point in points)
    found = [point for point in points if marked and point.marks is None]
    return found + [deeper for point in points for deeper in bare(point.points)]


class Points:
    """The points of one solution, in `language` where that is not the document's."""

    def __init__(
        self, style: Style, report: Report, solution: Solution, language: str, sentences: Sentences
    ) -> None:
        self.style = style
        self.report = report
        self.solution = solution
        self.language = language
        self.sentences = sentences

    def pieces(self, points: tuple[Point, ...], depth: int = 0) -> list[Piece]:
        """Points at `depth`, each behind its mark."""
        pieces: list[Piece] = []
        for number, point in enumerate(points, start=1):
            runs_in = self.style.key.nested_points == "run_in" and bool(point.points) and _is_prose(point)
            marks = self._marks(point)
            said = text_pieces(
                point.text,
                "subpoint" if depth else "point",
                self.style,
                self.report,
                language=self.language,
                tail=() if runs_in else marks,
                ordinal=Ordinal(self.mark(depth), number),
                depth=max(depth - 1, 0),
                level=depth + 1,
            )
            pieces += said
            if runs_in:
                last = said[-1]
                assert isinstance(last, Paragraph)
                full_stop = self.sentences.words["full_stop"]
                led = self._led(last.inlines, point.points, depth + 1, full_stop)
                pieces[-1] = last._replace(inlines=(*led, *marks))
            else:
                pieces += self.pieces(point.points, depth + 1)
        return pieces

    def mark(self, depth: int) -> str:
        """The mark of points at this depth; empty for none."""
        numbering = self.style.key.point_numbering
        own = self.solution.point_numbering
        mark = own if own and depth == 0 else numbering[min(depth, len(numbering) - 1)]
        return "" if mark == "none" else mark

    def _marks(self, point: Point) -> tuple[Inline, ...]:
        return marks_span(point.marks, self.style) if self.style.key.point_scores else ()

    def _led(
        self,
        said: tuple[Inline, ...],
        points: tuple[Point, ...],
        depth: int,
        closing: str,
        marks: tuple[Inline, ...] = (),
    ) -> tuple[Inline, ...]:
        """A point and, run in behind it, the points at `depth` that belong to it."""
        mark = self._mark_within(depth)
        if depth == 1 or mark:
            return (*self.sentences.leading(said, marks), *self._sentence(points, depth, mark, closing))
        inner = self._sentence(points, depth, "", "")
        return (*self.sentences.bracketed(said, inner), *marks, *say(closing))

    def _sentence(self, points: tuple[Point, ...], depth: int, mark: str, closing: str) -> list[Inline]:
        """Points in one sentence: ①…；②…。"""
        parts: list[Inline] = []
        for number, point in enumerate(points, start=1):
            parts += say(numbered(mark, number))
            said = inlines(point.text, self.report)
            end = closing if number == len(points) else self.sentences.words["semicolon"]
            if point.points:
                parts += self._led(said, point.points, depth + 1, end, self._marks(point))
            else:
                parts += self.sentences.closed(said, end, self._marks(point))
        return parts

    def _mark_within(self, depth: int) -> str:
        """The mark of points within a sentence; empty below the first ones where the style has none that counts."""
        if depth < len(self.style.key.point_numbering):
            mark = self.mark(depth)
        else:
            mark = self.sentences.words["enumerator"] if depth == 1 else ""
        if depth > 1 and not counted(mark):
            return ""
        return f"{mark}{NO_BREAK}" if mark and self.sentences.space and not mark[-1].isspace() else mark


def _is_prose(point: Point) -> bool:
    """Nothing in it is a list, a table or the like, which no sentence can hold."""
    return _is_text(point.text) and all(_is_prose(inner) for inner in point.points)


def _is_text(text: Text) -> bool:
    # What is wrong with the text is reported where it is set.
    parsed = blocks(text, Report(), text.location.file.folder)
    return bool(parsed) and all(isinstance(block, Para) for block in parsed)
