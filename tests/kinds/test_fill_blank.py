from __future__ import annotations

import pytest

from generator import kinds
from generator.diagnostics import Location, SourceFile
from generator.kinds.fill_blank import count_blanks
from generator.model.content import Span, Str, Text

WORDS = {"semicolon": "；", "or": " 或 ", "enumerator": "①"}


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        ("自____的____起", 2),
        ("___三个不算", 0),
        ("______一个", 1),
        ("`a____b`是代码，____是空", 1),
        ("~~~\n____\n~~~", 0),
        ("|甲|\n|-|\n|**____**|", 1),
        ("无", 0),
    ],
)
def test_what_is_a_blank(stem: str, count: int) -> None:
    assert count_blanks(Text(stem, Location(SourceFile("b.yaml", [stem]), 1, 1), 1)) == count


def key(question, stem: str, answer: str) -> tuple[object, ...]:
    asked = question(f"type: fill_blank\nstem: {stem}\nanswer: {answer}")
    return kinds.kind("fill_blank").response(asked.prompt, (), asked.solution, WORDS)


def test_the_key_numbers_several_blanks(question) -> None:
    assert key(question, "____天", "[七]") == (Str("七"),)
    assert key(question, "____天", "七") == (Str("七"),)
    assert key(question, "____起____天", "[[签收, '**收货**'], 七]") == (
        Str("①"), Str("签收"), Str(" 或 "), Span("strong", (Str("收货"),)), Str("；"), Str("②"), Str("七"),
    )  # fmt: skip


def test_more_blanks_than_circled_numbers(question) -> None:
    shown = key(question, "____" + "、____" * 20, f"[{', '.join('甲' * 21)}]")
    assert [s.text for s in shown[-2:]] == ["㉑", "甲"]


@pytest.mark.parametrize(
    ("stem", "answer", "expected"),
    [
        ("____和____", "[甲]", ["3:13 blank-count"]),
        ("____", "[甲, 乙]", ["3:13 blank-count"]),
        ("没有空", "[甲]", ["2:11 no-blank"]),
        ("____", "['']", ["3:14 blank-answer"]),
        ("____", "[[]]", ["3:14 blank-answer"]),
        ("____", "[{甲: 乙}]", ["3:14 blank-answer"]),
        ("____", "['$x$']", ["3:15 math-unsupported"]),
    ],
)
def test_faults(faults, stem: str, answer: str, expected: list[str]) -> None:
    assert faults(f"type: fill_blank\nstem: {stem}\nanswer: {answer}") == expected
