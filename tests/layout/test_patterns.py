from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout.patterns import Pattern
from generator.model.content import PageNumber, Span, Str

HEADING = "{n}、{title}（共{count}题，每题{marks}分，总分{total}分）"
ENGLISH = "{n}. {title} ({count} {count:question/questions}, {marks} {marks:mark/marks} each)"
META = "考试时间：{duration}分钟　　满分：{total}分"


@pytest.mark.parametrize(
    ("pattern", "values", "text"),
    [
        (
            HEADING,
            {"n": "一", "title": "情景题", "count": "5", "marks": "8", "total": "40"},
            "一、情景题（共5题，每题8分，总分40分）",
        ),
        (HEADING, {"n": "一", "title": "情景题", "count": "5"}, "一、情景题（共5题）"),
        (HEADING, {"n": "一", "title": "情景题"}, "一、情景题"),
        (HEADING, {"title": "情景题", "count": "5"}, "情景题（共5题）"),
        (HEADING, {}, ""),
        (
            ENGLISH,
            {"n": "1", "title": "Tea", "count": "1", "marks": "2.5"},
            "1. Tea (1 question, 2.5 marks each)",
        ),
        (
            ENGLISH,
            {"n": "1", "title": "Tea", "count": "3", "marks": "1"},
            "1. Tea (3 questions, 1 mark each)",
        ),
        (META, {"duration": "90", "total": "125"}, "考试时间：90分钟　　满分：125分"),
        (META, {"total": "125"}, "满分：125分"),
        (META, {"duration": "90", "total": None}, "考试时间：90分钟"),
        ("{title}（{variant}卷）", {"title": "试卷", "variant": ""}, "试卷"),
        ("第{page}页", {"page": "3"}, "第3页"),
        ("参考答案", {}, "参考答案"),
        ("", {}, ""),
        ("（{a}", {"a": "b"}, "（b"),
        ("{a}）", {"a": "b"}, "b）"),
        ("【{a}（{b}）】", {"a": "x", "b": None}, "【x】"),
        ("{label}{n}：", {"n": "1"}, "1："),
        ("{label}{n}：", {}, ""),
        ("{n}.{label}：", {"n": "1", "label": "情景题"}, "1.情景题："),
        ("{n}.{label}：", {"n": "1", "label": ""}, "1."),
        ("{n}、{label}：", {"n": "1"}, "1、"),
        ("{n}. {label}: ", {"n": "1"}, "1. "),
        ("{label}第{n}题：", {"n": "1"}, "第1题："),
        ("（{n}）{label}：", {"n": "1"}, "（1）"),
        ("共{count}题每题{marks}分", {"count": "5"}, "共5题"),
        ("{n}、{title} - {marks}分", {"n": "一", "title": "甲"}, "一、甲"),
        ("Part {n}: {title} - {marks} marks", {"n": "1", "title": "Tea"}, "Part 1: Tea"),
        (
            "Part {n}: {title} - {marks} marks",
            {"n": "1", "title": "Tea", "marks": "5"},
            "Part 1: Tea - 5 marks",
        ),
        (
            "{n}、{title}：每题{marks}分，共{count}题",
            {"n": "一", "title": "甲", "count": "2"},
            "一、甲：共2题",
        ),
        ("{n}、{title},{marks}分,{count}题", {"n": "一", "title": "甲", "count": "2"}, "一、甲,2题"),
        ("{n}、{title}每题{marks}分共{count}题", {"n": "一", "title": "甲", "count": "2"}, "一、甲共2题"),
        ("{title} 每题{marks}分 共{count}题", {"title": "甲", "count": "2"}, "甲 共2题"),
        ("{title}/{marks}分/{count}题", {"title": "甲", "count": "2"}, "甲/2题"),
        ("{title} {count} questions worth {marks} marks", {"title": "Tea", "count": "2"}, "Tea 2 questions"),
        ("{title}——{marks}分", {"title": "甲"}, "甲"),
        ("{title} {marks}分 — {total}分", {"title": "甲", "total": "9"}, "甲 — 9分"),
        ("第{n}部分{marks}分", {"n": "1"}, "第1部分"),
        ("题目{n}：{label}", {"n": "1"}, "题目1："),
        ("【{title}】{marks}分", {"title": "甲"}, "【甲】"),
        ("9:00–11:00 {title}", {"title": "甲"}, "9:00–11:00 甲"),
        ("满1,000分：{total}分", {}, ""),
        ("{n}.（{label}）题目：", {"n": "1"}, "1.题目："),
        ("{title} {variant}卷 第{page}页", {"title": "甲", "page": "2"}, "甲 第2页"),
        ("{title}-{variant}卷-第{page}页", {"title": "甲", "page": "2"}, "甲-第2页"),
        ("{n}、", {"n": "1"}, "1、"),
        ("{n}、", {}, ""),
        ("　　{title}", {"title": "甲"}, "　　甲"),
        ("（，{a}，）{b}", {"a": "x"}, ""),
        ("甲，，乙；", {}, "甲，，乙；"),
    ],
)
def test_it_speaks_only_of_what_there_is(pattern: str, values: dict[str, str | None], text: str) -> None:
    assert Pattern(pattern).text(values) == text


def test_the_bracket_with_marks_is_a_detail() -> None:
    filled = Pattern(HEADING).fill({"n": "一", "title": "甲（乙）", "count": "5"}, detail="section_detail")
    assert filled == (Str("一、甲（乙）"), Span("section_detail", (Str("（共5题）"),)))


def test_values_may_be_open_until_the_page_is_known() -> None:
    pattern = Pattern("第{page}页　{title}")
    assert pattern.fields == {"page", "title"}
    assert pattern.fill({"page": PageNumber(), "title": "卷"}) == (Str("第"), PageNumber(), Str("页　卷"))


@given(st.text(alphabet="{}:/（）()，、; ab{n}", max_size=40))
def test_any_text_is_a_pattern(source: str) -> None:
    pattern = Pattern(source)
    assert isinstance(pattern.text({}), str)
    filled = pattern.text(dict.fromkeys(pattern.fields, "值"))
    if not pattern.fields:
        assert filled == source
