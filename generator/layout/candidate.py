"""The candidate's paper. Nothing in here is handed anything that leads to an answer."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from generator import kinds
from generator.layout.body import Body, Said
from generator.layout.content import ems, fragment, say, text_pieces
from generator.layout.questions import InOrders, Stems
from generator.layout.sections import (
    document_title,
    footer,
    marks_text,
    section_number,
    who,
)
from generator.model.document import AnswerLines, Cell, Document, Fragment, Grid, Paragraph, Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.layout.questions import MakeFragment
    from generator.layout.style import BoxField, Style
    from generator.model.paper import Paper, PaperItem

MOST_LINES = 200  # under one question, as a question's own `lines` may ask for
NARROWEST = 36.0  # points: a column of the score table that keeps its numbers whole
FIELD = 2.5  # ems: the least room to write in
SIDE = 5.5  # points beside what stands in a cell
SLACK = 0.3  # ems for what is wider than reckoned


class PaperComposer:
    """Composes the papers of a run in one style. What belongs to a question is composed once and kept."""

    def __init__(self, style: Style, report: Report) -> None:
        self.style = style
        self.report = report
        self._said = Said(style, report)
        self._stems = Stems(style, report, style.competencies.paper == "stem")
        self._questions: InOrders[Fragment] = InOrders()
        self._fronts: dict[tuple[object, ...], tuple[list[Part], list[Part]]] = {}

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
        boxed = bool(self.style.front.candidate_box)
        when = "　".join(filter(None, (known.get("date"), known.get("session"))))
        whose = who(paper) if paper.spare or not boxed else ""
        lines = (("meta", when), ("subtitle", whose))
        parts = [Part(Fragment("", (Paragraph(role, say(said)),))) for role, said in lines if said]
        return [*parts, *([self._box(paper)] if boxed else ())]

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

    def _box(self, paper: Paper) -> Part:
        """The candidate box: one row of labels and fields, or more where the page is narrow."""
        known = paper.candidate or {}
        fields = self.style.front.candidate_box
        size = self.style.paper_look.texts["box"].size
        # What is written by hand needs little room; what is known is not broken if another row can help.
        least = sum(
            (ems(say(field.label)) + max(FIELD, ems(say(known.get(field.field, ""))) + SLACK)) * size
            + 4 * SIDE
            for field in fields
        )
        each = -(-len(fields) // max(math.ceil(least / self._room()), 1))
        rows = []
        for start in range(0, len(fields), each):
            row: list[Cell] = []
            for field in fields[start : start + each]:
                row += [Cell(say(field.label), "box"), Cell(say(known.get(field.field, "")), "box")]
            rows.append((*row, *[Cell((), "box")] * (2 * each - len(row))))
        shares = self._shares(fields[:each], [known.get(field.field, "") for field in fields[:each]])
        widths = [width for share in shares for width in (0.0, share)]
        grid = Grid(tuple(rows), tuple(widths), row_height=self.style.row_height.box, role="box")
        return Part(fragment([grid]) if paper.candidate is None else Fragment("", (grid,)))

    def _shares(self, fields: Sequence[BoxField], known: Sequence[str]) -> list[float]:
        """The widths of fields in a row: what is known first, and of what is left each its share."""
        if not any(known):
            return [field.width for field in fields]
        size = self.style.paper_look.texts["box"].size
        labels = sum(ems(say(field.label)) + 2 * SIDE / size for field in fields)
        needed = [ems(say(value)) + 2 * SIDE / size + SLACK if value else 0.0 for value in known]
        left = max(self._room() / size - labels - sum(needed), 0.0)
        whole = sum(field.width for field in fields)
        return [least + left * field.width / whole for field, least in zip(fields, needed, strict=True)]

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
