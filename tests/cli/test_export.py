"""`exampaper export`: what it writes others can read, and what it will not do."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest
from markdown_it import MarkdownIt

from generator.bank import read_bank
from generator.diagnostics import Report
from generator.exchange.yaml import tree
from tests.cli.conftest import files

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Ran

    Exampaper = Callable[..., Ran]

BANK = """\
bank: small
title: 小题库
questions:
  - id: a1
    category: 情景
    stem: 杯子碎了，怎么办？
    marks: 4
    answer:
      - {text: 先安抚, marks: 3}
      - text: 再给方案
        marks: 1
        points: [补发, 退款]
    note: "=1+1"
  - id: a2
    type: single_choice
    stem: "-5 的绝对值是？"
    options: ["+5", "-5", "@", {text: 以上都不对, fixed: true}]
    answer: A
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bank.yaml").write_text(BANK, encoding="utf-8")
    return tmp_path


def bank(path: str) -> object:
    report = Report()
    found = read_bank(Path(path), path, report)
    assert found is not None and not report.failed
    return tree(found)["questions"]


@pytest.mark.parametrize("suffix", ["xlsx", "csv", "md", "yaml"])
def test_out_and_in_again_is_the_same_bank(suffix: str, folder: Path, exampaper: Exampaper) -> None:
    ran = exampaper("export", "bank.yaml", "-o", f"out.{suffix}", "--lang", "zh")
    assert (ran.status, ran.out) == (0, f"已写入 out.{suffix}：2 道题。\n")
    if suffix == "yaml":
        assert bank("out.yaml") == bank("bank.yaml")
        return
    ran = exampaper("import", f"out.{suffix}", "-o", "again.yaml", "--strict", "--lang", "zh")
    assert ran.status == 0, ran
    assert bank("again.yaml") == bank("bank.yaml")
    ran = exampaper("import", f"out.{suffix}", "-o", "bank.yaml", "--lang", "zh")
    assert "新增 0，更新 0，未变 2" in ran.out


def test_comments_that_a_format_cannot_hold_are_told(folder: Path, exampaper: Exampaper) -> None:
    commented = BANK.replace("    marks: 4\n", "    marks: 4  # 定了\n    # 待核：没有答案\n")
    Path("bank.yaml").write_text("# 老王说明年换掉\n" + commented, "utf-8")
    for suffix in ("md", "csv", "xml", "gift", "aiken"):
        ran = exampaper("export", "bank.yaml", "-o", f"out.{suffix}", "--lang", "zh")
        assert ran.status == 0
        assert "警告[remarks-not-exported]: 题库里的 3 行注释没有写出，其中 1 行待核" in ran.err
    ran = exampaper("export", "bank.yaml", "-o", "out.yaml", "--lang", "zh")
    assert (ran.err, Path("out.yaml").read_text("utf-8").count("#")) == ("", 3)
    Path("bank.yaml").write_text(BANK + "# 完\n", "utf-8")
    assert "warning[comments-not-exported]: 1 line" in exampaper("export", "bank.yaml", "-o", "one.md").err


def test_what_is_not_held_is_called_as_in_a_table(folder: Path, exampaper: Exampaper) -> None:
    ran = exampaper("export", "bank.yaml", "-o", "out.aiken", "--lang", "zh")
    assert "Aiken 里放不下论述题（1 题），没有写" in ran.err
    assert "cannot hold essay" in exampaper("export", "bank.yaml", "-o", "two.aiken").err


GAPS = """\
bank: gaps
questions:
  - {id: g.1, stem: 杯子碎了怎么办？, answer: }
  - {id: g.2, stem: , answer: 先安抚，再给方案。}
  - {id: g.3, type: single_choice, stem: 选一个, options: [甲, 乙], answer: }
  - {id: g.4, type: true_false, stem: 对不对, answer: }
  - {id: g.5, type: fill_blank, stem: 填____, answer: }
  - {id: g.6, type: single_choice, stem: 选哪个, options: [甲, 乙], answer: B}
"""


