"""Web pages as lines."""

from __future__ import annotations

import time

import pytest

from generator.diagnostics import Report
from generator.exchange.documents.html import from_html, read


def shown(source: str) -> list[str]:
    return [line.text for line in from_html(source, "a.html").lines]


def test_paragraphs_breaks_and_marks() -> None:
    page = from_html(
        "<h2>一、单选</h2><p>1、<b>以下</b>哪项\n  x<sup>2</sup>？<br>A. 甲<br/>B. 乙<p>没闭合<div>块</div>",
        "a",
    )
    assert [(line.number, line.text, line.heading) for line in page.lines] == [
        (1, "一、单选", 2),
        (2, "1、以下哪项 x²？", 0),
        (2, "A. 甲", 0),
        (2, "B. 乙", 0),
        (3, "没闭合", 0),
        (4, "块", 0),
    ]
    assert [(m.kind, page.lines[1].text[m.start : m.end]) for m in page.lines[1].marks] == [
        ("strong", "以下")
    ]


def test_lists_and_tables() -> None:
    page = from_html(
        "<ol start=3><li>三<li>四<ul><li>内</ul></ol><table><tr><th>题<td>答<tr><td>1<td><p>甲<p>乙</table>尾",
        "a",
    )
    assert [(line.text, line.automatic, line.indent) for line in page.lines[:3]] == [
        ("3. 三", 3, 1),
        ("4. 四", 3, 1),
        ("- 内", 2, 2),
    ]
    assert [[[line.text for line in cell] for cell in row] for row in page.lines[3].rows] == [
        [["题"], ["答"]],
        [["1"], ["甲", "乙"]],
    ]
    assert page.lines[4].text == "尾"


def test_cells_over_rows_and_columns_cover_others() -> None:
    page = from_html(
        "<table><tr><td rowspan=2>甲<td colspan=2>乙<td>丙<tr><td>丁<td>戊<td rowspan=9>己<tr><td>庚</table>",
        "a",
    )
    assert [[[line.text for line in cell] for cell in row] for row in page.lines[0].rows] == [
        [["甲"], ["乙"], [], ["丙"]],
        [[], ["丁"], ["戊"], ["己"]],
        [["庚"]],
    ]


def test_colours_are_marked() -> None:
    page = from_html(
        "黑<span style='color: #F00'>红<b>红</b></span><font color=blue>蓝</font><mark>黄底</mark>", "a"
    )
    assert [(m.kind, m.value, page.lines[0].text[m.start : m.end]) for m in page.lines[0].marks] == [
        ("colour", "ff0000", "红红"),
        ("strong", "", "红"),
        ("colour", "0000ff", "蓝"),
        ("highlight", "ffff00", "黄底"),
    ]


def test_what_is_not_shown_is_not_read() -> None:
    source = "<head><title>题</title><style>p{}</style></head>"
    source += "<script>if(a<b){}</script><!-- 注 --><p style='display:none'>暗</p>明"
    assert shown(source) == ["明"]
    assert from_html(source, "a").unread == ((1, "暗", "left-hidden"),)
    assert [line.role for line in from_html("<nav>首页</nav><p>题", "a").lines] == ["furniture", "text"]


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display: none'><p>答案：</p><b>先听</b></div>",
        "<p hidden>答案： 先听</p>",
        "<span style='visibility:hidden'>答案：<i> 先听</i></span>",
        "<textarea>答案： 先听</textarea>",
        "<noscript><p>答案：<p>先听</noscript>",
        "<select><option>答案：<option>先听</select>",
        "<svg><text>答案：</text><text>先听</text></svg>",
        "<template><p>答案： 先听</template>",
        "<div hidden>答案： 先听",
    ],
)
def test_what_is_not_shown_is_told(hidden: str) -> None:
    page = from_html(f"<p>1. 怎样道歉？{hidden}", "a.html")
    assert [line.text for line in page.lines] == ["1. 怎样道歉？"]
    assert [(words, why) for _, words, why in page.unread] == [("答案： 先听", "left-hidden")]


def test_the_name_of_a_fold_is_a_label_as_in_markdown() -> None:
    source = "<p>1. 怎样道歉？</p><details><summary><b>点击查看</b>答案</summary>先听完。</details>"
    assert shown(source) == ["1. 怎样道歉？", "【答案】", "先听完。"]
    assert shown("<details><summary>背景</summary>一家店") == ["背景", "一家店"]


def test_pictures_and_entities() -> None:
    page = from_html(
        "<p>&lt;p&gt;&nbsp;<img src=a.png><img src='http://b/c.png'><img src='d.png' alt='电路'>", "a"
    )
    assert [(line.text, [m.value for m in line.marks]) for line in page.lines] == [
        ("<p>\xa0\ufffc电路", ["a.png", "d.png"])
    ]
    assert page.unread == ((1, "http://b/c.png", "left-linked-picture"),)


def test_the_page_states_its_encoding() -> None:
    data = "<html><meta charset=gb2312><p>顾客</p></html>".encode("gbk")
    manuscript = read(data, "a.html", Report())
    assert manuscript is not None
    assert [line.text for line in manuscript.lines] == ["顾客"]


@pytest.mark.parametrize(
    "part", ["<b>", "<p>", "<a ", "<!--", "&", "<", "<div></p>", "<table><tr><td>", "<br>a", "<script>"]
)
def test_broken_pages_take_no_longer(part: str) -> None:
    started = time.process_time()
    from_html(part * (200_000 // len(part)), "a")
    assert time.process_time() - started < 4


def test_addresses_of_links_are_told() -> None:
    manuscript = from_html(
        '<p>见<a href="https://example.org/a">规定</a>，<a href="#top">返回</a></p>', "page.html"
    )
    assert [line.text for line in manuscript.lines] == ["见规定，返回"]
    assert manuscript.unread == ((1, "https://example.org/a", "left-link"),)


@pytest.mark.parametrize(
    "codec", ["punycode", "idna", "rot13", "base64", "unicode_escape", "undefined", "x\0y"]
)
def test_an_encoding_that_no_document_is_in_counts_for_nothing(codec: str) -> None:
    data = f"<html><meta charset={codec}>{'<p>顾客' * 30_000}".encode()
    started = time.process_time()
    manuscript = read(data, "a.html", Report())
    assert time.process_time() - started < 5
    assert manuscript is not None
    assert {line.text for line in manuscript.lines} == {"顾客"}


@pytest.mark.parametrize("codec", ["gbk", "gb2312", "Big5", "windows-1252", "utf8", "euc-kr", "Shift_JIS"])
def test_stated_encodings_are_those_of_documents(codec: str) -> None:
    said = "1. Why?" if codec == "windows-1252" else "1. 中"
    manuscript = read(f"<html><meta charset={codec}><p>{said}".encode(codec), "a.html", Report())
    assert manuscript is not None
    assert [line.text for line in manuscript.lines] == [said]
