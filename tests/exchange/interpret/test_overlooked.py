"""What the reading may have passed over is told with its line: a doubt of the question it stands in or behind."""

from __future__ import annotations

import pytest

from tests.exchange.interpret.told import doubts, read, stems


def _told(text: str) -> list[tuple[str, object]]:
    return [
        (doubt.code, doubt.values["line"])
        for origin in read(text).origins
        for doubt in origin.doubts
        if "line" in doubt.values
    ]


@pytest.mark.parametrize(
    "line",
    [
        "第9题 谁来补货？",
        "Question 9: Who restocks?",
        "试题：谁来补货？",
        "附加题（共2题，每题5分）",
    ],
)
def test_a_line_in_an_answer_that_begins_like_a_question_or_a_section(line: str) -> None:
    text = f"1. 没水了怎么说？\n答案：先致歉。\n{line}\n由车长报站。\n2. 坐错了怎么办？\n答案：领他过去。"
    assert _told(text) == [("import-head-inside", 3)]
    assert read(text).origins[0].confidence < 1


@pytest.mark.parametrize(
    "answer",
    [
        "1. 先听\n2. 再问\n3. 后办",
        "一、先听\n二、再问",
        "第1问：有没有受伤\n第2问：要不要报警",
        "先听。\n追问：\n1. 如果他不走呢？\n2. 如果他哭呢？",
        "（1）先听\n（2）再问",
    ],
)
def test_lists_and_follow_ups_are_no_heads(answer: str) -> None:
    intake = read(f"1. 客人吵架，怎么办？\n答案：\n{answer}\n2. 客人走失，怎么办？\n答案：广播。")
    assert stems(intake) == ["客人吵架，怎么办？", "客人走失，怎么办？"]
    assert not doubts(intake)


def test_numbered_lines_left_out_under_a_heading() -> None:
    text = "一、情景题\n1. 谁先走。\n2. 谁后走？\n（1）什么是丁？\n答案：戊。\n（2）什么是己？\n答案：庚。"
    assert stems(read(text)) == ["什么是丁？", "什么是己？"]
    assert _told(text) == [("import-line-noted", 2), ("import-line-noted", 3)]


def test_questions_left_out_before_the_first() -> None:
    text = "面试\n1. 谁先走？\n2. 谁后走？\n一、情景题\n1. 什么是丁？\n答案：戊。\n2. 什么是己？\n答案：庚。"
    assert stems(read(text)) == ["什么是丁？", "什么是己？"]
    assert _told(text) == [("import-line-front", 2), ("import-line-front", 3)]


def test_the_notes_of_a_section_are_no_questions() -> None:
    intake = read(
        "一、情景题\n答题要求：\n1. 写满一页。\n2. 字迹清楚。\n1. 甲？\n答案：乙。\n二、考场须知\n1. 不得外传。"
    )
    assert stems(intake) == ["甲？"]
    assert not doubts(intake)


def test_an_answer_that_may_stand_in_the_stem() -> None:
    assert doubts(read("1. 什么是首问负责？\n首先接待的人负责到底。\n2. 乙？\n答案：丙。")) == [
        "import-answer-in-stem"
    ]
    assert doubts(read("1. 什么是首问负责？\n2. 乙？\n答案：丙。")) == ["import-no-answer"]
