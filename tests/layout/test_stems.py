"""Stems that begin with something else than words: their number, and what contents and navigation say of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.model.document import Contents, Paragraph
from tests.layout.conftest import Section, composed, form
from tests.outline import outline, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.layout import Style
    from generator.model.document import Document
    from generator.model.question import Bank

BANK = """\
- id: items
  stem: |
    - 先看这一条
    - 再看那一条

    你选哪一条？
  answer: |
    - 甲乙丙丁
- id: table
  stem: |
    | 车间 | 产量 |
    |---|---|
    | 1 | 2 |
  answer: 甲乙丙丁
- id: code
  type: short_answer
  stem: |
    ```

    SELECT 1;
    ```
  answer: |
    ```
    甲乙丙丁
    ```
- id: steps
  stem: "1. 你叫什么\\n2. 你多大"
  answer: 甲乙丙丁
- id: pick
  type: single_choice
  stem: 选**哪一项**？
  competencies: [应变]
  options: [戊, 己]
  answer: A
"""
SECTION = [Section("怪题", "items table code steps pick", "8", note="看清再答。")]
SAID = ["你选哪一条？", "车间", "SELECT 1;", "你叫什么", "选<strong 哪一项>？"]
EVERYTHING = "contents: {list: questions, documents: both}\ncompetencies: {paper: stem, key: stem}\n"


@pytest.fixture
def odd(bank: Callable[[str], Bank]) -> Bank:
    return bank(BANK)


def entries(document: Document) -> list[tuple[str, int]]:
    (piece,) = (p for part in document.body for p in part.fragment.pieces if isinstance(p, Contents))
    return [(words((*entry.label, *entry.inlines)), entry.target) for entry in piece.entries]


@pytest.mark.parametrize(
    ("position", "role"), [("run_in", "question"), ("heading", "question_heading"), ("own_line", "")]
)
@pytest.mark.parametrize("placement", ["after_question", "after_section", "at_end"])
def test_a_number_has_a_line_of_its_own_before_a_block(
    position: str, role: str, placement: str, odd: Bank, style: Callable[..., Style]
) -> None:
    said = f"question: {{label_position: {position}}}\nkey: {{placement: {placement}}}\n"
    for document in composed(form(odd, SECTION), style(EVERYTHING + said)):
        assert entries(document) == [
            (f"{number}.{words}", target)
            for number, (words, (_, target)) in enumerate(zip(SAID, entries(document), strict=True), start=1)
        ]
        for number, (_, target) in enumerate(entries(document)[:4], start=1):
            part = document.body[target]
            (line,) = part.fragment.pieces
            assert isinstance(line, Paragraph)
            assert words(part.label or line.inlines) == f"<number {number}.>"
            assert line.role == (role or "question_label")
            assert not role or document.look.texts[line.role].outline == 2
            assert part.keep_with_next
            assert not document.body[target + 1].label
        labels = [words(part.label) for part in document.body if part.label]
        if role:
            assert [label for label in labels if "number" in label] == [f"<number {n}.>" for n in range(1, 6)]


def test_nothing_stands_over_a_block_without_a_label(odd: Bank, style: Callable[..., Style]) -> None:
    paper, _ = composed(form(odd, SECTION), style("question: {label: ''}"))
    assert "| list: [•] 先看这一条" in outline(paper)
    assert "question: \n" not in outline(paper)


def test_the_answers_sections_are_listed_where_no_stems_are(odd: Bank, style: Callable[..., Style]) -> None:
    for listed in ("all", "sections"):
        adjusted = style(f"contents: {listed}\nkey: {{placement: at_end, stems: none}}")
        _, key = composed(form(odd, SECTION), adjusted)
        assert [said for said, _ in entries(key)] == ["参考答案及解析", "一、怪题"]
        leads = [key.body[target].fragment.pieces[0] for _, target in entries(key)]
        assert [lead.role for lead in leads] == ["key_heading", "key_section"]
    _, key = composed(form(odd, SECTION), style("contents: questions\nkey: {placement: at_end, stems: none}"))
    assert "contents" not in outline(key)


def test_a_note_goes_with_its_heading(odd: Bank, style: Callable[..., Style]) -> None:
    for said, printed in (("", True), ("section: {heading: ''}", False)):
        for document in composed(form(odd, SECTION), style(said)):
            assert ("看清再答" in outline(document)) is printed
