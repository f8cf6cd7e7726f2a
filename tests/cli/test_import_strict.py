"""`exampaper import --strict`: what is uncertain of a document as a whole keeps a bank from being written, too."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]

TEXT = "1. 访客没有预约，怎么接待？\n答案：先登记，再电话核实。\n\n2. 快递没有写明收件人，怎么办？\n答案：在群里问。\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _sheet(name: str, *, hidden_row: bool = False, other_sheet: bool = False) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ["题型", "题干", "答案"],
        ["论述题", "访客没有预约，怎么接待？", "先登记。"],
        ["论述题", "快递？", "问。"],
    ):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = hidden_row
    if other_sheet:
        book.create_sheet("名单").append(["张三", "李四"])
    book.save(name)


def test_what_is_said_is_certain(folder: Path, exampaper: Exampaper) -> None:
    Path("set.txt").write_text(TEXT, "utf-8")
    _sheet("set.xlsx")
    for name in ("set.txt", "set.xlsx"):
        ran = exampaper("import", name, "-o", f"{name[4:]}.yaml", "--strict")
        assert ran.status == 0, ran


def test_what_was_concluded_or_lost_is_not(folder: Path, exampaper: Exampaper) -> None:
    Path("gift.txt").write_text("天是蓝的。{T}\n\n草是绿的。{T}\n\n水是红的。{F}\n", "utf-8")
    english = "1. What’s the café’s peak hour?\nAnswer: It’s noon.\n"
    Path("encoding.txt").write_bytes(english.encode("cp1252"))
    Path("lost.txt").write_bytes(TEXT.encode().replace("核实。".encode(), "核实。".encode() + b"\xff"))
    _sheet("hidden.xlsx", hidden_row=True)
    _sheet("sheet.xlsx", other_sheet=True)
    for name in ("gift.txt", "encoding.txt", "lost.txt", "hidden.xlsx", "sheet.xlsx"):
        ran = exampaper("import", name, "-o", "out.yaml", "--strict", "--lang", "zh")
        assert ran.status == 1, (name, ran)
        assert "有拿不准的地方，什么也没有写" in ran.err and name in ran.err
        assert not Path("out.yaml").exists()
        assert exampaper("import", name, "-o", f"{name}.yaml").status == 0


def test_a_question_that_lost_characters_is_doubted(folder: Path, exampaper: Exampaper) -> None:
    Path("lost.txt").write_bytes(TEXT.encode().replace("核实。".encode(), b"\xff\xfe\xff"))
    ran = exampaper("import", "lost.txt", "-o", "out.yaml", "--lang", "zh")
    first, doubt, second, *_ = ran.out.splitlines()
    assert first.endswith("70%") and "待核" in doubt and second.endswith("100%"), ran
    assert "# 待核：" in Path("out.yaml").read_text("utf-8")


def test_an_id_and_a_language_that_no_bank_may_have_are_told_and_not_taken(
    folder: Path, exampaper: Exampaper
) -> None:
    Path("set.md").write_text(
        "---\nbank: ../../Etc Passwd\nlanguage: zz!!\n---\n\n# 题\n\n### 1.\n\n访客没有预约，怎么接待？\n\n**答案：** 先登记。\n",
        "utf-8",
    )
    ran = exampaper("import", "set.md", "-o", "mine.yaml", "--lang", "zh")
    assert ran.status == 0, ran
    assert "../../Etc Passwd" in ran.err and "zz!!" in ran.err
    written = Path("mine.yaml").read_text("utf-8")
    assert written.startswith("bank: mine\n") and "mine.001" in written and "language" not in written
    assert exampaper("check", "mine.yaml").status == 0


BANK = """\
bank: b
questions:
  - id: b.one
    type: single_choice
    stem: 访客没有预约，怎么接待？
    options: [先登记再电话核实, 直接带上楼去找人, 请他改天再过来一趟]
    answer: A
"""


def test_the_same_stem_without_options_is_the_same_question_or_alike(
    folder: Path, exampaper: Exampaper
) -> None:
    Path("b.yaml").write_text(BANK, "utf-8")
    Path("key.csv").write_text("题干,答案,解析\n访客没有预约，怎么接待？,A,看流程。\n", "utf-8")
    ran = exampaper("import", "key.csv", "-o", "b.yaml", "--lang", "zh")
    assert "新增 0，更新 1，未变 0" in ran.out, ran
    written = Path("b.yaml").read_text("utf-8")
    assert "analysis: 看流程。" in written and "直接带上楼去找人" in written and "answer: A" in written
    Path("other.csv").write_text("题干,答案\n访客没有预约，怎么接待？,请他登记\n", "utf-8")
    ran = exampaper("import", "other.csv", "-o", "b.yaml", "--lang", "zh")
    assert "相似，未加  与 b.one 有 100% 相同" in ran.out
    assert Path("b.yaml").read_text("utf-8") == written


def test_a_sheet_of_ids_and_one_field_changes_that_field_alone(folder: Path, exampaper: Exampaper) -> None:
    Path("b.yaml").write_text(BANK, "utf-8")
    Path("d.csv").write_text("编号,题干,难度\nb.one,访客没有预约，怎么接待？,3\n", "utf-8")
    assert exampaper("import", "d.csv", "-o", "b.yaml").status == 0
    written = Path("b.yaml").read_text("utf-8")
    assert "type: single_choice" in written and "answer: A" in written and "difficulty: 3" in written
    assert written.count("\n      - ") == 3 or written.count("options: [") == 1
