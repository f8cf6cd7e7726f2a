"""What a line may be, judged by itself: numbers, labels, headings, entries of keys."""

from __future__ import annotations

from fractions import Fraction

import pytest

from generator.exchange.interpret.lexers.earning import earned
from generator.exchange.interpret.lexers.entries import entries_of, series_of
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.given import given_in
from generator.exchange.interpret.lexers.headings import heading_of
from generator.exchange.interpret.lexers.labels import label_at, labels_inside
from generator.exchange.interpret.lexers.levels import head_of, heads_in
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.interpret.lexers.truths import truth_at, truth_of


@pytest.mark.parametrize(
    ("text", "manner", "value", "rest"),
    [
        ("1.请", "1.", 1, "请"),
        ("１２．请", "1.", 12, "请"),
        ("3、请", "1.", 3, "请"),
        ("1.2024年，某公司", "1.", 1, "2024年，某公司"),
        ("（3）请", "(1)", 3, "请"),
        ("3）请", "1)", 3, "请"),
        ("③请", "①", 3, "请"),
        ("⑶请", "(1)", 3, "请"),
        ("十二、请", "一、", 12, "请"),
        ("（二）请", "(一)", 2, "请"),
        ("第3题：请", "第1题", 3, "请"),
        ("第三题 请", "第1题", 3, "请"),
        ("【例3】请", "第1题", 3, "请"),
        ("题目三：请", "第1题", 3, "请"),
        ("Q3: why", "第1题", 3, "why"),
        ("Question 3. Why", "第1题", 3, "Why"),
        ("第二部分　综合", "part", 2, "综合"),
        ("Part B Reasoning", "part", 2, "Reasoning"),
        ("B．请", "A.", 2, "请"),
        ("(b) please", "a.", 2, "please"),
        ("• 请", "-", 0, "请"),
    ],
)
def test_numbers(text: str, manner: str, value: int, rest: str) -> None:
    found = number_at(flat(text), text)
    assert found is not None
    assert (found.manner, found.value, text[found.end :]) == (manner, value, rest)


@pytest.mark.parametrize(
    "text",
    [
        "1.5倍的加班费",
        "2024年，某公司",
        "10:30，大厅",
        "3个村",
        "3 个村",
        "第一题的难点",
        "一是合同",
        "A公司",
        "B5纸",
        "100元",
    ],
)
def test_what_only_begins_with_digits_is_no_number(text: str) -> None:
    assert number_at(flat(text), text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("答案：B", "answer"),
        ("【参考答案】", "answer"),
        ("参考答案", "answer"),
        ("答 案：B", "answer"),
        ("答：好", "answer"),
        ("答题要点：", "points"),
        ("得分点", "points"),
        ("答案与解析：", "umbrella"),
        ("【解析】因为", "analysis"),
        ("考查点：沟通", "competencies"),
        ("高分要点：", "highlights"),
        ("追问1：为什么", "follow_ups"),
        ("評分標準：", "scheme"),
        ("Model answer:", "answer"),
        ("Follow-up questions:", "follow_ups"),
        ("What to look for", "points"),
        ("正确答案是：B", "answer"),
    ],
)
def test_labels(text: str, kind: str) -> None:
    found = label_at(flat(text))
    assert found is not None
    assert found.kind == kind


@pytest.mark.parametrize(
    "text",
    [
        "答案并不唯一，言之成理即可",
        "时间",
        "思考题：",
        "问题出在流程",
        "考察能力强的人",
        "Answering the phone:",
    ],
)
def test_what_is_no_label(text: str) -> None:
    assert label_at(flat(text)) is None


def test_labels_inside_a_line() -> None:
    text = "【答案】B 【解析】因为甲。难度：易"
    assert [text[place:][:4] for place in labels_inside(flat(text), 4)] == ["【解析】", "难度：易"]


@pytest.mark.parametrize(
    ("text", "title", "count", "each", "total"),
    [
        ("一、情景应变题（共5题，每题8分，总分40分）", "情景应变题", 5, 8, 40),
        ("二、团队管理题(每题10分,共4题)", "团队管理题", 4, 10, None),
        ("（一）论述（总分４０分，共４题，每题１０分）", "论述", 4, 10, 40),
        (
            "一、单项选择题：本大题共20小题，每小题1分，共20分。在每小题给出的选项中选出一项。",
            "单项选择题",
            20,
            1,
            20,
        ),
        ("Part A: Reasoning (5 questions, 8 marks each)", "Reasoning", 5, 8, None),
        ("情景题【5题×8分=40分】", "情景题", 5, 8, 40),
        ("三、案例题（第11-12题，每题20分）", "案例题", 2, 20, None),
        ("四、论述题（30分）", "论述题", 0, None, 30),
        ("第一部分　专业知识", "专业知识", 0, None, None),
    ],
)
def test_headings(text: str, title: str, count: int, each: int | None, total: int | None) -> None:
    words = flat(text)
    found = heading_of(words, text, number_at(words, text), 0, False)
    assert found is not None
    assert found.cost < 1.0
    figures = (found.count, found.each, found.total)
    assert (found.title, *figures) == (title, count, each and Fraction(each), total and Fraction(total))


