"""Export and import of made-up banks: the same bank, in every format that holds all of it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bank import read_bank
from generator.diagnostics import Report
from generator.exchange.formats import reader, writer
from generator.exchange.yaml.tree import question, tree
from tests.properties.banks import dump, questions

if TYPE_CHECKING:
    from generator.model.question import Bank

_ODD = st.lists(
    st.sampled_from(
        [
            *"题答12.-+=@'\"|\\>#*（）①；、：:",
            " ",
            "\n",
            "（2分）",
            " |",
            "| ",
            "> ",
            "- ",
            "1. ",
            "（1）",
            "A. ",
            "**答案**：",
            "## ",
            "B（3-4分）：",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)


@st.composite
def made_banks(draw: st.DrawFn) -> dict[str, Any]:
    types = draw(
        st.lists(
            st.sampled_from(
                ["essay", "short_answer", "single_choice", "multiple_choice", "true_false", "fill_blank"]
            ),
            min_size=1,
            max_size=4,
        )
    )
    entries = []
    for number, type_name in enumerate(types):
        made = draw(questions(f"q.{number}", type_name))
        more: dict[str, Any] = {
            "category": draw(st.sampled_from(["", "情景", "（无分类）", "a · b"])),
            "difficulty": draw(st.sampled_from(["", "1", "5"])),
            "minutes": draw(st.sampled_from(["", "7"])),
            "tags": draw(st.lists(_names, max_size=2, unique=True)),
            "source": draw(_names | st.just("")),
            "note": draw(_odd_texts | st.just("")),
        }
        entry = {**made.prompt, **made.solutions[0], **{name: value for name, value in more.items() if value}}
        if draw(st.booleans()):
            entry |= draw(_odd_fields(entry))
        entries.append(entry)
    return {
        "bank": "made",
        "title": draw(st.sampled_from(["", "题库", 'A "b": c'])),
        "language": draw(st.sampled_from(["zh-CN", "en"])),
        "questions": entries,
    }


_odd_texts = _ODD.map(lambda text: f"{text}尾").filter(lambda text: bool(text.strip()))
_names = _ODD.map(lambda text: " ".join(text.split())).filter(bool)


@st.composite
def _odd_fields(draw: st.DrawFn, entry: dict[str, Any]) -> dict[str, Any]:
    """Texts full of what the notations of cells are made of."""
    fields: dict[str, Any] = {
        "highlights": draw(st.lists(_odd_texts, min_size=1, max_size=3)),
        "analysis": draw(_odd_texts),
    }
    if entry["type"] in ("essay", "short_answer"):
        inner = st.fixed_dictionaries(
            {"text": _odd_texts, "points": st.lists(_odd_texts, min_size=1, max_size=2)}
        )
        fields["answer"] = {
            "text": draw(_odd_texts),
            "points": draw(st.lists(_odd_texts | inner, min_size=1, max_size=3)),
        }
        fields["levels"] = [{"name": draw(_names), "marks": "1-2", "text": draw(_odd_texts)}]
    return fields


def _bank(entries: dict[str, Any]) -> tuple[Bank, bool]:
    with TemporaryDirectory() as folder:
        path = Path(folder, "made.yaml")
        dump(path, {name: value for name, value in entries.items() if value})
        report = Report()
        bank = read_bank(path, "made.yaml", report)
    assert bank is not None
    return bank, report.failed


@pytest.mark.parametrize("format_name", ["xlsx", "csv", "markdown"])
@settings(max_examples=40, deadline=None)
@given(made_banks())
def test_import_of_an_export_is_the_same_bank(format_name: str, entries: dict[str, Any]) -> None:
    bank, _ = _bank(entries)
    report = Report()
    data = writer(format_name)(bank, Path(), report)
    assert not report.failed
    found = reader(format_name)(data, "made", report)
    assert found is not None
    assert [question(asked, "") for asked in found.bank.questions] == [
        question(asked, "") for asked in bank.questions
    ]
    if format_name != "csv":  # which has no place for the bank's own id, title and language
        assert tree(found.bank) == tree(bank)
    assert not any(origin.doubts for origin in found.origins)
    assert writer(format_name)(bank, Path(), Report()) == data
