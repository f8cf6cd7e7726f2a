"""Questions go where they belong in a bank that is there: by id, by stem, last, or nowhere without a look."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import Location, SourceFile
from generator.exchange.merge import Change, in_order, merge
from generator.exchange.yaml import MISSING, question
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
    old = _entry("hr.001", "顾客发火了怎么办", category="沟通", tags=["校招"])
    merged = merge([old], [_asked("顾客对你发火，怎么办？", "新答", "hr.001", marks=Fraction(8))], "hr")
    (entry,) = merged.entries
    assert (entry["stem"], entry["answer"], entry["category"], entry["tags"]) == (
        "顾客对你发火，怎么办？",
        "新答",
        "沟通",
        ["校招"],
    )
    (placed,) = merged.placed
    assert (placed.action, placed.id, {change.field for change in placed.changes}) == (
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
    assert len(merge([old], [near], "hr", similar=True).entries) == 2


def test_what_is_nearly_equal_updates_the_question_that_is_named_and_says_else_how_it_differs() -> None:
    old = _entry("hr.001", "顾客收到的杯子碎了一只，第二天就要送人。你会怎么处理？", "旧答")
    near = _asked("顾客收到的杯子碎了一只，第二天要送人，你会怎么处理？", "新答")
    waiting = merge([old], [near], "hr")
    assert waiting.placed[0].changes == merge([old], [near], "hr", update={"hr.001"}).placed[0].changes
    assert waiting.placed[0].waits and not waiting.placed[0].overwrites
    for similar in (False, True):
        merged = merge(
            [old], [near, {**near, "answer": "别的答案"}], "hr", similar=similar, update={"hr.001"}
        )
        assert (merged.placed[0].action, merged.placed[0].id) == ("updated", "hr.001")
        assert merged.entries[0] == {**near, "id": "hr.001"}
        assert merged.placed[1].id != "hr.001"


def test_an_id_that_is_quite_another_questions_overwrites_nothing() -> None:
    old = _entry("hr.001", "请介绍一下你自己。", "旧答")
    other = _asked("顾客收到的杯子碎了一只，怎么办？", "新答", "hr.001")
    merged = merge([old], [other], "hr")
    assert merged.entries == [old]
    (placed,) = merged.placed
    assert (placed.action, placed.id, placed.other, placed.doubt) == (
        "taken",
        "",
        "hr.001",
        "import-id-taken",
    )
    assert {(change.field, change.old, change.new) for change in placed.changes} == {
        ("stem", old["stem"], other["stem"]),
        ("answer", "旧答", "新答"),
    }
    assert merge([old], [other], "hr", update={"hr.001"}).entries == [other]
    added = merge([old], [other], "hr", similar=True)
    assert [entry["id"] for entry in added.entries] == ["hr.001", "hr.002"]
    assert (added.placed[0].doubt, added.placed[0].other) == ("import-same-id", "hr.001")
    assert {placed.action for placed in merge(added.entries, [other], "hr").placed} == {"unchanged"}


def test_a_stem_written_anew_over_the_same_answer_is_an_update() -> None:
    answer = "先登记来访的姓名和单位，再电话核实。"
    merged = merge(
        [_entry("hr.001", "访客没有预约怎么接待", answer)], [_asked("前台的流程", answer, "hr.001")], "hr"
    )
    assert [(entry["id"], entry["stem"]) for entry in merged.entries] == [("hr.001", "前台的流程")]


def test_a_repeated_question_is_taken_once_and_told() -> None:
    merged = merge([], [_asked("题", "答"), _asked("题", "答"), _asked("题", "另一个答案")], "hr")
    assert [placed.action for placed in merged.placed] == ["added", "repeated", "added"]
    assert merged.placed[1].other == "hr.001"
    assert (merged.placed[2].other, merged.placed[2].doubt) == ("hr.001", "import-same-stem")


def test_questions_of_one_stem_find_their_own_again_in_any_order() -> None:
    rows = [_asked("题", "甲"), _asked("题", "乙"), _asked("题", "甲")]
    once = merge([], rows, "hr").entries
    for order in ([0, 1, 2], [2, 1, 0], [1, 0, 2]):
        again = merge(once, [rows[at] for at in order], "hr")
        assert again.entries == once
        assert {placed.action for placed in again.placed} <= {"unchanged", "repeated"}


def test_one_question_is_never_updated_twice_in_one_run() -> None:
    merged = merge([_entry("hr.001", "题", "旧")], [_asked("题", "甲"), _asked("题", "乙")], "hr")
    assert [entry["answer"] for entry in merged.entries] == ["甲", "乙"]
    assert [(placed.action, placed.doubt) for placed in merged.placed] == [
        ("updated", ""),
        ("added", "import-same-stem"),
    ]


def test_a_copied_id_goes_to_the_question_that_has_it_and_the_other_gets_a_new_one() -> None:
    old = [_entry("hr.a", "原来的题", "原来的答案"), _entry("hr.004", "无关")]
    rows = [_asked("复制后改写的另一道", "新", "hr.a"), _asked("原来的题", "原来的答案", "hr.a")]
    merged = merge(old, rows, "hr")
    assert [(entry["id"], entry["answer"]) for entry in merged.entries] == [
        ("hr.a", "原来的答案"),
        ("hr.004", "答"),
        ("hr.005", "新"),
    ]
    first, second = merged.placed
    assert (first.action, first.id, first.doubt, first.other) == ("added", "hr.005", "import-same-id", "hr.a")
    assert second.action == "unchanged"
    assert {placed.action for placed in merge(merged.entries, rows, "hr").placed} == {"unchanged"}


def test_a_question_whose_stem_was_filled_in_is_found_by_its_answer() -> None:
    answer = "先登记来访的姓名和单位，再电话核实。"
    merged = merge([], [_asked("", answer)], "hr")
    filled = [{**merged.entries[0], "stem": "访客没有预约，怎么办？"}]
    again = merge(filled, [_asked("", answer)], "hr")
    assert (again.entries, again.placed[0].action) == (filled, "unchanged")
    nothing = _asked("", "", category="合计")
    once = merge([], [nothing, _asked("题", "答")], "hr").entries
    assert merge(once, [nothing], "hr").entries == once


def test_what_is_overwritten_is_told_with_what_it_was() -> None:
    old = _entry("hr.001", "题", "改正过的答案")
    (placed,) = merge([old], [_asked("题", "原来的答案")], "hr").placed
    assert placed.changes == (Change("answer", "改正过的答案", "原来的答案"),)
    assert placed.overwrites
    (placed,) = merge([{**old, "answer": MISSING}], [_asked("题", "补上的答案")], "hr").placed
    assert not placed.overwrites


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


ROWS = st.lists(
    st.builds(
        _asked,
        st.sampled_from(["", "你为什么离职？", "你怎么看待加班？"]),
        st.sampled_from(["", "甲", "乙", "一个足够长的答案，不会碰巧相同。"]),
        st.sampled_from(["", "hr.a", "hr.b"]),
    ),
    max_size=8,
)


@given(ROWS)
def test_a_document_imported_again_changes_nothing(rows: list[Any]) -> None:
    once = merge([], rows, "hr")
    again = merge(once.entries, rows, "hr")
    assert again.entries == once.entries
    assert {placed.action for placed in again.placed} <= {"unchanged", "repeated"}
    assert len({str(entry["id"]) for entry in once.entries}) == len(once.entries)


@given(ROWS, ROWS)
def test_no_answer_of_a_document_is_lost(old: list[Any], rows: list[Any]) -> None:
    merged = merge(merge([], old, "hr").entries, rows, "hr", similar=True)
    held = [(entry.get("stem") or "", entry.get("answer")) for entry in merged.entries]
    for row in rows:
        if row.get("answer") and row.get("stem"):
            assert (row["stem"], row["answer"]) in held
    ids = [placed.id for placed in merged.placed if placed.id]
    assert len(ids) == len(set(ids))


def test_ids_that_are_taken_are_passed_over_however_many() -> None:
    given_ = [_asked(f"第{n}道题", "答", f"hr.{n:03}") for n in range(1, 2_000)]
    merged = merge([], [*given_, _asked("没有编号的题", "答")], "hr")
    assert merged.placed[-1].id == "hr.2000"


COURIER = "快递没写收件人？"


def _choice(answer: str, *options: str, stem: str = COURIER, identifier: str = "") -> dict[str, Any]:
    return {**_asked(stem, answer, identifier), "type": "single_choice", "options": list(options)}


KNOWN = _choice("A", "登记后在群里问", "退回", "放在门口", "扔掉", identifier="hr.001")


def test_options_in_another_order_are_the_same_question_if_the_key_follows() -> None:
    merged = merge([KNOWN], [_choice("B", "退回", "登记后在群里问", "扔掉", "放在门口")], "hr")
    assert [(placed.action, placed.id) for placed in merged.placed] == [("updated", "hr.001")]
    assert [merged.entries[0][name] for name in ("answer", "options")] == [
        "B",
        ["退回", "登记后在群里问", "扔掉", "放在门口"],
    ]
    (placed,) = merge([KNOWN], [_choice("A", "退回", "登记后在群里问", "扔掉", "放在门口")], "hr").placed
    assert (placed.action, placed.other, placed.alike) == ("alike", "hr.001", 100.0)


def test_a_stem_that_is_there_with_other_options_waits_and_shows_them() -> None:
    for options in (["登记后在群里问", "退回", "放在门口", "自己收下"], ["报警", "登记", "问前台", "拍照"]):
        new = _choice("A", *options)
        merged = merge([KNOWN], [new], "hr")
        (placed,) = merged.placed
        assert (placed.action, placed.other, merged.entries) == ("alike", "hr.001", [KNOWN])
        assert 0 < placed.alike < 100
        assert [(change.field, change.new) for change in placed.changes] == [("options", options)]
        (updated,) = merge([KNOWN], [new], "hr", update={"hr.001"}).placed
        assert (updated.action, updated.id) == ("updated", "hr.001")


def test_one_document_with_a_stem_twice_and_most_of_its_options_is_doubted() -> None:
    other = _choice("A", "登记后在群里问", "退回", "放在门口", "自己收下")
    quite_other = _choice("A", "报警", "拍照", "问前台", "登记")
    placed = merge([], [KNOWN, other, quite_other], "hr").placed
    assert [(one.action, one.doubt, one.other) for one in placed] == [
        ("added", "", ""),
        ("added", "import-same-stem", "hr.001"),
        ("added", "", ""),
    ]
    placed = merge([KNOWN], [KNOWN, other, quite_other], "hr").placed
    assert [one.action for one in placed] == ["unchanged", "alike", "added"]
