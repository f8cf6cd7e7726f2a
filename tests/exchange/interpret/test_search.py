"""The same number may begin a question, a point, an instruction, an entry of a key: the document as a whole decides."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.diagnostics import Report
from tests.exchange.interpret.told import doubts, read, stems


def test_points_count_for_themselves() -> None:
    intake = read(
        "1. 甲？\n答案：\n1. 一\n2. 二\n3. 三\n2. 乙？\n答案：\n1. 一\n2. 二\n3. 丙？\n答案：\n1. 一\n2. 二\n3. 三\n4. 四"
    )
    assert stems(intake) == ["甲？", "乙？", "丙？"]
    assert [len(question.solution.points) for question in intake.bank.questions] == [3, 2, 4]
    assert not doubts(intake)


def test_a_list_in_a_stem_is_no_question() -> None:
    intake = read("1. 三条消息：\n1. 甲\n2. 乙\n3. 丙\n怎么办？\n2. 第二件事？")
    assert len(stems(intake)) == 2
    assert stems(intake)[0].startswith("三条消息：\n\n1. 甲\n2. 乙\n3. 丙")


def test_chinese_numbers_in_an_answer_are_points() -> None:
    intake = read(
        "一、论述题（共2题）\n1. 甲？\n答案：\n一、先说\n二、再说\n2. 乙？\n答案：丙\n二、情景题（共1题）\n1. 丁？\n答案：戊"
    )
    assert [question.category for question in intake.bank.questions] == ["论述题", "论述题", "情景题"]
    assert len(intake.bank.questions[0].solution.points) == 2


def test_instructions_are_no_questions() -> None:
    intake = read(
        "试卷\n注意事项：\n1. 写姓名。\n2. 不许说话。\n一、简答题（共1题，每题5分）\n1. 甲？\n答案：乙"
    )
    assert stems(intake) == ["甲？"]
    assert [left.why for left in intake.left_out] == ["left-front"] * 3


def test_questions_by_headings_and_prose_without_labels() -> None:
    intake = read("# 笔记\n## 缓存\n### 甲是什么？\n\n是甲。\n\n### 乙是什么？\n\n是乙。\n")
    assert stems(intake) == ["甲是什么？", "乙是什么？"]
    assert [q.solution.text.markdown for q in intake.bank.questions if q.solution.text] == [
        "是甲。",
        "是乙。",
    ]
    assert {i.code for o in intake.origins for i in o.inferred} == {
        "import-answer-unlabelled",
        "import-unnumbered",
    }


def test_a_key_after_each_section_and_one_at_the_end_are_the_same() -> None:
    first, second = (
        "一、单选题\n1. 甲（ ）\nA. 一 B. 二\n2. 乙（ ）\nA. 一 B. 二\n",
        "二、判断题\n1. 丙。\n2. 丁。\n",
    )
    each = read(f"{first}参考答案\n1. A 2. B\n{second}参考答案\n1. √ 2. ×")
    at_end = read(f"{first}{second}参考答案\n一、单选题\n1-2 AB\n二、判断题\n1. √\n2. ×")
    for intake in (each, at_end):
        responses = [question.solution.response for question in intake.bank.questions]
        assert [r.choices or r.truth for r in responses] == [(0,), (1,), True, False]
        assert not doubts(intake)


def test_a_key_may_run_on_through_the_paper() -> None:
    intake = read("一、简答题\n1. 甲？\n2. 乙？\n二、论述题\n3. 丙？\n参考答案\n1. 子\n2. 丑\n3. 寅")
    assert [q.solution.text.markdown for q in intake.bank.questions if q.solution.text] == ["子", "丑", "寅"]


def test_an_answer_for_no_question_is_told() -> None:
    report = Report()
    intake = read(
        "一、单选题\n1. 甲（ ）\nA. 一 B. 二\n2. 乙（ ）\nA. 一 B. 二\n参考答案\n1.A 2.B 3.A", report
    )
    assert len(intake.bank.questions) == 2
    assert [d.code for d in report.diagnostics] == ["import-key-orphan"]


def test_declared_counts_and_totals_are_held_against_what_is_there() -> None:
    intake = read("一、情景题（共3题，每题8分，总分24分）\n1. 甲？\n答案：子\n2. 乙？\n答案：丑")
    assert doubts(intake) == ["import-count-differs", "import-total-differs"]
    assert [question.marks for question in intake.bank.questions] == [8, 8]


@pytest.mark.parametrize("found", [2, 3, 5])
@pytest.mark.parametrize("marked", ["", "（5分）"])
def test_a_wrong_count_in_a_heading_tears_nothing_apart(found: int, marked: str) -> None:
    points = "\n".join(f"{n}.{said}{marked}" for n, said in enumerate(("立意", "论证", "表达"), 1))
    asked = [f"{said}，你怎么看？" for said in "甲乙丙丁戊"[:found]]
    body = "\n".join(f"{n}、{stem}\n答案：子\n评分要点：\n{points}" for n, stem in enumerate(asked, 1))
    for count in range(1, 11):
        intake = read(f"一、综合分析题（共{count}题）\n{body}")
        assert stems(intake) == asked
        assert [len(question.solution.points) for question in intake.bank.questions] == [3] * found
        assert {question.category for question in intake.bank.questions} == {"综合分析题"}
        assert doubts(intake) == ["import-count-differs"] * (count != found)


def test_a_missing_number_is_told() -> None:
    intake = read("1. 甲？\n答案：子\n2. 乙？\n答案：丑\n4. 丁？\n答案：卯")
    assert stems(intake) == ["甲？", "乙？", "丁？"]
    assert doubts(intake) == ["import-number"]


def test_contents_in_front_are_left_out() -> None:
    body = "一、情景题\n1. 甲怎么办？\n答案：子\n2. 乙怎么办？\n答案：丑"
    for contents in (
        "目录\n一、情景题……1\n1. 甲怎么办？……1\n2. 乙怎么办？……2\n",
        "目　录\n一、情景题\n1. 甲怎么办？\n2. 乙怎么办？\n",
    ):
        intake = read(contents + body)
        assert stems(intake) == ["甲怎么办？", "乙怎么办？"]
        assert {left.why for left in intake.left_out} == {"left-contents"}


def test_all_parts_of_a_question() -> None:
    intake = read(
        """一、情景应变题（共1题，每题8分，总分8分）
