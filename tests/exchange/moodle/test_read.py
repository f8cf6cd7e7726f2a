"""Moodle XML as Moodle and others write it."""

from __future__ import annotations

import base64
import time
from typing import Any

import pytest

from generator.diagnostics import Report
from generator.exchange.formats import reader
from tests.exchange.quiz.test_round_trips import PNG
from tests.exchange.reading import entries_of, faults, intake_of, left, said


def quiz(*questions: str) -> str:
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', "<quiz>", *questions, "</quiz>"))


def question(kind: str, stem: str, inside: str = "", form: str = "html", name: str = "") -> str:
    return (
        f'<question type="{kind}"><name><text>{name}</text></name><questiontext format="{form}"><text><![CDATA[{stem}]]></text>'
        f"</questiontext>{inside}</question>"
    )


def answer(fraction: str, words: str, feedback: str = "", more: str = "") -> str:
    said = f"<feedback format='html'><text>{feedback}</text></feedback>" if feedback else ""
    return (
        f"<answer fraction='{fraction}' format='html'><text><![CDATA[{words}]]></text>{more}{said}</answer>"
    )


ONE = "<single>true</single>"
SEVERAL = "<single>false</single><shuffleanswers>0</shuffleanswers>"
GAPS = "<p>首都：{1:SHORTANSWER:=北京#对~%50%北平#旧名&#39;~*#错}；</p><p>数：{2:NM:=3.14:0.01}，选：{:MC:~一~=二\\}~%0%三}</p>"

