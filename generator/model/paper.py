"""Paper: a form, that is questions placed with their numbers, marks and option order; and its AnswerKey."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.model.content import Text
    from generator.model.question import Marks, Prompt, Solution


class PaperItem(NamedTuple):
    """A question in a paper. Holds nothing that leads to its solution.

    `order[k]` is the index, in the author's order, of the option printed at place k.
    """

    number: int  # in its section, from 1
    serial: int  # in the paper, from 1
    marks: Marks | None
    prompt: Prompt
    order: tuple[int, ...] = ()


class PaperSection(NamedTuple):
    title: str
    label: str
    note: Text | None
    marks: Marks | None  # of each question
    items: tuple[PaperItem, ...]

    @property
    def total(self) -> Marks | None:
        return None if self.marks is None else self.marks * len(self.items)


class Paper(NamedTuple):
    """The candidate's side of a form. `candidate` holds what is known of one, by field name."""

    layout: str  # id of the layout
    title: str
    subtitle: str
    variant: str  # "A", "B", …; empty for the only one
    language: str
    duration: int | None
    instructions: Text | None
    sections: tuple[PaperSection, ...]
    candidate: Mapping[str, str] | None = None
    short_title: str = ""  # for footers; empty: the title
    spare: str = ""  # what a paper that is nobody's yet is called: a spare, and which one of its place
    session: str = ""  # date and session that the form is for, where it has no letter

    @property
    def total(self) -> Marks | None:
        """Marks of the whole paper; None when no section has any."""
        totals = [s.total for s in self.sections if s.total is not None]
        return sum(totals[1:], totals[0]) if totals else None


class AnswerKey(NamedTuple):
    """The key's side of a form: the paper, and the solution of every item by question id."""

    paper: Paper
    solutions: Mapping[str, Solution]
