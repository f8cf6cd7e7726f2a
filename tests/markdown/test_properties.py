"""What holds for every text."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.diagnostics import Report
from generator.markdown import blocks, inlines, plain, scan
from generator.markdown.reader import Reader
from generator.model.content import Blank, Inline, LineBreak, ListBlock, Para, Span, Str, TableBlock
from tests.markdown.notation import faults, text

PROSE = [
    *"甲乙，。“”—一a한 　\xa0\ufeff\n_$!#>|:~()]+-",
    "word",
    ". ",
    "  ",
    "\n\n",
    "____",
    "___",
    "$5",
    "$ ",
]
PROSE += ["  \n", "12", "1.", "~~~", "&lt;", "<b>"]
MARKUP = [
    *PROSE,
    *"*`[<\\\t\r\x00\x85",
    "**",
    "***",
    "```",
    "![",
    "](",
    "](x.png)",
    "- ",
    "1. ",
    "9) ",
    "---",
]
MARKUP += ["|-|\n", "$x$", "$$", "    ", "http://a.cn", "&#10;"]

prose = st.lists(st.sampled_from(PROSE), max_size=30).map("".join)
markup = st.one_of(st.lists(st.sampled_from(MARKUP), max_size=60).map("".join), st.text(max_size=40))


@settings(max_examples=600, deadline=None)
@given(prose)
def test_the_short_way_gives_what_the_parser_gives(markdown: str) -> None:
    assert blocks(text(markdown), Report(), None) == Reader(text(markdown), Report()).blocks(None)


@settings(max_examples=300, deadline=None)
@given(markup)
def test_one_line_is_the_paragraphs_with_breaks_between(markdown: str) -> None:
    report = Report()
    one_line = inlines(text(markdown), report)
    if not report.failed:
        expected: list[Inline] = []
        for block in blocks(text(markdown), report, None):
            assert isinstance(block, Para)
            expected += [LineBreak(), *block.inlines] if expected else block.inlines
        assert one_line == tuple(expected)


def check_inlines(inlines: tuple[Inline, ...], roles: frozenset[str] = frozenset()) -> None:
    for inline in inlines:
        match inline:
            case Str(words):
                assert words and not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in words)
            case Span(role, children):
                assert role in {"strong", "emphasis", "code"} - roles and children
                check_inlines(children, roles | {role})
            case Blank(width):
                assert 4 <= width <= 20
            case _:
                assert isinstance(inline, LineBreak)
    assert not any(isinstance(a, Str) and isinstance(b, Str) for a, b in pairwise(inlines))


def check_blocks(found: tuple[object, ...]) -> None:
    for block in found:
        match block:
            case Para(inlines):
                check_inlines(inlines)
                assert not {type(i) for i in inlines[:1] + inlines[-1:]} & {LineBreak}
            case ListBlock(items, start):
                assert items and all(items) and (start is None or start >= 0)
                for item in items:
                    check_blocks(item)
            case TableBlock(header, rows, align):
                assert {len(header), len(align), *map(len, rows)} == {len(align)}
                assert set(align) <= {"left", "center", "right"}
                for row in (header, *rows):
                    for cell in row:
                        check_inlines(cell)


@settings(max_examples=800, deadline=None)
@given(markup)
def test_any_text_gives_sound_blocks_or_faults_in_their_places(markdown: str) -> None:
    value = text(markdown)
    read, scanned, one_line = Report(), Report(), Report()
    found = blocks(value, read, None)
    check_blocks(found)
    check_inlines(inlines(value, one_line))
    scan(value, scanned, None)
    assert faults(scanned) == faults(read)
    for diagnostic in (*read.diagnostics, *one_line.diagnostics):
        assert diagnostic.location and 1 <= diagnostic.location.line <= value.end_line
    assert plain(found) == " ".join(plain(found).split())


LETTERS = [*"甲乙丙ab， \n*`\\|$!<&#", "\n\n", "**", "____", "- ", "  ", "1. ", "|-|-|\n", "> "]


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from(LETTERS), max_size=60).map("".join).filter(lambda m: "```" not in m))
def test_no_letter_is_lost_without_a_fault(markdown: str) -> None:
    report = Report()
    found = plain(blocks(text(markdown), report, None))
    if not report.failed:
        assert [c for c in found if c.isalpha()] == [c for c in markdown if c.isalpha()]


def roles_of_letters(inlines: tuple[Inline, ...], roles: frozenset[str]) -> list[tuple[str, frozenset[str]]]:
    found = []
    for inline in inlines:
        if isinstance(inline, Span):
            found.extend(roles_of_letters(inline.children, roles | {inline.role}))
        elif isinstance(inline, Str):
            found.extend((c, roles) for c in inline.text if c != " ")
    return found


@settings(max_examples=600, deadline=None)
@given(st.lists(st.sampled_from([*"ab.,(% ", "*", "**", "***", "\\", "`"]), max_size=25).map("".join))
def test_emphasis_in_other_languages_is_commonmark(markdown: str) -> None:
    markdown = "x" + markdown
    standard = MarkdownIt("commonmark").disable(["list", "hr", "heading"]).parse(markdown)
    expected = []
    opened: list[str] = []
    for token in standard[1].children or ():
        if token.nesting > 0:
            opened.append({"em": "emphasis"}.get(token.tag, token.tag))
        elif token.nesting < 0:
            opened.pop()
        roles = frozenset([*opened, "code"] if token.type == "code_inline" else opened)
        expected.extend((c, roles) for c in token.content if c != " ")
    assert roles_of_letters(inlines(text(markdown), Report()), frozenset()) == expected


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "![",
        "*甲 ",
        "**",
        "`",
        "\\",
        "- ",
        "|甲",
        "|a|b|\n",
        "[a](",
        "![a](",
        "$a ",
        "\n",
        "  - a\n",
        "> ",
    ],
)
def test_a_long_text_takes_no_long_time(piece: str) -> None:
    start = time.process_time()
    blocks(text(piece * (30_000 // len(piece))), Report(), None)
    assert time.process_time() - start < 5
