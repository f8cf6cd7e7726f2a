"""What an import has left for a person: open, settled, and what only looks like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.review import mend
from tests.review.banks import banks, found

if TYPE_CHECKING:
    from pathlib import Path

BANK = """\
# 待核：整个题库
bank: x
questions:
  # 老王说这题明年换掉
  # 待核：题目没有题号
  - id: x.1
    stem: |
      下面这行是正文
      # 待核：没有答案
      不是批注
    # 待核：没有答案
    answer: 答
    analysis: 析

  - id: x.2
    # 待核：没有题干
    stem: 问二
    # 待核：看不懂这个答案：甲
    answer: 乙
    analysis: 析
"""


def told(folder: Path, text: str) -> list[tuple[str, int, object]]:
    return [(d.code, d.location.line, d.values["found"]) for d in found(folder, text) if d.location]


def test_open_and_settled_remarks(tmp_path: Path) -> None:
    assert told(tmp_path, BANK) == [
        ("open-remark", 1, "整个题库"),
        ("open-remark", 5, "题目没有题号"),
        ("stale-remark", 11, "没有答案"),
        ("stale-remark", 16, "没有题干"),
        ("open-remark", 18, "看不懂这个答案：甲"),
    ]


@pytest.mark.parametrize(
    "remark", ["# To check: there is no answer", "# 待核：字段“answer”是空的", "#待核: 没有正确答案"]
)
def test_a_gap_is_known_in_either_language(remark: str, tmp_path: Path) -> None:
    text = BANK.replace("    # 待核：没有答案\n", f"    {remark}\n")
    assert [line for code, line, _ in told(tmp_path, text) if code == "stale-remark"] == [11, 16]


def test_a_question_silences_the_remarks_in_it_and_right_above(tmp_path: Path) -> None:
    text = BANK.replace(
        "    analysis: 析\n\n", "    analysis: 析\n    silence: [open-remark, stale-remark]\n\n"
    )
    assert [line for _, line, _ in told(tmp_path, text)] == [1, 17, 19]


def test_settled_remarks_are_mended_away_and_nothing_else(tmp_path: Path) -> None:
    mended = mend(banks(tmp_path, BANK)[0])
    assert mended is not None
    lines = BANK.splitlines(keepends=True)
    assert mended.content.decode() == "".join(lines[:10] + lines[11:15] + lines[16:])
    assert [(c.location.line, c.before, c.after) for c in mended.changes] == [
        (11, "# 待核：没有答案", ""),
        (16, "# 待核：没有题干", ""),
    ]
    windows = BANK.replace("\n", "\r\n").encode()
    mended = mend(banks(tmp_path, windows)[0])
    assert mended is not None
    assert mended.content.count(b"\r\n") == mended.content.count(b"\n") == len(lines) - 2
