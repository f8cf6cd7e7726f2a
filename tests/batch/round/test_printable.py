"""Only what a paper prints keeps its candidate from having one."""

from __future__ import annotations

import json
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.batch.round.conftest import LAYOUT, Round

if TYPE_CHECKING:
    from collections.abc import Callable

ODD = "བ"  # that no face has
HEAD = ["考号", "姓名", "岗位", "部门", "备注"]
FOOTER = LAYOUT + "style: {base: classic, page: {footer: '{title} {candidate.备注}'}}\n"


@pytest.mark.parametrize(
    ("row", "layout", "missing"),
    [
        (["1", "甲", "专员", "", f"左撇子{ODD}"], LAYOUT, False),
        (["1", "甲", "专员", "", "谢谢👍\ufe0f"], LAYOUT, False),
        (["1", "甲", "专员", f"客服{ODD}", ""], LAYOUT, False),  # the box has no department
        (["1", "甲", "专员", "", f"左撇子{ODD}"], FOOTER, True),
        (["1", f"甲{ODD}", "专员", "", ""], LAYOUT, True),
    ],
)
def test_what_is_printed_nowhere_costs_nobody_a_paper(
    row: list[str], layout: str, missing: bool, round_of: Callable[..., Round]
) -> None:
    made = round_of(rows=[HEAD, row, ["2", "乙", "专员", "", ""]], layout=layout)
    _, err = made.run("--out", "o", "--jobs", "1", status=3 if missing else 0)
    assert ("row-unprintable" in err) == missing
    assert json.loads(made.files("o")["manifest.json"])["missing"] == (["1"] if missing else [])
    if not missing:
        known = made.forms("o")[0]["candidate"]
        assert isinstance(known, dict)
        assert row[3] in ("", known.get("department"))
        assert row[4] in ("", known.get("备注"))


def test_why_names_only_what_is_printed(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=[HEAD, ["1", f"甲{ODD}", "专员", "", "ཀ"]])
    _, err = made.run("--out", "o", "--jobs", "1", status=3)
    assert "U+0F56" in err
    assert "U+0F40" not in err
    sheet = openpyxl.load_workbook(BytesIO(made.files("o")["试卷清单.xlsx"])).worksheets[0]
    said = "".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
    assert f"有印不出来的字“{ODD}”" in said


@pytest.mark.parametrize(
    ("text", "status"), [("a\x02b", 1), ("a\u202eb", 0), ("a\u200bb", 0), ("a\ufffdb", 0)]
)
def test_a_character_that_would_break_the_lists_is_told(
    text: str, status: int, round_of: Callable[..., Round]
) -> None:
    made = round_of(rows=[HEAD, ["1", "甲", "专员", "", text]])
    _, err = made.run("--out", "o", "--jobs", "1", status=status)
    assert "list.csv:2" in err
    assert ("error[control-character]" in err) == bool(status)
    assert (made.folder / "o").exists() == (not status)
