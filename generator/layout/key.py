"""The answer key with analysis: the same paper, and behind each question all that its solution has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import kinds
from generator.layout.content import fragment, say, text_pieces
from generator.layout.sections import (
    document_title,
    footer,
    foreign,
    marks_text,
    question_label,
    section_number,
    section_parts,
    stem_pieces,
)
from generator.markdown import inlines
from generator.model.content import Span, Str
from generator.model.document import Cell, Document, Grid, Paragraph, Part
from generator.model.question import written
from generator.numbering import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Report
    from generator.layout.style import Label, Style
    from generator.model.content import Inline, Text
    from generator.model.document import Fragment, Piece
    from generator.model.paper import AnswerKey, Paper, PaperItem
    from generator.model.question import Point, Solution

MOST_COMPETENCIES = 6  # of a section, in the summary


class KeyComposer:
    """Composes the keys of a run in one style. What belongs to a question is composed once and kept."""

    def __init__(self, style: Style, report: Report) -> None:
        self.style = style
        self.report = report
        self._questions: dict[tuple[object, ...], Fragment] = {}

    def compose(self, key: AnswerKey) -> Document:
        style, paper = self.style, key.paper
        title = document_title(paper, style)
        body = [Part(fragment([Paragraph("title", say(title))]), keep_with_next=True)]
        if style.key.title:
            body.append(Part(fragment([Paragraph("key_title", say(style.key.title))])))
        if style.key.summary:
            body.append(Part(fragment([self._summary(paper)])))
        for place, section in enumerate(paper.sections, start=1):
            body += section_parts(section, place, style, self.report)
            for item in section.items:
                question = self._question(item, key.solutions[item.prompt.id])
                body.append(Part(question, question_label(style, section, item)))
        separator = " " if style.key.title else ""
        return Document(
            look=style.key_look,
            title=f"{title}{separator}{style.key.title}",
            body=tuple(body),
            footer=footer(style.key.footer, paper),
            header=footer(style.header, paper),
        )

    def _question(self, item: PaperItem, solution: Solution) -> Fragment:
        key = (item.prompt.id, item.marks, item.order)
        found = self._questions.get(key)
        if found is None:
            pieces = stem_pieces(item, self.style, self.report, self.style.competencies.key == "stem")
            pieces += _Solved(self.style, self.report, item, solution).pieces()
            found = self._questions[key] = fragment(pieces, self.style.question.keep)
        return found

    def _summary(self, paper: Paper) -> Grid:
        """Sections with count, marks, subtotal and what they assess; without marks, without their columns."""
        style = self.style
        words = style.wording.summary
        marked = paper.total is not None
        aligns = ("left", "center", "center", "center", "left")
        rows: list[tuple[str, ...]] = [words]
        for place, section in enumerate(paper.sections, start=1):
            # The heading without what it says of marks.
            named = {"n": section_number(style, place), "title": section.title}
            name = style.section.heading.text(named).strip() or section.title
            counts = (
                str(len(section.items)),
                marks_text(section.marks) or "",
                marks_text(section.total) or "",
            )
            listed = style.wording.list_separator.join(_competencies(section.items))
            rows.append((name, *counts, listed))
        count = sum(len(section.items) for section in paper.sections)
        rows.append((style.wording.summary_total, str(count), "", marks_text(paper.total) or "", ""))
        assessed = any(row[4] for row in rows[1:])
        columns = [0, 1, *((2, 3) if marked else ()), *((4,) if assessed else ())]
        shares = (3.0, 0.0, 0.0, 0.0, 6.0)  # numbers take what they need
        grid = tuple(
            tuple(Cell(say(row[c]), "summary" if r else "summary_head", aligns[c]) for c in columns)
            for r, row in enumerate(rows)
        )
        return Grid(
            grid,
            tuple(shares[c] for c in columns),
            rules="rows",
            head=1,
            role="summary",
            row_height=style.row_height.summary,
        )


def _competencies(items: Iterable[PaperItem]) -> list[str]:
    """What a section assesses: the competencies of its questions, the most frequent first."""
    counts: dict[str, int] = {}
    for item in items:
        for name in item.prompt.competencies:
            counts[name] = counts.get(name, 0) + 1
    return sorted(counts, key=lambda name: -counts[name])[:MOST_COMPETENCIES]


class _Solved:
    """The solution of one question, as pieces. A field it lacks prints nothing."""

    def __init__(self, style: Style, report: Report, item: PaperItem, solution: Solution) -> None:
        self.style = style
        self.key = style.key
        self.report = report
        self.item = item
        self.solution = solution
        self.language = foreign(item.prompt.language, style)

    def pieces(self) -> list[Piece]:
        blocks = (self._response, self._answer, self._points, self._analysis, self._competencies)
        rest = (self._highlights, self._levels, self._follow_ups)
        return [piece for block in (*blocks, *rest) for piece in block()]

    def _label(self, label: Label) -> tuple[list[Piece], tuple[Inline, ...]]:
        """A label as what stands on a line of its own, and what is run in; one of the two is empty."""
        said = label.pattern.fill({"n": str(self.item.number)})
        if not said:
            return [], ()
        if label.own_line:
            return [Paragraph("answer_label", said, keep_with_next=True)], ()
        return [], (Span("label", said),)

    def _labelled(self, label: Label, role: str, text: Text, tail: tuple[Inline, ...] = ()) -> list[Piece]:
        own, head = self._label(label)
        own += text_pieces(text, role, self.style, self.report, language=self.language, head=head, tail=tail)
        return own

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
        label = self.key.points_label if self.solution.text else self.key.answer_label
        own, head = self._label(label)
        return [*own, *self._point_list(points, 0, head)]

    def _point_list(
        self, points: tuple[Point, ...], depth: int, head: tuple[Inline, ...] = ()
    ) -> list[Piece]:
        """Points, each behind its mark. A label run in (`head`) stands before the first, which then does not hang."""
        marks_of = self.style.question.marks if self.key.point_scores else None
        pieces: list[Piece] = []
        for number, point in enumerate(points, start=1):
            tail: tuple[Inline, ...] = ()
            if marks_of and point.marks is not None:
                tail = (Span("marks", marks_of.fill({"marks": written(point.marks)})),)
            mark = self._mark(depth, number)
            run_in = head if number == 1 else ()
            pieces += text_pieces(
                point.text,
                "subpoint" if depth else "answer" if run_in else "point",
                self.style,
                self.report,
                language=self.language,
                head=(*run_in, *say(f"{mark} " if mark.isascii() and mark else mark)) if run_in else (),
                label=() if run_in else say(mark),
                tail=tail,
                depth=max(depth - 1, 0),
                level=depth + 1,
            )
            pieces += self._point_list(point.points, depth + 1)
        return pieces

    def _mark(self, depth: int, number: int) -> str:
        numbering = self.key.point_numbering
        own = self.solution.point_numbering
        mark = own if own and depth == 0 else numbering[min(depth, len(numbering) - 1)]
        return "" if mark == "none" else numbered(mark, number)

    def _analysis(self) -> list[Piece]:
        said = self.solution.analysis
        if not said:
            return []
        tail: tuple[Inline, ...] = ()
        if self.key.highlights == "sentence" and self.solution.highlights:
            said_label = self.key.highlights_label.pattern.fill({"n": str(self.item.number)})
            tail = (*said_label, *self._enumerated(self.solution.highlights))
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
        pieces, head = self._label(self.key.highlights_label)
        if head:
            pieces.append(Paragraph("highlights", head, keep_with_next=True))
        for number, text in enumerate(texts, start=1):
            mark = say(numbered(self.key.point_numbering[0], number))
            pieces += text_pieces(
                text, "point", self.style, self.report, language=self.language, label=mark, level=1
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
            parts += _closed(said, closing)
        return tuple(parts)

    def _levels(self) -> list[Piece]:
        levels = self.solution.levels
        if not levels:
            return []
        pieces: list[Piece] = []
        label = self.key.levels_label.pattern.fill({"n": str(self.item.number)})
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
                parts.append(Str(self._enumerator(number)))
            parts += inlines(text, self.report)
        return self._line(self.key.follow_ups_label, "follow_up", tuple(parts))


def _closed(said: tuple[Inline, ...], closing: str) -> list[Inline]:
    """Inlines of one clause, closed by `closing` instead of whatever stop the author put there."""
    parts = list(said)
    last = parts[-1] if parts else None
    if isinstance(last, Str):
        bare = last.text.rstrip("。；;. ")
        if bare.endswith(("？", "！", "?", "!", "…")):
            return parts
        parts[-1] = Str(bare)
    return [*parts, Str(closing)]
