"""Marks that contradict one another inside a question, and those that do not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading import bank_of

if TYPE_CHECKING:
    from pathlib import Path


def faults(folder: Path, fields: str) -> list[str]:
    content = f"bank: demo\nquestions:\n  - {{id: q1, stem: 甲, {fields}}}\n"
    return [fault.split()[1] for fault in bank_of(content, folder)[1]]


@pytest.mark.parametrize(
    ("marks", "shares", "expected"),
    [
        ("8", "[3, 3, 2]", []),
        ("8", "[3, 3, 3]", ["points-sum"]),
        ("8", "[3, 3, 1]", ["points-sum"]),
        ("8", "[3, ~, ~]", []),
        ("8", "[8, ~]", ["nothing-left"]),
        ("8", "[9, ~]", ["points-sum"]),
        ("8", "[~, ~]", []),
        ("2.5", "[1, 1.5]", []),
        ("0.3", "[0.5]", ["marks-by-halves"]),
        ("1", "[0.25, 0.75]", ["marks-by-halves"] * 2),
        ("~", "[3, 3, 3]", []),
        ("0", "[0]", ["marks-not-positive"]),
    ],
)
def test_points(tmp_path: Path, marks: str, shares: str, expected: list[str]) -> None:
    points = ", ".join(f"{{text: 点, marks: {share}}}" for share in shares.strip("[]").split(", "))
    assert faults(tmp_path, f"marks: {marks}, answer: [{points}]") == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("[2, 1]", []),
        ("[2, 2]", ["points-sum"]),
        ("[2, ~]", []),
        ("[3, ~]", ["nothing-left"]),
        ("[~, ~]", []),
    ],
)
def test_points_in_points(tmp_path: Path, inner: str, expected: list[str]) -> None:
    points = ", ".join(f"{{text: 点, marks: {share}}}" for share in inner.strip("[]").split(", "))
    assert faults(tmp_path, f"answer: [{{text: 甲, marks: 3, points: [{points}]}}]") == expected


@pytest.mark.parametrize(
    ("marks", "levels", "expected"),
    [
        ("8", ["7-8", "4-6", "0-3"], []),
        ("8", ["7-8", "0-3"], []),  # a gap is no fault
        ("8", ["8", "7", "0"], []),
        ("8", ["7-9", "0-3"], ["level-above"]),
        ("8", ["7-8", "4-7"], ["level-order"]),
        ("8", ["0-3", "7-8"], ["level-order"]),
        ("8", ["8-7"], ["bad-range"]),
        ("8", ["很好"], ["bad-range"]),
        ("8", ["7-" + "9" * 5000], ["bad-range"]),
        ("~", ["7-900"], []),  # nothing says how many marks there are
        ("8", ["7 到 8 分", "4–6", "1～3"], []),
    ],
)
def test_levels(tmp_path: Path, marks: str, levels: list[str], expected: list[str]) -> None:
    listed = ", ".join(f"{{name: 档, marks: {level}, text: 甲}}" for level in levels)
    assert faults(tmp_path, f"marks: {marks}, answer: 乙, levels: [{listed}]") == expected


def test_levels_against_the_sum_of_points(tmp_path: Path) -> None:
    points = "answer: [{text: 甲, marks: 3}, {text: 乙, marks: 2}]"
    assert faults(tmp_path, f"{points}, levels: [{{name: 好, marks: 5, text: 丙}}]") == []
    assert faults(tmp_path, f"{points}, levels: [{{name: 好, marks: 5-6, text: 丙}}]") == ["level-above"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "marks: 8, answer: [{text: 甲, points: [{text: 乙, marks: 5}, {text: 丙, marks: 5}]}]",
            ["points-sum"],
        ),
        ("marks: 8, answer: [{text: 甲, points: [{text: 乙, marks: 5}, {text: 丙, marks: 3}]}]", []),
        (
            "answer: [{text: 甲, marks: 12}, 乙], levels: [{name: 好, marks: 7-8, text: 丙}]",
            ["points-sum"],
        ),
        (
            "answer: [{text: 甲, points: [{text: 乙, marks: 5}]}, {text: 丙, marks: 5}], "
            "levels: [{name: 好, marks: 11-12, text: 丁}]",
            ["level-above"],
        ),
        ("answer: 甲, levels: [{name: 好, marks: 7.25-8, text: 丙}]", ["marks-by-halves"]),
    ],
)
def test_points_are_worth_what_their_own_points_add_up_to(
    tmp_path: Path, fields: str, expected: list[str]
) -> None:
    assert faults(tmp_path, fields) == expected
