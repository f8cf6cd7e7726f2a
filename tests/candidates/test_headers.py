"""The page of the format says which headers are known, and these are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.candidates import FIELDS, read_candidates
from generator.candidates.headers import HEADERS, IDENTITY, field_of, plain
from generator.diagnostics import Report

PAGE = Path(__file__).parents[2] / "docs" / "candidates.md"
ROWS = re.findall(r"^\| `(\w+)` \| (.*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)


def test_the_page_has_every_field() -> None:
    assert [field for field, _ in ROWS[: len(FIELDS)]] == list(FIELDS)


@pytest.mark.parametrize(("field", "written"), ROWS[: len(FIELDS)])
def test_headers_of_the_page(field: str, written: str) -> None:
    headers = re.split("[,;] ", written.replace("`", ""))
    assert len(headers) > 4
    assert {field_of(header) for header in headers} == {field}


def test_each_header_means_one_thing() -> None:
    listed = [header for headers in (*HEADERS.values(), IDENTITY) for header in headers.split()]
    assert len(listed) == len(set(listed))
    assert [header for header in listed if plain(header) != header] == []


@pytest.mark.parametrize(
    "header", ["座位号", " 座 位 号 ", "*座位号（必填）", "座位号\n(2位)", "SEAT No.", "Ｓｅａｔ", "座_号"]
)
def test_what_does_not_matter(header: str) -> None:
    assert field_of(header) == "seat"


@pytest.mark.parametrize("header", ["", "备注", "座位表", "Seating plan", "（）", "曾用名"])
def test_other_headers(header: str) -> None:
    assert field_of(header) == ""


def test_the_list_of_the_page(tmp_path: Path) -> None:
    found = re.search(r"^```\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    (tmp_path / "list.csv").write_text(found[1], "utf-8")
    listed = read_candidates(tmp_path / "list.csv", "list.csv", Report())
    assert listed is not None
    assert [candidate.id for candidate in listed.rows] == ["20260001", "20260002", "20260003"]


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        ("考号,姓名,教室,职务", ["id", "name", "room", "post"]),
        ("考号,姓名,教室,职务,考场,岗位", ["id", "name", "", "", "room", "post"]),
        ("身份证号,姓名", ["id", "name"]),
        ("身份证号,姓名,考号", ["", "name", "id"]),
    ],
)
def test_headers_that_mean_a_field_where_no_other_does(
    headers: str, fields: list[str], tmp_path: Path
) -> None:
    row = "11010119900307231X,张三,301,客服主管,1,专员"
    (tmp_path / "list.csv").write_text(f"{headers}\n{','.join(row.split(',')[: len(fields)])}\n", "utf-8")
    listed = read_candidates(tmp_path / "list.csv", "list.csv", Report())
    assert listed is not None
    assert [field for _, field in listed.columns] == fields


@pytest.mark.parametrize(
    ("headers", "told"),
    [
        ("考号号,姓名", [("missing-column", "考号")]),
        ("考号,姓名,考号号", []),
        ("身份证号,姓名,考号号", [("header-like", "考号")]),
        ("考号,姓名,座位呈", [("header-like", "座位号")]),
    ],
)
def test_a_slip_is_of_one_field(headers: str, told: list[tuple[str, str]], tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(f"{headers}\n11010119900307231X,张三,1\n", "utf-8")
    report = Report()
    read_candidates(tmp_path / "list.csv", "list.csv", report)
    found = [d for d in report.diagnostics if d.code in ("missing-column", "header-like")]
    assert [(d.code, d.values["header"]) for d in found] == told