@pytest.mark.parametrize("suffix", ["yaml", "md", "csv", "gift", "xml", "aiken"])
def test_a_bank_with_gaps_goes_out_and_comes_back(suffix: str, folder: Path, exampaper: Exampaper) -> None:
    Path("gaps.yaml").write_text(GAPS, "utf-8")
    ran = exampaper("export", "gaps.yaml", "-o", f"out.{suffix}", "--lang", "zh")
    assert ran.status == 0, ran
    assert ran.err.count("警告[empty-field]") == 5
    assert ("警告[gap-not-exported]: 有 4 题还缺题干或答案" in ran.err) == (
        suffix in ("gift", "xml", "aiken")
    )
    if suffix in ("yaml", "md", "csv"):
        exampaper("import", f"out.{suffix}", "-o", "gaps.yaml")
        ran = exampaper("import", f"out.{suffix}", "-o", "again.yaml", "--json")
        assert [q["id"] for q in json.loads(ran.out)["questions"]] == [f"g.{n}" for n in range(1, 7)]
        assert len(json.loads(ran.out)["open"]) == 5
        report = Report()
        first, again = (read_bank(Path(name), name, report) for name in ("gaps.yaml", "again.yaml"))
        assert first and again and tree(first)["questions"] == tree(again)["questions"]


def test_a_workbook_in_the_eyes_of_openpyxl(folder: Path, exampaper: Exampaper) -> None:
    assert exampaper("export", "bank.yaml", "-o", "out.xlsx").status == 0
    book = openpyxl.load_workbook("out.xlsx")
    headers, *rows = [[cell.value for cell in row] for row in book.active]
    first, second = [{h: v for h, v in zip(headers, row, strict=True) if v is not None} for row in rows]
    assert first == {
        "编号": "a1", "题型": "论述题", "分类": "情景", "题干（Markdown）": "杯子碎了，怎么办？", "分值": 4, "备注": "=1+1",
        "得分点": "1. 先安抚（3分）\n2. 再给方案（1分）\n   （1）补发\n   （2）退款",
    }  # fmt: skip
    assert second == {
        "编号": "a2", "题型": "单选题", "题干（Markdown）": "-5 的绝对值是？", "选项A": "+5", "选项B": "-5", "选项C": "@",
        "选项D": "以上都不对", "不打乱的选项": "D", "答案": "A",
    }  # fmt: skip
    assert {cell.data_type for row in book.active for cell in row} <= {"s", "n"}  # no formula
    assert book.properties.title == "小题库"


def test_csv_computes_nothing_and_opens_in_excel(folder: Path, exampaper: Exampaper) -> None:
    ran = exampaper("export", "bank.yaml", "-o", "out.csv", "--lang", "en")
    assert "warning[title-not-exported]" in ran.err
    data = Path("out.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    cells = [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t")]
    assert {"'=1+1", "'+5", "'-5", "'@"} <= set(cells)


def test_markdown_in_the_eyes_of_a_parser(folder: Path, exampaper: Exampaper) -> None:
    assert exampaper("export", "bank.yaml", "-o", "out.md").status == 0
    page = MarkdownIt().render(Path("out.md").read_text("utf-8").partition("\n---\n")[2])
    assert (
        "<h1>小题库</h1>\n<h2>情景</h2>\n<h3>1. a1</h3>\n<blockquote>\n<p>题型：论述题 · 分值：4</p>" in page
    )
    assert "<strong>得分点</strong>" in page
    assert "<ol>\n<li>先安抚（3分）</li>\n<li>再给方案（1分）\n<ul>\n<li>（1）补发</li>" in page
    assert "<li>D. 以上都不对</li>" in page


@pytest.mark.parametrize("suffix", ["xlsx", "csv"])
def test_a_template_is_filled_in_and_read(suffix: str, folder: Path, exampaper: Exampaper) -> None:
    assert exampaper("export", "--template", "-o", f"new.{suffix}", "--lang", "zh").status == 0
    ran = exampaper("import", f"new.{suffix}", "-o", "made.yaml", "--lang", "zh")
    assert ran.status == 1
    assert "空表里的示例，还没有改写" in ran.out
    assert not Path("made.yaml").exists()
    if suffix == "csv":
        text = Path("new.csv").read_text("utf-8-sig").replace("示例（请改写或删去）：客诉", "客诉")
        Path("new.csv").write_text(text, "utf-8-sig")
    else:
        book = openpyxl.load_workbook("new.xlsx")
        book.active["D4"] = "客诉升级后，第一联系人应在多久内回复？"
        book.save("new.xlsx")
    assert exampaper("import", f"new.{suffix}", "-o", "made.yaml").status == 0
    assert bank("made.yaml") == [
        {
            "id": "made.001", "type": "single_choice", "category": "业务知识", "stem": "客诉升级后，第一联系人应在多久内回复？",
            "options": ["10 分钟", "30 分钟", "2 小时", "当天"], "difficulty": "1", "marks": "2", "answer": "B",
            "analysis": "见服务规范第三条。",
        }
    ]  # fmt: skip


