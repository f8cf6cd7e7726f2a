"""What a document says goes into a question of the bank; what it does not say stays, whatever the question's type."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.read import bank_of
from generator.diagnostics import Report, SourceFile
from generator.exchange.update import updated
from generator.exchange.yaml import MISSING, Bare, write
from generator.kinds import kind
from generator.model.question import written
from generator.source import MappingNode
from generator.source.bounds import BoundedReport
from generator.source.parse import parse

if TYPE_CHECKING:
    from generator.exchange.matching import Entry

WORDS = st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=6)
MARKS = st.integers(1, 9).map(lambda n: Bare(written(Fraction(n, 2))))
POINTS = st.lists(
    st.one_of(WORDS, st.fixed_dictionaries({"text": WORDS, "marks": MARKS})), min_size=1, max_size=4
)
PROSE = st.one_of(WORDS, POINTS, st.fixed_dictionaries({"text": WORDS, "points": POINTS}))
OPTION = st.one_of(WORDS, st.fixed_dictionaries({"text": WORDS, "fixed": st.just(Bare("true"))}))
OPTIONS = st.lists(
    OPTION, min_size=3, max_size=5, unique_by=lambda o: str(o["text"] if isinstance(o, dict) else o)
)
ANSWERS = {
    "essay": PROSE,
    "short_answer": PROSE,
    "single_choice": st.sampled_from("ABC"),
    "multiple_choice": st.sampled_from(["AB", "AC", "ABC"]),
    "true_false": st.sampled_from(["true", "false"]).map(Bare),
    "fill_blank": st.lists(WORDS, min_size=2, max_size=2),
}
MORE = {
    "category": WORDS,
    "difficulty": st.integers(1, 5).map(Bare),
    "minutes": st.integers(1, 60).map(Bare),
    "tags": st.lists(WORDS, min_size=1, max_size=3, unique=True),
    "analysis": WORDS,
    "highlights": WORDS,
    "source": WORDS,
    "note": WORDS,
}


@st.composite
def questions(draw: st.DrawFn) -> Entry:
    """A question that says all that one of its type can."""
    name = draw(st.sampled_from(sorted(ANSWERS)))
    more: dict[str, Any] = {"lines": Bare("4")}
    if "options" in kind(name).fields:
        more = {"options": draw(OPTIONS), "shuffle": Bare("false")}
    stem = draw(WORDS) + ("____和____" if name == "fill_blank" else "")
    entry = {
        "id": "q.1",
        "type": name,
        "stem": stem,
        "answer": draw(ANSWERS[name]),
        **({} if name in ("true_false", "fill_blank") else more),
        **{field: draw(value) for field, value in MORE.items()},
    }
    return {field: value for field, value in entry.items() if value != "essay"}


def faults(entry: Entry) -> list[str]:
    text = write({"bank": "q", "questions": [entry]}, {})
    file = SourceFile("q.yaml", text.split("\n"))
    parsed = parse(text, file, BoundedReport())
    assert isinstance(parsed.root, MappingNode)
    report = Report()
    bank_of(parsed.root, None, report)
    return [d.code for d in report.diagnostics if d.severity == "error"]


@given(questions(), questions(), st.data())
def test_what_is_not_said_stays_whatever_is_said(old: Entry, other: Entry, data: st.DataObject) -> None:
    names = sorted(set(MORE) | {"stem"})
    said = set(data.draw(st.lists(st.sampled_from(names), unique=True)))
    made = updated(old, {"id": "", "stem": MISSING, "answer": MISSING, **{n: other[n] for n in said}})
    assert made.doubts == ()
    assert made.entry == {**old, **{name: other[name] for name in said}}


@given(questions(), questions(), st.data())
def test_a_sound_question_stays_sound_and_keeps_its_answer_unless_another_is_said(
    old: Entry, other: Entry, data: st.DataObject
) -> None:
    """Also where the type is said or not, options without an answer, an answer without options."""
    names = sorted({"type", "answer", "options", *MORE} & other.keys())
    said = set(data.draw(st.lists(st.sampled_from(names), unique=True)))
    assert faults(old) == []
    made = updated(old, {"id": "", "stem": MISSING, "answer": MISSING, **{n: other[n] for n in said}}).entry
    assert all(made[name] == old[name] for name in old.keys() & MORE.keys() - said)
    if "answer" not in said:
        assert made.get("type") == old.get("type") or "type" in said
        assert made["answer"]
    if "type" not in said or made.get("type", "essay") != other.get("type", "essay"):
        assert made.get("type") == old.get("type")


CHOICE: Entry = {
    "id": "q.1",
    "type": "single_choice",
    "stem": "选",
    "options": ["甲", "乙", "丙"],
    "answer": "B",
}


def _said(**fields: Any) -> Entry:
    return {"id": "", "stem": MISSING, "answer": MISSING, **fields}


@pytest.mark.parametrize(
    ("old", "answer", "expected"),
    [
        (CHOICE, "C", "C"),
        (CHOICE, "丙", "C"),
        ({**CHOICE, "type": "multiple_choice"}, "A、C", "AC"),
        ({"id": "q", "type": "true_false", "stem": "天是蓝的。", "answer": Bare("true")}, "错", "false"),
        ({"id": "q", "type": "fill_blank", "stem": "首都是____。", "answer": ["甲"]}, "北京", ["北京"]),
        ({"id": "q", "type": "short_answer", "stem": "问", "answer": "旧"}, "新", "新"),
    ],
)
def test_an_answer_in_words_is_read_as_one_of_the_bank_s_question(
    old: Entry, answer: str, expected: object
) -> None:
    made = updated(old, _said(answer=answer))
    assert made.doubts == ()
    assert made.entry == {**old, "answer": expected}


def test_an_answer_that_is_none_of_such_a_question_is_told_and_changes_nothing() -> None:
    made = updated(CHOICE, _said(answer="先登记，再核实。", analysis="解"))
    assert made.entry == {**CHOICE, "analysis": "解"}
    assert [doubt.code for doubt in made.doubts] == ["import-answer-unfit"]


def test_another_type_is_taken_with_its_answer_and_not_without() -> None:
    made = updated(CHOICE, _said(type="true_false"))
    assert (made.entry, [doubt.code for doubt in made.doubts]) == (CHOICE, ["import-type-kept"])
    made = updated(CHOICE, _said(type="multiple_choice"))
    assert (made.entry, made.doubts) == ({**CHOICE, "type": "multiple_choice"}, ())
    made = updated(CHOICE, _said(type="essay", answer="先登记。"))
    assert made.entry == {"id": "q.1", "stem": "选", "answer": "先登记。"}


def test_letters_of_the_answer_follow_their_options() -> None:
    made = updated(CHOICE, _said(type="single_choice", options=["乙。", "甲", "丁", "丙"]))
    assert (made.entry["answer"], made.doubts) == ("A", ())
    made = updated(CHOICE, _said(type="single_choice", options=["甲", "另一项", "丙"]))
    assert (made.entry["answer"], [doubt.code for doubt in made.doubts]) == ("B", ["import-options-changed"])


def test_options_that_keep_their_place_keep_it() -> None:
    fixed = {"text": "以上都不对", "fixed": Bare("true")}
    old: Entry = {**CHOICE, "options": ["甲", "乙", fixed]}
    made = updated(old, _said(type="single_choice", options=["丁", "乙", "以上都不对"], answer="B"))
    assert made.entry["options"] == ["丁", "乙", fixed]


def test_text_points_and_numbering_of_an_answer_are_said_one_by_one() -> None:
    points: Any = [{"text": "甲", "marks": Bare("2")}, {"text": "乙", "marks": Bare("3")}]
    old: Entry = {"id": "q", "stem": "问", "answer": {"text": "旧", "points": points, "numbering": "①"}}
    made = updated(old, _said(answer="新")).entry["answer"]
    assert made == {"text": "新", "points": points, "numbering": "①"}
    made = updated(old, _said(answer=["乙。", "丙"])).entry["answer"]
    assert made == {"text": "旧", "points": [{"text": "乙。", "marks": Bare("3")}, "丙"], "numbering": "①"}
    assert updated({**old, "answer": points}, _said(answer="新")).entry["answer"] == {
        "text": "新",
        "points": points,
    }
