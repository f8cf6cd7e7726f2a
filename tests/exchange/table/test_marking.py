"""Mark schemes of strangers: points and levels, whatever the column is called."""

from __future__ import annotations

from typing import Any

import pytest

from tests.exchange.table.test_foreign import row


def point(text: str, marks: int) -> dict[str, str]:
    return {"text": text, "marks": str(marks)}


@pytest.mark.parametrize(
    ("cell", "marks", "points", "told"),
    [
        ("周密（5分），明确（5分），应急（5分）", "15", [("周密", 5), ("明确", 5), ("应急", 5)], []),
        ("①听（3分）②说（3分）③做（4分）", "10", [("听", 3), ("说", 3), ("做", 4)], []),
        ("及时（4分）；带方案（4分）；不推责（2分）", "10", [("及时", 4), ("带方案", 4), ("不推责", 2)], []),
        (
            "及时（4分）：当天；态度（6分）：礼貌，周到",
            "10",
            [("及时：当天", 4), ("态度：礼貌，周到", 6)],
            [],
        ),
        ("周密5分，明确5分", "10", [("周密", 5), ("明确", 5)], []),
        ("a (3 marks), b (2 marks)", "5", [("a", 3), ("b", 2)], []),
        ("周密（5分），明确（5分）", "20", [("周密", 5), ("明确", 5)], ["table-points-sum"]),
        ("周密（5分），明确（5分）", "", [("周密", 5), ("明确", 5)], ["table-points-parted"]),
    ],
)
def test_points_in_one_line(cell: str, marks: str, points: list[tuple[str, int]], told: list[str]) -> None:
    found = row("题目 答案 评分标准 分值", "怎么办？", "先听。", cell, marks)
    assert found["answer"]["points"] == [point(*one) for one in points]
    assert found["codes"] == told


@pytest.mark.parametrize(
    "cell", ["1. 态度（5分）：礼貌（2分）、耐心（3分）", "周密5分，明确4分", "听（3分），其余酌情给分"]
)
def test_marks_that_are_not_read_are_told(cell: str) -> None:
    assert row("题目 答案 得分点 分值", "怎么办？", "先听。", cell, "10")["codes"] == ["table-marks-inside"]


@pytest.mark.parametrize("column", ["评分标准", "评分要点", "评分档"])
@pytest.mark.parametrize("sign", ["\n", "；", "；\n"])
@pytest.mark.parametrize("numbers", [("", "", ""), ("1. ", "2. ", "3. ")])
def test_levels_under_any_header(column: str, sign: str, numbers: tuple[str, ...]) -> None:
    if numbers[0] and sign == "；":
        return
    said = ("优秀（13-15分）：冷静，有预案", "良好（10-12分）：单一", "一般（0-9分）：慌乱")
    cell = sign.join(f"{number}{level}" for number, level in zip(numbers, said, strict=True))
    found: dict[str, Any] = row(f"题目 答案 {column} 分值", "怎么办？", "先听。", cell, "15")
    assert [(level["name"], level["marks"], level["text"].rstrip("；")) for level in found["levels"]] == [
        ("优秀", "13-15", "冷静，有预案"),
        ("良好", "10-12", "单一"),
        ("一般", "0-9", "慌乱"),
    ]
    assert found["answer"] == "先听。"
    assert found["codes"] == ([] if column == "评分档" else ["table-levels"])


def test_levels_where_there_are_levels_already_are_kept_in_the_note() -> None:
    found = row(
        "题目 答案 评分标准 评分档",
        "怎么办？",
        "听。",
        "优（8-10分）：好\n差（0-7分）：坏",
        "优（9-10分）：好",
    )
    assert found["answer"] == "听。"
    assert found["note"].startswith("评分标准：优（8-10分）")
    assert sorted(found["codes"]) == ["quiz-noted", "table-cell-unclear"]


def test_an_answer_that_bears_all_marks_is_points() -> None:
    found = row("题目 答案 分值", "怎么办？", "及时（4分）；带方案（6分）", "10")
    assert found["answer"] == [point("及时", 4), point("带方案", 6)]
    assert found["codes"] == ["import-points"]