def test_a_question_under_a_chinese_number_does_not_look_like_a_heading() -> None:
    text = "一、请谈谈你对领导力的理解？（10分）"
    found = heading_of(flat(text), text, number_at(flat(text), text), 0, False)
    assert found is None or found.cost > 3.0


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("1-5 ABCDA", "a b c d a"),
        ("1—3：ＡＢ ACD BC", "ab acd bc"),
        ("1. B 2. C 3. A", "b c a"),
        ("1.√；2.×；3.√", "√ × √"),
        ("1. A、B、D　2. B", "a、b、d b"),
        ("8~10：对错对", "对 错 对"),
    ],
)
def test_entries(text: str, answers: str) -> None:
    found = entries_of(flat(text), 0)
    assert found is not None
    assert [answer for _, answer in found.answers] == answers.split()


def test_a_range_with_too_few_letters_is_given_to_none() -> None:
    found = entries_of("1-3 ab", 0)
    assert found is not None
    assert found.answers == ((1, "1-3 ab"), (2, "1-3 ab"), (3, "1-3 ab"))


@pytest.mark.parametrize(
    ("text", "first", "answers"),
    [
        ("甲骨文　8．仁；墨子　9．咸阳", 7, "甲骨文 仁；墨子 咸阳"),
        ("7天；2. 12；3. 24", 1, "7天； 12； 24"),
        ("cat, dog  6  oak", 5, "cat,dog oak"),
        ("1. 首先 2. 其次", 3, ""),
        ("见第2章、第3章", 1, ""),
        ("四倍 5. 再加", 1, ""),
    ],
)
def test_series(text: str, first: int, answers: str) -> None:
    spans = series_of(flat(text), 0, first)
    assert [text[span.start : span.stop].replace(" ", "").strip() for span in spans] == answers.split(
        " "
    ) * bool(answers)
    assert [span.number for span in spans] == list(range(first, first + len(spans)))


@pytest.mark.parametrize("text", ["1.B", "1.甲公司 2.乙公司", "1-5 A", "2024-2025 B", "1. A man 2. A dog"])
def test_what_is_no_list_of_entries(text: str) -> None:
    assert entries_of(flat(text), 0) is None


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("周密（5分），明确（3分）", [("周密", 5), ("明确", 3)]),
        ("计划周密，5分；分工明确，2.5分。", [("计划周密，", 5), ("分工明确，", Fraction(5, 2))]),
        ("a plan (3 marks), a deadline [2 points]", [("a plan", 3), ("a deadline", 2)]),
        ("听（3分）；说（2分）。共5分", [("听", 3), ("说", 2)]),
        ("听（3分）；说（2分）。共6分", []),
        ("听（3分），其余酌情给分", []),
        ("优（5分）：三步齐全；良（3分）：缺一步", []),
        ("先听，再说", []),
    ],
)
def test_points_and_their_marks_in_one_line(text: str, points: list[tuple[str, Fraction]]) -> None:
    assert [(text[p.start : p.words].strip(), p.marks) for p in earned(flat(text))] == points


@pytest.mark.parametrize(
    ("text", "name", "low", "high", "rest"),
    [
        ("优秀（7-8分）：三步", "优秀", 7, 8, "三步"),
        ("2. 良好【5至6分】缺一步", "良好", 5, 6, "缺一步"),
        ("8～10分（优）：好", "优", 8, 10, "好"),
        ("差（4分以下）：答非所问", "差", 0, 4, "答非所问"),
        ("Excellent (9 to 10 marks): all", "Excellent", 9, 10, "all"),
    ],
)
def test_heads_of_levels(text: str, name: str, low: int, high: int, rest: str) -> None:
    head = head_of(flat(text))
    assert head is not None
    assert (text[slice(*head.name)], *head.marks, text[head.end :]) == (name, low, high, rest)


def test_levels_in_one_line() -> None:
    text = flat("优（8-10分）：好；中（5-7分）：尚可，差（0-4分）：坏")
    assert [text[at : at + 2] for at in heads_in(text)] == ["优(", "中(", "差("]
    assert heads_in(flat("能说出3条，每条2分。")) == []


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("组织措施不包括（ C ）。", ["c"]),
        ("下列正确的有【A、C】", ["a、c"]),
        ("地球是方的（×）", ["×"]),
        ("The earth is flat. (False)", ["false"]),
        ("选项【A】说得对吗", []),
        ("（A公司）与（乙方）", []),
        ("（一）怎么办（　　）", []),
    ],
)
def test_answers_in_brackets(text: str, given: list[str]) -> None:
    assert [words for words, _, _ in given_in(flat(text))] == given


def test_truths() -> None:
    assert [truth_of(words) for words in ("对。", "（√）", "Ｔ", "不正确", "Wrong", "对策", "")] == [
        *(True, True, True, False, False, None, None)
    ]
    assert truth_at(flat("错。理由在后")) == (False, 2)
    assert truth_at(flat("不对，应当先报")) == (False, 3)
    assert truth_at(flat("对方先报")) is None