1.情景题：顾客的杯子碎了。你怎么办？（考察：情绪管理、问题解决）
参考答案：先安抚，再处理。
答题要点：
（1）道歉。（2分）
（2）措施：（6分）
①回电
②复盘
解析：看次序。高分要点在于：①先安抚；②有方案。
评分档：
优秀（7-8分）：三步齐全。
一般（0-6分）：只道歉。
追问：①他坚持赔偿呢？②主管不在呢？
难度：★★★
建议用时：6分钟
常见误区：推给快递。"""
    )
    (question,) = intake.bank.questions
    prompt, solution = question.prompt, question.solution
    assert (prompt.label, prompt.stem.markdown) == ("情景题", "顾客的杯子碎了。你怎么办？")
    assert prompt.competencies == ("情绪管理", "问题解决")
    assert solution.text is not None
    assert solution.text.markdown == "先安抚，再处理。"
    assert [(p.text.markdown, p.marks, len(p.points)) for p in solution.points] == [
        ("道歉。", Fraction(2), 0),
        ("措施：", Fraction(6), 2),
    ]
    assert solution.analysis is not None
    assert solution.analysis.markdown == "看次序。"
    assert [text.markdown for text in solution.highlights] == ["先安抚", "有方案"]
    assert [(level.name, level.low, level.high) for level in solution.levels] == [
        ("优秀", 7, 8),
        ("一般", 0, 6),
    ]
    assert [text.markdown for text in solution.follow_ups] == ["他坚持赔偿呢？", "主管不在呢？"]
    assert (question.difficulty, question.minutes, question.marks) == (3, 6, 8)
    assert question.note is not None
    assert question.note.markdown == "常见误区：推给快递。"


def test_lines_broken_at_a_width_are_one_paragraph() -> None:
    words = "顾客说上个月买的杯子到今天还没有收到，物流页面停在外地，客服前后答应了三次都没有回电，"
    width = 20
    broken = "\n".join(words[at : at + width] for at in range(0, len(words), width))
    intake = read(f"1. {broken}你怎么办？\n答案：{broken}然后回电。\n2. {broken}怎么办？\n答案：好。")
    assert stems(intake) == [f"{words}你怎么办？", f"{words}怎么办？"]
