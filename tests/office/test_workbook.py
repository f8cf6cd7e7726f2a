"""Workbooks of strangers: what a ZIP file may do to the parts of a workbook."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from generator.diagnostics import Report
from generator.office import package
from generator.office.workbook import read_workbook
from tests.candidates.workbooks import SHEET, changed, simple

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
