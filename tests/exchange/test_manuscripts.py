"""What stands between a document's lines and its bank: bounds, and files only called documents."""

from __future__ import annotations

import pytest

from generator.diagnostics import Report
from generator.exchange import bounds
from generator.exchange.formats import format_of, reader
from tests.exchange.reading import intake_of


def test_more_labels_than_anyone_writes() -> None:
    report = Report()
    assert reader("text")("1. 题？【答案】甲".encode() * bounds.MOST_LINES, "long.txt", report) is None
    assert [d.code for d in report.diagnostics] == ["document-too-long"]


def _codes(name: str, text: str) -> list[tuple[str, int]]:
    report = Report()
    assert reader(name)(text.encode(), "long", report) is None
    return [(d.code, d.location.line if d.location else 0) for d in report.diagnostics]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("text", "1. 题？\n答案：{}"),
        ("markdown", "1. 题\n|a|b|\n|-|-|\n|{}|c|"),
        ("html", "<p>1. 题？<table><tr><td>{}"),
    ],
)
def test_a_line_longer_than_anyone_writes(name: str, text: str) -> None:
    ((code, line),) = _codes(name, text.format("甲" * (bounds.LONGEST_LINE + 1)))
    assert (code, line > 1) == ("document-line-too-long", True)


@pytest.mark.parametrize(("name", "between"), [("text", "\n"), ("markdown", "\n\n"), ("html", "<p>")])
def test_more_words_than_anyone_writes(name: str, between: str) -> None:
    assert _codes(name, between.join(["甲" * 1000] * 2001)) == [("document-too-much-text", 0)]


def test_more_questions_than_a_bank_can_do_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MOST_QUESTIONS", 2)
    for name, text in (("gift", "甲{{T}}\n\n"), ("text", "{}. 题？\n答案：是\n"), ("csv", "题{},答\n")):
        head = "题干,答案\n" if name == "csv" else ""
        for count, fits in ((2, True), (3, False)):
            report = Report()
            data = head + "".join(text.format(at) for at in range(1, count + 1))
            assert (reader(name)(data.encode(), f"x.{name}", report) is not None) == fits
            assert [d.code for d in report.diagnostics if d.severity == "error"] == (
                [] if fits else ["document-too-many"]
            )


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
