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


def test_what_is_not_shown_is_not_read() -> None:
    source = "<head><title>题</title><style>p{}</style></head>"
    source += "<script>if(a<b){}</script><!-- 注 --><p style='display:none'>暗</p>明"
    assert shown(source) == ["明"]
    assert [line.role for line in from_html("<nav>首页</nav><p>题", "a").lines] == ["furniture", "text"]


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
