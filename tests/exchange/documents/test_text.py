"""Plain text in every encoding, and what is only called text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Report, lines_of
from generator.exchange import documents
from generator.exchange.documents import docx, html, markdown, text
from generator.exchange.documents.decode import decode
from tests.exchange.documents.building import docx as made
from tests.exchange.documents.building import p

SIMPLIFIED = "一、情景应变题（共5题）\n1. 顾客要求退货，你怎么处理？\n答案：先道歉，再核实。\n"
TRADITIONAL = "一、情景應變題（共5題）\n1. 顧客要求退貨，你怎麼處理？\n答案：先道歉，再核實。\n"
ENGLISH = "1. What’s your “plan” for a café that’s late?\nAnswer: call first, apologise, then offer a date.\n"


@pytest.mark.parametrize(
    ("written", "codec", "encoding", "certain"),
    [
        (SIMPLIFIED, "utf-8", "UTF-8", True),
        (SIMPLIFIED, "utf-8-sig", "UTF-8", True),
        (SIMPLIFIED, "utf-16", "UTF-16", True),
        (SIMPLIFIED, "utf-16-le", "UTF-16", True),
        (SIMPLIFIED, "utf-16-be", "UTF-16", True),
        (ENGLISH, "utf-16-be", "UTF-16", True),
        (SIMPLIFIED, "gb18030", "GB18030", True),
        (TRADITIONAL, "gb18030", "GB18030", True),
        (TRADITIONAL, "big5", "Big5", True),
        (ENGLISH, "cp1252", "Windows-1252", False),
    ],
)
def test_encodings(written: str, codec: str, encoding: str, certain: bool) -> None:
    decoded = decode(written.encode(codec))
    assert (decoded.encoding, decoded.certain, decoded.lost) == (encoding, certain, 0)
    assert decoded.text.removeprefix("\ufeff") == written


def test_what_is_inferred_or_lost_is_told() -> None:
    report = Report()
    broken = SIMPLIFIED.encode()[:40] + b"\xff" + SIMPLIFIED.encode()[40:]
    assert text.read(broken, "a.txt", report) is not None
    assert text.read(ENGLISH.encode("cp1252"), "b.txt", report) is not None
    assert [(d.severity, d.code) for d in report.diagnostics] == [
        ("warning", "document-bytes-lost"),
        ("note", "document-encoding"),
    ]


def test_lines_keep_their_places() -> None:
    manuscript = text.read("　　一\r\n\r二\f三\t四  \n".encode(), "a.txt", Report())
    assert manuscript is not None
    assert [(line.number, line.text, line.role) for line in manuscript.lines] == [
        (1, "　　一", "text"),
        (2, "", "blank"),
        (3, "二", "text"),
        (4, "三\t四", "text"),
    ]
    assert lines_of(manuscript.file) == ["　　一", "", "二", "三\t四"]


@pytest.mark.parametrize("room", [docx, text, markdown, html])
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7", "document-format"),
        (b"{\\rtf1 a}", "document-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "document-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "package-locked"),
        (b"PK\x03\x04", "package-damaged"),
    ],
)
def test_other_files_are_named(room: object, data: bytes, code: str) -> None:
    report = Report()
    assert room.read(data, "a", report) is None  # type: ignore[attr-defined]
    assert [d.code for d in report.diagnostics] == [code]


@pytest.mark.parametrize("room", [docx, text, markdown])
def test_wrong_endings_do_not_matter(room: object) -> None:
    for data in (made(p("甲")), "<html><body><p>甲</p></body></html>".encode()):
        manuscript = room.read(data, "a", Report())  # type: ignore[attr-defined]
        assert [line.text for line in manuscript.lines] == ["甲"]


def test_the_ending_tells_markdown() -> None:
    for name, shown in (("a.md", "甲"), ("a.txt", "# 甲")):
        manuscript = documents.read("# 甲".encode(), name, Report())
        assert manuscript is not None
        assert manuscript.lines[0].text == shown


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a.html", "a.docx"]))
def test_any_bytes(data: bytes, name: str) -> None:
    for start in (b"", b"<html>"):
        report = Report()
        manuscript = documents.read(start + data, name, report)
        assert manuscript is not None or report.failed
        for line in manuscript.lines if manuscript else ():
            assert "\n" not in line.text
            assert (line.role == "blank") == (not line.text.strip() and line.role not in ("table", "code"))
