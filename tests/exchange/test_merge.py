"""Questions go where they belong in a bank that is there: by id, by stem, last, or nowhere without a look."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from generator.diagnostics import Location, SourceFile
from generator.exchange.merge import in_order, merge
from generator.exchange.yaml import question
from generator.model.content import Text
from generator.model.question import Option, Prompt, Question, Response, Solution

_NOWHERE = Location(SourceFile("", []))


def _text(words: str) -> Text:
    return Text(words, _NOWHERE)


def _asked(stem: str, answer: str = "", identifier: str = "", **more: Any) -> dict[str, Any]:
    solution = Solution(text=_text(answer) if answer else None)
    asked = Question(Prompt(identifier, "essay", "zh-CN", _text(stem)), solution, _NOWHERE, **more)
    return question(asked, "zh-CN")


def _entry(identifier: str, stem: str, answer: str = "答", **more: Any) -> dict[str, Any]:
    return {**_asked(stem, answer, identifier), **more}


def test_new_questions_come_last_with_ids_that_follow_on() -> None:
    merged = merge([_entry("hr.007", "旧题")], [_asked("新题甲", "答"), _asked("另一道", "答")], "hr")
    assert [entry["id"] for entry in merged.entries] == ["hr.007", "hr.008", "hr.009"]
    assert [placed.action for placed in merged.placed] == ["added", "added"]


def test_an_id_of_its_own_is_kept() -> None:
    merged = merge([], [_asked("题", "答", "cs.refund")], "hr")
    assert [entry["id"] for entry in merged.entries] == ["cs.refund"]


def test_a_question_of_that_id_is_updated_and_keeps_what_is_not_said() -> None:
    old = _entry("hr.001", "旧题", category="沟通", tags=["校招"])
    merged = merge([old], [_asked("改过的题", "新答", "hr.001", marks=Fraction(8))], "hr")
    (entry,) = merged.entries
    assert (entry["stem"], entry["answer"], entry["category"], entry["tags"]) == (
        "改过的题",
        "新答",
        "沟通",
        ["校招"],
    )
    (placed,) = merged.placed
    assert (placed.action, placed.id, set(placed.fields)) == (
        "updated",
        "hr.001",
        {"stem", "answer", "marks"},
    )
    assert list(in_order(entry)) == ["id", "category", "stem", "tags", "marks", "answer"]


def test_a_stem_in_other_width_and_punctuation_is_the_same_question() -> None:
    merged = merge([_entry("hr.001", "请介绍ＡＢＣ，谢谢。")], [_asked("请介绍 abc,谢谢", "答")], "hr")
    assert merged.placed[0].id == "hr.001"
    assert len(merged.entries) == 1


def test_what_a_document_lacks_never_empties_a_field() -> None:
    old = _entry("hr.001", "旧题", "原来的答案")
    merged = merge([old], [_asked("旧题")], "hr")
    assert merged.entries == [old]
    assert merged.placed[0].action == "unchanged"


def test_nearly_equal_questions_are_shown_and_not_added() -> None:
    old = _entry("hr.001", "顾客收到的杯子碎了一只，第二天就要送人。你会怎么处理？")
    near = _asked("顾客收到的杯子碎了一只，第二天要送人，你会怎么处理？", "答")
    merged = merge([old], [near], "hr")
    assert merged.entries == [old]
    (placed,) = merged.placed
    assert (placed.action, placed.other) == ("alike", "hr.001")
    assert 85 <= placed.alike < 100
    assert len(merge([old], [near], "hr", alike=101).entries) == 2


def test_a_repeated_question_is_taken_once_and_told() -> None:
    merged = merge([], [_asked("题", "答"), _asked("题", "答"), _asked("题", "另一个答案")], "hr")
    assert [placed.action for placed in merged.placed] == ["added", "repeated", "added"]
    assert merged.placed[1].other == "hr.001"


def test_a_question_that_changes_its_type_loses_the_fields_of_the_old_one() -> None:
    options = (Option(_text("甲")), Option(_text("乙")))
    old = question(
        Question(
            Prompt("q.1", "single_choice", "zh-CN", _text("选"), options=options),
            Solution(Response(choices=(0,))),
            _NOWHERE,
        ),
        "zh-CN",
    )
    new = Question(
        Prompt("q.1", "true_false", "zh-CN", _text("选")), Solution(Response(truth=True)), _NOWHERE
    )
    (entry,) = merge([old], [question(new, "zh-CN")], "q").entries
    assert {name: str(value) for name, value in entry.items()} == {
        "id": "q.1",
        "type": "true_false",
        "stem": "选",
        "answer": "true",
    }


def test_a_short_answer_stays_one_when_the_document_cannot_tell() -> None:
    old = _entry("q.1", "问", "答", type="short_answer", lines="4")
    (entry,) = merge([old], [_asked("问", "新答")], "q").entries
    assert (entry["type"], entry["lines"], entry["answer"]) == ("short_answer", "4", "新答")
