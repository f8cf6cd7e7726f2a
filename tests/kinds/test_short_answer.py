from __future__ import annotations

from generator import kinds


def test_it_is_answered_on_lines(question) -> None:
    short = question("type: short_answer\nstem: 什么是首问负责？\nanswer: 谁接谁跟到底。\nlines: 3")
    assert short.prompt.type == "short_answer"
    assert short.prompt.lines == 3
    assert short.solution.text.markdown == "谁接谁跟到底。"
    assert kinds.kind("short_answer").space == "lines"
