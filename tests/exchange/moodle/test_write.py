"""Moodle XML that is written, read with lxml and its reader of HTML."""

from __future__ import annotations

import base64

import pytest
from lxml import etree, html

from generator.bank import read_bank
from generator.diagnostics import Report
from generator.exchange.formats import writer
from tests.exchange.quiz.test_round_trips import PNG
from tests.properties.banks import dump

STEM = "见**图** ![图 & 表](pictures/流程.png)：\n\n| 甲 | 乙 |\n|---|--:|\n| 1 | 2 |\n\n1. 一\n   - 深\n\n```\na < b\n```"
QUESTIONS = [
    {"id": "m.one", "type": "single_choice", "category": "甲/乙", "stem": STEM, "options": ["a < b", "**乙**"], "answer": "B",
     "analysis": "因为 `x`", "marks": "2.5", "tags": ["电商"], "competencies": ["沟通"],
     "shuffle": "false",
     "follow_ups": ["再说？"]},
    {"id": "m.two", "type": "multiple_choice", "stem": "哪些？", "options": ["甲", "乙", "丙", "丁"], "answer": "ABD"},
    {"id": "m.three", "type": "true_false", "stem": "天是蓝的。", "answer": "错"},
    {"id": "m.four", "type": "fill_blank", "stem": "火警____，{急}救____。", "answer": [["119", "一一九"], "1}2~0"]},
    {"id": "m.five", "stem": "谈谈。", "answer": {"text": "都好",
     "points": [{"text": "听", "marks": "2", "points": ["先", "后"]}]},
     "levels": [{"name": "好", "marks": "1-2", "text": "都有"}], "highlights": ["先听"], "analysis": "看次序", "note": "内部"},
]  # fmt: skip


@pytest.fixture(scope="module")
def quiz(tmp_path_factory: pytest.TempPathFactory) -> list[etree._Element]:
    folder = tmp_path_factory.mktemp("bank")
    (folder / "pictures").mkdir()
    (folder / "pictures" / "流程.png").write_bytes(PNG)
    dump(folder / "bank.yaml", {"bank": "m", "questions": QUESTIONS})
    bank = read_bank(folder / "bank.yaml", "bank.yaml", Report())
    assert bank is not None
    report = Report()
    root = etree.fromstring(writer("moodle")(bank, folder, report))
    assert report.diagnostics == []
    assert root.tag == "quiz"
    return list(root)


def shown(question: etree._Element, path: str) -> html.HtmlElement:
    return html.fragment_fromstring(question.findtext(f"{path}/text") or "", create_parent=True)


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_categories_and_types(quiz: list[etree._Element]) -> None:
    assert [question.get("type") for question in quiz] == [
        "category", "multichoice", "category", "multichoice", "truefalse", "cloze", "essay",
    ]  # fmt: skip
    assert [q.findtext("category/text") for q in quiz if q.get("type") == "category"] == [
        "$course$/top/甲//乙",
        "$course$/top",
    ]


def test_a_stem_is_html_with_its_pictures(quiz: list[etree._Element]) -> None:
    stem = shown(quiz[1], "questiontext")
    assert [(e.tag, words(e)) for e in stem.iter("strong", "th", "td", "li", "code")] == [
        ("strong", "图"), ("th", "甲"), ("th", "乙"), ("td", "1"), ("td", "2"), ("li", "一深"), ("li", "深"), ("code", "a < b"),
    ]  # fmt: skip
    (image,) = stem.iter("img")
    assert (image.get("alt"), image.get("src")) == (
        "图 & 表",
        "@@PLUGINFILE@@/pictures/%E6%B5%81%E7%A8%8B.png",
    )
    (file,) = quiz[1].iterfind("questiontext/file")
    assert (file.get("name"), file.get("path"), file.get("encoding")) == ("流程.png", "/pictures/", "base64")
    assert base64.b64decode(file.text or "") == PNG


def test_choices_have_fractions(quiz: list[etree._Element]) -> None:
    one, several = quiz[1], quiz[3]
    assert [(a.get("fraction"), words(html.fromstring(a.findtext("text") or ""))) for a in one.iterfind("answer")] == [
        ("0", "a < b"), ("100", "乙"),
    ]  # fmt: skip
    assert [one.findtext(name) for name in ("single", "shuffleanswers", "defaultgrade", "idnumber")] == [
        "true", "false", "2.5", "m.one",
    ]  # fmt: skip
    assert [tag.text for tag in one.iterfind("tags/tag/text")] == ["电商", "competency:沟通"]
    assert several.findtext("single") == "false"
    fractions = [float(answer.get("fraction") or 0) for answer in several.iterfind("answer")]
    assert fractions == [33.33333, 33.33333, -33.33333, 33.33333]


def test_the_key_is_where_candidates_do_not_see_it(quiz: list[etree._Element]) -> None:
    assert words(shown(quiz[1], "generalfeedback")) == "解析 因为 x 追问 再说？"
    essay = quiz[6]
    assert words(shown(essay, "questiontext")) == "谈谈。"
    assert words(shown(essay, "generalfeedback")) == "看次序"
    grading = shown(essay, "graderinfo")
    assert words(grading).split() == [
        "答案", "都好", "答题要点", "听（2分）", "先", "后", "高分要点", "先听", "评分档", "好（1-2分）", "都有", "备注", "内部",
    ]  # fmt: skip
    assert [words(item) for item in grading.findall(".//ol/li/ol/li")] == ["先", "后"]
    for question in quiz:
        assert "内部" not in (question.findtext("questiontext/text") or "")


def test_blanks_are_gaps(quiz: list[etree._Element]) -> None:
    text = words(shown(quiz[5], "questiontext"))
    assert text == "火警{1:SHORTANSWER:=119~=一一九}，{急}救{1:SHORTANSWER:=1\\}2\\~0}。"


def test_truth(quiz: list[etree._Element]) -> None:
    assert [(a.get("fraction"), a.findtext("text")) for a in quiz[4].iterfind("answer")] == [
        ("0", "true"),
        ("100", "false"),
    ]
