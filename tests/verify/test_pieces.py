"""The small parts that judge: leaks, pairs, edges, marks."""

from __future__ import annotations

import pytest

from generator.verify.edges import Line, without_edges
from generator.verify.leaks import Leaks
from generator.verify.marks import (
    adds_up,
    heading_says,
    level,
    levels_right,
    said_marks,
    shares_right,
    total_said,
    worths,
)
from generator.verify.pairing import answers_within, pair
from generator.verify.printed import says, shown_as
from generator.verify.reading import Part, squeezed

# Leaks -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("solution", "said", "found"),
    [
        ("先道歉并复述问题。再给方案。", "请先道歉并复述问题", True),
        ("先道歉并复述问题。再给方案。", "再给方案", False),  # too short to tell
        ("（1）当场给出两个方案（3分）（2）约定时间（2分）", "当场给出两个方案", True),
        ("Call the customer back within an hour.", "call the customer", False),
        ("Call the customer back within an hour.", "…Call the customer back\nwithin an hour…", True),
        ("Communication", "Communication officer", False),
    ],
)
def test_leaks(solution: str, said: str, found: bool) -> None:
    leaks = Leaks()
    leaks.add(squeezed(solution))
    assert bool(leaks.found_in([said])) is found
    assert leaks.found_in([said], squeezed(said)) == []


# Pairs ------------------------------------------------------------------------------------------------


def _agree(paper: str, key: str, asked: str | None = None) -> bool:
    found = pair([Part(paper, paper, "question")], [Part(key, key, "", asked)])
    return found.pairs[0].agree


@pytest.mark.parametrize(
    ("paper", "key", "agree"),
    [
        ("1.怎么办？（8分）", "1.怎么办？（8分）参考答案：先查。", True),
        ("1.怎么办？（8分）", "1.怎么做？（8分）参考答案：先查。", False),
        ("1.怎么办？（8分）", "1.怎么办？（考察：沟通、执行）（8分）参考答案：先查。", True),
        ("1.怎么办？（考察：沟通）（8分）", "1.怎么办？（8分）参考答案：先查。", True),
        ("1.怎么办？（8分）", "1.不怎么办？（8分）参考答案：先查。", False),
        ("怎么办？2.题目：", "怎么办？答案与解析：先查。2.题目：", True),
        ("怎么办？2.题目：", "怎么办？答案与解析：先查。3.题目：", False),
    ],
)
def test_pairs_without_styles(paper: str, key: str, agree: bool) -> None:
    assert _agree(paper, key) is agree


def test_pairs_with_styles_are_told_where_the_question_ends() -> None:
    assert _agree("1.怎么办？", "1.怎么办？参考答案：先查。", "1.怎么办？")
    assert not _agree("1.怎么办？参考答案：先查。", "1.怎么办？参考答案：先查。", "1.怎么办？")


def test_answers_in_questions_without_styles() -> None:
    papers = [Part(f"{n}.怎么办？", "", "question") for n in (1, 2)] + [
        Part("3.怎么办？参考答案：乙", "", "question")
    ]
    keys = [Part(f"{n}.怎么办？参考答案：乙解析：因为。", "") for n in (1, 2, 3)]
    assert [found.paper.text[0] for found in answers_within(pair(papers, keys).pairs)] == ["3"]


def test_answers_apart() -> None:
    papers = [
        Part("一、甲", "一、甲", "section"),
        Part("1.问", "1.问", "question"),
        Part("2.问", "2.问", "question"),
    ]
    apart = Part("答案1.答2.答", "答案", "")
    assert pair(papers, [*papers, apart]).apart == [apart]
    assert pair(papers, [*papers[:2], apart, papers[2]]).apart == [apart]


# Edges ------------------------------------------------------------------------------------------------


def _pages(*footers: str, body: str = "题") -> list[list[Line]]:
    return [
        [Line(f"{body}{n}", 700.0, 12.0), Line("甲", 80.0, 12.0), Line(footer, 30.0, 9.0)]
        for n, footer in enumerate(footers)
    ]


@pytest.mark.parametrize(
    ("footers", "wrong"),
    [
        (("第1页　共3页", "第2页　共3页", "第3页　共3页"), []),
        (("第1页　共3页", "第3页　共3页", "第3页　共3页"), [2]),
        (("第1页　共4页", "第2页　共4页", "第3页　共4页"), [1, 2, 3]),
        (("第1页　共3页", "第2页　共3页", "共3页"), [3]),
        (("2026 Page 1 of 3", "2026 Page 2 of 3", "2027 Page 3 of 3"), [3]),
        (("第1页　共1页",), []),
        (("第2页　共1页",), [1]),
    ],
)
def test_numbers_of_pages(footers: tuple[str, ...], wrong: list[int]) -> None:
    found = without_edges(_pages(*footers))
    assert [fault.values["page"] for fault in found.faults] == wrong
    assert all(body.endswith("甲") for body in found.bodies)


def test_what_ends_every_page_by_chance_is_no_footer() -> None:
    pages = [
        [*page[:-1], Line("考察：沟通", 62.0, 12.0), page[-1]] for page in _pages("第1页", "第2页", "第3页")
    ]
    assert all(body.endswith("考察：沟通") for body in without_edges(pages).bodies)


# Marks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "total", "right"),
    [((3, 5), 8, True), ((3, 4), 8, False), ((3, 5, 2, 3), 8, True), ((3, 1, 2, 5), 8, True), ((8, 3), 8, True), ((), 8, False)],
)  # fmt: skip
def test_points_add_up(marks: tuple[float, ...], total: float, right: bool) -> None:
    assert adds_up(marks, total) is right


def test_marks_in_both_languages() -> None:
    assert said_marks("（8分）(1mark)（2.5分）(10marks)8分") == [8, 1, 2.5, 10]
    assert heading_says("一、2026届题（共5题，每题8分，总分40分）", "2026届题", 5, 8)
    assert not heading_says("一、2026届题（共5题，每题9分，总分40分）", "2026届题", 5, 8)


# Candidates -------------------------------------------------------------------------------------------


def test_a_value_stands_by_itself() -> None:
    assert says("姓名 李华 准考证号 1001", "李华")
    assert not says("姓名 李华明 准考证号 11001", "李华")
    assert not says("姓名 李华明 准考证号 11001", "1001")
    assert says("准考证号 110101****\n****1234 考场", shown_as("id", "110101199003071234")[1])


def test_shares_of_points_and_of_their_own_points() -> None:
    said = [
        (False, "先问清缘由（3分）"),
        (False, "再约定：（5分）"),
        (True, "写下（2分）"),
        (True, "复查（3分）"),
    ]
    assert shares_right(worths(said), 8)
    assert not shares_right(worths([*said[:3], (True, "复查（4分）")]), 8)
    assert not shares_right(worths(said), 9)
    assert shares_right(worths([(False, "先问清缘由"), (True, "写下")]), 8)


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (("7～8分", "4～6分", "0～3分"), True),
        (("7–8 marks", "0–3 marks"), True),
        (("8分", "0～7分"), True),
        (("7～9分", "0～3分"), False),
        (("7～8分", "4～7分"), False),
        (("8～7分",), False),
    ],
)
def test_levels(said: tuple[str, ...], right: bool) -> None:
    found = [level(squeezed(text)) for text in said]
    assert all(found)
    assert levels_right([each for each in found if each], 8) is right


def test_the_total_at_the_front() -> None:
    assert total_said("考试时间：60分钟　　满分：100分") == [100]
    assert total_said("Time: 60 minutes    Total: 100 marks") == [100]
    assert total_said("每题8分，共5题") == []
