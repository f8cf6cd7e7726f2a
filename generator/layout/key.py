"""The answer key with analysis: the same paper, and each question's solution where the style puts it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.layout.body import Body, Said
from generator.layout.content import fragment, say
from generator.layout.points import bare
from generator.layout.questions import InOrders, Stems
from generator.layout.sections import (
    document_title,
    footer,
    heading,
    marks_text,
    question_number,
    when,
    who,
)
from generator.layout.solution import Solved
from generator.layout.style import Label
from generator.layout.summary import Summaries
from generator.model.content import Span
from generator.model.document import Document, Fragment, Paragraph, Part

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.layout.questions import MakeFragment
    from generator.layout.style import Style
    from generator.model.content import Inline
    from generator.model.document import Piece
    from generator.model.paper import AnswerKey, PaperItem
    from generator.model.question import Marks, Solution


class _Answer(NamedTuple):
    """A solution by itself, and its first word, `label`; `numbered` when that says which question it belongs to."""

    fragment: Fragment
    label: tuple[Inline, ...]
    numbered: bool


class KeyComposer:
    """Composes the keys of a run in one style. What belongs to a question is composed once and kept."""

    def __init__(self, style: Style, report: Report) -> None:
        self.style = style
        self.report = report
        # Labels may say a question's number, which differs from form to form.
        labels = (
            label.pattern for label in (*style.key, style.competencies.label) if isinstance(label, Label)
        )
        self._numbered = any("n" in pattern.fields for pattern in (style.key.block_label, *labels))
        self._said = Said(style, report)
        self._summaries = Summaries(style)
        self._titles: dict[tuple[str, str], list[Part]] = {}
        self._stems = Stems(style, report, style.competencies.key == "stem")
        self._questions: InOrders[Fragment] = InOrders()
        self._answers: InOrders[_Answer] = InOrders()
        self._told: set[tuple[str, Marks | None]] = set()

    def compose(self, key: AnswerKey) -> Document:
        style, paper = self.style, key.paper
        title = document_title(paper, style)
        named = style.key.title_without_marks if paper.total is None else style.key.title
        separator = "" if named.startswith("（") else " "
        front = [*self._title(title, named)]
        unnamed = when(paper) if paper.spare or not paper.candidate else ""
        whose = "　".join(filter(None, (unnamed, who(paper))))
        if whose:  # the key of one's own paper, or of a session
            front.append(Part(Fragment("", (Paragraph("subtitle", say(whose)),))))
        if style.key.summary:
            said = self._summaries.grid(paper)
            front.append(Part(fragment([said]) if paper.candidate is None else Fragment("", (said,))))
        body = Body(self._said, "key")
        if style.key.placement == "at_end":
            self._apart(body, key)
        else:
            self._by_section(body, key)
        return Document(
            look=style.key_look,
            title=f"{title}{separator}{named}".rstrip(),
            body=body.after(front),
            footer=footer(style.key.footer, paper),
            header=footer(style.header, paper),
        )

    def _title(self, title: str, named: str) -> list[Part]:
        found = self._titles.get((title, named))
        if found is None:
            found = [Part(fragment([Paragraph("title", say(title))]), keep_with_next=True)]
            if named:
                found.append(Part(fragment([Paragraph("key_title", say(named))])))
            self._titles[title, named] = found
        return found

    def _by_section(self, body: Body, key: AnswerKey) -> None:
        """Answers after each question, or after the questions of each section."""
        after_section = self.style.key.placement == "after_section"
        for place, section in enumerate(key.paper.sections, start=1):
            body.section(section, place)
            for item in section.items:
                solution = None if after_section else key.solutions[item.prompt.id]
                body.question(section, item, self._question(item, solution))
            if after_section:
                body.heading("key_section", say(self.style.key.heading))
                for item in section.items:
                    body.parts += self._answer(item, key.solutions[item.prompt.id])

    def _apart(self, body: Body, key: AnswerKey) -> None:
        """All answers behind all questions, or without them."""
        sections = key.paper.sections
        if self.style.key.stems == "full":
            for place, section in enumerate(sections, start=1):
                body.section(section, place)
                for item in section.items:
                    body.question(section, item, self._question(item, None))
        body.heading("key_heading", say(self.style.key.heading), listed=True)
        for place, section in enumerate(sections, start=1):
            said = heading(self.style.key.section_heading, section, place, self.style)
            body.heading("key_section", said, listed=self.style.key.stems == "none")
            for item in section.items:
                body.parts += self._answer(item, key.solutions[item.prompt.id])

    def _question(self, item: PaperItem, solution: Solution | None) -> Fragment:
        """A question with its solution, or alone."""

        def make(fragment: MakeFragment) -> Fragment:
            pieces = self._stems.pieces(item)
            if solution:
                pieces += self._solved(item, solution).pieces()
            return fragment(pieces, self.style.question.keep)

        number = question_number(self.style, item) if self._numbered and solution else ""
        return self._questions.get((item.prompt.id, item.marks, number), item.order, make)

    def _solved(self, item: PaperItem, solution: Solution) -> Solved:
        """The solution as it prints; that there are not marks enough for its points is told once."""
        key = item.prompt.id, item.marks
        if self.style.key.point_scores and item.marks is not None and key not in self._told:
            self._told.add(key)
            found = bare(solution.points)
            if found:
                values = {"id": item.prompt.id, "count": len(found), "marks": marks_text(item.marks)}
                where = found[0].text.location
                self.report.warning("points-without-marks", where, "points-without-marks", **values)
        return Solved(self.style, self.report, item, solution)

    def _answer(self, item: PaperItem, solution: Solution) -> list[Part]:
        """A solution that stands apart from its question, behind the question's number."""

        def make(fragment: MakeFragment) -> _Answer:
            solved = self._solved(item, solution)
            label, pieces = _unlabelled(solved.pieces())
            return _Answer(fragment(_opened(pieces), self.style.question.keep), label, solved.says_number)

        number = question_number(self.style, item)
        question = (item.prompt.id, item.marks, number if self._numbered else "")
        answer = self._answers.get(question, item.order, make)
        said = self.style.key.number.fill({"n": number})
        said = (Span("label", said),) if said else ()
        if answer.numbered or not said:
            return [Part(answer.fragment, answer.label)]
        if _takes_label(answer.fragment.pieces):
            return [Part(answer.fragment, (*said, *answer.label))]
        line = Part(
            fragment([Paragraph("answer_label_first", said, keep_with_next=True)]), keep_with_next=True
        )
        return [line, Part(answer.fragment)]


_OPENING = {"answer": "answer_first", "answer_label": "answer_label_first"}


def _opened(pieces: list[Piece]) -> list[Piece]:
    """The pieces of an answer that stands apart: the space above it is that of its first line."""
    first = pieces[0] if pieces else None
    if isinstance(first, Paragraph):
        return [first._replace(role=_OPENING.get(first.role, first.role)), *pieces[1:]]
    return pieces


def _unlabelled(pieces: list[Piece]) -> tuple[tuple[Inline, ...], list[Piece]]:
    """The label of the first piece and the pieces without it, unless it is that of an item of a list."""
    first = pieces[0] if pieces else None
    if not isinstance(first, Paragraph) or first.ordinal:
        return (), pieces
    return first.label, [first._replace(label=()), *pieces[1:]]


def _takes_label(pieces: tuple[Piece, ...]) -> bool:
    """A label may hang at its first piece."""
    return bool(pieces) and isinstance(pieces[0], Paragraph) and not pieces[0].label
