"""What is markup, what is text, and what comes of it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.diagnostics import Report
from generator.markdown import blocks, has_markup, inlines, plain
from tests.markdown.notation import faults, line, outline, text


def read(markdown: str) -> list[object]:
    report = Report()
    found = outline(blocks(text(markdown), report, None))
    assert faults(report) == []
    return found


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("　　请简述。　", ["请简述。"]),
        ("甲\n乙\n\n丙\n　\n丁", ["甲乙", "丙", "丁"]),
        ("使用\nPython\n语言 and\nother\nwords", ["使用Python语言 and other words"]),
        ("他说“好”\n“是”", ["他说“好”“是”"]),
        ("say “yes”\nand “no”\n“maybe”", ["say “yes” and “no” “maybe”"]),
        ("甲。  \n乙", ["甲。/乙"]),
        ("甲。  \n乙\\\n丙  ", ["甲。/乙/丙"]),
        ("甲 **乙** \n丙 `a`\nb", ["甲 strong{乙}丙 code{a} b"]),
        ("one **two\nthree** four\n*five*\nsix", ["one strong{two three} four emphasis{five} six"]),
        ("甲` a`\n`b `", ["甲code{ a} code{b }"]),
        ("（____）和（______）", ["（[4]）和（[6]）"]),
        ("_" * 40 + "___" + " a ___ b", ["[20] a ___ b"]),
        ("____\n____ of\n____\n是", ["[4] [4] of [4]是"]),
        ("**____**和`____`", ["strong{[4]}和code{____}"]),
        (r"\____ 和 \_\_\_\_", ["____ 和 ____"]),
        ("a\tb", ["a b"]),
        ("snake_case _x_ __y__", ["snake_case _x_ __y__"]),
        ("a\x07b\x85c", ["a�b c"]),
    ],
)
def test_paragraphs(markdown: str, expected: list[object]) -> None:
    assert read(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("**“重点”**是", "strong{“重点”}是"),
        ("是**（重点）**，而", "是strong{（重点）}，而"),
        ("*《论语》*说*“仁”*。", "emphasis{《论语》}说emphasis{“仁”}。"),
        ("word**（重点）**word", "wordstrong{（重点）}word"),
        ("达到**100%**的，称**(甲)**级", "达到strong{100%}的，称strong{(甲)}级"),
        ("**S**pecific、**M**easurable", "strong{S}pecific、strong{M}easurable"),
        ("***甲***与**乙*丙*丁**", "emphasis{strong{甲}}与strong{乙emphasis{丙}丁}"),
        ("****甲****与*乙 *丙* 丁*", "strong{甲}与emphasis{乙 丙 丁}"),
        ("2*3*4=24，2**3**2", "2*3*4=24，2**3**2"),
        ("2*3，见甲*", "2*3，见甲*"),
        ("*甲2*3", "*甲2*3"),
        ("a * b * c 与 ** 甲 **", "a * b * c 与 ** 甲 **"),
        ("**甲*乙", "**甲*乙"),
        (r"\*甲\*", "*甲*"),
        ("`**甲**`与`` ` ``", "code{**甲**}与code{`}"),
    ],
)
def test_emphasis(markdown: str, expected: str) -> None:
    assert read(markdown) == [expected]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("- 甲\n- 乙\n\n丙", [[None, ["甲"], ["乙"]], "丙"]),
        ("3. 甲\n4. 乙", [[3, ["甲"], ["乙"]]]),
        ("如下：\n1. 甲\n   - 乙\n   - 丙\n2. 丁", ["如下：", [1, ["甲", [None, ["乙"], ["丙"]]], ["丁"]]]),
        ("今年是\n2026. 年", ["今年是2026. 年"]),
        ("-\n- 甲", [[None, [""], ["甲"]]]),
        ("- 甲\n\n  乙\n\n  ```\n  x\n  ```", [[None, ["甲", "乙", ("code", "x")]]]),
        ("-5度\n1.甲\n1、乙", ["-5度1.甲1、乙"]),
        ("```python\n\tif a____ * b:  \n\n    **c**\n```", [("code", "    if a____ * b:", "", "    **c**")]),
        ("~~~\n$x$", [("code", "$x$")]),
        (
            "| 甲 | 乙 | 丙 | 丁 |\n|---|:--|:-:|--:|\n| **a** | `b\\|c` | ____ | \n",
            [("left left center right", "甲 # 乙 # 丙 # 丁", "strong{a} # code{b|c} # [4] # ")],
        ),
    ],
)
def test_blocks(markdown: str, expected: list[object]) -> None:
    assert read(markdown) == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "# 甲",
        "> 甲",
        "---",
        "甲 <b>乙</b> &lt; &amp;",
        "<https://example.org>",
        "[甲]",
        "[甲]: https://example.org",
        "![甲]",
        "~~甲~~",
        "价$5，$ 6 至 7$",
        "$HOME 与 $PATH",
        "$HOME变量和$PATH变量",
        "甲 | 乙",
    ],
)
def test_what_is_not_in_the_subset_is_text(markdown: str) -> None:
    assert read(markdown) == [markdown]
    assert read("    " + markdown) == [markdown]


def test_links_show_where_they_lead() -> None:
    assert read("见[官网](https://example.org/a_b/)。") == ["见官网（https://example.org/a_b/）。"]
    assert read("See [this *site*](https://example.org).") == [
        "See this emphasis{site} (https://example.org)."
    ]
    assert read("[example.org](https://example.org/) [a@b.cn](mailto:a@b.cn) [甲]()") == [
        "example.org a@b.cn 甲"
    ]
    assert read("[x](a&#10;b)") == ["x (a b)"]


def test_one_line() -> None:
    report = Report()
    assert line(inlines(text("甲\n乙\n\n**丙**  \n丁"), report)) == "甲乙/strong{丙}/丁"
    assert line(inlines(text("甲\n\n乙"), report)) == "甲/乙"
    assert inlines(text(" "), report) == ()
    assert faults(report) == []


def test_has_markup() -> None:
    assert not any(map(has_markup, ["", "请简述。", "价$5\n乙", "a_b ___", "甲 - 乙"]))
    assert all(map(has_markup, ["____", "**甲**", "甲\n- 乙", "1. 甲", "`a`", r"\*", "![a](b)", "$x$"]))


def test_plain() -> None:
    found = blocks(
        text("**甲**____`a b`  \n乙\n\n- 丙\n- 丁\n\n|x|y|\n|-|-|\n|1|2|\n\n```\ncode\n```"), Report(), None
    )
    assert plain(found) == "甲____a b 乙 丙 丁 x y 1 2 code"


def test_prose_does_not_import_the_parser() -> None:
    program = (
        "import sys; from generator.diagnostics import *; from generator.markdown import *;"
        "from generator.model.content import Text;"
        "t = Text('甲（____）\\n乙，$5。', Location(SourceFile('f', [])), 0); r = Report();"
        "blocks(t, r, None); inlines(t, r); scan(t, r, None); assert 'markdown_it' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
