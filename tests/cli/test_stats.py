"""`exampaper stats`: tables for people, numbers for programs."""

from __future__ import annotations

import json
from math import comb, log10
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]

BANK = """\
bank: counted
title: 数一数
questions:
  - {id: a1, category: 情景应变, stem: 甲, answer: 答, difficulty: 3, minutes: 5, marks: 2.5, tags: ["[red]线上", 热线]}
  - {id: a2, category: 情景应变, stem: 乙, answer: {points: [先听]}, analysis: 析, tags: [热线], competencies: [倾听]}
  - {id: a3, category: 业务, type: true_false, stem: 丙, answer: 对, difficulty: 1, marks: 2, enemies: [a1]}
  - {id: a4, stem: 丁, answer: 答, levels: [{name: 好, marks: 1-2, text: 全}, {name: 差, marks: 0, text: 缺}], marks: 2}
"""
LAYOUT = """\
layout: pick
title: 挑一挑
sections:
  - {title: 第一部分, draw: 2}
  - {title: 第二部分, draw: 1x2, questions: [a4]}
"""
SHOWN = """\
Banks: 1. Questions: 4.

                    true
Category   essay   false   Total
────────────────────────────────
情景应变       2       -       2
业务           -       1       1
none           1       -       1
Total          3       1       4

Difficulty    1 (1)  3 (1)  none (2)
Competencies  倾听 (1)  none (3)
Tags          热线 (2)  [red]线上 (1)  none (2)
Marks         2 (2)  2.5 (1)  none (1)
Minutes       5 (1)  none (3)
With          analysis (1)  points (1)  levels (1)  enemies (1)

pick  挑一挑

                                   Papers without
Section    Draws   Pinned   Pool          repeats
─────────────────────────────────────────────────
第一部分       2        -      3                1
第二部分     1×2        1      3                -

Different papers: 2.
Papers that share no question: at most 1 (pinned ones aside).
"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bank.yaml").write_text(BANK, encoding="utf-8")
    (tmp_path / "layout.yaml").write_text(LAYOUT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def test_tables(house: Path, exampaper: Exampaper) -> None:
    assert exampaper("stats", "bank.yaml", "layout.yaml") == (0, SHOWN, "")
    assert (
        exampaper("stats", ".")
        == exampaper("stats", "bank.yaml", "--layout", "layout.yaml")
        == (0, SHOWN, "")
    )
    said = exampaper("stats", "bank.yaml", "layout.yaml", "--lang", "zh").out
    assert said.startswith("1 个题库，4 道题。\n")
    assert "\n标签  热线 (2)  [red]线上 (1)  未写 (2)\n" in said
    assert said.endswith("不同的试卷：2 份。\n互不重题的试卷：至多 1 份（指定的题除外）。\n")


def test_numbers_for_programs(house: Path, exampaper: Exampaper) -> None:
    found = json.loads(exampaper("stats", "bank.yaml", "layout.yaml", "--json").out)
    assert found["ok"]
    assert found["banks"] == [{"bank": "counted", "questions": 4}]
    assert found["categories"][2] == {"value": None, "questions": 1, "types": {"essay": 1, "true_false": 0}}
    assert found["marks"] == [
        {"value": 2, "questions": 2},
        {"value": 2.5, "questions": 1},
        {"value": None, "questions": 1},
    ]
    assert found["with"] == {
        "analysis": 1, "points": 1, "highlights": 0, "levels": 1, "follow_ups": 0, "enemies": 1,
    }  # fmt: skip
    (layout,) = found["layouts"]
    assert (layout["layout"], layout["papers"], layout["exact"], layout["variants"]) == ("pick", 2, True, 1)
    assert layout["sections"][1] == {
        "title": "第二部分", "count": 1, "pinned": 1, "pool": 3, "papers_without_repeats": None,
    }  # fmt: skip


def many(house: Path, count: int, draw: int) -> None:
    lines = ["bank: many", "questions:"]
    lines += [
        f"  - {{id: q{k}, category: 第{k // 2}类很长很长的名字, stem: 题, answer: 答, tags: [很长很长的标签名字{k}]}}"
        for k in range(count)
    ]
    (house / "bank.yaml").write_text("\n".join(lines), encoding="utf-8")
    (house / "layout.yaml").write_text(
        f"layout: x\ntitle: y\nbanks: bank.yaml\nsections: [{{title: z, draw: {draw}}}]\n", encoding="utf-8"
    )


def test_much_is_told_in_short(house: Path, exampaper: Exampaper, monkeypatch: pytest.MonkeyPatch) -> None:
    many(house, 200, 100)
    for width, language in (("80", "zh"), ("80", "en"), ("30", "en")):
        monkeypatch.setenv("COLUMNS", width)
        lines = exampaper("stats", "layout.yaml", "--lang", language).out.splitlines()
        assert len(lines) < 50
        assert max(map(cell_len, lines)) <= 80
        assert not any("…" in line for line in lines)
        assert any(line.split() == ["81", "others", "162", "162"] for line in lines) == (language == "en")
    assert "Different papers: about 9.0×10^58." in lines
    (layout,) = json.loads(exampaper("stats", "layout.yaml", "--json").out)["layouts"]
    assert layout["papers"] is None
    assert layout["papers_log10"] == pytest.approx(log10(comb(200, 100)))


def test_a_layout_that_cannot_be_drawn(house: Path, exampaper: Exampaper) -> None:
    many(house, 3, 4)
    built, ran = (exampaper(command, "layout.yaml") for command in ("build", "stats"))
    assert ran.status == 1
    assert ran.err.startswith("layout.yaml:4:12: error[section-short]: ")
    assert built.err.startswith(ran.err)
    assert ran.out.endswith("\nNo paper can be drawn.\n")
    found = json.loads(exampaper("stats", "layout.yaml", "--json").out)
    assert (found["ok"], found["layouts"][0]["papers"]) == (False, 0)
    assert [d["code"] for d in found["diagnostics"]] == ["section-short"]


def test_what_cannot_be_counted(house: Path, exampaper: Exampaper) -> None:
    for arguments, code in (
        (["layout.yaml"], "no-banks"),
        (["none.yaml"], "file-missing"),
        (["--layout", "bank.yaml"], "is-a-bank"),
    ):
        ran = exampaper("stats", *arguments)
        assert (ran.status, ran.out) == (1, "")
        assert f"error[{code}]" in ran.err
    assert exampaper("stats").status == 2
    (house / "bank.yaml").write_text("bank: x\nquestions: [{id: a, stem: b, answr: c}]\n", encoding="utf-8")
    (house / "layout.yaml").write_text(
        LAYOUT.replace("sections", "banks: bank.yaml\nsections"), encoding="utf-8"
    )
    assert exampaper("stats", ".").err.endswith("1 error; nothing was written.\n")


def test_gaps_are_told_and_their_questions_counted(tmp_path: Path, exampaper: Exampaper) -> None:
    bank = tmp_path / "gaps.yaml"
    bank.write_text(
        "bank: g\nquestions:\n  - {id: a, stem: 甲, answer: }\n  - {id: b, stem: , answer: 乙}\n", "utf-8"
    )
    ran = exampaper("stats", str(bank), "--json")
    assert (ran.status, json.loads(ran.out)["questions"]) == (0, 2)
    assert [d["severity"] for d in json.loads(ran.out)["diagnostics"]] == ["warning", "warning"]
    bank.write_text(bank.read_text("utf-8").replace("answer: 乙", "answers: 乙"), "utf-8")
    assert exampaper("stats", str(bank)).status == 1
