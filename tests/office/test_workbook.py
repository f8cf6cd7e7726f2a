"""Workbooks of strangers: what a ZIP file may do to the parts of a workbook."""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from generator.diagnostics import Report
from generator.office import package
from generator.office.workbook import read_workbook
from tests.candidates.workbooks import SHEET, changed, simple, workbook

if TYPE_CHECKING:
    from collections.abc import Callable

SAID = [["考号", "姓名", "座位号"], ["001", "张三", "1"], ["002", "李四", "2"]]


def read(data: bytes) -> tuple[list[list[list[str]]], list[str]]:
    """The rows of each sheet, and the codes of what is reported."""
    report = Report()
    book = read_workbook(data, "list.xlsx", "", report)
    sheets = [[row.cells for row in sheet.table.rows] for sheet in book.sheets] if book else []
    return sheets, [d.code for d in report.diagnostics]


def named(data: bytes, name: Callable[[str], str]) -> bytes:
    """The workbook with other names for its parts."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(written, "w") as new:
        for part in old.namelist():
            new.writestr(name(part), old.read(part))
    return written.getvalue()


def with_parts(data: bytes, *parts: tuple[str, bytes]) -> bytes:
    written = io.BytesIO(data)
    with warnings.catch_warnings(), ZipFile(written, "a") as archive:
        warnings.simplefilter("ignore")  # of names that are there twice
        for name, content in parts:
            archive.writestr(name, content)
    return written.getvalue()


def test_names_as_some_programs_write_them() -> None:
    assert read(named(simple(), lambda part: "/" + part)) == ([SAID], [])
    assert read(named(simple(), lambda part: part.replace("/", "\\"))) == ([SAID], [])


def test_a_part_twice_is_refused_unless_it_is_none_of_the_workbook() -> None:
    assert read(with_parts(simple(), (SHEET, b"<worksheet/>"))) == ([], ["workbook-damaged"])
    picture = ("docProps/thumbnail.jpeg", b"1")
    assert read(with_parts(simple(), picture, picture)) == ([SAID], [])


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "docProps/core.xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_are_refused_in_every_encoding(part: str, encoding: str) -> None:
    def declare(content: bytes) -> bytes:
        head, _, rest = content.decode().partition("?>")
        head = head.replace("UTF-8", encoding)
        return f'{head}?><!DOCTYPE x [<!ENTITY a "b">]>{rest}'.encode(encoding)

    assert read(changed(simple(), part, declare)) == ([], ["workbook-damaged"])


def test_all_parts_together_are_within_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = [(f"xl/more{n}.xml", b"<a>" + b" " * 100_000 + b"</a>") for n in range(3)]
    monkeypatch.setattr(package, "MAX_XML", 250_000)
    assert read(with_parts(simple(), *parts[:1])) == ([SAID], [])
    assert read(with_parts(simple(), *parts)) == ([], ["workbook-too-big"])


# What lies over the cells ------------------------------------------------------------------------------


def overlaid() -> bytes:
    """A sheet with a text box, a chart, a picture's like and comments, old and new."""

    def fill(sheet: Any, book: Any) -> None:
        sheet.write_row(0, 0, ["题目", "答案"])
        sheet.write_row(1, 0, ["甲？", "乙"])
        sheet.write_comment(1, 1, "应为丁")
        sheet.insert_textbox(3, 3, "以下仅供参考")
        sheet.insert_textbox(5, 3, "")
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=Sheet1!$A$1:$A$2"})
        sheet.insert_chart(7, 3, chart)

    return workbook(fill)


def test_comments_and_what_is_drawn_over_a_sheet() -> None:
    book = read_workbook(overlaid(), "list.xlsx", "", Report())
    assert book is not None
    (sheet,) = book.sheets
    assert dict(sheet.table.comments) == {(2, 1): "应为丁"}
    assert [tuple(drawn) for drawn in sheet.drawn] == [(4, "以下仅供参考", False), (8, "", False)]


def test_a_discussion_is_read_instead_of_what_older_programs_see_of_it() -> None:
    def relate(relations: bytes) -> bytes:
        kind = b"http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
        one = b'<Relationship Id="rT" Type="%s" Target="../threadedComments/threadedComment1.xml"/>' % kind
        return relations.replace(b"</Relationships>", one + b"</Relationships>")

    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    said = "".join(
        f'<threadedComment ref="B2"><text>{words}</text></threadedComment>' for words in ("甲", "乙")
    )
    threads = f'<ThreadedComments xmlns="{space}">{said}</ThreadedComments>'.encode()
    data = changed(overlaid(), "xl/worksheets/_rels/sheet1.xml.rels", relate)
    data = with_parts(data, ("xl/threadedComments/threadedComment1.xml", threads))
    book = read_workbook(data, "list.xlsx", "", Report())
    assert book is not None
    assert dict(book.sheets[0].table.comments) == {(2, 1): "甲\n乙"}


@pytest.mark.parametrize("in_strings", [True, False])
@pytest.mark.parametrize("value", ["", ' val="0"', ' val="false"', ' val="1"'])
def test_text_with_a_line_through_it(in_strings: bool, value: str) -> None:
    run = f"<r><rPr><strike{value}/></rPr><t>001</t></r>"

    def strike(content: bytes) -> bytes:
        if in_strings:
            return content.replace(b"<t>001</t>", run.encode())
        return re.sub(
            rb'<c r="A2"[^>]*>.*?</c>', f'<c r="A2" t="inlineStr"><is>{run}</is></c>'.encode(), content
        )

    data = changed(simple(), "xl/sharedStrings.xml" if in_strings else SHEET, strike)
    book = read_workbook(data, "list.xlsx", "", Report())
    assert book is not None
    assert book.sheets[0].table.rows[1].cells[0] == "001"
    assert book.sheets[0].table.struck == (frozenset() if value[6:7] in ("0", "f") else {(2, 0)})
