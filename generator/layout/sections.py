"""What paper and key have alike: titles, section headings with notes, stems with marks, footers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import kinds
from generator.diagnostics import Report
from generator.layout.content import say, text_pieces
from generator.markdown import blocks, leaves
from generator.model.content import Blank, PageCount, PageNumber, Span, Str
from generator.model.question import written
from generator.numbering import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.layout.patterns import Pattern, Value
    from generator.layout.style import Style
    from generator.model.content import Inline, Text
    from generator.model.document import Piece
    from generator.model.paper import Paper, PaperItem, PaperSection
    from generator.model.question import Marks


def marks_text(marks: Marks | None) -> str | None:
    return None if marks is None else written(marks)


def marks_span(marks: Marks | None, style: Style) -> tuple[Inline, ...]:
    """Marks as they stand behind a stem or a point: （8分）. Nothing where there are none."""
    said = style.question.marks_pattern.fill({"marks": marks_text(marks)})
    return (Span("marks", said),) if said and marks is not None else ()


def document_title(paper: Paper, style: Style) -> str:
    return style.front.title.text({"title": paper.title, "variant": paper.variant})


def who(paper: Paper) -> str:
    """Number and name of a candidate, as far as they are known; which one of its room a spare paper is."""
    known = paper.candidate or {}
    said = (paper.spare, known.get("room")) if paper.spare else (known.get("id"), known.get("name"))
    return "　".join(filter(None, said))


def when(paper: Paper) -> str:
    """When a candidate sits, or whoever gets this form."""
    known = paper.candidate or {}
    return "　".join(filter(None, (known.get("date"), known.get("session")))) or paper.session


def footer(pattern: Pattern, paper: Paper) -> tuple[Inline, ...]:
    """A header or footer; the page's number and the number of pages stay open."""
    values: Mapping[str, Value] = {
        "title": paper.short_title or paper.title,
        "variant": paper.variant,
        "session": paper.session,
        "page": PageNumber(),
        "pages": PageCount(),
        **{f"candidate.{name}": value for name, value in (paper.candidate or {}).items()},
    }
    return pattern.fill(values)


def section_number(style: Style, place: int) -> str:
    """The number of the section at `place`, from 1, as headings, score table and summary show it."""
    return numbered(style.section.numbering, place)


def heading(pattern: Pattern, section: PaperSection, place: int, style: Style) -> tuple[Inline, ...]:
    """The heading of the section at `place`."""
    values: Mapping[str, Value] = {
        "n": section_number(style, place),
        "title": section.title,
        "count": str(len(section.items)),
        "marks": marks_text(section.marks),
        "total": marks_text(section.total),
    }
    return pattern.fill(values, detail="section_detail")


def question_number(style: Style, item: PaperItem) -> str:
    return str(item.serial if style.question.runs_on else item.number)


def question_label(style: Style, section: PaperSection, item: PaperItem) -> tuple[Inline, ...]:
    word = item.prompt.label or section.label
    said = style.question.label.fill({"n": question_number(style, item), "label": word})
    return (Span("number", said),) if said else ()


def note_pieces(section: PaperSection, style: Style, report: Report) -> list[Piece]:
    if not section.note:
        return []
    label = style.section.note_label
    head = (Span("label", say(label)),) if label else ()
    return text_pieces(section.note, "note", style, report, head=head)


def stem_pieces(item: PaperItem, style: Style, report: Report, competencies: bool) -> list[Piece]:
    """The stem with what closes it: bracket, 考察, marks."""
    prompt = item.prompt
    language = foreign(prompt.language, style)
    stem = prompt.stem
    tail: list[Inline] = []
    if kinds.kind(prompt.type).space == "bracket":
        if not _has_place(stem):
            tail += _bracket(style)
        elif style.question.choice_bracket and not language:
            # Brackets the author left empty get room to write in, as wide as the style's own.
            room = style.question.choice_bracket.strip()[1:-1]
            widened = _PLACE.sub(lambda found: found[0][0] + room + found[0][-1], stem.markdown)
            stem = stem._replace(markdown=widened)
    if competencies and prompt.competencies:
        listed = style.wording.list_separator.join(prompt.competencies)
        tail += style.competencies.pattern.fill({"list": listed})
    if style.question.marks == "end":
        tail += marks_span(item.marks, style)
    role = "question_heading" if style.question.label_position == "heading" else "question"
    return text_pieces(stem, role, style, report, language=language, tail=tail, more_role="question_more")


_PLACE = re.compile(r"（[\s\u3000]*）|(?<![A-Za-z0-9_.])\([\s\u3000]*\)")


def _has_place(stem: Text) -> bool:
    """The author left a place for the answer in the stem: a blank or empty brackets, not those of a call()."""
    # What is wrong with the text is reported where it is set.
    parsed = blocks(stem, Report(), stem.location.file.folder)
    return any(
        isinstance(leaf, Blank) or (isinstance(leaf, Str) and _PLACE.search(leaf.text))
        for leaf in leaves(parsed)
    )


def _bracket(style: Style) -> tuple[Inline, ...]:
    bracket = style.question.choice_bracket
    return (Span("bracket", (Str(bracket),)),) if bracket else ()


def foreign(language: str, style: Style) -> str:
    """The language of a text when it is not the document's; else empty."""
    same = language.partition("-")[0].lower() == style.language.partition("-")[0].lower()
    return "" if same else language
