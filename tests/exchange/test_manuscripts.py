"""What stands between a document's lines and its bank: bounds, and files only called documents."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from generator.exchange.formats import format_of, reader
from generator.exchange.manuscripts import MOST
from tests.exchange.reading import intake_of


def test_more_labels_than_anyone_writes() -> None:
    report = Report()
    assert reader("text")("1. 题？【答案】甲".encode() * MOST, "long.txt", report) is None
    assert [d.code for d in report.diagnostics] == ["document-too-long"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("paper.pdf", b"%PDF-1.7\n", "document-format"),
        ("paper.rtf", b"{\\rtf1 }", "document-format"),
        (
            "paper.DOC",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
            "document-format",
        ),
    ],
)
def test_says_what_it_cannot_read(name: str, data: bytes, code: str) -> None:
    report = Report()
    assert reader(format_of(name, data))(data, name, report) is None
    assert [(d.code, d.hint) for d in report.diagnostics] == [(code, "save-as-docx")]


def test_the_question_a_document_breaks_off_in_is_doubtful() -> None:
    intake = intake_of("text", "1. 怎样道歉？\n答案：先听完。\n2. 怎样拒绝？\n答案：说明理由，并且，")
    assert [[d.code for d in origin.doubts] for origin in intake.origins] == [[], ["damage-cut"]]
