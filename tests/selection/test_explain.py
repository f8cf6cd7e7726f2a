"""What is said when no paper can be drawn, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli.console import shown
from generator.selection import assign
from tests.selection.factory import bank, blueprint, drawn, question, questions, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.blueprint import SectionSpec
    from generator.model.question import Question


def said(sections: Sequence[SectionSpec], listed: Sequence[Question], language: str) -> list[str]:
    forms, report = drawn(blueprint(*sections), bank(listed))
    assert not forms
    return [shown(d, language).replace("bank.yaml:1:1: ", "") for d in report.diagnostics]


def clique(count: int, category: str) -> list[Question]:
    names = [f"{category}{k:02d}" for k in range(count)]
    return [question(name, category, enemies=[n for n in names if n != name]) for name in names]


HARD = [
    question(f"h{k}", "甲", tags=["电商"] if k < 4 else [], difficulty=3 if k < 2 else 1) for k in range(6)
]

CASES = {
    "filters": (
        [section("情景题", 3, "甲", tags=("电商",), difficulty=(2, 3))],
        HARD,
        "错误[section-short]: “情景题”还需 3 题，能用的只有 2 题。"
        "筛选：category 甲 剩 6 题，difficulty 2/3 剩 2 题，tags 电商 剩 2 题。占用：无\n"
        "  提示: 放宽 from，减少 draw 的题数，或往题库里补题",
        "error[section-short]: “情景题” needs 3 more questions, only 2 can be used. Filter: category 甲 leaves 6, "
        "difficulty 2/3 leaves 2, tags 电商 leaves 2. Taken: none\n"
        "  hint: widen from, draw fewer, or add questions to the bank",
    ),
    "no filter": (
        [section("s", 3)],
        questions(2),
        "错误[section-short]: “s”还需 3 题，能用的只有 2 题。筛选：未加筛选（共 2 题）。占用：无",
        "error[section-short]: “s” needs 3 more questions, only 2 can be used. Filter: none (2 questions). Taken: none",
    ),
    "taken": (
        [
            section("一", 3, "甲", exclude=["q00000"]),
            section("二", 1, "乙", pinned=["q00001"]),
            section("三", 1, "乙", pinned=["r"]),
        ],
        [*questions(3), question("q9", enemies=["r"]), question("r", "乙")],
        "错误[section-short]: “一”还需 3 题，能用的只有 1 题。筛选：category 甲 剩 4 题。"
        "占用：exclude 去掉 1 题，“二”指定了 1 题，1 题与指定的题互斥（q9 × r）",
        "error[section-short]: “一” needs 3 more questions, only 1 can be used. Filter: category 甲 leaves 4. "
        "Taken: exclude takes 1, “二” pins 1, 1 are enemies of pinned ones (q9 × r)",
    ),
    "rivals": (
        [section("一", 2, "甲"), section("二", 3, ("甲", "乙")), section("三", 1, "丙")],
        [*questions(3), *questions(1, "乙", 5), *questions(1, "丙", 8)],
        "错误[sections-rival]: 这几个部分共需 5 题，合在一起只有 4 题可用：“一”要 2 题（可用 3 题），“二”要 3 题（可用 4 题）",
        "error[sections-rival]: these sections need 5 questions together and have 4 between them: “一” needs 2 of 3, "
        "“二” needs 3 of 4",
    ),
    "enemies": (
        [section("紧", 2, "乙"), section("一", 2, "甲"), section("松", 3, "丙")],
        [*clique(4, "甲"), *questions(2, "乙"), *questions(9, "丙", 10)],
        "错误[enemies-block]: 题目够数，但避不开互斥题（共 6 对，如 甲00 × 甲01, 甲00 × 甲02, 甲00 × 甲03, …）："
        "“一”要 2 题（可用 4 题）",
        "error[enemies-block]: there are enough questions, but enemies cannot be kept apart (6 pairs, such as "
        "甲00 × 甲01, 甲00 × 甲02, 甲00 × 甲03, …): “一” needs 2 of 4",
    ),
    "enemies across": (
        [section("一", 1, "甲"), section("二", 1, "乙"), section("三", 1, "丙")],
        [question("a", "甲", enemies=["b"]), question("b", "乙"), question("c", "丙")],
        "错误[enemies-block]: 题目够数，但避不开互斥题（共 1 对，如 a × b）：“一”要 1 题（可用 1 题），“二”要 1 题（可用 1 题）",
        "error[enemies-block]: there are enough questions, but enemies cannot be kept apart (1 pairs, such as a × b): "
        "“一” needs 1 of 1, “二” needs 1 of 1",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_why_there_is_no_paper(name: str) -> None:
    sections, listed, zh, en = CASES[name]
    (in_zh,), (in_en,) = said(sections, listed, "zh"), said(sections, listed, "en")
    assert in_zh.startswith(zh)
    assert in_en.startswith(en)
    assert "\n  提示: " in in_zh
    assert "\n  hint: " in in_en


def test_a_search_given_up_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assign, "MOST_STEPS", 100)
    listed = [*clique(12, "甲"), *clique(12, "乙")]
    sections = [section("一", 2, ("甲", "乙")), section("二", 1, ("甲", "乙"))]
    (in_zh,), (in_en,) = said(sections, listed, "zh"), said(sections, listed, "en")
    assert in_zh.startswith("错误[enemies-cut]: 互斥题太多（共 132 对")
    assert "within the bound of the search: “一” needs 2 of 24, “二” needs 1 of 24" in in_en
    monkeypatch.undo()
    (in_en,) = said(sections, listed, "en")
    assert in_en.startswith("error[enemies-block]")


def test_every_short_section_is_told() -> None:
    assert (
        len(
            said(
                [section("一", 4, "甲"), section("二", 4, "乙")],
                [*questions(1), *questions(2, "乙", 5)],
                "zh",
            )
        )
        == 2
    )


@pytest.mark.parametrize(
    ("sections", "codes"),
    [
        ([section("s", 1, "甲", pinned=["q0000"])], ["unknown-question"]),
        ([section("s", 1, "甲", exclude=["q0000"])], ["unknown-question"]),
        ([section("s", 1, pinned=["q00000"]), section("t", 1, pinned=["q00000"])], ["pinned-twice"]),
        ([section("s", 1, pinned=["q00000"], exclude=["q00000"])], ["pinned-and-excluded"]),
        ([section("s", 1, pinned=["x"]), section("t", 1, pinned=["y"])], ["pinned-enemies"]),
        ([section("s", 1, pinned=["q00000", "q00001"])], ["too-many-pinned"]),
        ([section("s", 1, "申")], ["unknown-value"]),
        ([section("s", 1, "申", pinned=["q0000"]), section("t", 1, tags=("z",))], ["unknown-value"] * 2 + ["unknown-question"]),
    ],
)  # fmt: skip
def test_slips_in_a_blueprint(sections: list[SectionSpec], codes: list[str]) -> None:
    listed = [*questions(3), question("x", enemies=["y"]), question("y")]
    forms, report = drawn(blueprint(*sections), bank(listed))
    assert not forms
    assert [d.code for d in report.diagnostics] == codes
    for language in ("zh", "en"):
        assert all("{" not in shown(d, language) for d in report.diagnostics)
