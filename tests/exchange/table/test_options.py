"""Options and the letters that name them: what is missing never moves another's letter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.kinds.choice import letter
from tests.exchange.table.test_foreign import codes, read_csv, row

if TYPE_CHECKING:
    from generator.exchange.intake import Intake


def chosen(found: Intake) -> list[str]:
    """The texts of the options that the answer of the one question names."""
    (asked,) = found.bank.questions
    return [asked.prompt.options[at].text.markdown for at in asked.solution.response.choices]


@given(
    cells=st.lists(st.sampled_from(["", "甲", "乙", "丙"]), min_size=2, max_size=6),
    answer=st.integers(0, 5),
    typed=st.booleans(),
)
def test_an_answer_names_the_cell_of_its_letter_or_is_doubtful(
    cells: list[str], answer: int, typed: bool
) -> None:
    headers = ",".join(f"选项{letter(at)}" for at in range(len(cells)))
    said = [f"{letter(at)}.{cell}" if typed and cell else cell for at, cell in enumerate(cells)]
    found = read_csv(f"题型,题目,{headers},答案\n单选题,哪项？,{','.join(said)},{letter(answer)}\n")
    meant = cells[answer] if answer < len(cells) else ""
    told = codes(found)
    filled = [at for at, cell in enumerate(cells) if cell]
    if meant and len(filled) > 1:
        assert chosen(found) == [meant]
    if not meant:
        assert told
    assert ("table-option-gap" in told) == (bool(filled) and len(filled) <= max(filled))


@pytest.mark.parametrize(
    ("cell", "options", "gaps"),
    [
        ("A.三个月\nC.六个月\nD.十二个月", ["三个月", "", "六个月", "十二个月"], "B"),
        ("A.三个月 B.四个月 D.十二个月", ["三个月", "四个月", "", "十二个月"], "C"),
        ("B、乙\nC、丙\nD、丁", ["", "乙", "丙", "丁"], "A"),
        ("(A) 甲 (C) 丙", ["甲", "", "丙"], "B"),
        ("Ａ．甲　Ｂ．乙　Ｃ．丙", ["甲", "乙", "丙"], ""),
        ("甲|乙||丁", ["甲", "乙", "", "丁"], "C"),
        ("甲\n\n乙\n丙", ["甲", "乙", "丙"], ""),
        ("A. fruit, e.g. pears B. veg C. meat", ["fruit, e.g. pears", "veg", "meat"], ""),
        ("A. by J. Smith\nB. by D. Jones\nC. by no one", ["by J. Smith", "by D. Jones", "by no one"], ""),
    ],
)
def test_options_in_one_cell_stand_at_their_letters(cell: str, options: list[str], gaps: str) -> None:
    found = read_csv(f'题型,题目,选项,答案\n单选题,哪项？,"{cell}",C\n')
    (asked,) = found.bank.questions
    assert [option.text.markdown for option in asked.prompt.options] == options
    assert chosen(found) == options[2:3]
    assert codes(found) == ["table-option-gap"] * bool(gaps)
    assert [told.values["letters"] for origin in found.origins for told in origin.doubts] == [gaps] * bool(
        gaps
    )


@pytest.mark.parametrize(
    ("headers", "cells", "answer", "code"),
    [
        ("题型 题目 A B C 答案", ("单选题", "哪项？", "B.乙", "C.丙", "D.丁", "C"), "C", "table-option-letters"),
        ("题型 题目 A B C 答案", ("单选题", "哪项？", "A.甲", "A.乙", "B.丙", "A"), "A", "table-option-letters"),
        ("题型 题目 选项 答案", ("单选题", "哪项？", "A.甲\nB.乙\nB.丙\nC.丁", "C"), "C", "table-option-letters"),
        ("题型 题目 A B C D 答案", ("单选题", "血型？", "B", "A", "O", "AB", "A"), "A", "table-answer-two-ways"),
        ("题型 题目 A B C D 答案", ("多选题", "血型？", "B", "A", "O", "AB", "AB"), "D", "table-answer-two-ways"),
        ("题型 题目 A B 答案", ("多选题", "哪些？", "甲", "乙", "甲；戊"), "", "import-answer-unclear"),
        ("题型 题目 A B 答案", ("多选题", "哪些？", "甲", "乙", "AE"), "", "import-letter-unknown"),
        ("题型 题目 A B 不打乱 答案", ("单选题", "哪项？", "甲", "乙", "D", "A"), "A", "table-cell-unclear"),
        ("题型 题目 A B 不打乱 答案", ("单选题", "哪项？", "甲", "乙", "以上都不对", "A"), "A", "table-cell-unclear"),
        ("题型 题目 A B 答案", ("单选题", "哪些？（多选）", "甲", "乙", "A"), "A", "table-types-differ"),
    ],
)  # fmt: skip
def test_what_may_be_another_key_is_a_doubt(
    headers: str, cells: tuple[str, ...], answer: str, code: str
) -> None:
    found = row(headers.replace("不打乱", "不打乱的选项"), *cells)
    assert {*found["codes"]} - {"quiz-noted", "table-option-gap"} == {code}
    assert found["answer"] == answer


def test_letters_typed_in_other_columns_go_before_these() -> None:
    found = row("题型 题目 A B C 答案", "单选题", "哪项？", "B.乙", "C.丙", "D.丁", "C")
    assert found["options"] == ["", "乙", "丙", "丁"]


@pytest.mark.parametrize(
    ("cells", "type_name", "told"),
    [
        (
            ("选择题", "哪些？（多选）", "甲", "乙", ""),
            "multiple_choice",
            ["import-type", "import-no-answer"],
        ),
        (("", "【多选题】哪些？", "甲", "乙", "A"), "multiple_choice", ["import-type"]),
        (("选择题", "哪项？", "甲", "乙", "AB"), "multiple_choice", ["import-type"]),
        (("", "（判断）可以。", "", "", "A"), "true_false", ["import-type", "import-answer-unclear"]),
        (("MCQ", "哪项？", "甲", "乙", "A"), "single_choice", ["import-type"]),
        (("论述", "怎么办？", "", "", "x"), "essay", []),
        (("问答", "怎么办？", "", "", "对"), "essay", []),
        (("案例分析", "怎么办？", "", "", "先听"), "essay", []),
        (("简答", "怎么办？", "", "", "先听"), "short_answer", []),
    ],
)
def test_types_as_people_call_them(cells: tuple[str, ...], type_name: str, told: list[str]) -> None:
    found = row("题型 题目 A B 答案", *cells)
    assert found.get("type", "essay") == type_name
    assert [code for code in found["codes"] if code != "quiz-noted"] == told


def test_options_behind_a_stem() -> None:
    found: dict[str, Any] = row("题型 题目 答案", "多选", "属水果的有 A.苹果 B.白*菜 C.梨", "AC")
    assert found["stem"] == "属水果的有"
    assert found["options"] == ["苹果", "白\\*菜", "梨"]
    assert found["codes"] == ["table-options-in-stem"]
