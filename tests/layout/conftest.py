from __future__ import annotations

from fractions import Fraction
from textwrap import indent
from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator.diagnostics import Report
from generator.layout import KeyComposer, PaperComposer, read_style
from generator.model.content import Text
from generator.model.paper import AnswerKey, Paper, PaperItem, PaperSection
from generator.selection.marks import scaled
from generator.source import read
from tests.outline import outline
from tests.reading import bank_of, faults

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.layout import Style
    from generator.model.document import Document
    from generator.model.question import Bank, Question


class Section(NamedTuple):
    """A section of a form: its questions by id, all worth the same."""

    title: str
    questions: str
    marks: str = ""
    label: str = ""
    note: str = ""


def text(markdown: str, bank: Bank) -> Text | None:
    return Text(markdown, bank.location) if markdown else None


def form(bank: Bank, sections: list[Section], **more: object) -> AnswerKey:
    """The form with these sections; options are printed in reverse order."""
    by_id = {question.id: question for question in bank.questions}
    solutions = {name: question.solution for name, question in by_id.items()}
    made, serial = [], 0
    for section in sections:
        marks = Fraction(section.marks) if section.marks else None
        items = []
        for number, name in enumerate(section.questions.split(), start=1):
            serial += 1
            prompt = by_id[name].prompt
            solutions[name] = scaled(by_id[name].solution, marks)
            order = tuple(reversed(range(len(prompt.options))))
            items.append(PaperItem(number, serial, marks, prompt, order))
        made.append(PaperSection(section.title, section.label, text(section.note, bank), marks, tuple(items)))
    values: dict[str, object] = {
        "layout": "demo",
        "title": "招聘笔试",
        "subtitle": "",
        "variant": "",
        "language": "zh-CN",
        "duration": None,
        "instructions": None,
        "sections": tuple(made),
    }
    if isinstance(more.get("instructions"), str):
        more["instructions"] = text(str(more["instructions"]), bank)
    paper = Paper(**{**values, **more})  # type: ignore[arg-type]
    return AnswerKey(paper, solutions)


@pytest.fixture
def bank(tmp_path: Path) -> Callable[[str], Bank]:
    """A bank of questions written as YAML list items; it must be without fault."""

    def make(questions: str) -> Bank:
        made, found = bank_of("bank: demo\nquestions:\n" + indent(questions, "  "), tmp_path)
        assert found == []
        assert made is not None
        return made

    return make


@pytest.fixture
def style(tmp_path: Path) -> Callable[..., Style]:
    """`classic` in a language, adjusted by a YAML mapping; it must be without fault."""

    def make(adjusted: str = "", language: str = "zh-CN") -> Style:
        made, found = style_of(adjusted, tmp_path, language)
        assert found == []
        assert made is not None
        return made

    return make


def style_of(adjusted: str, folder: Path, language: str = "zh-CN") -> tuple[Style | None, list[str]]:
    """What a layout's `style` mapping makes, and its faults; the mapping begins in line 2."""
    report = Report()
    if not adjusted:
        return read_style(None, language, report), faults(report)
    file = folder / "layout.yaml"
    file.write_text("style:\n" + indent(adjusted, "  ") + "\n", encoding="utf-8")
    root = read(file, "layout.yaml", report)
    assert root is not None
    return read_style(root.entries["style"], language, report), faults(report)


def composed(key: AnswerKey, style: Style) -> tuple[Document, Document]:
    """The candidate's document and the key's."""
    report = Report()
    paper = PaperComposer(style, report).compose(key.paper)
    answers = KeyComposer(style, report).compose(key)
    assert faults(report) == []
    return paper, answers


def outlines(key: AnswerKey, style: Style) -> tuple[str, str]:
    paper, answers = composed(key, style)
    return outline(paper), outline(answers)


def question_of(bank: Bank, name: str) -> Question:
    return next(question for question in bank.questions if question.id == name)
