from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from generator import messages
from generator.source import Fields, ScalarNode, scalar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.source.test_read import Reader

KNOWN = ("id", "stem", "tags", "marks", "shuffle", "type", "answer", "difficulty")


@pytest.fixture
def fields(reading: Reader) -> Callable[[str], tuple[Fields, Callable[[], list[tuple[str, str]]]]]:
    """Fields of a text, and a function that gives code and hint of each fault so far."""

    def make(content: str) -> tuple[Fields, Callable[[], list[tuple[str, str]]]]:
        root, report = reading(content)
        assert root is not None and not report.diagnostics
        made = Fields(root, report, KNOWN)
        return made, lambda: [(d.code, messages.hint(d, "en")) for d in report.diagnostics]

    return make


def test_types(fields) -> None:
    made, faults = fields(
        "id: cs.refund-1\nstem: ' 一行 '\ntags: [a, 'no']\nmarks: 2.5\nshuffle: 否\n"
        "type: essay\nanswer: [一, {a: b}]\ndifficulty: '3'\n"
    )
    assert made.identifier("id") == "cs.refund-1"
    assert made.string("stem") == "一行"
    text = made.text("stem")
    assert (text.markdown, str(text.location), text.end_line) == (" 一行 ", "bank.yaml:2:7", 2)
    assert made.strings("tags") == ("a", "no")
    assert [t.markdown for t in made.texts("stem")] == [" 一行 "]
    assert made.number("marks") == Fraction(5, 2)
    assert made.boolean("shuffle", True) is False
    assert made.choice("type", ("essay", "coding"), "essay") == "essay"
    assert made.integer("difficulty", 1, 5) == 3
    assert len(made.sequence("answer")) == 2
    assert isinstance(made.sequence("stem")[0], ScalarNode)
    assert made.require("id")
    assert not faults()


@pytest.mark.parametrize("nothing", ["", "~", "null", "''", "# 注释"])
def test_left_out_values(fields, nothing: str) -> None:
    made, faults = fields(f"id: {nothing}\nstem: {nothing}\ntags: {nothing}\nmarks: {nothing}\n")
    assert made.text("stem") is None
    assert made.string("stem", "x") == ("" if nothing == "''" else "x")
    if nothing != "''":
        assert made.identifier("id") == ""
        assert made.number("marks") is None
        assert made.strings("tags") == () and made.sequence("tags") == ()
        assert made.mapping("tags") is None
        assert not faults()
    assert made.has("stem")
    assert made.given("stem") == (nothing == "''")
    assert not made.given("answer")
    assert not made.require("stem")
    assert not made.require("answer")
    assert [code for code, _ in faults()][-2:] == ["empty-field", "missing-field"]


@pytest.mark.parametrize(
    ("content", "ask", "fault", "hint"),
    [
        ("stme: x", lambda f: f, "unknown-field", "stem"),
        ("Stem: x", lambda f: f, "unknown-field", "stem"),
        ("题目: x", lambda f: f, "unknown-field", "stem"),
        ("{stem：x}", lambda f: f, "full-width-colon", "stem: x"),
        ("{stem:x}", lambda f: f, "no-space-after-colon", "stem: x"),
        ("id: Cs Refund", lambda f: f.identifier("id"), "bad-identifier", "cs-refund"),
        ("id: 退款", lambda f: f.identifier("id"), "bad-identifier", "lower-case"),
        ("marks: ８", lambda f: f.number("marks"), "not-number", "8"),
        ("marks: 1e3", lambda f: f.number("marks"), "not-number", "digits"),
        ("marks: -1", lambda f: f.number("marks"), "not-number", "digits"),
        ("marks: .inf", lambda f: f.number("marks"), "not-number", "digits"),
        ("marks: " + "9" * 5000, lambda f: f.integer("marks", 0, 9), "out-of-range", "0 to 9"),
        ("marks: 2.0", lambda f: f.integer("marks", 0, 9), "not-integer", "0 to 9"),
        ("marks: 10", lambda f: f.integer("marks", 0, 9), "out-of-range", "0 to 9"),
        ("shuffle: maybe", lambda f: f.boolean("shuffle", True), "not-truth", "true"),
        ("type: esay", lambda f: f.choice("type", ("essay", "coding"), "essay"), "bad-choice", "essay"),
        (
            "type: 论述",
            lambda f: f.choice("type", ("essay", "coding"), "essay"),
            "bad-choice",
            "coding, essay",
        ),
        ("stem: [a]", lambda f: f.text("stem"), "list-for-text", "plain text"),
        ("stem: {a: b, c: d}", lambda f: f.text("stem"), "fields-for-text", "plain text"),
        ("tags:\n - 答案: 它's 好", lambda f: f.texts("tags"), "colon-in-text", "'答案: 它''s 好'"),
        ("tags:\n - a\n -", lambda f: f.strings("tags"), "empty-item", "fill"),
        ("stem: |\n  a\n  b", lambda f: f.string("stem"), "several-lines", "one line"),
        ("answer: x", lambda f: f.mapping("answer"), "text-for-fields", "one field a line"),
        ("answer: [x]", lambda f: f.mapping("answer"), "list-for-fields", "one field a line"),
        ("stem: #1 问题", lambda f: f.require("stem"), "empty-field", "comment"),
        ("tags: []", lambda f: f.require("tags"), "empty-field", "fill"),
        ("id: x", lambda f: f.require("stem"), "missing-field", "stem"),
    ],
)
def test_faults_have_a_mend(fields, content: str, ask, fault: str, hint: str) -> None:
    made, faults = fields(content + "\n")
    ask(made)
    [(code, words)] = faults()
    assert code == fault
    assert hint in words


def test_a_node_that_is_no_mapping_reads_as_one_without_fields(reading: Reader) -> None:
    root, report = reading("a: [x, {b: c}, 'id：q1']\n")
    assert root is not None
    text, mapping, quoted = root.entries["a"].items  # type: ignore[union-attr]
    made = Fields(text, report, KNOWN)
    assert made.text("id") is None and not made.has("id")
    assert str(made.location("id")) == "bank.yaml:1:5"
    assert scalar(mapping, report) is None
    Fields(quoted, report, KNOWN)
    assert [d.code for d in report.diagnostics] == ["text-for-fields", "fields-for-text", "text-for-fields"]
