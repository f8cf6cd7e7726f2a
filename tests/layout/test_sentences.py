"""What runs in: points behind their point, highlights behind the analysis, labels before their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Report
from generator.layout import KeyComposer, PaperComposer
from generator.messages import hint, message
from tests.layout.conftest import Section, composed, form, outlines
from tests.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.layout import Style
    from generator.model.question import Bank

RUN_IN = "key: {{nested_points: run_in, point_scores: {scores}, point_numbering: {marks}}}"


@pytest.fixture
def points(bank: Callable[[str], Bank], style: Callable[..., Style]) -> Callable[..., list[str]]:
    """The points that an answer prints."""

    def printed(
        answer: str,
        marks: str = "['-', ①]",
        scores: str = "none",
        language: str = "zh-CN",
        asked: str = "zh-CN",
    ) -> list[str]:
        made = bank(f"- {{id: q, stem: 甲, language: {asked}, answer: {answer}}}")
        adjusted = style(RUN_IN.format(scores=scores, marks=marks), language)
        _, key = outlines(form(made, [Section("题", "q", "4")], language=language), adjusted)
        return [line.removeprefix("| ") for line in key.splitlines() if "point" in line]

    return printed


@pytest.mark.parametrize(
    ("said", "led"),
    [
        ("稳场", "稳场："),
        ("稳场：", "稳场："),
        ("稳场。", "稳场："),
        ("稳场；", "稳场："),
        ("**稳场**", "<strong 稳场>："),
        ("**稳场：**", "<strong 稳场>："),
        ("**稳场。**", "<strong 稳场>："),
        ("怎么稳？", "怎么稳？"),
        ("`a;`", "<code a;>："),
    ],
)
def test_a_colon_leads_to_points_that_run_in(said: str, led: str, points: Callable[..., list[str]]) -> None:
    assert points(f"[{{text: '{said}', points: [茶歇。, 合影]}}]") == [f"point: [-] {led}①茶歇；②合影。"]


DEEP = "[{text: 稳场, points: [{text: 安排。, points: [茶歇, 合影]}, 要不要停？]}]"


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        ("['-', ①]", "稳场：①安排（茶歇；合影）；②要不要停？"),
        ("['1.', ①, a.]", "稳场：①安排：a.茶歇；b.合影；②要不要停？"),
        ("['1.', ①, '-']", "稳场：①安排（茶歇；合影）；②要不要停？"),
        ("['-']", "稳场：①安排（茶歇；合影）；②要不要停？"),
        ("['-', none]", "稳场：安排（茶歇；合影）；要不要停？"),
    ],
)
def test_no_mark_counts_twice_in_a_sentence(marks: str, said: str, points: Callable[..., list[str]]) -> None:
    (line,) = points(DEEP, marks)
    assert line.partition("] ")[2] == said


def test_marks_stand_behind_the_words_they_belong_to(points: Callable[..., list[str]]) -> None:
    answer = "[{text: 甲, points: [{text: 乙, points: [{text: 丙, marks: 1}, {text: 丁, marks: 3}]}]}]"
    mark = "<marks （{}分）>".format
    assert points(answer, "['1.', ①, a.]", "end") == [
        f"point: [1.] 甲：①乙{mark(4)}：a.丙{mark(1)}；b.丁{mark(3)}。{mark(4)}"
    ]
    assert points(answer, "['1.', ①]", "end") == [
        f"point: [1.] 甲：①乙（丙{mark(1)}；丁{mark(3)}）{mark(4)}。{mark(4)}"
    ]


BLOCK = """\
- id: q
  stem: 甲
  answer:
    - text: |
        有列表：

        - 子项
      points: [乙, {text: 丙, points: [丁, 戊]}]
    - text: 己
      points: ["庚\\n\\n- 辛"]
    - text: |
        一段。

        又一段
      points: [壬, 癸]
"""


def test_points_of_a_point_with_a_list_are_a_list(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    adjusted = style("key: {nested_points: run_in, point_scores: none, point_numbering: ['1.', ①]}")
    _, key = outlines(form(bank(BLOCK), [Section("题", "q")]), adjusted)
    lines = [
        line.removeprefix("| ").strip() for line in key.splitlines() if "point" in line or "list" in line
    ]
    assert lines == [
        "point: [1.] 有列表：",
        "list: [–] 子项",
        "subpoint: [①] 乙",
        "subpoint: [②] 丙（丁；戊）。",
        "point: [2.] 己",
        "subpoint: [①] 庚",
        "list: [·] 辛",
        "point: [3.] 一段。",
        "point: 又一段：①壬；②癸。",
    ]


ENGLISH = """\
- id: q
  language: {language}
  stem: Why?
  answer: [{{text: Follow-up, points: [facts first., 'why so?', {{text: 'no blame;', points: [a, b]}}, end]}}]
  analysis: Order.
  highlights: [facts first, no blame。]
  follow_ups: [What then?, And then?]
- id: blanks
  type: fill_blank
  language: {language}
  stem: ____ and ____
  answer: [[one, two], three]
