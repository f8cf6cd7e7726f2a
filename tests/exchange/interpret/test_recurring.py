"""A document's own labels are told from the structure of its answers; what stands out is doubted."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from tests.exchange.interpret.told import doubts, read, stems


def _thrice(question: str) -> str:
    return "\n".join(question.replace("#", str(number)) for number in (1, 2, 3))


def _answers(text: str) -> list[str]:
    solutions = [question.solution for question in read(text).bank.questions]
    return [solution.text.markdown if solution.text else "" for solution in solutions]


def test_a_box_in_every_question_is_a_label_and_goes_to_the_note() -> None:
    intake = read(
        _thrice("#. 第#件事怎么办？\n【旁听者说】不好办。\n答案：照规定办。\n【旁听者又说】原来如此。")
    )
    assert stems(intake) == [f"第{number}件事怎么办？" for number in (1, 2, 3)]
    for question, origin in zip(intake.bank.questions, intake.origins, strict=True):
        assert question.note is not None
        assert question.note.markdown == "旁听者说：不好办。\n\n旁听者又说：原来如此。"
        assert question.solution.text is not None
        assert question.solution.text.markdown == "照规定办。"
        assert [told.code for told in origin.inferred] == ["import-noted", "import-noted"]
        assert origin.confidence < 1


@pytest.mark.parametrize(
    "answer",
    [
        "情境：去年的项目。\n任务：三天交付。\n结果：按时完成。",
        "【提出问题】好在方便。\n【分析问题】难在落实。\n【解决问题】多走几步。",
    ],
)
def test_the_structure_of_an_answer_stays_in_it(answer: str) -> None:
    found = _answers(_thrice(f"#. 第#件事怎么办？\n【参考答案】\n{answer}"))
    assert found == [answer.replace("\n", "\n\n")] * 3


def test_several_words_in_every_question_are_no_label_of_the_answer() -> None:
    intake = read(_thrice("#. 第#个词是什么？\n定义：一种存放东西的地方。\n用处：到处都用得着它。"))
    for question in intake.bank.questions:
        said = question.prompt.stem.markdown + (
            question.solution.text.markdown if question.solution.text else ""
        )
        assert "定义：一种" in said
        assert "用处：到处" in said


def test_the_only_word_in_every_question_is_the_label_of_the_answer() -> None:
    assert (
        _answers(_thrice("#. 第#个词是什么？\n我们想听到：一种存放东西的地方。"))
        == ["一种存放东西的地方。"] * 3
    )


def test_a_line_that_goes_astray_is_doubted() -> None:
    intake = read("1. 甲？\n答案：先问清楚。\n2. 乙？\n答案：先道歉。\n本周六开课\n3. 丙？\n答案：先报告。")
    assert doubts(intake) == ["import-runs-on"]
    assert [origin.confidence < 1 for origin in intake.origins] == [False, True, False]


def test_a_label_nobody_knows_is_doubted() -> None:
    intake = read("1. 甲？\n答案：先问清楚。\n【弦外之音】别急。\n2. 乙？\n答案：先道歉。")
    assert doubts(intake) == ["import-label-unknown"]


def test_a_stem_much_longer_than_its_siblings_is_doubted() -> None:
    long = "你怎么看？\n" + "有的人这样说，有的人那样说，说来说去都有各自的道理。" * 8
    text = "".join(f"{number}. 第{number}件事怎么办？\n答案：照办。\n" for number in (1, 2, 3))
    assert doubts(read(f"{text}4. {long}\n答案：照办。")) == ["import-stem-long"]


@pytest.mark.parametrize("before", ["", "一、简答题（每题5分）\n"])
def test_questions_that_were_not_taken_are_told(before: str) -> None:
    report = Report()
    read(f"{before}你来吗？\n他来吗？\n谁来呢？\n1. 甲？\n答案：乙", report)
    told = [diagnostic for diagnostic in report.diagnostics if diagnostic.code == "import-questions-left"]
    assert [diagnostic.values["count"] for diagnostic in told] == [3]
    assert told[0].location is not None
    assert told[0].location.line == 1 + before.count("\n")
