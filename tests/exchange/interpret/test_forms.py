"""Places to write in are left out; the label of an answer whose text stands below is none of them."""

from __future__ import annotations

from generator.exchange.interpret.lines.furniture import without_forms
from generator.exchange.line import Line


def _left(*words: str) -> list[str]:
    lines = [Line(text, number, role="text" if text else "blank") for number, text in enumerate(words, 1)]
    return [line.text for line in without_forms(lines)[1]]


def test_places_that_come_again_are_left_out() -> None:
    assert _left("1. 问？", "得分：____", "2. 问？", "得分：____") == ["得分：____"] * 2
    assert _left("1. Q?", "Notes: ______", "2. Q?", "Notes: ______") == ["Notes: ______"] * 2


def test_labels_over_text_are_kept() -> None:
    assert _left("1. 问？", "2.答案：", "• 一点。", "1. 问？", "2.答案：", "• 一点。") == []
    assert _left("1. 问？", "评分标准：", "1. 一点。", "2. 问？", "评分标准：", "1. 一点。") == []
    assert _left("1. 问？", "得分：____") == []
