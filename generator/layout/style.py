"""A Style: what a document looks like and which words it prints, as read from a style file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import SourceFile
    from generator.layout.patterns import Pattern
    from generator.model.document import Look


class Label(NamedTuple):
    """A word before a block, on a line of its own or run in. An empty pattern is no label."""

    pattern: Pattern
    own_line: bool = False

    def __bool__(self) -> bool:
        return bool(self.pattern)


class BoxField(NamedTuple):
    """A field of the candidate box: its label, the candidate's field it shows, its share of the width."""

    label: str
    field: str
    width: float


class Front(NamedTuple):
    title: Pattern
    duration: Pattern
    candidate_box: tuple[BoxField, ...]
    instructions: str
    score_table: bool
    score_width: float  # of a column of the score table, in points


class SectionStyle(NamedTuple):
    numbering: str
    heading: Pattern
    note_label: str


class ContentsStyle(NamedTuple):
    """A list of contents: of what, in which documents."""

    list: str  # none, questions, sections, all
    documents: str  # paper, key, both
    heading: str
    page_numbers: bool


class QuestionStyle(NamedTuple):
    label: Pattern
    label_position: str  # run_in, own_line, heading
    runs_on: bool  # numbered through the paper, not anew in each section
    marks: str  # end, none; after the stem
    marks_pattern: Pattern  # of stems and points
    keep: bool
    option_label: str
    choice_bracket: str


class AnswerSpace(NamedTuple):
    """How many lines a type gets: `per_mark` × marks, at least `least`; `without_marks` if there are none."""

    per_mark: float
    least: int
    without_marks: int


class CompetencyStyle(NamedTuple):
    paper: str  # none, stem
    key: str  # none, stem, block
    pattern: Pattern
    label: Label


class KeyStyle(NamedTuple):
    title: str
    title_without_marks: str
    summary: bool
    footer: Pattern
    placement: str  # after_question, after_section, at_end
    heading: str  # over answers that stand apart from their questions
    section_heading: Pattern  # there, with at_end
    stems: str  # full, none; with at_end
    number: Pattern  # of a question, before its answer where that stands apart
    block_label: Pattern  # a line over answer and analysis together
    answer_label: Label
    response_label: Label
    points_label: Label
    point_numbering: tuple[str, ...]  # by level
    nested_points: str  # list, run_in
    point_scores: bool
    analysis_label: Label
    highlights: str  # list, inline, sentence
    highlights_label: Label
    levels_label: Label
    level_mark: Pattern  # of a level that is a single mark
    level_marks: Pattern  # of a range
    follow_ups_label: Label


class RosterStyle(NamedTuple):
    """The list that the candidates of a room sign."""

    title: Pattern
    details: Pattern
    columns: tuple[str, ...]  # seat, number, name, post, signature, remarks
    spare: str  # in place of a name
    missing: str  # beside whose paper could not be made
    again: str  # beside who is on an earlier sheet as one without a paper
    closing: tuple[str, ...]  # expected, present, absent, signature of the invigilator
    footer: Pattern


class ListMarks(NamedTuple):
    """Marks of lists in texts, by depth; the last serves for all deeper ones."""

    ordered: tuple[str, ...]
    bullets: tuple[str, ...]

    def ordinal(self, level: int) -> str:
        return self.ordered[min(level, len(self.ordered) - 1)]

    def bullet(self, level: int) -> str:
        return self.bullets[min(level, len(self.bullets) - 1)]


class Wording(NamedTuple):
    score_table: tuple[str, ...]  # section number, marks, score, marker, total
    summary: tuple[str, ...]  # section, count, marks each, subtotal, competencies
    summary_total: str
    list_separator: str
    words: Mapping[str, str]  # true, false, or, semicolon, full_stop, enumerator: what joins and tells
    foreign: Mapping[str, str]  # the same with what joins in the other language, for texts in that


class Heights(NamedTuple):
    """Least heights of the rows of tables, in points."""

    box: float
    score: float
    summary: float
    levels: float
    roster: float


class Style(NamedTuple):
    """A style in one language. `paper` and `key_look` are what the renderers get."""

    name: str
    digest: str  # of all that it says
    language: str
    header: Pattern
    footer: Pattern
    front: Front
    section: SectionStyle
    contents: ContentsStyle
    question: QuestionStyle
    answer_space: Mapping[str, AnswerSpace]
    competencies: CompetencyStyle
    key: KeyStyle
    roster: RosterStyle
    lists: ListMarks
    row_height: Heights
    wording: Wording
    paper_look: Look
    key_look: Look
    files: tuple[SourceFile, ...]  # in which it is written, but for those that ship
