from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from generator.bank import read_bank
from generator.diagnostics import Report
from tests.reading import bank_of

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = """\
bank: customer-service
format: 1
title: 客户服务岗位题库
language: en
questions:
  - id: cs.refund.damaged
    type: essay
    language: zh-CN
    category: 情景应变
    label: 情景题
    stem: |
      杯子碎了一只。

      你会怎么处理？
    competencies: [情绪管理, 问题解决]
    difficulty: 3
    minutes: 6
    tags: 电商
    marks: 8
    answer:
      text: 先安抚，再核实。
      points:
        - 先道歉。
        - {text: 给出方案。, marks: 3}
        - text: 措施
          marks: 2
          points: [回电, {text: 复盘, marks: 1}]
    analysis: 看先处理什么。
    highlights: [先处理情绪, 方案可选]
    levels:
      - {name: 好, marks: 7-8, text: 三步齐全。}
      - {name: 中, marks: 4～6分, text: 缺一步。}
      - {name: 差, marks: 3, text: 只道歉。}
    follow_ups: 如果要三倍赔偿？
    enemies: [cs.refund.late]
    source: 2026 春季校招
  - {id: '12:30', stem: no, answer: 0777}
"""


def test_every_field_arrives(tmp_path: Path) -> None:
    bank, found = bank_of(WHOLE.replace("'12:30'", "q-2"), tmp_path)
    assert found == []
    assert bank is not None
    assert (bank.id, bank.title, bank.language, len(bank.digest)) == (
        "customer-service",
        "客户服务岗位题库",
        "en",
        64,
    )
    question, plain = bank.questions
    prompt, solution = question.prompt, question.solution
    assert (prompt.id, prompt.type, prompt.language, prompt.label) == (
        "cs.refund.damaged", "essay", "zh-CN", "情景题",
    )  # fmt: skip
    assert prompt.stem.markdown == "杯子碎了一只。\n\n你会怎么处理？\n"
    assert (str(prompt.stem.location), prompt.stem.end_line) == ("bank.yaml:11:11", 14)
    assert prompt.competencies == ("情绪管理", "问题解决")
    assert (question.bank, question.category, question.difficulty, question.minutes, question.tags) == (
        "customer-service", "情景应变", 3, 6, ("电商",),
    )  # fmt: skip
    assert (question.marks, question.enemies, question.source) == (8, ("cs.refund.late",), "2026 春季校招")
    assert [(p.text.markdown, p.marks) for p in solution.points] == [
        ("先道歉。", None), ("给出方案。", Fraction(3)), ("措施", Fraction(2)),
    ]  # fmt: skip
    assert [(p.text.markdown, p.marks) for p in solution.points[2].points] == [("回电", None), ("复盘", 1)]
    assert [(level.name, level.low, level.high) for level in solution.levels] == [
        ("好", 7, 8), ("中", 4, 6), ("差", 3, 3),
    ]  # fmt: skip
    assert [t.markdown for t in solution.highlights] == ["先处理情绪", "方案可选"]
    assert [t.markdown for t in solution.follow_ups] == ["如果要三倍赔偿？"]
    # What is left out prints nothing, and what was typed stays what was typed.
    assert plain.prompt.language == "en"
    assert (plain.prompt.stem.markdown, plain.solution.text.markdown) == ("no", "0777")  # type: ignore[union-attr]
    assert (plain.category, plain.difficulty, plain.marks, plain.solution.analysis) == ("", None, None, None)


def test_a_bank_needs_its_id_and_questions(tmp_path: Path) -> None:
    assert bank_of("bank: demo\n", tmp_path) == (None, ["1:1 missing-field"])
    assert bank_of("questions: [{id: a, stem: b}]\n", tmp_path)[1] == [
        "1:1 missing-field",
        "1:13 missing-field",
    ]
    assert bank_of("bnak: demo\nquestions: [{id: a, answer: b}]\n", tmp_path)[1] == [
        "1:1 unknown-field",
        "2:13 missing-field",
    ]


def test_one_broken_question_does_not_hide_the_next(tmp_path: Path) -> None:
    content = "bank: demo\nquestions:\n  - 甲\n  - {id: A, stem: 乙, answer: 丙}\n  - {id: b, answer: 丁}\n"
    _, found = bank_of(content, tmp_path)
    assert found == ["3:5 not-a-question", "4:10 bad-identifier", "5:5 missing-field"]


