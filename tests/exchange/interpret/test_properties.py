"""Whatever the lines are: none is lost, none breaks it, and time grows with their length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Report, SourceFile
from generator.exchange.interpret import interpret
from generator.exchange.line import Line, Manuscript
from tests.exchange.interpret.told import read

if TYPE_CHECKING:
    from collections.abc import Iterator

_BEFORE = (
    "",
    "1.",
    "2.",
    "3、",
    "（1）",
    "①",
    "②",
    "一、",
    "二、",
    "（一）",
    "第一部分 ",
    "第1题 ",
    "【答案】",
    "答案：",
    "参考答案：",
    "解析：",
    "考察：",
    "高分要点：",
    "追问：",
    "A. ",
    "B. ",
    "C．",
    "- ",
    "• ",
    "情景题（共2题，每题5分）",
    "一、单选题（共2题，每题2分，共4分）",
    "评分档：",
    "评分标准：",
    "难度：",
    "注意事项：",
    "题目：",
    "1.题目：",
    "1.答案：",
    "（考察：",
    "Q1: ",
    "Answer: ",
    "备注：",
    "1-3 ABC",
    "1. A 2. B",
    "答案与解析：",
    "判断题",
    "填空题 ____",
    "优秀（7-8分）：",
    "来源：",
    "时间：",
    "编号：",
    "选项：",
    "类别：",
    "题型：",
    "标签：",
)
_AFTER = ("", "？", "。", "（2分）", "（　　）", "：", "；", "（ B ）", "____", " A.x B.y C.z", "；②后")


@st.composite
def _documents(draw: st.DrawFn) -> list[Line]:
    lines = []
    for number in range(1, draw(st.integers(1, 25)) + 1):
        role = draw(st.sampled_from(["text"] * 8 + ["blank", "table"]))
        word = f"词{number}字"
        if role == "table":
            columns = draw(st.integers(1, 3))
            rows = tuple(
                tuple((Line(f"{word}{row}{column}末", number),) for column in range(columns))
                for row in range(2)
            )
            lines.append(Line("", number, role="table", rows=rows))
        elif role == "blank":
            lines.append(Line("", number, role="blank"))
        else:
            text = draw(st.sampled_from(_BEFORE)) + word + draw(st.sampled_from(_AFTER))
            level = draw(st.sampled_from([0, 0, 0, 1, 2]))
            lines.append(Line(text, number, heading=level, indent=draw(st.integers(0, 1))))
    return lines


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)


@settings(max_examples=80, deadline=None)
@given(_documents())
def test_every_line_is_in_the_bank_or_in_the_report(lines: list[Line]) -> None:
    intake = interpret(Manuscript(tuple(lines), SourceFile("d", [])), Report())
    said = "\n".join((*_strings(intake.bank), *(left.text for left in intake.left_out)))
    for line in lines:
        for part in (line, *(inner for row in line.rows for cell in row for inner in cell)):
            word = part.text[part.text.find("词") : part.text.find("字") + 1]
            assert word in said
    assert len(intake.origins) == len(intake.bank.questions)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.text(
            alphabet="1２.、．（）()【】①②一二、：:；;。？?答案解析参考题共分ABab_√×-•  \t*#|字", max_size=40
        ),
        max_size=15,
    )
)
def test_nothing_breaks_it(texts: list[str]) -> None:
    lines = tuple(Line(text, n, role="text" if text.strip() else "blank") for n, text in enumerate(texts, 1))
    once = interpret(Manuscript(lines, SourceFile("d", [])), Report())
    again = interpret(Manuscript(lines, SourceFile("d", [])), Report())
    assert [q.prompt.stem.markdown for q in once.bank.questions] == [
        q.prompt.stem.markdown for q in again.bank.questions
    ]
    assert 0.0 < min((origin.confidence for origin in once.origins), default=1.0) <= 1.0


def test_time_grows_with_the_length_of_a_line() -> None:
    signs = (
        "1.",
        "(",
        "【",
        "（2分）",
        "答案：",
        "①x；",
        " ",
        "_",
        "A.x B.y ",
        "1-5 ABCDE ",
        "共5题每题8分",
        "一、",
        "：",
    )
    begin = time.process_time()
    for sign in signs:
        for before in ("1.", "答案："):
            read(f"1. 甲？\n答案：乙\n{before}{sign * (20_000 // len(sign))}\n2. 丙？")
    assert time.process_time() - begin < 20  # anything quadratic takes minutes


def test_time_grows_with_the_number_of_questions() -> None:
    asked = "{n}.顾客来电，说明情况很复杂，你怎么办？\n参考答案：\n1.先安抚。\n2.再核实。\n（1）甲。\n（2）乙。\n解析：看次序。\n"

    def seconds(count: int) -> float:
        text = "一、情景题\n" + "".join(asked.format(n=n) for n in range(1, count + 1))
        begin = time.process_time()
        assert len(read(text).bank.questions) == count
        return time.process_time() - begin

    assert seconds(400) < 8 * seconds(100) + 0.5