QUESTIONS: dict[str, tuple[str, dict[str, Any], list[str]]] = {
    "one right": (
        question("multichoice", "<p>谁<b>对</b>？</p>",
                 ONE + answer("100", "<p>甲</p>", "因为") + answer("50", "乙") + answer("0", "丙")),
        {"type": "single_choice", "stem": "谁**对**？", "options": ["甲", "乙", "丙"], "answer": "A",
         "analysis": "因为", "note": "“乙”得 50%"},
        ["quiz-feedback-analysis", "quiz-noted"],
    ),
    "several right": (
        question("multichoice", "谁？", SEVERAL + answer("50", "甲") + answer("50", "乙") + answer("-100", "丙")),
        {"type": "multiple_choice", "stem": "谁？", "options": ["甲", "乙", "丙"], "shuffle": "false", "answer": "AB"},
        [],
    ),
    "a statement": (
        question("truefalse", "天是蓝的", answer("0", "true", "再看") + answer("100", "false")),
        {"type": "true_false", "stem": "天是蓝的", "answer": "false", "note": "答错的反馈：再看"},
        ["quiz-noted"],
    ),
    "typed": (
        question("shortanswer", "首都？", answer("100", "*北京*") + answer("0", "*", "错")),
        {"type": "fill_blank", "stem": "首都？ ____", "answer": ["\\*北京\\*"], "note": "答错的反馈：错"},
        ["quiz-blank-added", "quiz-noted"],
    ),
    "a number": (
        question("numerical", "数 ____", answer("100", "3.14", more="<tolerance>0.01</tolerance>")
                 + "<units><unit><multiplier>1</multiplier><unit_name>m</unit_name></unit></units>"),
        {"type": "fill_blank", "stem": "数 ____", "answer": ["3.14"], "note": "“3.14”允许误差 ±0.01\n\n单位：m"},
        ["quiz-noted"],
    ),
    "pairs": (
        question("matching", "连", "<subquestion><text>甲</text><answer><text>1</text></answer></subquestion>"
                 "<subquestion><text></text><answer><text>2</text></answer></subquestion>"),
        {"stem": "连", "answer": ["甲 → 1"], "note": "多余的选项：2"},
        ["quiz-noted", "quiz-matching"],
    ),
    "gaps": (
        question("cloze", GAPS),
        {
            "type": "fill_blank",
            "stem": "首都：____；\n\n数：____，选：____",
            "answer": ["北京", "3.14", "二}"],
            "note": "第 3 空的选项：一 / 二} / 三\n\n“3.14”允许误差 ±0.01\n\n“1: 北京”的反馈：对\n\n"
            "“1: 北平”得 50%\n\n“1: 北平”的反馈：旧名'\n\n“1: \\*”的反馈：错",
        },
        ["quiz-gaps", "quiz-noted"],
    ),
    "words to drag": (
        question("ddwtos", "[[2]]在[[1]]上。", "".join(f"<dragbox><text>{word}</text></dragbox>" for word in "树猫狗")),
        {"type": "fill_blank", "stem": "____在____上。", "answer": ["猫", "树"], "note": "多余的选项：狗"},
        ["quiz-gaps", "quiz-noted"],
    ),
    "an order": (
        question("ordering", "排", answer("2", "乙") + answer("1", "甲")),
        {"stem": "排", "answer": ["甲", "乙"]},
        ["quiz-ordering"],
    ),
    "an essay": (
        question("essay", "写", "<graderinfo format='html'><text>看&lt;b&gt;条理&lt;/b&gt;</text></graderinfo>"
                 "<responsetemplate><text>尊敬的：</text></responsetemplate>"),
        {"stem": "写", "answer": "看**条理**", "note": "答题模板：尊敬的："},
        ["quiz-grader-info", "quiz-noted"],
    ),
    "calculated": (
        question("calculated", "{a}+{b}?____", answer("100", "{a}+{b}")),
        {"type": "fill_blank", "stem": "{a}+{b}?____", "answer": ["{a}+{b}"]},
        ["quiz-calculated"],
    ),
    "unknown": (
        question("stack", "\\(x^2\\)", answer("100", "y")),
        {"stem": "\\\\(x^2\\\\)", "answer": "", "note": "Answer: y"},
        ["quiz-noted", "quiz-no-answer", "quiz-type-unknown", "quiz-formula"],
    ),
    "Markdown": (
        question("truefalse", "**甲**\n\n- 乙", answer("100", "true"), "markdown"),
        {"type": "true_false", "stem": "**甲**\n\n- 乙", "answer": "true"},
        [],
    ),
    "plain": (
        question("truefalse", "**甲** <b>", answer("100", "true"), "plain_text"),
        {"type": "true_false", "stem": "\\*\\*甲\\*\\* <b>", "answer": "true"},
        [],
    ),
    "settings": (
        question("truefalse", "甲", answer("100", "true") + "<defaultgrade>2.5000000</defaultgrade><hidden>1</hidden>"
                 "<idnumber>x.1</idnumber><generalfeedback><text>解</text></generalfeedback><hint><text>想</text></hint>"
                 "<correctfeedback><text>你的回答正确</text></correctfeedback>"
                 "<tags><tag><text>电商</text></tag><tag><text>competency:沟通</text></tag></tags>", name="别名"),
        {"id": "x.1", "type": "true_false", "stem": "甲", "competencies": ["沟通"], "tags": ["电商"],
         "marks": "2.5", "answer": "true",
         "analysis": "解", "note": "题目名：别名\n\n题目已隐藏\n\n提示：想"},
        ["quiz-noted"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("written", "expected", "codes"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question(written: str, expected: dict[str, Any], codes: list[str]) -> None:
    intake = intake_of("moodle", quiz(written))
    (entry,) = entries_of(intake)
    assert entry == {"id": "", **expected}
    ((inferred, doubts),) = said(intake)
    assert inferred + doubts == codes


def test_categories_places_and_what_is_left_out() -> None:
    category = (
        '<question type="category"><category><text>$course$/top/客服/售前//售后</text></category></question>'
    )
    text = quiz(
        category,
        question("truefalse", "甲", answer("100", "true")),
        question("description", "看图"),
        "<question type='random'/>",
    )
    intake = intake_of("moodle", text)
    (asked,) = intake.bank.questions
    assert (asked.category, asked.tags, asked.location.line) == ("售前/售后", ("客服",), 4)
    assert left(intake) == [(5, "left-description"), (6, "left-random")]


def test_pictures_go_with_the_bank() -> None:
    jpeg = b"\xff\xd8\xff\xe0 another"
    first, second = (base64.b64encode(data).decode() for data in (PNG, jpeg))
    body = '<p><img src="@@PLUGINFILE@@/a%20b.png" alt="图"></p>'
    files = (
        "<file name='a b.png' path='/' encoding='base64'>{}</file>"
        "<file name='x.svg' encoding='base64'>PHN2Zz4=</file>"
    )
    text = quiz(
        *(
            f"<question type='truefalse'><questiontext format='html'><text><![CDATA[{body}]]></text>"
            f"{files.format(data)}</questiontext>"
            f"{answer('100', 'true')}</question>"
            for data in (first, second)
        ),
        question("truefalse", f'<img src="data:image/png;base64,{first}">', answer("100", "true")),
        question(
            "truefalse",
            '<img src="@@PLUGINFILE@@/gone.png"><img src="https://example.org/x.png">',
            answer("100", "true"),
        ),
    )
    intake = intake_of("moodle", text)
    stems = [asked.prompt.stem.markdown for asked in intake.bank.questions]
    named = [stem.partition("](")[2].removesuffix(")") for stem in stems[:3]]
    assert [intake.pictures[name] for name in named] == [PNG, jpeg, PNG]
    assert stems[0] == "![图](a-b.png)"
    assert stems[3] == "gone.png"
    assert said(intake)[3][1] == ["quiz-picture-missing"]
    assert [why for _, why in left(intake)] == ["left-file", "left-file", "left-linked-picture"]


def test_html_of_many_kinds() -> None:
    body = (
        "<h3>标题</h3><p>x<sup>2</sup> 与 H<sub>2</sub>O，<a href='https://e.org/a'>看</a><br>"
        "下一行<span style='display:none'>藏</span></p>"
        "<ol><li>一<ul><li>甲</li></ul></li><li><p>二</p><pre>a\n  b</pre></li></ol><table><tr><td><p>盒</p></td></tr></table>"
        "<table><tr><th>头|<th>2</tr><tr><td>3<td>4</table><video src='v.mp4'></video><script>x()</script>"
    )
    intake = intake_of("moodle", quiz(question("truefalse", body, answer("100", "true"))))
    assert intake.bank.questions[0].prompt.stem.markdown == (
        "**标题**\n\nx² 与 H₂O，看 (https://e.org/a)\\\n下一行\n\n1. 一\n   - 甲\n2. 二\n\n   ```\n   a\n     b\n   ```\n\n盒\n\n"
        "| 头\\| | 2 |\n| --- | --- |\n| 3 | 4 |"
    )
    assert [(one.text, one.why) for one in intake.left_out] == [
        ("藏", "left-hidden"),
        ("v.mp4", "left-object"),
    ]


def test_small_slips_in_xml_are_mended_and_told() -> None:
    text = quiz(question("truefalse", "A & B <br>&nbsp;x", answer("100", "true"), name="A & B&nbsp;\x0b"))
    report = Report()
    intake = reader("moodle")(text.encode(), "x.xml", report)
    assert intake is not None
    assert intake.bank.questions[0].prompt.stem.markdown == "A & B\\\nx"
    assert [(d.code, d.values) for d in report.diagnostics] == [("quiz-xml-mended", {"count": 3})]


@pytest.mark.parametrize("codec", ["gb2312", "utf-16", "utf-8-sig"])
def test_encodings(codec: str) -> None:
    text = quiz(question("truefalse", "天是蓝的", answer("100", "true"))).replace(
        "UTF-8", codec.removesuffix("-sig")
    )
    assert entries_of(intake_of("moodle", text.encode(codec)))[0]["stem"] == "天是蓝的"


BOMB = '<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<quiz>&b;</quiz>'


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("<quiz>\n<question type='essay'>\n</quiz>", ("quiz-xml-broken", 3)),
        ("no XML", ("quiz-xml-broken", 1)),
        ("", ("quiz-xml-broken", 1)),
        ("\n" + BOMB, ("quiz-doctype", 2)),
        ("<html>\n</html>", ("quiz-not-moodle", 1)),
        ("<quiz></quiz>", ("quiz-nothing", 0)),
        ("<quiz>" + "<a>\n" * 100, ("document-too-deep", 50)),
        ("<quiz>" + "<a/>" * 3_000_001 + "</quiz>", ("quiz-too-much", 0)),
    ],
    ids=["unclosed", "no XML", "empty", "entities", "another root", "nothing", "deep", "much"],
)  # fmt: skip
def test_what_is_no_quiz_is_a_fault_with_its_line(text: str, fault: tuple[str, int]) -> None:
    assert faults("moodle", text.encode()) == [fault]


def test_an_encoding_that_no_document_is_in_counts_for_nothing() -> None:
    stem = "<question type='essay'><questiontext><text>谈谈</text></questiontext></question>" * 2000
    started = time.process_time()
    read = intake_of("moodle", f"<?xml version='1.0' encoding='punycode'?><quiz>{stem}</quiz>")
    assert time.process_time() - started < 5
    assert {asked.prompt.stem.markdown for asked in read.bank.questions} == {"谈谈"}
