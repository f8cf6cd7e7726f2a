"""Markdown as people write it, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exchange.documents.inline import inline
from generator.exchange.documents.markdown import from_markdown

if TYPE_CHECKING:
    from generator.exchange.line import Line


def read(source: str) -> tuple[Line, ...]:
    return from_markdown(source, "a.md").lines


@pytest.mark.parametrize(
    ("source", "shown", "marks"),
    [
        ("**答案**：B", "答案：B", [("strong", "答案")]),
        ("__不__ 是*很*好", "不 是很好", [("strong", "不"), ("emphasis", "很")]),
        ("***甲***", "甲", [("emphasis", "甲"), ("strong", "甲")]),
        ("**没有完", "**没有完", []),
        ("3*4*5 和 a_b_c", "3*4*5 和 a_b_c", []),
        ("（__）和（____）", "（__）和（____）", []),
        (r"1\. \_\_\_\_ \* 甲", "1. ____ * 甲", []),
        ("`a*b*` 和 ``x`y``", "a*b* 和 x`y", [("code", "a*b*"), ("code", "x`y")]),
        ("见![图](a.png)与[站](http://b.c)", "见图与站", [("image", "图"), ("link", "站")]),
        ("![](a.png)", "\ufffc", [("image", "\ufffc")]),
        ("&lt;p&gt;&nbsp;&#65;&copy;", "<p> A©", []),
        ("$x^2$ 与 $5", "x^2 与 $5", [("math", "x^2")]),
        ("~~错~~<b>对</b>", "错对", [("strike", "错"), ("strong", "对")]),
    ],
)
def test_inlines(source: str, shown: str, marks: list[tuple[str, str]]) -> None:
    text, found = inline(source)
    assert text == shown
    assert [(mark.kind, text[mark.start : mark.end]) for mark in found] == marks


def test_blocks() -> None:
    source = """---
title: 题库
---
# 题库 #

一、单选题
---

1. 甲
   - A. 乙<br>B. 丙
> 答案：*B*

| 题 | 答 |
|----|:--:|
| a\\|b | **对** |

```python
x = 1
```
***
"""
    found = [
        (line.number, line.role, line.text, line.heading, line.indent)
        for line in read(source)
        if line.role != "blank"
    ]
    assert found == [
        (4, "text", "题库", 1, 0),
        (6, "text", "一、单选题", 2, 0),
        (9, "text", "1. 甲", 0, 1),
        (10, "text", "- A. 乙", 0, 2),
        (10, "text", "B. 丙", 0, 2),
        (11, "text", "答案：B", 0, 0),
        (13, "table", "", 0, 0),
        (18, "code", "x = 1", 0, 0),
    ]
    table = next(line for line in read(source) if line.role == "table")
    assert [[cell[0].text for cell in row] for row in table.rows] == [["题", "答"], ["a|b", "对"]]


def test_what_is_not_shown_is_kept_apart() -> None:
    manuscript = from_markdown("---\na: b\n---\n甲<!-- 乙 -->", "a.md")
    assert [line.text for line in manuscript.lines] == ["甲"]
    assert manuscript.unread == ((2, "a: b", "left-front-matter"), (4, "乙", "left-comment"))


def test_a_fence_without_an_end_hides_nothing() -> None:
    assert [line.text for line in read("```\n1. 甲\n2. 乙")] == ["```", "1. 甲", "2. 乙"]


@given(st.text(st.sampled_from("甲a1 \t\n#*_`[]()!<>b/&;|-~.\\$:"), max_size=60))
def test_no_letter_is_lost(source: str) -> None:
    lines = read("x\n" + source)
    shown = "".join(_words(lines))
    written = source.replace("<b>", "").replace("</b>", "")
    for char in "甲1":
        hidden = sum(part.count(char) for part in _hidden(written))
        assert shown.count(char) >= written.count(char) - hidden


def _words(lines: tuple[Line, ...]) -> list[str]:
    words: list[str] = []
    for line in lines:
        words += [line.text, *(mark.value for mark in line.marks)]
        for row in line.rows:
            for cell in row:
                words += _words(cell)
    return words


def _hidden(source: str) -> list[str]:
    """What may stand in tags, fences' first lines and titles of links."""
    import re

    return re.findall(r"<[^<>]*>|^ *(?:```|~~~).*$|&[^;]*;", source, re.MULTILINE)