def test_a_type_left_empty_is_no_type(tmp_path: Path) -> None:
    plain = "type: , stem: 甲, answer: 乙"
    bank, found = bank_of(f"bank: demo\nquestions:\n  - {{id: q1, {plain}}}\n", tmp_path)
    assert found == []
    assert bank is not None and bank.questions[0].prompt.type == "essay"
    _, found = bank_of(f"bank: demo\nquestions:\n  - {{id: q1, {plain}, options: [丙, 丁]}}\n", tmp_path)
    assert found == ["3:42 field-of-other-type"]
    # A type that is none was told: nobody knows then which fields it has.
    wrong = plain.replace("type:", "type: essai")
    _, found = bank_of(f"bank: demo\nquestions:\n  - {{id: q1, {wrong}, options: [丙, 丁]}}\n", tmp_path)
    assert found == ["3:20 bad-choice"]


def test_a_level_has_one_text(tmp_path: Path) -> None:
    def level(text: str) -> tuple[list[str], list[str]]:
        fields = f"stem: 甲, answer: 乙, levels: [{{name: 好, marks: 7-8, text: {text}}}]"
        bank, found = bank_of(f"bank: demo\nquestions:\n  - {{id: q1, {fields}}}\n", tmp_path)
        assert bank is not None
        return [level.text.markdown for level in bank.questions[0].solution.levels], found

    assert level("丙") == level("[丙]") == (["丙"], [])
    assert level("[丙, 丁]") == ([], ["3:71 list-for-text"])
    assert level("[丙, [丁]]") == (["丙"], ["3:75 list-for-text"])


def test_a_list_written_as_one_name_is_a_warning(tmp_path: Path) -> None:
    fields = "competencies: 情绪管理、问题解决, tags: [售前，售后], enemies: [a, b]"
    bank, found = bank_of(
        f"bank: demo\nquestions:\n  - {{id: q1, stem: 甲, answer: 乙, {fields}}}\n", tmp_path
    )
    assert found == ["3:48 several-names", "3:65 several-names"]
    assert bank is not None and bank.questions[0].tags == ("售前，售后",)


def test_words_in_a_line_hold_no_blocks(tmp_path: Path) -> None:
    level = '{name: 好, marks: 1, text: "```\\na\\n```"}'
    fields = f'highlights: ["- 甲"], follow_ups: ["|a|\\n|-|"], levels: [{level}]'
    _, found = bank_of(f"bank: demo\nquestions:\n  - {{id: q1, stem: 甲, answer: 乙, {fields}}}\n", tmp_path)
    assert sorted(fault.split()[1] for fault in found) == ["block-in-line"] * 3


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("请看：\n\n  > 原话\n  > 如此", ["7:5 quote-mark"]),
        ("> 原话", ["5:5 quote-mark"]),
        ("```\n> select 1\n```\n", []),
        ("~~~\n> 甲\n~~~\n> 乙", ["8:5 quote-mark"]),
        (">5 分的有几个？\n>>> print(1)", []),
        ("甲 > 乙", []),
    ],
)
def test_quotations_are_warned_of(stem: str, expected: list[str], tmp_path: Path) -> None:
    written = "\n".join(f"    {line.strip()}" for line in stem.split("\n"))
    _, found = bank_of(f"bank: demo\nquestions:\n- id: a\n  stem: |\n{written}\n  answer: 答\n", tmp_path)
    assert found == expected


def test_a_warning_is_silenced_for_its_question_alone(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    question = """
  - id: {id}
    type: single_choice
    stem: 选哪个？
    options: [甲, 乙]
    answer: A
    analysis: A项是对的。
    note: 出自内训材料。
"""
    text = "bank: b\nquestions:" + question.format(id="q.1") + "    silence: letters-named\n"
    bank.write_text(text + question.format(id="q.2"), encoding="utf-8")
    report = Report()
    loaded = read_bank(bank, "bank.yaml", report)
    assert loaded is not None
    assert [(d.code, d.values["id"]) for d in report.diagnostics] == [("letters-named", "q.2")]
    assert loaded.questions[0].silence == ("letters-named",)
    assert loaded.questions[0].note is not None and loaded.questions[0].note.markdown == "出自内训材料。"


def test_a_code_that_no_warning_has_is_told(tmp_path: Path) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text(
        "bank: b\nquestions:\n  - {id: q, stem: 问, answer: 答, silence: letter-named}\n", "utf-8"
    )
    report = Report()
    read_bank(bank, "bank.yaml", report)
    (said,) = report.diagnostics
    assert (said.code, said.hint, said.values["nearest"]) == (
        "unknown-warning",
        "did-you-mean",
        "letters-named",
    )
