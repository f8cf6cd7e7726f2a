"""The usual slips, each named in its line with a mend, and the reading that goes on behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.source.test_read import plain

if TYPE_CHECKING:
    from tests.source.test_read import Reader

BEFORE = "bank: x\nquestions:\n  - id: q1\n    stem: 问题\n"
AFTER = "    source: y\n  - id: q2\n    stem: 又一题\n"


@pytest.mark.parametrize(
    ("slip", "fault", "mend"),
    [
        ("    answer：好", "5:11 full-width-colon", "answer: 好"),
        ("    answer：", "5:11 full-width-colon", "answer:"),
        ("    answer:好", "5:11 no-space-after-colon", "answer: 好"),
        ("    answer 好", "5:11 missing-colon", "answer: 好"),
        ("    answer: 先做: 再做", "5:15 second-colon", "answer: '先做: 再做'"),
        ("    answer: 它's 好: 坏", "5:18 second-colon", "answer: '它''s 好: 坏'"),
        ("    answer: “先: 后”", "5:13 full-width-quote", "answer: '“先: 后”'"),
        ('    answer: "没完', "5:13 unclosed-quote", 'answer: "没完"'),
        ("    answer: '没完", "5:13 unclosed-quote", "answer: '没完'"),
        ('    answer: "重点"是什么', "5:17 text-after-quote", "answer: '\"重点\"是什么'"),
        ('    answer: "C:\\程序"', "5:16 unknown-escape", "\\"),
        ("    answer: **重点**是", "5:13 special-start", "answer: '**重点**是'"),
        ("    answer: @某人", "5:13 special-start", "answer: '@某人'"),
        ("    answer: [图]如下", "5:13 special-start", "answer: '[图]如下'"),
        ("    answer: - 好", "5:13 special-start", "answer: '- 好'"),
        ("    tags: [a, b", "5:11 unclosed-bracket", "tags: [a, b]"),
        ("    tags: [a，b】", "5:15 full-width-bracket", "tags: [a，b]"),
        ("    answer: {text: a，points: b}", "5:21 full-width-comma", "answer: {text: a, points: b}"),
        ("    answer: {text: a: b, marks: 2}", "5:21 second-colon", "answer: {text: 'a: b', marks: 2}"),
        ("    points:\n      — 先\n      — 后", "6:7 list-mark", "- 先"),
        ("    points:\n      -先\n      -后", "6:7 no-space-after-dash", "- 先"),
        ("     answer: 好", "5:6 indentation", "4"),
        ("   answer: 好", "5:4 indentation", "4"),
        ("    text: |\n    第一行\n    第二行", "6:5 stray-text", "6"),
        ("    text: 第一行\n    第二行", "6:5 stray-text", "6"),
        ("    text: 第一行\n      注意: 好", "6:9 second-colon", "|"),
        ("\t    answer: 好", "5:1 tab-indentation", ""),
        ("    points:\n\t- 好", "6:1 tab-indentation", ""),
    ],
)
def test_slip_is_named_and_reading_goes_on(reading: Reader, slip: str, fault: str, mend: str) -> None:
    result = reading(BEFORE + slip + "\n" + AFTER)
    assert result.faults[0] == fault
    assert {found.split()[1] for found in result.faults} == {fault.split()[1]}
    for language in ("zh", "en"):
        assert mend in result.hints(language)[0]
    questions = plain(result.root)["questions"]  # type: ignore[index]
    assert [question["id"] for question in questions] == ["q1", "q2"]
    assert questions[0]["source"] == "y"


def test_all_slips_are_told_at_once(reading: Reader) -> None:
    result = reading(
        "bank：x\n"
        "title: 一: 二\n"
        "questions:\n"
        "  - id：q1\n"
        "    stem: **重点**\n"
        "    answer: 好\n"
        "    answer: 坏\n"
        "  - id: q2\n"
        "     stem: 问题\n"
        '    answer: "没完\n'
    )
    assert result.faults == [
        "1:5 full-width-colon",
        "2:9 second-colon",
        "4:7 full-width-colon",
        "5:11 special-start",
        "7:5 duplicate-key",
        "9:6 indentation",
        "10:13 unclosed-quote",
    ]
    assert plain(result.root) == {
        "bank": "x",
        "title": "一: 二",
        "questions": [
            {"id": "q1", "stem": "**重点**", "answer": "好"},
            {"id": "q2", "stem": "问题", "answer": "没完"},
        ],
    }


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("   - id: q1\n    stem: a\n  - id: q2\n    stem: b\n", "3:4 indentation"),
        ("  - id: q1\n    stem: a\n - id: q2\n    stem: b\n", "5:2 indentation"),
        ("  - id: q1\n    stem: a\n  - id: q2\n     stem: b\n", "6:6 indentation"),
    ],
)
def test_of_all_indentations_the_one_that_mends_most(reading: Reader, content: str, fault: str) -> None:
    result = reading("bank: x\nquestions:\n" + content)
    assert result.faults == [fault]
    assert plain(result.root)["questions"] == [  # type: ignore[index]
        {"id": "q1", "stem": "a"},
        {"id": "q2", "stem": "b"},
    ]


def test_fields_that_yaml_takes_for_one_text(reading: Reader) -> None:
    result = reading("bank：x\ntitle：y\nquestions：\n  - id：q1\n    stem：s\n")
    assert [fault.split()[1] for fault in result.faults] == ["full-width-colon"] * 5
    assert plain(result.root) == {"bank": "x", "title": "y", "questions": [{"id": "q1", "stem": "s"}]}


def test_a_text_with_colons_of_its_own_is_left_alone(reading: Reader) -> None:
    text = (
        "bank: x\nstem: 说明如下\n  step：一\n  - 二\nanswer: |\n  id：q1\n  stem：s\nurl: http://a.b/c:d\n"
    )
    assert not reading(text).faults


def test_slip_at_the_end_of_a_large_bank(reading: Reader) -> None:
    question = "  - id: q{n}\n    stem: |\n      - 问题：{n}\n    tags: [a, b]\n    answer: 好\n"
    questions = "".join(question.format(n=n) for n in range(3000))
    result = reading("bank: x\nquestions:\n" + questions + "  - id: last\n    stem: 一: 二\n")
    assert result.faults == ["15004:12 second-colon"]
    assert result.root is not None


def test_what_no_slip_explains_is_still_told_in_its_place(reading: Reader) -> None:
    result = reading("bank: x\nstem: ]}{[:\n  a: [}\n ]: {\n")
    assert result.root is None or result.report.failed
    assert result.faults
