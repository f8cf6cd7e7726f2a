"""Aiken in and out; what goes out is read by a reader of the published rules that shares no code with ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank import read_bank
from generator.diagnostics import Report
from generator.exchange.formats import writer
from tests.exchange.reading import entries_of, faults, intake_of, left, said
from tests.properties.banks import dump

if TYPE_CHECKING:
    from generator.model.question import Bank

FILE = """\
\ufeff选项太少
A) 只有一个
ANSWER: A

A) 前面没有题干

Which is *right*?
in two lines
A) This one
   goes on
B. That one
answer: A

没有答案
A. 甲
B. 乙

哪些正确？
A．甲
B、乙
C）丙
答案：A、C
天是蓝的
A. 正确
B. 错误
ANSWER: B

乱了
A. 甲
C. 乙
ANSWER: D

没有选项的话
"""


def test_a_file_is_read_whole_or_accounted_for() -> None:
    intake = intake_of("aiken", FILE.replace("\n", "\r\n"))
    assert entries_of(intake) == [
        {
            "id": "",
            "type": "single_choice",
            "stem": "Which is \\*right\\*?\nin two lines",
            "options": ["This one goes on", "That one"],
            "answer": "A",
        },
        {"id": "", "type": "single_choice", "stem": "没有答案", "options": ["甲", "乙"], "answer": ""},
        {
            "id": "",
            "type": "multiple_choice",
            "stem": "哪些正确？",
            "options": ["甲", "乙", "丙"],
            "answer": "AC",
        },
        {"id": "", "type": "true_false", "stem": "天是蓝的", "answer": "false"},
        {
            "id": "",
            "type": "single_choice",
            "stem": "乱了",
            "options": ["甲", "乙"],
            "answer": "",
            "note": "答案：D",
        },
    ]
    assert said(intake) == [
        ([], []),
        ([], ["quiz-no-answer"]),
        (["aiken-several"], []),
        (["aiken-truth"], []),
        (["quiz-noted"], ["aiken-letters", "quiz-no-answer"]),
    ]
    assert left(intake) == [(1, "left-no-options"), (5, "left-no-stem"), (33, "left-no-options")]
    assert (intake.origins[0].first.line, intake.origins[0].last.line) == (7, 12)


@pytest.mark.parametrize("data", [b"", b"A) x\n", b"ANSWER: B\n", "一句话".encode()])
def test_a_file_without_questions_is_a_fault(data: bytes) -> None:
    assert faults("aiken", data) == [("quiz-nothing", 0)]


def plainly(text: str) -> list[tuple[str, list[str], str]]:
    """Stem, options and letter of each question, by the rules of the format."""
    questions = []
    for block in text.strip().split("\n\n"):
        stem, *options, answer = block.split("\n")
        given = [re.fullmatch(r"([A-Z])\. (.+)", option) for option in options]
        assert [match and match[1] for match in given] == [chr(65 + n) for n in range(len(options))]
        found = re.fullmatch("ANSWER: ([A-Z])", answer)
        assert found
        questions.append((stem, [match[2] for match in given if match], found[1]))
    return questions


def bank_of(folder: Path, questions: list[dict[str, object]]) -> Bank:
    dump(folder / "bank.yaml", {"bank": "b", "title": "题库", "questions": questions})
    bank = read_bank(folder / "bank.yaml", "bank.yaml", Report())
    assert bank is not None
    return bank


def test_what_aiken_cannot_hold_is_told(tmp_path: Path) -> None:
    bank = bank_of(
        tmp_path,
        [
            {"id": "b.one", "type": "single_choice", "stem": "**谁**？\n\n- 一", "options": ["甲", "`乙`"],
             "answer": "B", "marks": "2"},
            {"id": "b.two", "type": "true_false", "stem": "天是蓝的。", "answer": "对", "analysis": "看天", "marks": "1"},
            {"id": "b.three", "stem": "谈谈。", "answer": "好"},
            {"id": "b.four", "type": "single_choice", "stem": "A. 像选项", "options": ["甲", "乙"], "answer": "A"},
            {"id": "b.five", "type": "single_choice", "stem": "**A.** 也像", "options": ["甲", "乙"], "answer": "A"},
            {"id": "b.six", "type": "single_choice", "stem": "**答案**：像", "options": ["甲", "乙"], "answer": "B"},
            {"id": "b.seven", "type": "single_choice", "stem": "对吗？", "options": ["对", "错"], "answer": "A"},
            {"id": "b.eight", "type": "true_false", "stem": "答案：像", "answer": "对"},
        ],
    )  # fmt: skip
    report = Report()
    text = writer("aiken")(bank, tmp_path, report).decode()
    assert plainly(text) == [("谁？ 一", ["甲", "乙"], "B"), ("天是蓝的。", ["对", "错"], "A")]
    told = [
        (d.code, d.values.get("field") or d.values.get("type"), d.values.get("count"))
        for d in report.diagnostics
    ]
    assert told == [
        ("type-not-exported", "essay", 1),
        ("text-not-exported", None, 5),
        ("not-exported", "id", 2),
        ("not-exported", "marks", 2),
        ("not-exported", "analysis", 1),
        ("title-not-exported", None, None),
        ("not-exported", "markup", 1),
    ]


def test_a_bank_aiken_cannot_hold_is_a_fault(tmp_path: Path) -> None:
    report = Report()
    writer("aiken")(bank_of(tmp_path, [{"id": "b.one", "stem": "谈谈。", "answer": "好"}]), tmp_path, report)
    assert "nothing-exported" in [d.code for d in report.diagnostics if d.severity == "error"]


words = st.text(st.sampled_from("甲乙丙丁 ab1*_\\`[]()!#~=.，。"), min_size=1, max_size=12)
lines = words.map(lambda text: "题" + " ".join(text.split()))


@given(stem=lines, options=st.lists(lines, min_size=2, max_size=26, unique=True), data=st.data())
def test_plain_questions_come_back_whole(stem: str, options: list[str], data: st.DataObject) -> None:
    right = data.draw(st.integers(0, len(options) - 1))
    text = "\n".join(
        [stem, *(f"{chr(65 + n)}. {said}" for n, said in enumerate(options)), f"ANSWER: {chr(65 + right)}"]
    )
    bank = intake_of("aiken", text).bank
    report = Report()
    written = writer("aiken")(bank, Path(), report).decode()
    assert plainly(written) == [(stem, options, chr(65 + right))]
    assert entries_of(intake_of("aiken", written)) == entries_of(intake_of("aiken", text))
