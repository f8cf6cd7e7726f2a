"""What stands inside an answer or a stem: marks in points, levels, fields, formulas; what cannot be told is doubted."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from generator.exchange.documents.markdown import from_markdown
from generator.exchange.interpret import interpret
from tests.exchange.interpret.told import doubts, read, stems


@pytest.mark.parametrize(
    "line",
    [
        "答案：先报告（4分），再清点（6分）。",
        "评分标准：先报告（4分）；再清点（6分）",
        "要点：1.先报告【4分】2.再清点【6分】",
        "得分点：先报告，4分；再清点，6分。共10分",
        "Marking points: 先报告 (4 marks); 再清点 (6 marks).",
    ],
)
def test_points_in_a_line_have_their_marks(line: str) -> None:
    intake = read(f"1. 少了一箱怎么办？（10分）\n{line}")
    points = intake.bank.questions[0].solution.points
    assert [(point.text.markdown, str(point.marks)) for point in points] == [("先报告", "4"), ("再清点", "6")]
    assert doubts(intake) == []


@pytest.mark.parametrize(
    "line",
    ["答案：先报告（4分），再清点（6分），最后复查", "答案：一次扣（4分），两次停（6分）班，三次走人。"],
)
def test_marks_inside_a_sentence_make_no_points(line: str) -> None:
    solution = read(f"1. 少了一箱怎么办？\n{line}").bank.questions[0].solution
    assert solution.points == ()
    assert solution.text is not None


def test_points_of_another_sum_and_marks_left_in_words_are_doubted() -> None:
    assert doubts(read("1. 怎么办？（9分）\n答案：先报告（4分），再清点（6分）。")) == [
        "import-points-differ"
    ]
    assert "import-marks-inside" in doubts(
        read("1. 怎么办？\n要点：\n1. 报告（4分），清点（6分）后复查\n2. 复盘")
    )


@pytest.mark.parametrize("label", ["答案", "评分要点", "评分标准", "评分", "打分"])
@pytest.mark.parametrize(
    "levels",
    [
        "优秀（8-10分）：问得细\n良好（5-7分）：问过\n一般（0-4分）：没有问",
        "优秀：8～10分，问得细。良好：5～7分，问过。",
    ],
)
def test_levels_are_levels_under_every_label(label: str, levels: str) -> None:
    found = read(f"1. 怎么接手？（10分）\n{label}：\n{levels}").bank.questions[0].solution
    assert [(level.name, int(level.low), int(level.high)) for level in found.levels][:2] == [
        ("优秀", 8, 10),
        ("良好", 5, 7),
    ]
    assert found.points == ()
    assert found.text is None


def test_a_dialogue_is_no_list() -> None:
    assert stems(read("1. 补全对话。\n—Where is it?\n—____ the shelf.\n答案：On")) == [
        "补全对话。\n\n—Where is it?\n\n—____ the shelf."
    ]


@pytest.mark.parametrize(("formula", "doubted"), [(r"$O(n\log n)$", True), ("$x_1$", True), ("$x$", False)])
def test_a_formula_that_no_paper_prints_is_doubted(formula: str, doubted: bool) -> None:
    manuscript = from_markdown(f"1. 复杂度 {formula} 是什么意思？\n答案：略写。", "a.md")
    intake = interpret(manuscript, Report(), bank="b")
    assert ("import-formula" in doubts(intake)) == doubted


def test_a_fence_keeps_its_language() -> None:
    manuscript = from_markdown("1. 输出什么？\n```python\nprint(1)\n```\n答案：1", "a.md")
    assert stems(interpret(manuscript, Report(), bank="b")) == ["输出什么？\n\n```python\nprint(1)\n```"]


def test_what_stands_behind_the_last_option_is_doubted() -> None:
    options = "1. 选哪个（A）\nA. 甲\nB. 乙\n"
    assert doubts(read(f"{options}记忆法：先甲后乙")) == ["import-label-unknown"]
    assert doubts(read(f"{options}先甲后乙")) == ["import-runs-on"]


@pytest.mark.parametrize("several", ["（多选）", "【多选题】", "（不定项）"])
def test_a_word_in_the_stem_says_that_several_are_right(several: str) -> None:
    intake = read(f"一、选择题\n1. 下列属于危险品的有{several}：\nA. 汽油\nB. 面粉\nC. 酒精")
    assert [question.prompt.type for question in intake.bank.questions] == ["multiple_choice"]


@pytest.mark.parametrize("kind", ["问答", "论述", "案例分析"])
def test_a_type_before_the_stem_is_none_of_its_words(kind: str) -> None:
    text = "".join(f"{number}. 【题型】{kind}\n怎么看第{number}件事？\n【答案】看人。\n" for number in (1, 2))
    assert stems(read(text)) == ["怎么看第1件事？", "怎么看第2件事？"]
