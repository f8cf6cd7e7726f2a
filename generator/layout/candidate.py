"""The candidate's paper. Nothing in here is handed anything that leads to an answer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator import kinds
from generator.layout.body import Body, Said
from generator.layout.box import Box
from generator.layout.content import fragment, say, text_pieces
from generator.layout.questions import InOrders, Stems
from generator.layout.sections import (
    document_title,
    footer,
    marks_text,
    section_number,
    when,
    who,
)
from generator.model.document import AnswerLines, Cell, Document, Fragment, Grid, Paragraph, Part

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.layout.questions import MakeFragment
    from generator.layout.style import Style
    from generator.model.paper import Paper, PaperItem

MOST_LINES = 200  # under one question, as a question's own `lines` may ask for
NARROWEST = 36.0  # points: a column of the score table that keeps its numbers whole


class PaperComposer:
    """Composes the papers of a run in one style. What belongs to a question is composed once and kept."""

    def __init__(self, style: Style, report: Report) -> None:
        self.style = style
        self.report = report
        self._said = Said(style, report)
        self._stems = Stems(style, report, style.competencies.paper == "stem")
        self._questions: InOrders[Fragment] = InOrders()
        self._fronts: dict[tuple[object, ...], tuple[list[Part], list[Part]]] = {}
        self._box = Box(style, self._room()) if style.front.candidate_box else None

    def compose(self, paper: Paper) -> Document:
        style = self.style
        title = document_title(paper, style)
        body = Body(self._said, "paper")
        for place, section in enumerate(paper.sections, start=1):
            body.section(section, place)
            for item in section.items:
                body.question(section, item, self._question(item))
        return Document(
            look=style.paper_look,
            title=title,
            body=body.after(self._front(paper, title)),
            footer=footer(style.footer, paper),
            header=footer(style.header, paper),
        )

    def _question(self, item: PaperItem) -> Fragment:
        def make(fragment: MakeFragment) -> Fragment:
            pieces = self._stems.pieces(item)
            if lines := self._lines(item):
                pieces.append(AnswerLines(lines))
            return fragment(pieces, self.style.question.keep)

        return self._questions.get((item.prompt.id, item.marks), item.order, make)

    def _lines(self, item: PaperItem) -> int:
        """Answer lines: as the question says, else by type and marks."""
        prompt = item.prompt
        if kinds.kind(prompt.type).space != "lines":
            return 0
        if prompt.lines is not None:
            return prompt.lines
        space = self.style.answer_space.get(prompt.type)
        if space is None:
            return 0
        if item.marks is None:
            return space.without_marks
        return min(MOST_LINES, max(space.least, math.ceil(space.per_mark * item.marks)))

    def _front(self, paper: Paper, title: str) -> list[Part]:
        """What stands before the questions. All but the candidate box is alike in the papers of a run."""
        marks = tuple((section.marks, len(section.items)) for section in paper.sections)
        key = (title, paper.subtitle, paper.duration, paper.instructions, marks)
        found = self._fronts.get(key)
        if found is None:
            found = self._fronts[key] = self._above(paper, title), self._below(paper)
        above, below = found
        return [*above, *self._whose(paper), *below]

    def _whose(self, paper: Paper) -> list[Part]:
        """The candidate box, and over it when one comes, as far as it is known.

        A spare paper is marked, and without a box a known candidate is named.
        """
        known = paper.candidate or {}
        lines = [("meta", when(paper)), ("subtitle", who(paper))]
        if self._box is not None:  # what says so without another line, so that all papers have as many
            marked = paper.spare if self._box.shows("room") else who(paper) if paper.spare else ""
            lines = [("meta", "　".join(filter(None, (when(paper), marked))))]
        parts = [Part(Fragment("", (Paragraph(role, say(said)),))) for role, said in lines if said]
        if self._box is not None:
            grid = self._box.grid(known)
            parts.append(Part(fragment([grid]) if paper.candidate is None else Fragment("", (grid,))))
        return parts

    def _above(self, paper: Paper, title: str) -> list[Part]:
        parts = [Part(fragment([Paragraph("title", say(title))]), keep_with_next=True)]
        if paper.subtitle:
            parts.append(Part(fragment([Paragraph("subtitle", say(paper.subtitle))]), keep_with_next=True))
        duration = None if paper.duration is None else str(paper.duration)
        meta = self.style.front.duration.fill({"duration": duration, "total": marks_text(paper.total)})
        if meta:
            parts.append(Part(fragment([Paragraph("meta", meta)])))
        return parts

    def _below(self, paper: Paper) -> list[Part]:
        parts = self._instructions(paper) if paper.instructions else []
        if self.style.front.score_table and paper.total is not None:
            parts.append(Part(fragment(self._score_tables(paper))))
        return parts

    def _room(self) -> float:
        """The width of a column of text, in points."""
        page = self.style.paper_look.page
        return (page.width - page.left - page.right - page.gutter * (page.columns - 1)) / page.columns

    def _instructions(self, paper: Paper) -> list[Part]:
        assert paper.instructions is not None
        parts = []
        if self.style.front.instructions:
            heading = Paragraph(
                "instructions_heading", say(self.style.front.instructions), keep_with_next=True
            )
            parts.append(Part(fragment([heading]), keep_with_next=True))
        pieces = text_pieces(
            paper.instructions, "instructions", self.style, self.report, list_role="instructions"
        )
        parts.append(Part(fragment(pieces)))
        return parts

    def _score_tables(self, paper: Paper) -> list[Grid]:
        """One column a section and one for the total; in several tables where one would be too narrow."""
        words = self.style.wording.score_table
        columns = [
            (section_number(self.style, place), marks_text(section.total) or "")
            for place, section in enumerate(paper.sections, 1)
            if section.total is not None
        ]
        columns.append((words[4], marks_text(paper.total) or ""))
        room = self._room()
        most = max(int(room / NARROWEST) - 1, 1)
        tables = -(-len(columns) // most)
        each = -(-len(columns) // tables)
        width = min(self.style.front.score_width, room / (each + 1))
        return [
            self._score_table(columns[start : start + each], width) for start in range(0, len(columns), each)
        ]

    def _score_table(self, columns: list[tuple[str, str]], width: float) -> Grid:
        words = self.style.wording.score_table
        rows = [
            [words[0], *(number for number, _ in columns)],
            [words[1], *(total for _, total in columns)],
            [words[2], *[""] * len(columns)],
            [words[3], *[""] * len(columns)],
        ]
        return Grid(
            tuple(tuple(Cell(say(text), "score") for text in row) for row in rows),
            (width,) * (len(columns) + 1),
            fixed=True,
            align="center",
            row_height=self.style.row_height.score,
            role="score",
        )
