"""Where a key puts its answers, labels and list of contents, and that it loses none of them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest

from generator.model.document import Contents, Paragraph
from tests.layout.conftest import Section, composed, form, outlines
from tests.outline import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.layout import Style
    from generator.model.document import Document
    from generator.model.question import Bank

BANK = """\
- id: cup
  stem: |
    杯子碎了。

    你怎么办？
  label: 情景题
  competencies: [同理心]
  answer:
    - 先道歉
    - text: 措施：
      points: [补发。, {text: 退款, points: [原路, 当日]}, 要不要上门？]
  analysis: 先处理情绪。
  highlights: [快]
- id: team
  stem: 团队怎么带？
  answer: |
    定目标。

    勤复盘。
  analysis: 听他说我还是我们。
- id: pick
  type: single_choice
  stem: 选哪一项？
  options: [甲, 乙]
  answer: A
- id: only
  stem: 只有要点。
  answer: {numbering: "-", points: [其一, 其二]}
"""
SECTIONS = [Section("情景题组", "cup team", "10", "", "写步骤。"), Section("其他题组", "pick only", "4")]


@pytest.fixture
def small(bank: Callable[[str], Bank]) -> Bank:
    return bank(BANK)


def lines(key: str, *roles: str) -> list[str]:
    """Lines of an outline that are of these roles, without the mark of what is whole."""
    bare = (line.removeprefix("| ").strip().removesuffix(" >") for line in key.splitlines())
    return [line for line in bare if line.partition(":")[0].partition(" ")[0] in roles]


def test_after_each_section(small: Bank, style: Callable[..., Style]) -> None:
    adjusted = style("key: {placement: after_section, heading: 参考答案, summary: false}")
    _, key = outlines(form(small, SECTIONS), adjusted)
    assert lines(
        key,
        "section",
        "question",
        "key_section",
        "answer_label_first",
        "answer_first",
        "answer_label",
        "answer",
        "answer_more",
        "point",
    ) == [
        "section: 一、情景题组<section_detail （共2题，每题10分，总分20分）>",
        "question: [<number 1.>] 杯子碎了。",
        "question: [<number 2.>] 团队怎么带？<marks （10分）>",
        "key_section: 参考答案",
        "answer_label_first: [<label 1.>] 参考答案：",
        "point: [（1）] 先道歉<marks （5分）>",
        "point: [（2）] 措施：<marks （5分）>",
        "answer_label_first: [<label 2.>] 参考答案：",
        "answer: 定目标。",
        "answer_more: 勤复盘。",
        "section: 二、其他题组<section_detail （共2题，每题4分，总分8分）>",
        "question: [<number 1.>] 选哪一项？<bracket （　　）><marks （4分）>",
        "question: [<number 2.>] 只有要点。<marks （4分）>",
        "key_section: 参考答案",
        "answer_first: [<label 1.>] <label 参考答案：>B",
        "answer_label_first: [<label 2.>] 参考答案：",
        "point: [-] 其一<marks （2分）>",
        "point: [-] 其二<marks （2分）>",
    ]


def test_at_the_end_without_the_stems(small: Bank, style: Callable[..., Style]) -> None:
    adjusted = style(
        "question: {numbering: through}\n"
        "key: {placement: at_end, stems: none, heading: 答案, section_heading: '{title}（{total}分）',\n"
        "  answer_label: '{n}）答：', response_label: '', block_label: ''}"
    )
    paper, key = outlines(form(small, SECTIONS), adjusted)
    assert lines(key, "section", "question", "note", "option") == []
    assert lines(
        key, "key_heading", "key_section", "answer_label_first", "answer_first", "answer", "answer_more"
    ) == [
        "key_heading: 答案",
        "key_section: 情景题组<section_detail （20分）>",
        "answer_label_first: 1）答：",
        "answer_label_first: 2）答：",
        "answer: 定目标。",
        "answer_more: 勤复盘。",
        "key_section: 其他题组<section_detail （8分）>",
        "answer_first: [<label 3.>] B",  # its label does not say the number, so it is put before it
        "answer_label_first: 4）答：",
    ]
    assert lines(paper, "question")[0] == "question: [<number 1.>] 杯子碎了。"


def test_a_number_stands_alone_where_nothing_takes_it(small: Bank, style: Callable[..., Style]) -> None:
    adjusted = style("key: {placement: at_end, answer_label: '', points_label: ''}")
    _, key = outlines(form(small, SECTIONS), adjusted)
    start = key.index("key_section: 一、")
    assert key[start:].splitlines()[2:5] == [
        "answer_label_first: <label 1.> >",
        ">",
        "| point: [（1）] 先道歉<marks （5分）>",
    ]


def test_one_line_over_answer_and_analysis(small: Bank, style: Callable[..., Style]) -> None:
    adjusted = style("key: {placement: at_end, block_label: '第{n}题答案与解析：'}")
    _, key = outlines(form(small, SECTIONS), adjusted)
    said = lines(key, "answer_label_first", "answer_label")
    assert said[:2] == ["answer_label_first: 第1题答案与解析：", "answer_label: 参考答案："]


def test_nested_points_run_in(small: Bank, style: Callable[..., Style]) -> None:
    adjusted = style("key: {nested_points: run_in, point_scores: none, point_numbering: ['1.', ①, '-']}")
    _, key = outlines(form(small, SECTIONS), adjusted)
    assert lines(key, "point")[1] == "point: [2.] 措施：①补发；②退款（原路；当日）；③要不要上门？"
    assert lines(key, "subpoint") == []


def test_a_label_on_its_own_line(small: Bank, style: Callable[..., Style]) -> None:
    adjusted = style("question: {label: '{n}.{label}：', label_position: own_line}")
    paper, key = outlines(form(small, SECTIONS), adjusted)
    for document in (paper, key):
        assert lines(document, "question_label") == [
            "question_label: <number 1.情景题：>",
            "question_label: <number 2.>",
            "question_label: <number 1.>",
            "question_label: <number 2.>",
        ]
        assert "question_label: <number 1.情景题：> >\n>\n| question: 杯子碎了。" in document


def test_a_stem_as_heading(small: Bank, style: Callable[..., Style]) -> None:
    _, key = outlines(form(small, SECTIONS), style("question: {label_position: heading}"))
    assert lines(key, "question_heading", "question", "question_more")[:3] == [
        "question_heading: [<number 1.>] 杯子碎了。",
        "question_more: 你怎么办？<marks （10分）>",
        "question_heading: [<number 2.>] 团队怎么带？<marks （10分）>",
    ]


def contents(document: Document) -> list[tuple[str, str]]:
    """What is listed, with the first words of the part each entry leads to."""
    (piece,) = (p for part in document.body for p in part.fragment.pieces if isinstance(p, Contents))
    found = []
    for entry in piece.entries:
        target = document.body[entry.target].fragment.pieces[0]
        assert isinstance(target, Paragraph)
        assert target.inlines == entry.inlines
        found.append((entry.role, words((*entry.label, *entry.inlines))))
    return found


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("questions", ["1.杯子碎了。", "2.团队怎么带？", "1.选哪一项？", "2.只有要点。"]),
        ("sections", ["一、情景题组", "二、其他题组", "参考答案及解析"]),
        (
            "all",
            ["一、情景题组", "1.杯子碎了。", "2.团队怎么带？", "二、其他题组", "1.选哪一项？", "2.只有要点。", "参考答案及解析"],
        ),
    ],
)  # fmt: skip
def test_contents(listed: str, expected: list[str], small: Bank, style: Callable[..., Style]) -> None:
    plain = "question: {marks: none, choice_bracket: ''}\nsection: {heading: '{n}、{title}'}\n"
    adjusted = style(f"{plain}contents: {{list: {listed}, documents: both}}\nkey: {{placement: at_end}}")
    paper, key = composed(form(small, SECTIONS), adjusted)
    assert [said for _, said in contents(key)] == expected
    assert [said for _, said in contents(paper)] == [said for said in expected if said != "参考答案及解析"]


@pytest.mark.parametrize(
    ("said", "paper", "key"),
    [
        ("contents: none", False, False),
        ("contents: questions", False, True),
        ("contents: {list: questions, documents: paper}", True, False),
        ("contents: {list: sections}\nsection: {heading: ''}", False, False),
    ],
)
def test_which_documents_list_their_contents(
    said: str, paper: bool, key: bool, small: Bank, style: Callable[..., Style]
) -> None:
    made = outlines(form(small, SECTIONS), style(said))
    assert ["contents:" in document for document in made] == [paper, key]


CHOICES = {
    "question": ("label_position: run_in", "label_position: own_line", "label_position: heading"),
    "contents": ("list: none", "list: all"),
    "key": (
        "placement: after_question",
        "placement: after_section",
        "placement: at_end, stems: full",
        "placement: at_end, stems: none",
        "placement: at_end, answer_label: '', points_label: '', response_label: ''",
    ),
}


@pytest.mark.parametrize("said", list(itertools.product(*CHOICES.values(), ("list", "run_in"))))
def test_nothing_of_a_solution_is_lost_or_on_the_paper(
    said: tuple[str, ...], small: Bank, style: Callable[..., Style]
) -> None:
    parts = [f"{name}: {{{words}}}" for name, words in zip(CHOICES, said[:-1], strict=True)]
    parts[-1] = f"{parts[-1][:-1]}, nested_points: {said[-1]}}}"
    paper, key = outlines(form(small, SECTIONS), style("\n".join(parts)))
    for text in (
        "先道歉",
        "补发",
        "退款",
        "当日",
        "要不要上门",
        "先处理情绪",
        "勤复盘",
        "听他说我",
        "其一",
        "其二",
        "快",
    ):
        assert key.count(text) == 1, text
        assert text not in paper
