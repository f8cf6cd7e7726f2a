"""What a question's solution prints: answer, points, analysis and the rest, each behind its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import kinds
from generator.layout.content import headed, say, text_pieces
from generator.layout.points import Points
from generator.layout.sections import foreign, question_number
from generator.layout.sentences import Sentences
from generator.markdown import inlines
from generator.model.content import Span, Str
from generator.model.document import Cell, Grid, Ordinal, Paragraph
from generator.model.question import written

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.layout.patterns import Pattern
    from generator.layout.style import Label, Style
    from generator.model.content import Inline, Text
    from generator.model.document import Piece
    from generator.model.paper import PaperItem
    from generator.model.question import Solution


class Solved:
    """The solution of one question, as pieces. A field it lacks prints nothing."""

    def __init__(self, style: Style, report: Report, item: PaperItem, solution: Solution) -> None:
        self.style = style
        self.key = style.key
        self.report = report
        self.item = item
        self.solution = solution
        self.language = foreign(item.prompt.language, style)
        self._number = question_number(style, item)
        self._sentences = Sentences(style, self.language)
        self._point_list = Points(style, report, solution, self.language, self._sentences)
        self.says_number = False  # whether the first label printed names the question

    def pieces(self) -> list[Piece]:
        pieces: list[Piece] = []
        for said in (
            self._block, self._response, self._answer, self._points, self._analysis, self._competencies,
            self._highlights, self._levels, self._follow_ups,
        ):  # fmt: skip
            before = self.says_number
            new = said()
            if pieces or not new:
                self.says_number = before
            pieces += new
        return pieces

    def _block(self) -> list[Piece]:
        """The line over answer and analysis together."""
        said = self._said(self.key.block_label)
        return [Paragraph("answer_label", said, keep_with_next=True)] if said else []

    def _said(self, label: Pattern) -> tuple[Inline, ...]:
        said = label.fill({"n": self._number})
        if said and "n" in label.fields:
            self.says_number = True
        return said

    def _label(self, label: Label) -> tuple[list[Piece], tuple[Inline, ...]]:
        """A label as what stands on a line of its own, and what is run in; one of the two is empty."""
        said = self._said(label.pattern)
        if not said:
            return [], ()
        if label.own_line:
            return [Paragraph("answer_label", said, keep_with_next=True)], ()
        return [], (Span("label", said),)

    def _over(self, label: Label, role: str) -> list[Piece]:
        """A label over a list, which nothing can be run into."""
        own, head = self._label(label)
        return own or ([headed(self.style, role, head)._replace(keep_with_next=True)] if head else [])

    def _labelled(self, label: Label, role: str, text: Text) -> list[Piece]:
        own, head = self._label(label)
        return own + text_pieces(
            text, role, self.style, self.report, language=self.language, head=head, more_role=f"{role}_more"
        )

    def _line(self, label: Label, role: str, said: tuple[Inline, ...]) -> list[Piece]:
        """One paragraph behind its label."""
        own, head = self._label(label)
        return [*own, headed(self.style, role, head, said, self.language)]

    def _response(self) -> list[Piece]:
        prompt = self.item.prompt
        kind = kinds.kind(prompt.type)
        if kind.prose:
            return []
        answer = kind.response(prompt, self.item.order, self.solution, self._sentences.words)
        return self._line(self.key.response_label, "answer", answer)

    def _answer(self) -> list[Piece]:
        if not self.solution.text:
            return []
        return self._labelled(self.key.answer_label, "answer", self.solution.text)

    def _points(self) -> list[Piece]:
        points = self.solution.points
        if not points:
            return []
        # Points that are the whole answer stand under its label.
        answer = self.key.answer_label
        label = answer if answer and not self.solution.text else self.key.points_label
        return [*self._over(label, "answer"), *self._point_list.pieces(points)]

    def _analysis(self) -> list[Piece]:
        said = self.solution.analysis
        if not said:
            return []
        pieces = self._labelled(self.key.analysis_label, "analysis", said)
        if self.key.highlights == "sentence" and self.solution.highlights:
            label = self.key.highlights_label.pattern.fill({"n": self._number})
            sentence = (*label, *self._enumerated(self.solution.highlights))
            last = pieces[-1] if pieces else None
            if isinstance(last, Paragraph) and last.role in ("analysis", "analysis_more"):
                pieces[-1] = last._replace(inlines=(*last.inlines, *say(self._sentences.space), *sentence))
            else:
                pieces.append(Paragraph("analysis_more", sentence, language=self.language))
        return pieces

    def _competencies(self) -> list[Piece]:
        names = self.item.prompt.competencies
        if self.style.competencies.key != "block" or not names:
            return []
        listed = self.style.wording.list_separator.join(names)
        return self._line(self.style.competencies.label, "competencies", (Str(listed),))

    def _highlights(self) -> list[Piece]:
        texts = self.solution.highlights
        if not texts or (self.key.highlights == "sentence" and self.solution.analysis):
            return []
        if self.key.highlights != "list":
            return self._line(self.key.highlights_label, "highlights", self._enumerated(texts))
        pieces = self._over(self.key.highlights_label, "highlights")
        for number, text in enumerate(texts, start=1):
            ordinal = Ordinal(self._point_list.mark(0), number)
            pieces += text_pieces(
                text, "point", self.style, self.report, language=self.language, ordinal=ordinal, level=1
            )
        return pieces

    def _enumerated(self, texts: tuple[Text, ...]) -> tuple[Inline, ...]:
        return self._sentences.enumerated([inlines(text, self.report) for text in texts])

    def _levels(self) -> list[Piece]:
        levels = self.solution.levels
        if not levels:
            return []
        pieces: list[Piece] = []
        label = self.key.levels_label.pattern.fill({"n": self._number})
        if label:  # a table follows, so there is nothing to run it into
            pieces.append(Paragraph("levels_label", label, keep_with_next=True))
        marked = self.item.marks is not None
        rows = []
        for level in levels:
            low, high = written(level.low), written(level.high)
            one = level.low == level.high
            span = (
                self.key.level_mark.text({"marks": high})
                if one
                else (self.key.level_marks.text({"low": low, "high": high}))
            )
            cells = [Cell(say(level.name), "level", "left", self.language)]
            if marked:
                cells.append(Cell(say(span), "level", "left"))
            cells.append(Cell(inlines(level.text, self.report), "level", "left", self.language))
            rows.append(tuple(cells))
        shares = (0.0, 0.0, 1.0) if marked else (0.0, 1.0)
        pieces.append(
            Grid(tuple(rows), shares, rules="rows", role="levels", row_height=self.style.row_height.levels)
        )
        return pieces

    def _follow_ups(self) -> list[Piece]:
        texts = self.solution.follow_ups
        if not texts:
            return []
        parts: list[Inline] = []
        for number, text in enumerate(texts, start=1):
            if len(texts) > 1:
                space = self._sentences.space if number > 1 else ""
                parts.append(Str(space + self._sentences.enumerator(number)))
            parts += inlines(text, self.report)
        return self._line(self.key.follow_ups_label, "follow_up", tuple(parts))
