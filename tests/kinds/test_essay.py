from __future__ import annotations

from fractions import Fraction

import pytest


def test_it_is_the_default_and_has_lines(question) -> None:
    essay = question("stem: 怎么办？\nanswer: 先安抚。\nlines: 12")
    assert essay.prompt.type == "essay"
    assert essay.prompt.lines == 12
    assert question("stem: 怎么办？\nanswer: 先安抚。").prompt.lines is None


def test_an_answer_is_prose_or_points_or_both(question) -> None:
    prose = question("stem: 怎么办？\nanswer: |\n  先安抚。\n\n  再核实。").solution
    assert (prose.text.markdown, prose.points) == ("先安抚。\n\n再核实。", ())
    points = question("stem: 怎么办？\nanswer: [先安抚, {text: 再核实, marks: 3}]").solution
    assert points.text is None
    assert [(p.text.markdown, p.marks) for p in points.points] == [("先安抚", None), ("再核实", Fraction(3))]
    both = question(
        "stem: 怎么办？\nanswer:\n  text: 三步。\n  numbering: ①\n"
        "  points:\n    - text: 措施\n      points: [回电, 复盘]"
    ).solution
    assert both.text.markdown == "三步。"
    assert both.point_numbering == "①"
    assert [p.text.markdown for p in both.points[0].points] == ["回电", "复盘"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("stem: 怎么办？", ["0:5 missing-field"]),
        ("stem: 怎么办？\nanswer:", ["2:12 empty-field"]),
        ("stem: 怎么办？\nanswer: {}", ["2:13 empty-field"]),
        ("stem: 怎么办？\nanswer: {numbering: ①}", ["2:13 missing-answer"]),
        ("stem: 怎么办？\nanswer: {text: ''}", ["2:20 empty-field"]),
        ("stem: 怎么办？\nanswer: {第一步: 安抚, 第二步: 核实}", ["2:13 fields-for-text"]),
        ("stem: 怎么办？\nanswer:\n  - 第一步: 安抚", ["3:9 colon-in-text"]),
        (
            "stem: 怎么办？\nanswer:\n  - 第一步: 安抚\n    marks: 3",
            ["3:9 unknown-field", "3:9 missing-field"],
        ),
        (
            "stem: 怎么办？\nanswer: ['', {marks: 3}, [甲]]",
            ["2:14 empty-point", "2:18 missing-field", "2:30 list-for-text"],
        ),
        ("stem: 怎么办？\nanswer: 甲\noptions: [甲, 乙]", ["3:5 field-of-other-type"]),
        ("stem: 怎么办？\nanswer: 甲\nlines: 201", ["3:12 out-of-range"]),
    ],
)
def test_faults(faults, fields: str, expected: list[str]) -> None:
    assert faults(fields) == expected
