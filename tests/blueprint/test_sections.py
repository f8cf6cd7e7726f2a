from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blueprint import blueprint_from_sections
from generator.diagnostics import Report
from tests.reading import bank_of, faults

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.blueprint import Blueprint

BANK = """\
bank: cs
title: 客服题库
questions:
  - {id: a, category: 情景, stem: 甲, answer: 乙}
  - {id: b, category: 管理, stem: 甲, answer: 乙}
  - {id: c, category: 情景, stem: 甲, answer: 乙}
  - {id: d, stem: 甲, answer: 乙}
"""


def blueprint(
    said: str, folder: Path, title: str = "", text: str = BANK
) -> tuple[Blueprint | None, list[str]]:
    bank, _ = bank_of(text, folder)
    assert bank is not None
    report = Report()
    made = blueprint_from_sections(said, [bank], title, report)
    return made, faults(report)


def test_sections_take_the_categories_in_the_banks_order(tmp_path: Path) -> None:
    made, found = blueprint("2x8, 1×10", tmp_path)
    assert found == []
    assert made is not None
    assert (made.id, made.title) == ("cs", "客服题库")
    assert [(s.title, s.count, s.marks, s.filter.category) for s in made.sections] == [
        ("情景", 2, 8, ("情景",)),
        ("管理", 1, 10, ("管理",)),
    ]
    named, _ = blueprint("1；1", tmp_path, "面试题")
    assert named is not None
    assert (named.title, [s.marks for s in named.sections]) == ("面试题", [None, None])


def test_faults_point_into_the_option(tmp_path: Path) -> None:
    assert blueprint("2x8,1y9", tmp_path)[1] == ["1:5 bad-draw"]
    assert blueprint("１x８,1x9", tmp_path)[1] == ["1:1 bad-draw"]
    assert blueprint(",", tmp_path)[1] == ["1:1 bad-draw"]
    assert blueprint("1x1,1x1,1x1", tmp_path) == (None, ["1:1 few-categories"])


def test_one_section_of_a_bank_without_categories_draws_from_all(tmp_path: Path) -> None:
    bare = BANK.replace(" category: 情景,", "").replace(" category: 管理,", "")
    made, found = blueprint("4x5", tmp_path, text=bare)
    assert found == []
    assert made is not None
    assert [(s.title, s.count, s.filter.category) for s in made.sections] == [("试题", 4, ())]
    assert blueprint("1x5,1x5", tmp_path, text=bare) == (None, ["1:1 few-categories"])
