"""Control characters of a stranger's document never reach the bank, be it in a text or in a comment that quotes one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report
from generator.exchange.bring_in import Wish, bring_in

if TYPE_CHECKING:
    from pathlib import Path


def brought(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return bring_in(Wish([file], folder / "bank.yaml"), Report()).text


def test_a_comment_quotes_no_control_characters(tmp_path: Path) -> None:
    text = brought(
        tmp_path,
        "a.txt",
        "一、判断题\n1. 收到投诉要先道歉。\n答案：是\x81是\x9f非\n2. 不必登记。\n答案：错\n",
    )
    assert "看不懂这个答案" in text
    assert not {"\x81", "\x9f"} & set(text)


def test_our_own_markdown_is_cleaned(tmp_path: Path) -> None:
    text = brought(
        tmp_path,
        "a.md",
        "---\nbank: b\n---\n\n# 题库\n\n## 常识\n\n### 1. b.one\n\n> 题型：论述题 · 标\ufdd0：甲\n\n怎么办？\n",
    )
    assert "怎么办" in text
    assert "\ufdd0" not in text