"""


@pytest.mark.parametrize(
    ("asked", "document"), [("en", "zh-CN"), ("fr", "zh-CN"), ("fr", "en"), ("en", "en")]
)
def test_stops_are_those_of_the_questions_language(
    asked: str, document: str, bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    said = "key: {nested_points: run_in, point_scores: none, highlights: sentence, point_numbering: ['1.', '(a)']}"
    made = bank(ENGLISH.format(language=asked))
    _, key = outlines(form(made, [Section("题", "q blanks")], language=document), style(said, document))
    texts = [line.partition(": ")[2].replace("\u00a0", "~") for line in key.splitlines()]
    assert "[1.] Follow-up: (a)~facts first; (b)~why so? (c)~no blame (a; b); (d)~end." in texts
    assert any(text.endswith("(1)~facts first; (2)~no blame.") for text in texts)
    assert any(text.endswith("(1)~What then? (2)~And then?") for text in texts)
    assert any(text.endswith("(1)~one or two; (2)~three") for text in texts)


def test_chinese_stops_in_an_english_key(bank: Callable[[str], Bank], style: Callable[..., Style]) -> None:
    made = bank(
        "- {id: q, stem: 甲, answer: 乙, highlights: [丙, 丁]}\n- {id: t, type: true_false, stem: 戊, answer: 对}"
    )
    _, key = outlines(form(made, [Section("题", "q t")], language="en"), style("", "en"))
    assert "<label A strong answer: >①丙；②丁。" in key
    assert "<label Answer: >True" in key


TAILS = """\
- id: table
  stem: 甲
  answer: 乙
  analysis: |
    看表。

    | 线 | 人 |
    |---|---|
    | 一 | 二 |
  highlights: [清楚, 简短]
- id: words
  stem: 甲
  answer: 乙
  analysis: "- 看理由\\n\\n说清楚。"
  highlights: [清楚]
"""


def test_a_sentence_of_highlights_ends_the_analysis(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    made = form(bank(TAILS), [Section("题", "table words")])
    _, key = outlines(
        made, style("key: {highlights: sentence, analysis_label: {text: 解析：, position: own_line}}")
    )
    assert "|   一 | 二\n| analysis_more: 高分要点：①清楚；②简短。\n" in key
    assert "| list: [•] 看理由\n| analysis_more: 说清楚。高分要点：清楚。\n" in key


LABELS = """\
- {id: pick, type: single_choice, stem: 甲, options: [乙, 丙], answer: A, analysis: 丁}
- {id: prose, stem: 甲, answer: "戊\\n\\n己"}
- {id: points, stem: 甲, answer: [庚, 辛]}
"""
INDENTED = (
    "key: {answer_label: {text: 答案：, position: run_in}, point_scores: none}\n"
    "text: {answer: {first_line: 2em}, answer_more: {first_line: 2em}}"
)


def test_what_begins_with_a_label_is_not_indented(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    """A label that is not part of the text: renderers indent the first line of no paragraph that has one."""
    _, key = outlines(form(bank(LABELS), [Section("题", "pick prose points")]), style(INDENTED))
    said = [line.removeprefix("| ") for line in key.splitlines() if "answer" in line or "analysis" in line]
    assert said == [
        "answer: [<label 参考答案：>] B",
        "analysis: <label 解析：>丁",  # is not indented anyway
        "answer: [<label 答案：>] 戊",
        "answer_more: 己",
        "answer: [<label 答案：>]  >",
    ]


def test_a_number_stands_before_such_a_label(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    made = form(bank(LABELS), [Section("题", "pick prose points")])
    _, key = composed(made, style(INDENTED.replace("key: {", "key: {placement: at_end, ")))
    said = [line.removeprefix("| ") for line in outline(key).splitlines() if "answer_first: " in line]
    assert len(said) == 3
    assert all(
        line.endswith(end)
        for line, end in zip(said, ("答案：>] B", "答案：>] 戊", "答案：>]  >"), strict=True)
    )
    assert all(f"{number}." in line for number, line in enumerate(said, start=1))


def test_points_that_get_no_marks_are_told_once(
    bank: Callable[[str], Bank], style: Callable[..., Style]
) -> None:
    listed = ", ".join(f"p{k}" for k in range(12))
    made = bank(f"- {{id: many, stem: 甲, answer: [{listed}]}}\n- {{id: few, stem: 甲, answer: [乙, 丙]}}")
    key = form(made, [Section("题", "many few", "2.5")])
    report = Report()
    composer = KeyComposer(style(), report)
    for _ in range(2):
        composer.compose(key)
    PaperComposer(style(), report).compose(key.paper)
    (found,) = report.diagnostics
    assert (found.severity, found.code) == ("warning", "points-without-marks")
    assert message(found, "zh") == "“many”的 2.5 分不够分给每个得分点：有 7 个没有分值"
    assert message(found, "en") == "“many”: 2.5 marks do not reach all its points: 7 of them print none"
    assert hint(found, "zh")
    assert hint(found, "en")
    for said, sections in (
        ("key: {point_scores: none}", key),
        ("", form(made, [Section("题", "many few")])),
        ("", form(made, [Section("题", "many few", "6")])),
    ):
        silent = Report()
        KeyComposer(style(said), silent).compose(sections)
        assert not silent.diagnostics
