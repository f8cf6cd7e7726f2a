"""Our own Markdown: what it looks like, what a person may change in it, and that no text gets out of its place."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from generator.bank import load
from generator.diagnostics import Report
from generator.exchange import markdown
from generator.exchange.yaml.tree import question, tree

if TYPE_CHECKING:
    from generator.exchange.intake import Intake

HEAD = "---\nbank: small\ntitle: 小题库\n---\n\n# 小题库\n\n"
ONE = (
    HEAD
    + "## 情景\n\n### 1. a1\n\n> 题型：单选题 · 难度：3\n\n哪项？\n\n**选项**\n\n- A. 甲\n- B. 乙\n\n**答案**：B\n"
)


def read(text: str) -> Intake:
    found = markdown.read(text.encode(), "bank.md", Report())
    assert found is not None
    return found


def one(text: str) -> dict[str, object]:
    (asked,) = read(text).bank.questions
    return question(asked, "zh-CN")


@pytest.mark.parametrize("path", sorted(Path("banks").glob("*.yaml")), ids=lambda path: path.stem)
def test_real_banks(path: Path) -> None:
    (bank,) = load([(path, str(path))], Report())
    report = Report()
    data = markdown.write(bank, path.parent, report)
    found = read(data.decode())
    assert tree(found.bank) == tree(bank)
    assert found.left_out == ()
    assert {origin.confidence for origin in found.origins} == {1.0}
    assert report.diagnostics == []


def test_what_a_person_may_change() -> None:
    assert one(ONE) == {
        "id": "a1", "type": "single_choice", "category": "情景", "stem": "哪项？", "options": ["甲", "乙"], "difficulty": "3",
        "answer": "B",
    }  # fmt: skip
    text = (
        ONE.replace("\n", "\r\n")
        .replace("### 1. a1", "###   a1  ")
        .replace("**答案**：B", "**答案：** B\n\n**解析**\n第一行\n第二行\n\n\n")
    )
    changed = one(text.replace("难度：3", "难度: 难 · 出题人：张三 "))
    assert changed == one(ONE) | {"difficulty": "4", "analysis": "第一行\n第二行", "note": "出题人：张三"}
    assert [left.text for left in read(ONE.replace("## 情景", "写给自己的话\n\n## 情景")).left_out] == [
        "写给自己的话"
    ]


def test_a_question_without_anything_is_told_of() -> None:
    found = read(HEAD + "### 1. a1\n\n### 2.\n\n怎么办？\n")
    assert [[told.code for told in origin.doubts] for origin in found.origins] == [
        ["import-no-stem", "import-no-answer"], ["import-no-answer"],
    ]  # fmt: skip
    assert [(origin.first.line, origin.last.line) for origin in found.origins] == [(8, 8), (10, 12)]
    assert read(HEAD).bank.questions == ()


@pytest.mark.parametrize(
    "text", ["**答案**：B", "### 2. b", "\\## x", "\\", "**解析**", "> 题型：论述题", "\\**备注**"]
)
def test_texts_that_look_like_markup_of_ours(text: str, tmp_path: Path) -> None:
    import yaml

    path = tmp_path / "bank.yaml"
    asked = {
        "id": "a",
        "stem": f"{text}\n{text}",
        "answer": {"text": text, "points": [f"{text}\n- {text}"]},
        "note": f"一\n{text}",
    }
    path.write_text(yaml.dump({"bank": "b", "questions": [asked]}, allow_unicode=True), encoding="utf-8")
    (bank,) = load([(path, "bank.yaml")], Report())
    found = read(markdown.write(bank, tmp_path, Report()).decode())
    assert tree(found.bank) == tree(bank)


def test_others_are_read_as_prose() -> None:
    found = read("# 题库\n\n## 一、情景题\n\n1. 怎么办？\n\n答案：先听。\n\n2. 然后呢？\n\n答案：再说。\n")
    assert len(found.bank.questions) == 2


@pytest.mark.parametrize("sign", [" ", "\\", "**答案**", "·", '："', "#", "| ", "- A. "])
def test_time_grows_with_the_lines_only(sign: str) -> None:
    long = sign * (1_000_000 // len(sign))
    start = time.process_time()
    read(
        f"{HEAD}## {long}x\n\n### 1. {long}x\n\n> {long}x\n\n{long}x\n\n**得分点**\n\n{long}x\n\n**解析**：{long}x\n"
    )
    assert time.process_time() - start < 6
