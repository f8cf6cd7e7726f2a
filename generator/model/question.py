"""Question: what an author writes. Its two sides are two types, so that one can be handed out alone.

Prompt is the candidate's side, Solution the key's. Whatever prints a paper gets Prompts and nothing
that leads to a Solution.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from generator.diagnostics import Location
    from generator.model.content import Text

Marks: TypeAlias = Fraction
"""Marks, exact; printed in halves."""


def written(marks: Marks) -> str:
    """Marks as they are printed: 8, 2.5."""
    return str(marks.numerator) if marks.denominator == 1 else f"{float(marks):.10g}"


class Option(NamedTuple):
    """A choice. `fixed` keeps its place when the others are shuffled ("以上都不对")."""

    text: Text
    fixed: bool = False


class Prompt(NamedTuple):
    """What a candidate may see."""

    id: str
    type: str
    language: str
    stem: Text
    label: str = ""
    options: tuple[Option, ...] = ()
    shuffle: bool = True
    lines: int | None = None  # answer lines; None: by type and marks
    competencies: tuple[str, ...] = ()


class Point(NamedTuple):
    """An answer point (得分点). `marks` is its share of the question's own marks."""

    text: Text
    marks: Marks | None = None
    points: tuple[Point, ...] = ()

    @property
    def worth(self) -> Marks | None:
        """Its marks: as given, else what its own points add up to; None where that is open."""
        if self.marks is not None or not self.points:
            return self.marks
        inner = [point.worth for point in self.points]
        return None if None in inner else sum((marks for marks in inner if marks is not None), Fraction(0))


class Level(NamedTuple):
    """A level of the mark scheme (评分档): `low` to `high` marks."""

    name: str
    low: Marks
    high: Marks
    text: Text


class Response(NamedTuple):
    """The correct response of a question that has one, as its kind reads it.

    `choices` are indices into the Prompt's options as the author wrote them; `truth` is of a
    true_false; `blanks` has the accepted texts of each blank.
    """

    choices: tuple[int, ...] = ()
    truth: bool | None = None
    blanks: tuple[tuple[Text, ...], ...] = ()


class Solution(NamedTuple):
    """What only the key may show. `marks` are the question's own, which shares are relative to."""

    response: Response = Response()
    text: Text | None = None
    points: tuple[Point, ...] = ()
    point_numbering: str = ""  # the question's own, else the style's
    analysis: Text | None = None
    highlights: tuple[Text, ...] = ()
    levels: tuple[Level, ...] = ()
    follow_ups: tuple[Text, ...] = ()
    marks: Marks | None = None


class Question(NamedTuple):
    prompt: Prompt
    solution: Solution
    location: Location
    bank: str = ""
    category: str = ""
    difficulty: int | None = None
    minutes: int | None = None
    tags: tuple[str, ...] = ()
    marks: Marks | None = None  # as declared; a draw may look at these, never at the solution's
    enemies: tuple[str, ...] = ()
    source: str = ""
    note: Text | None = None  # for those who keep the bank; nothing prints it
    silence: tuple[str, ...] = ()  # codes of warnings that are not wanted here

    @property
    def id(self) -> str:
        return self.prompt.id


class Bank(NamedTuple):
    """A question bank as one file holds it. Questions are in the file's order."""

    id: str
    title: str
    language: str
    questions: tuple[Question, ...]
    location: Location
    digest: str  # sha256 of the file's bytes
