from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.blueprint import read_layout
from generator.diagnostics import Report
from generator.model.blueprint import Filter
from tests.reading import faults

if TYPE_CHECKING:
    from pathlib import Path

    from generator.blueprint import LayoutFile

WHOLE = """\
layout: cs-supervisor
format: 1
title: 客服主管招聘面试题
subtitle: 华东大区
short_title: 客服主管
banks: [../banks/a.yaml, b.yaml]
language: zh-CN
duration: 90
total: 46.5
seed: 7
file_name: "{layout}-{document}"
instructions: |
  1. 先填姓名。
sections:
  - title: 情景应变题
    draw: 5x8
    from: {category: [情景, 投诉], type: essay, tags: 电商, competencies: 同理心, difficulty: [2, 3], bank: a}
    label: 情景题
    note: 结合场景作答。
    questions: [cs.refund.damaged]
    order: bank
    exclude: cs.refund.late
  - {title: 判断题, draw: {count: 13, marks: 0.5}}
  - {title: 面谈, draw: 3}
style: classic
"""


def layout_of(content: str, folder: Path) -> tuple[LayoutFile | None, list[str]]:
    file = folder / "layout.yaml"
    file.write_text(content, encoding="utf-8")
    report = Report()
    read = read_layout(file, "layout.yaml", report)
    return read, faults(report)


def test_every_field_arrives(tmp_path: Path) -> None:
    read, found = layout_of(WHOLE, tmp_path)
    assert found == []
    assert read is not None
    blueprint = read.blueprint
    assert (blueprint.id, blueprint.title, blueprint.subtitle, blueprint.short_title, blueprint.language) == (
        "cs-supervisor", "客服主管招聘面试题", "华东大区", "客服主管", "zh-CN",
    )  # fmt: skip
    assert (blueprint.duration, blueprint.seed, read.file_name.markdown) == (90, 7, "{layout}-{document}")
    assert blueprint.instructions is not None
    assert blueprint.instructions.markdown == "1. 先填姓名。\n"
    first, second, third = blueprint.sections
    assert (first.count, first.marks, first.label, first.bank_order) == (5, 8, "情景题", True)
    assert first.filter == Filter(("情景", "投诉"), ("essay",), ("电商",), ("同理心",), (2, 3), ("a",))
    assert (first.pinned, str(first.pinned_at[0])) == (("cs.refund.damaged",), "layout.yaml:20:17")
    assert (first.exclude, str(first.exclude_at[0])) == (("cs.refund.late",), "layout.yaml:22:14")
    assert (second.count, second.marks, second.filter) == (13, Fraction(1, 2), Filter())
    assert (third.count, third.marks, third.bank_order) == (3, None, False)
    assert [(bank.path, bank.said) for bank in read.banks] == [
        (tmp_path / ".." / "banks" / "a.yaml", "../banks/a.yaml"),
        (tmp_path / "b.yaml", "b.yaml"),
    ]
    assert read.style is not None


def test_what_may_be_left_out(tmp_path: Path) -> None:
    read, found = layout_of("layout: a\ntitle: 甲\nsections:\n  - {title: 乙, draw: 1}\n", tmp_path)
    assert found == []
    assert read is not None
    assert (read.banks, read.style, read.file_name, read.blueprint.seed) == ((), None, None, 1)
    assert read.blueprint.duration is None


def test_a_draw_whose_marks_are_left_empty_has_none(tmp_path: Path) -> None:
    for marks in ("", "~", "null"):
        section = f"{{title: 乙, draw: {{count: 5, marks: {marks}}}}}"
        read, found = layout_of(f"layout: a\ntitle: 甲\nsections:\n  - {section}\n", tmp_path)
        assert found == []
        assert read is not None
        assert [(spec.count, spec.marks) for spec in read.blueprint.sections] == [(5, None)]


def test_the_total_speaks_of_sections_with_marks(tmp_path: Path) -> None:
    def total(said: str) -> list[str]:
        return layout_of(WHOLE.replace("total: 46.5", f"total: {said}"), tmp_path)[1]

    assert total("46.5") == []
    assert total("46") == ["9:8 wrong-total"]
    # A draw that cannot be read leaves the sum unknown: one fault, not two.
    broken = WHOLE.replace("total: 46.5", "total: 9").replace("5x8", "5x")
    assert layout_of(broken, tmp_path)[1] == ["16:11 bad-draw"]


def test_a_fault_is_told_once_and_in_its_place(tmp_path: Path) -> None:
    def section(fields: str) -> list[str]:
        line = f"  - {{title: 乙, {fields}}}"
        _, found = layout_of(f"layout: a\ntitle: 甲\nsections:\n{line}\n", tmp_path)
        assert all(fault.startswith("4:") for fault in found)
        places = [fault.removeprefix("4:").split() for fault in found]
        return [f"{code} {line[int(column) - 1 :][:5].rstrip('},] ')}" for column, code in places]

    assert section("draw: {count: 501}") == ["out-of-range 501"]
    assert section("draw: {marks: 2}") == ["missing-field {mark"]
    assert section("draw: {count: 2, marks: 二}") == ["not-number 二"]
    assert section("draw: {count: 2, marks: 2.7}") == ["bad-draw {coun"]
    assert section("draw: {count: 2, marks: ''}") == ["not-number ''"]
    assert section("draw: ２x８") == ["bad-draw ２x８"]
    assert section("draw: [2, 8]") == ["list-for-text [2, 8"]
    assert section("draw: 2, from: 情景") == ["text-for-fields 情景"]
    assert section("draw: 2, from: {type: [essai], difficulty: 9}") == [
        "bad-difficulty 9",
        "unknown-type [essa",
    ]
    assert section("draw: 2, questions: [{id: a}, [b], '']") == [
        "fields-for-text {id:", "list-for-text [b", "empty-item ''",
    ]  # fmt: skip
    assert section("draw: 2, note: '![图](a.png)'") == ["image-not-here ![图]("]


def test_banks_are_called_by_their_short_names(tmp_path: Path) -> None:
    (tmp_path / "banks").mkdir()
    (tmp_path / "layouts").mkdir()
    content = "layout: a\ntitle: 甲\nbanks: [../banks]\nsections:\n  - {title: 乙, draw: 1}\n"
    read, _ = layout_of(content, tmp_path / "layouts")
    assert read is not None
    assert read.banks[0].name == str(tmp_path / "banks")
