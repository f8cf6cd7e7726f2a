"""What a question's solution prints: answer, points, analysis and the rest, each behind its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import kinds
from generator.layout.content import say, text_pieces
from generator.layout.sections import foreign, marks_span, question_number
from generator.markdown import inlines
from generator.model.content import Span, Str
from generator.model.document import Cell, Grid, Ordinal, Paragraph
from generator.model.question import written
from generator.numbering import numbered

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.layout.patterns import Pattern
    from generator.layout.style import Label, Style
    from generator.model.content import Inline, Text
    from generator.model.document import Piece
    from generator.model.paper import PaperItem
    from generator.model.question import Point, Solution


NO_BREAK = "\u00a0"


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
        chinese = (self.language or style.language).lower().startswith("zh")
        self._space = "" if chinese else " "  # between sentences, and the things of one
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
        return own or ([Paragraph(role, head, keep_with_next=True)] if head else [])

    def _labelled(self, label: Label, role: str, text: Text, tail: tuple[Inline, ...] = ()) -> list[Piece]:
        own, head = self._label(label)
        return own + text_pieces(
            text, role, self.style, self.report,
            language=self.language, head=head, tail=tail, more_role=f"{role}_more",
        )  # fmt: skip

    def _line(self, label: Label, role: str, said: tuple[Inline, ...]) -> list[Piece]:
        """One paragraph behind its label."""
        own, head = self._label(label)
        return [*own, Paragraph(role, (*head, *said), language=self.language)]

    def _response(self) -> list[Piece]:
        prompt = self.item.prompt
        kind = kinds.kind(prompt.type)
        if kind.prose:
            return []
        answer = kind.response(prompt, self.item.order, self.solution, self.style.wording.words)
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
        return [*self._over(label, "answer"), *self._point_list(points, 0)]

    def _point_list(self, points: tuple[Point, ...], depth: int) -> list[Piece]:
        """Points, each behind its mark; points of points under them or run in behind them."""
        run_in = self.key.nested_points == "run_in"
        pieces: list[Piece] = []
        for number, point in enumerate(points, start=1):
            inner = self._run_in(point.points, depth + 1) if run_in else []
            pieces += text_pieces(
                point.text,
                "subpoint" if depth else "point",
                self.style,
                self.report,
                language=self.language,
                tail=(*inner, *self._marks(point)),
                ordinal=Ordinal(self._mark(depth), number),
                depth=max(depth - 1, 0),
                level=depth + 1,
            )
            if not run_in:
                pieces += self._point_list(point.points, depth + 1)
        return pieces

    def _run_in(self, points: tuple[Point, ...], depth: int) -> list[Inline]:
        """Points in one sentence: ①…；②…。 They follow the point they belong to."""
        words = self.style.wording.words
        parts: list[Inline] = [*say(self._space)] if points else []
        for number, point in enumerate(points, start=1):
            mark = numbered(self._mark(depth), number)
            parts += say(f"{mark}{NO_BREAK}" if mark and self._space else mark)
            inner = self._run_in(point.points, depth + 1)
            marks = self._marks(point)
            said = inlines(point.text, self.report)
            last = number == len(points)
            closing = words["full_stop"] if last else words["semicolon"]
            parts += [*said, *inner, *marks] if inner else self._closed(said, closing, marks, last)
        return parts

    def _marks(self, point: Point) -> tuple[Inline, ...]:
        return marks_span(point.marks, self.style) if self.key.point_scores else ()

    def _mark(self, depth: int) -> str:
        """The mark of points at this depth; empty for none."""
        numbering = self.key.point_numbering
        own = self.solution.point_numbering
        mark = own if own and depth == 0 else numbering[min(depth, len(numbering) - 1)]
        return "" if mark == "none" else mark

    def _analysis(self) -> list[Piece]:
        said = self.solution.analysis
        if not said:
            return []
        tail: tuple[Inline, ...] = ()
        if self.key.highlights == "sentence" and self.solution.highlights:
            label = self.key.highlights_label.pattern.fill({"n": self._number})
            tail = (*say(self._space), *label, *self._enumerated(self.solution.highlights))
        return self._labelled(self.key.analysis_label, "analysis", said, tail)

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
            ordinal = Ordinal(self._mark(0), number)
            pieces += text_pieces(
                text, "point", self.style, self.report, language=self.language, ordinal=ordinal, level=1
            )
        return pieces

    def _enumerator(self, number: int) -> str:
        """Before each of several things in one sentence: ①…；②…"""
        return numbered(self.style.wording.words["enumerator"], number)

    def _enumerated(self, texts: tuple[Text, ...]) -> tuple[Inline, ...]:
        """Texts in one sentence: ①…；②…；③…。 A single one goes without its number."""
        words = self.style.wording.words
        parts: list[Inline] = []
        for number, text in enumerate(texts, start=1):
            if len(texts) > 1:
                parts.append(Str(self._enumerator(number)))
            said = inlines(text, self.report)
            last = number == len(texts)
            closing = words["full_stop"] if last else words["semicolon"]
            parts += self._closed(said, closing, (), last)
        return tuple(parts)

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
                parts.append(Str((self._space if number > 1 else "") + self._enumerator(number)))
            parts += inlines(text, self.report)
        return self._line(self.key.follow_ups_label, "follow_up", tuple(parts))

    def _closed(
        self, said: tuple[Inline, ...], closing: str, marks: tuple[Inline, ...], last: bool
    ) -> list[Inline]:
        """Inlines of one clause, its marks, and `closing` instead of whatever stop the author put there."""
        parts = list(said)
        end = parts[-1] if parts else None
        if isinstance(end, Str):
            bare = end.text.rstrip("。；;. ")
            if bare.endswith(("？", "！", "?", "!", "…")):
                return [*parts, *marks, *say("" if last else self._space)]
            parts[-1] = Str(bare)
        return [*parts, *marks, Str(closing)]
