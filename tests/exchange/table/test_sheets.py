"""What else is in a sheet: sums, numbers of rows, comments, strikes, other sheets; each is told."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from generator.diagnostics import Report
from generator.exchange.bring_in import Wish, bring_in
from generator.exchange.table import csv, xlsx
from tests.exchange.table.test_foreign import codes, read_book, read_csv, row

if TYPE_CHECKING:
    from pathlib import Path

    from generator.exchange.intake import Intake

BANK = """\
bank: b
questions:
  - id: b.1
    stem: 怎么谈？
    answer: 先听。
    analysis: 看耐心。
  - id: b.2
    type: single_choice
    stem: 哪项？
    options: [甲, 乙]
    answer: A
    analysis: 见规范。
"""


def stems(found: Intake) -> list[str]:
    return [asked.prompt.stem.markdown for asked in found.bank.questions]


@pytest.mark.parametrize(
    "last", ["合计,,,50", "合 计,,,", ",总计,,50分", ",合计：50分,,", "小计,,共2题,50", "Total,,,50"]
)
def test_sums_are_left_out_and_are_no_ids(last: str) -> None:
    found = read_csv(f"序号,题目,答案,分值\n1,甲？,乙,20\n2,丙？,丁,30\n{last}\n")
    assert stems(found) == ["甲？", "丙？"]
    assert [asked.id for asked in found.bank.questions] == ["", ""]
    assert [left.why for left in found.left_out] == ["left-table-total"]


def test_a_question_about_sums_is_one() -> None:
    assert stems(read_csv("题目,答案\n合计,求和\n总分怎么算？,50\n")) == ["合计", "总分怎么算？"]


def test_numbers_of_rows_are_no_ids_whatever_stands_between_them() -> None:
    def ids(header: str, *cells: str) -> list[str]:
        rows = "".join(f"{cell},题{at}？,答\n" for at, cell in enumerate(cells))
        return [asked.id for asked in read_csv(f"{header},题目,答案\n{rows}").bank.questions]

    assert ids("序号", "1", "2", "cs.3", "第4题", "（5）", "6.1") == ["", "", "cs.3", "", "", ""]
    assert ids("编号", "1", "2", "4", "1", "2") == ["", "", "", "", ""]
    assert ids("编号", "3", "1", "2") == ["3", "1", "2"]


def test_tables_one_below_another() -> None:
    found = read_csv(
        "题目,A,B,答案\n一、选择题（共1题）,,,\n哪项？,甲,乙,B\n二、问答题,,,\n题目,答案,分值,\n为什么？,因为。,5,\n"
    )
    first, second = found.bank.questions
    assert [option.text.markdown for option in first.prompt.options] == ["甲", "乙"]
    assert (second.prompt.stem.markdown, second.marks, second.category) == ("为什么？", 5, "问答题")
    assert second.solution.text is not None
    assert second.solution.text.markdown == "因为。"


@pytest.mark.parametrize(
    ("above", "title"),
    [("2026年招聘面试题汇总", "2026年招聘面试题汇总"), ("请于3月1日前填完试题", ""), ("仅供内部使用", "")],
)
def test_the_row_above_the_headers_may_be_the_title(above: str, title: str) -> None:
    found = read_csv(f"{above},\n题目,答案\n甲？,乙\n")
    assert found.bank.title == title
    assert [left.text for left in found.left_out] == [] if title else [above]


def test_two_columns_of_one_meaning() -> None:
    found = read_csv("题目,问题,答案,参考答案\n甲,甲的问题是什么？,1,一\n")
    assert stems(found) == ["甲的问题是什么？"]
    assert [told.values["column"] for told in found.origins[0].inferred[:2]] == ["题目", "参考答案"]
    assert found.origins[0].confidence < 0.9


def test_difficulty_by_level_and_by_coefficient() -> None:
    def of(header: str, *cells: str) -> tuple[list[int | None], list[str]]:
        rows = "".join(f"题{at}？,答,{cell}\n" for at, cell in enumerate(cells))
        found = read_csv(f"题目,答案,{header}\n{rows}")
        return [asked.difficulty for asked in found.bank.questions], codes(found)

    assert of("Level", "Easy", "Medium", "Hard") == ([2, 3, 4], [])
    assert of("Level", "P5", "P6") == ([None, None], ["quiz-noted"] * 2)
    assert of("难度系数", "0.95", "0.3") == ([1, 4], ["table-difficulty-share"] * 2)
    assert row("题目 答案 时间", "甲？", "乙", "3-5分钟")["note"] == "时间：3-5分钟"


def test_sheets_that_are_not_read_are_told_whatever_they_are_called() -> None:
    def fill(book: Any) -> None:
        book.active.append(["题目", "答案"])
        book.active.append(["甲？", "乙"])
        book.create_sheet("填写说明").append(["3月1日前交"])

    _, report = read_book(fill)
    (told,) = report.diagnostics
    assert (told.code, told.values["words"]) == ("table-sheet-not-read", "3月1日前交")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_explanation_of_the_template_is_told_once_it_says_more(language: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.template(language)))
    book.worksheets[1].append(["x", "3月1日前交"])
    out = io.BytesIO()
    book.save(out)
    report = Report()
    xlsx.read(out.getvalue(), "t.xlsx", report)
    assert [told.code for told in report.diagnostics] == ["table-sheet-not-read"]


def test_comments_strikes_and_hidden_columns() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.append(["题目", "答案", "解析"])
        sheet.append(["甲？", "乙", "看"])
        sheet.append(["丙？", "丁", "看"])
        sheet["B2"].comment = Comment("答案应为丁", "王")
        sheet["A1"].comment = Comment("必填", "王")
        sheet["A3"].font = Font(strike=True)
        sheet["B3"].value = CellRichText("丁", TextBlock(InlineFont(strike=True), "戊"))
        sheet["C3"].font = Font(strike=False)
        sheet.column_dimensions["C"].hidden = True

    found, report = read_book(fill)
    first, second = found.origins
    note = found.bank.questions[0].note
    assert note is not None
    assert "答案应为丁" in note.markdown
    assert [told.code for told in first.inferred] == ["table-comment", "quiz-noted"]
    assert [(told.code, told.values["cells"]) for told in second.doubts] == [("table-struck", "A3, B3")]
    assert [(left.why, left.text) for left in found.left_out] == [("left-comment", "必填")]
    assert [(told.code, told.values["columns"]) for told in report.diagnostics] == [
        ("table-column-hidden", "C")
    ]


def test_percent_as_it_shows() -> None:
    def fill(book: Any) -> None:
        book.active.append(["题目", "A", "B", "C", "答案"])
        book.active.append(["多少？", 0.5, 0.125, 1.1, "B"])
        for cell, code in zip("BCD", ("0%", "0.00%", "0%"), strict=True):
            book.active[f"{cell}2"].number_format = code

    found, _ = read_book(fill)
    options = found.bank.questions[0].prompt.options
    assert [option.text.markdown for option in options] == ["50%", "12.5%", "110%"]


def test_what_a_sheet_from_a_bank_no_longer_says_stays_and_is_told(tmp_path: Path) -> None:
    bank = tmp_path / "b.yaml"
    bank.write_text(BANK, encoding="utf-8")
    sheet = tmp_path / "b.csv"
    headers = "编号,题干（Markdown）,选项A,选项B,答案,解析"
    sheet.write_text(f"{headers}\nb.1,怎么谈？,,,,\nb.2,哪项？,甲,乙,B,\n", encoding="utf-8")
    brought = bring_in(Wish([sheet], bank), Report())
    told = [[(one.code, one.values.get("field")) for one in origin.doubts] for origin, _ in brought.placed]
    assert told == [
        [("table-emptied", "answer"), ("table-emptied", "analysis")],
        [("table-emptied", "analysis")],
    ]
    assert "看耐心。" in brought.text
    assert "answer: B" in brought.text


def test_nothing_is_said_of_a_sheet_as_it_was_written(tmp_path: Path) -> None:
    from generator.bank import read_bank

    path = tmp_path / "b.yaml"
    path.write_text(BANK, encoding="utf-8")
    bank = read_bank(path, "b.yaml", Report())
    assert bank is not None
    sheet = tmp_path / "b.csv"
    sheet.write_bytes(csv.write(bank, tmp_path, Report()))
    report = Report()
    brought = bring_in(Wish([sheet], path), report)
    assert report.diagnostics == []
    assert [(origin.confidence, placed.action) for origin, placed in brought.placed] == [(1, "unchanged")] * 2


def test_an_option_that_is_missing_is_filled_by_the_next_sheet(tmp_path: Path) -> None:
    bank, sheet = tmp_path / "b.yaml", tmp_path / "b.csv"

    def brought(first: str) -> tuple[str, list[str]]:
        sheet.write_text(f"编号,题型,题目,A,B,C,答案\nb.1,单选题,哪项？,{first},乙,丙,C\n", encoding="utf-8")
        found = bring_in(Wish([sheet], bank), Report())
        bank.write_text(found.text, encoding="utf-8")
        return found.text, [told.code for told in found.open]

    text, missing = brought("")
    assert 'options: ["", 乙, 丙]' in text
    assert missing == ["empty-option"]
    text, missing = brought("甲")
    assert "options: [甲, 乙, 丙]" in text
    assert "待核" not in text
    assert missing == []
