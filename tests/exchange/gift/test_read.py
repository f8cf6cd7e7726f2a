"""GIFT as people and Moodle write it."""

from __future__ import annotations

import time
from typing import Any

import pytest

from tests.exchange.reading import entries_of, faults, intake_of, left, said


def only(text: str) -> dict[str, Any]:
    (entry,) = entries_of(intake_of("gift", text))
    return {name: value for name, value in entry.items() if name != "id" or value}


QUESTIONS = {
    "right and wrong": (
        "谁？{=甲 ~乙 ~丙}",
        {"type": "single_choice", "stem": "谁？", "options": ["甲", "乙", "丙"], "answer": "A"},
    ),
    "several right": (
        "两个？{\n~%50%甲\n~%-100%乙\n~%50%丙\n}",
        {"type": "multiple_choice", "stem": "两个？", "options": ["甲", "乙", "丙"], "answer": "AC"},
    ),
    "true": ("地球是圆的。{T}", {"type": "true_false", "stem": "地球是圆的。", "answer": "true"}),
    "false, with feedback": (
        "::x.q1::一加一等于三。{FALSE#再想想#等于二。####算术}",
        {
            "id": "x.q1",
            "type": "true_false",
            "stem": "一加一等于三。",
            "answer": "false",
            "analysis": "算术",
            "note": "答对的反馈：等于二。\n\n答错的反馈：再想想",
        },
    ),
    "in Chinese": ("天是蓝的。{对}", {"type": "true_false", "stem": "天是蓝的。", "answer": "true"}),
    "accepted texts": (
        "火警电话是____。{=119 =一一九}",
        {"type": "fill_blank", "stem": "火警电话是____。", "answer": [["119", "一一九"]]},
    ),
    "a missing word": (
        "Two plus two is {=four =4} in all.",
        {"type": "fill_blank", "stem": "Two plus two is ____ in all.", "answer": [["four", "4"]]},
    ),
    "a missing word to choose": (
        "火警电话是 {~110 =119}。",
        {"type": "single_choice", "stem": "火警电话是____。", "options": ["110", "119"], "answer": "B"},
    ),
    "a number": (
        "圆周率？{#3.14:0.005}",
        {"type": "fill_blank", "stem": "圆周率？ ____", "answer": ["3.14"], "note": "“3.14”允许误差 ±0.005"},
    ),
    "a range": ("圆周率？{#3.1..3.2}", {"type": "fill_blank", "stem": "圆周率？ ____", "answer": ["3.1–3.2"]}),
    "pairs": (
        "连线。{\n=加拿大 -> 渥太华\n=意大利->罗马\n= -> 巴黎\n}",
        {"stem": "连线。", "answer": ["加拿大 → 渥太华", "意大利 → 罗马"], "note": "多余的选项：巴黎"},
    ),
    "an essay": ("谈谈你自己。{}", {"stem": "谈谈你自己。", "answer": ""}),
    "escapes": (
        r"算 \#1\: 2 \= 2 \~ \{x\} \\n。\n下一行{=\=2#对 ~\~3}",
        {
            "type": "single_choice",
            "stem": "算 #1: 2 = 2 ~ {x} \\n。\\\n下一行",
            "options": ["=2", "~3"],
            "answer": "A",
            "analysis": "对",
        },
    ),
    "HTML": (
        "[html]<p>H<sub>2</sub>O 是<b>什么</b>？</p>{=水 ~[plain]<火>}",
        {"type": "single_choice", "stem": "H₂O 是**什么**？", "options": ["水", "<火>"], "answer": "A"},
    ),
    "HTML unsaid": ("一<br>二 &amp; 三{T}", {"type": "true_false", "stem": "一\\\n二 & 三", "answer": "true"}),
    "Markdown": ("[markdown]**甲**\\n\\n- 乙{=`x`}", {"type": "fill_blank", "stem": "**甲**\n\n- 乙 ____", "answer": ["`x`"]}),
    "plain": ("[plain]**甲** $x${T}", {"type": "true_false", "stem": "\\*\\*甲\\*\\* \\$x$", "answer": "true"}),
    "blank lines inside": ("谁？{\n=甲\n\n~乙#不对\n}", {
        "type": "single_choice", "stem": "谁？", "options": ["甲", "乙"], "answer": "A", "note": "“乙”的反馈：不对",
    }),
    "partial marks": ("谁？{=甲 ~%50%乙 ~丙}", {
        "type": "single_choice", "stem": "谁？", "options": ["甲", "乙", "丙"], "answer": "A", "note": "“乙”得 50%",
    }),
    "full-width signs": ("谁？｛＝甲 ～乙｝", {"type": "single_choice", "stem": "谁？", "options": ["甲", "乙"], "answer": "A"}),
    "id and tags": (
        "// [id:cs.one] [tag:电\\n商] [tag:competency:沟通] [tag:a\\]b] [tag:difficulty:9]\n::别名::谁？{T}",
        {
            "id": "cs.one",
            "type": "true_false",
            "stem": "谁？",
            "competencies": ["沟通"],
            "tags": ["电\\n商", "a]b", "difficulty:9"],
            "answer": "true",
            "note": "题目名：别名",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "gb18030"])
def test_a_question(text: str, expected: dict[str, Any], codec: str) -> None:
    assert only(text) == expected
    long = (
        text.replace("\n", "\r\n")
        + "\r\n\r\n// 以下是常见的中文，供编码判断：这个问题的答案是什么，我们不知道。"
    )
    if codec != "gb18030" or not set("₂ß–") & set(text):
        (entry,) = entries_of(intake_of("gift", long.encode(codec)))
        assert {name: value for name, value in entry.items() if name != "id" or value} == expected


FILE = """\
// 题库：示例
// question: 12  name: Moodle's own
$CATEGORY: $course$/top/客服/售前//售后

第一题{T}
第二题 {=甲 ~乙}
::三::第三题
{
    =甲

    ~乙
}

没有花括号的说明。

::open::没有结束 {=甲 ~乙

第四题{F}

反了 } {
"""


def test_a_file_is_read_whole_or_accounted_for() -> None:
    intake = intake_of("gift", FILE)
    assert [(asked.prompt.stem.markdown, asked.category, asked.tags) for asked in intake.bank.questions] == [
        (stem, "售前/售后", ("客服",)) for stem in ("第一题", "第二题", "第三题", "第四题")
    ]
    assert [(origin.first.line, origin.last.line) for origin in intake.origins] == [
        (5, 5),
        (6, 6),
        (7, 12),
        (18, 18),
    ]
    assert left(intake) == [
        (1, "left-comment"),
        (14, "left-description"),
        (16, "left-unclosed"),
        (20, "left-unclosed"),
    ]


def test_what_is_concluded_or_doubtful_is_said() -> None:
    intake = intake_of(
        "gift",
        "甲{=一 =二 ~三}\n\n乙{~一 ~二}\n\n丙{=a->b =c->d}\n\n丁{=x}\n\n"
        "![图](a.png) \\\\(x^2\\\\){T}\n\n::a.a::戊{T}\n\n::a.a::己{T}",
    )
    assert said(intake) == [
        ([], ["quiz-several-right"]),
        ([], ["quiz-no-answer"]),
        ([], ["quiz-matching"]),
        (["quiz-blank-added"], []),
        ([], ["quiz-formula"]),
        ([], []),
        (["quiz-noted"], ["quiz-id-twice"]),
    ]
    assert [asked.id for asked in intake.bank.questions][-2:] == ["a.a", ""]


def test_a_right_option_without_a_letter_is_said_in_words() -> None:
    intake = intake_of("gift", "谁？{" + "".join(f"~乙{number}" for number in range(26)) + "=甲}")
    (asked,) = intake.bank.questions
    assert (asked.solution.response.choices, asked.note and asked.note.markdown) == ((), "答案：甲")
    assert said(intake) == [(["quiz-noted"], ["quiz-no-answer"])]


def test_a_picture_that_is_not_in_the_file_is_said() -> None:
    intake = intake_of("gift", "[markdown]![图](a.png){T}")
    assert said(intake) == [([], ["quiz-picture-missing"])]


def test_an_english_file_is_english() -> None:
    assert intake_of("gift", "The sun rises in the east.{T}").bank.language == "en"


@pytest.mark.parametrize("data", [b"", b"// nothing\n", "只有说明。".encode(), b"\xff\xfe"])
def test_a_file_without_questions_is_a_fault(data: bytes) -> None:
    assert faults("gift", data) == [("quiz-nothing", 0)]


@pytest.mark.parametrize(
    ("text", "stems", "codes"),
    [
        ("公司成立于{=2010}年。\n谈谈公司文化。{}", ["公司成立于____年。", "谈谈公司文化。"], ["gift-run-on", "quiz-no-answer"]),
        ("对吗？{T}\n谈谈\n文化。{F}", ["对吗？", "谈谈\n文化。"], ["gift-parting-unsure"]),
        ("首都是{=北京}，\n也是古都。\n天蓝。{F}", ["首都是____，\n也是古都。", "天蓝。"], ["gift-parting-unsure"]),
        ("对吗？{T}\n// 说明\n::x::天蓝。{F}", ["对吗？", "天蓝。"], []),
        ("甲{=1}年\n\n天蓝。{F}", ["甲____年", "天蓝。"], []),
    ],
)  # fmt: skip
def test_questions_without_blank_lines_between(text: str, stems: list[str], codes: list[str]) -> None:
    found = intake_of("gift", text)
    assert [entry["stem"] for entry in entries_of(found)] == stems
    last = found.origins[-1]
    assert [told.code for told in (*last.inferred, *last.doubts) if told.code != "quiz-noted"] == codes


def test_braces_twice_are_doubtful() -> None:
    (origin,) = intake_of("gift", "甲{=1}乙{=2}丙").origins
    assert [told.code for told in origin.doubts] == ["gift-braces-again"]


@pytest.mark.parametrize("part", ["~", "=", "~a", "=a", "~%50%a", "=a->b", "~=", "#", "\\=", "=a#b~c"])
def test_time_grows_with_the_length(part: str) -> None:
    text = f"甲{{=x {part * (400_000 // len(part))}}}\n\n天是蓝的。{{T}}"
    started = time.process_time()
    intake = intake_of("gift", text)
    assert time.process_time() - started < 5
    assert intake.bank.questions[-1].prompt.stem.markdown == "天是蓝的。"
    kept = [asked.prompt.stem.markdown for asked in intake.bank.questions[:-1]]
    assert kept in (["甲"], ["甲 ____"]) or [one.why for one in intake.left_out] == ["left-too-many-answers"]


@pytest.mark.parametrize(
    ("text", "found"), [("甲 {=a {b} ~c}", "{b} ~c}"), ("甲 {=a} 乙 {=b}", "{=b}"), ("甲 {=a}乙}", "}")]
)
def test_braces_that_are_not_in_pairs_are_doubtful(text: str, found: str) -> None:
    (origin,) = intake_of("gift", text).origins
    assert [(d.code, d.values["found"]) for d in origin.doubts] == [("gift-braces-again", found)]