def test_what_it_will_not_do(folder: Path, exampaper: Exampaper) -> None:
    assert exampaper("export", "bank.yaml", "-o", "out.pdf").err.startswith(
        "out.pdf: error[format-unwritten]"
    )
    assert "error[no-template]" in exampaper("export", "--template", "-o", "out.md").err
    assert "error[one-bank]" in _two(folder, exampaper)
    (folder / "out.csv").write_text("mine", encoding="utf-8")
    assert "error[file-there]" in exampaper("export", "bank.yaml", "-o", "out.csv").err
    assert (folder / "out.csv").read_text("utf-8") == "mine"
    assert exampaper("export", "bank.yaml", "-o", "out.csv", "--force").status == 0
    long = BANK.replace("杯子碎了", "杯" * 40_000)
    (folder / "long.yaml").write_text(long, encoding="utf-8")
    ran = exampaper("export", "long.yaml", "-o", "long.xlsx")
    assert (ran.status, "error[table-cell-too-long]" in ran.err) == (1, True)
    assert exampaper("export", "long.yaml", "-o", "long.csv").status == 0
    assert "long.xlsx" not in files(folder)


def _two(folder: Path, exampaper: Exampaper) -> str:
    both = folder / "banks"
    both.mkdir()
    for name in ("one", "two"):
        (both / f"{name}.yaml").write_text(
            BANK.replace("small", name).replace("id: a", f"id: {name}"), encoding="utf-8"
        )
    return exampaper("export", "banks", "-o", "out.md").err


def test_only_what_is_written_is_counted(folder: Path, exampaper: Exampaper) -> None:
    ran = exampaper("export", "bank.yaml", "-o", "out.aiken", "--lang", "zh")
    assert ran.out == "已写入 out.aiken：2 道题中的 1 道。\n"
    result = json.loads(exampaper("export", "bank.yaml", "-o", "again.aiken", "--json").out)
    assert result["questions"] == 1


def test_json(folder: Path, exampaper: Exampaper) -> None:
    result = json.loads(exampaper("export", "bank.yaml", "-o", "out.csv", "--json").out)
    assert (result["ok"], result["format"], result["questions"]) == (True, "csv", 2)
    assert [told["code"] for told in result["diagnostics"]] == ["title-not-exported"]


def test_the_same_bytes_each_time(folder: Path, exampaper: Exampaper) -> None:
    for suffix in ("xlsx", "csv", "md"):
        for name in ("one", "two"):
            assert exampaper("export", "bank.yaml", "-o", f"{name}.{suffix}").status == 0
        assert (folder / f"one.{suffix}").read_bytes() == (folder / f"two.{suffix}").read_bytes()


@pytest.mark.parametrize("name", ["x.xlsm", "x.tsv", "x.docx", "x.html"])
def test_what_would_be_called_what_it_is_not_is_not_written(
    name: str, folder: Path, exampaper: Exampaper
) -> None:
    ran = exampaper("export", "bank.yaml", "-o", name)
    assert ran.status != 0
    assert "[format-unwritten]" in ran.err
    assert not Path(name).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_stays_one(folder: Path, exampaper: Exampaper) -> None:
    (folder / "real").mkdir()
    (folder / "real" / "bank.yaml").write_text("old", encoding="utf-8")
    (folder / "link.yaml").symlink_to(Path("real", "bank.yaml"))
    ran = exampaper("export", "bank.yaml", "-o", "link.yaml", "--force")
    assert ran.status == 0, ran
    assert (folder / "link.yaml").is_symlink()
    assert "questions:" in (folder / "real" / "bank.yaml").read_text(encoding="utf-8")
    assert sorted(path.name for path in (folder / "real").iterdir()) == ["bank.yaml"]
