"""Tables as people and other programs make them: what each cell is taken for, and what is said of it."""

from __future__ import annotations

import datetime
import io
import time
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
import xlsxwriter

from generator.diagnostics import Report
from generator.exchange.table import csv, xlsx
from generator.exchange.yaml.tree import question
from tests.candidates import workbooks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.exchange.intake import Intake


def read_csv(text: str, encoding: str = "utf-8") -> Intake:
    report = Report()
    found = csv.read(text.encode(encoding), "questions.csv", report)
    assert found is not None, report.diagnostics
    return found


def read_book(fill: Callable[[Any], None]) -> tuple[Intake, Report]:
    book = openpyxl.Workbook()
    fill(book)
    out = io.BytesIO()
    book.save(out)
    report = Report()
    found = xlsx.read(out.getvalue(), "questions.xlsx", report)
    assert found is not None, report.diagnostics
    return found, report


def row(headers: str, *cells: str) -> dict[str, Any]:
    """The one question of a table of one row; headers parted by spaces."""
    found, _ = read_book(lambda book: [book.active.append(line) for line in (headers.split(), cells)])
    return question(found.bank.questions[0], found.bank.language) | {"codes": codes(found)}


def codes(found: Intake) -> list[str]:
    return [told.code for origin in found.origins for told in (*origin.inferred, *origin.doubts)]


@pytest.mark.parametrize(
    "header",
    [
        "题干",
        "题目",
        "试题",
        "问题*",
        "stem",
        "Question Text",
        "Interview Question",
        "面试题",
        "题干（必填）",
        " 题 目 ",
    ],
)
def test_headers_for_stems(header: str) -> None:
    found = read_csv(f"答案,{header}\n先听,怎么谈？\n")
    assert [
        (q.prompt.stem.markdown, q.solution.text and q.solution.text.markdown) for q in found.bank.questions
    ] == [("怎么谈？", "先听")]


@pytest.mark.parametrize(
    ("headers", "cells", "type_name", "answer", "told"),
    [
        ("题目 题型 A B C D 正确答案", ("哪项？", "单选题", "甲", "乙", "丙", "丁", "b"), "single_choice", "B", []),
        ("题目 选项A 选项B 选项C 答案", ("哪些？", "甲", "乙", "丙", "A,C"), "multiple_choice", "AC", ["import-type"]),
        ("题目 题型 选项1 选项2 答案", ("哪项？", "选择题", "甲", "乙", "乙"), "single_choice", "B", ["import-type"]),
        ("题目 选项 答案", ("哪项？", "A.甲 B.乙 C.丙", "B"), "single_choice", "B", ["import-type"]),
        ("题目 选项 答案", ("哪项？", "A、甲\nB、乙", "A"), "single_choice", "A", ["import-type"]),
        ("题目 选项 答案", ("Which?", "Cat|Bad|Dog", "Bad"), "single_choice", "B", ["import-type"]),
        ("题目 类型 答案", ("对吗？", "判断", "√"), "true_false", "true", []),
        ("题目 A B 答案", ("对吗？", "正确", "错误", "B"), "true_false", "false", ["import-type"]),
        ("题目 答案", ("对吗？", "×"), "true_false", "false", ["import-type"]),
        ("题目 答案", ("一____，二____。", "甲；乙"), "fill_blank", ["甲", "乙"], ["import-type"]),
        ("题目 答案", ("一____，二____。", "甲|乙"), "fill_blank", ["甲", "乙"], ["import-type"]),
        ("题目 题型 答案", ("一（　　）。", "填空题", "甲/子"), "fill_blank", [["甲", "子"]], ["import-blanks"]),
        ("题目 题型 答案", ("为什么？", "简答", "因为。"), "short_answer", "因为。", []),
        ("题目 答案", ("怎么谈？", "1、先听；2、再说；"), "essay", ["先听", "再说"], ["import-points"]),
        ("题目 答案", ("怎么谈？", "1. 先听\n2. 说（3分）"), "essay", ["先听", {"text": "说", "marks": "3"}], ["import-points"]),
    ],
)  # fmt: skip
def test_types_and_answers(
    headers: str, cells: tuple[str, ...], type_name: str, answer: Any, told: list[str]
) -> None:
    found = row(headers, *cells)
    assert found.get("type", "essay") == type_name
    assert found["answer"] == answer
    assert found["codes"] == told


@pytest.mark.parametrize(
    ("headers", "cells", "code"),
    [
        ("题目 题型 A B 答案", ("哪项？", "单选题", "甲", "乙", "AB"), "table-type-doubtful"),
        ("题目 题型 A B 答案", ("哪项？", "单选题", "甲", "乙", "E"), "import-letter-unknown"),
        ("题目 题型 A B 答案", ("哪项？", "单选题", "甲", "乙", ""), "import-no-answer"),
        ("题目 题型 答案", ("对吗？", "判断题", "也许"), "import-answer-unclear"),
        ("题目 题型 答案", ("一____，二____。", "填空题", "甲"), "import-blanks-unclear"),
        ("题目 答案 难度", ("为什么？", "因为", "看情况"), "table-cell-unclear"),
        ("题目 题型 答案", ("为什么？", "配对题", "因为"), "import-type-unsupported"),
        ("题目 题型 答案", ("为什么？", "情景应变", "因为"), "table-type-is-category"),
    ],
)
def test_what_is_not_clear_is_told(headers: str, cells: tuple[str, ...], code: str) -> None:
    assert code in row(headers, *cells)["codes"]


def test_facts_in_the_words_of_people() -> None:
    found = row(
        "题目 答案 难度 分值 时间(分钟) 考察点 高分要点 评分档 追问 来源 标签 ID 出题人",
        "怎么谈？", "先听。", "较难", "8分", "6",
        "沟通、分析", "先听\n再说", "好（7-8分）：全\n差：0-3分，少", "然后呢？", "春招",
        "a,b", "CS-001", "张三",
    )  # fmt: skip
    assert found | {"codes": []} == {
        "id": "cs-001", "stem": "怎么谈？", "competencies": ["沟通", "分析"], "difficulty": "4", "minutes": "6",
        "tags": ["a", "b"], "marks": "8", "answer": "先听。", "highlights": ["先听", "再说"],
        "levels": [{"name": "好", "marks": "7-8", "text": "全"}, {"name": "差", "marks": "0-3", "text": "少"}],
        "follow_ups": "然后呢？", "source": "春招", "note": "出题人：张三", "codes": [],
    }  # fmt: skip


def test_plain_cells_show_what_they_show() -> None:
    found = row("题目 答案", "求 a*b*c\n# 提示 `x`", "**不** 是 [1](2)")
    assert found["stem"] == "求 a\\*b\\*c\n\n# 提示 \\`x\\`"
    assert found["answer"] == "\\*\\*不\\*\\* 是 [1\\](2)"


def test_three_levels_of_difficulty_and_five() -> None:
    def levels(*words: str) -> list[int | None]:
        rows = "".join(f"题{at},答,{word}\n" for at, word in enumerate(words))
        return [asked.difficulty for asked in read_csv("题目,答案,难度\n" + rows).bank.questions]

    assert levels("易", "中", "难") == [2, 3, 4]
    assert levels("易", "较易", "中", "较难", "难") == [1, 2, 3, 4, 5]
    assert levels("easy", "Medium", "hard", "5", "★★") == [2, 3, 4, 5, 2]


def test_running_numbers_are_no_ids() -> None:
    assert [q.id for q in read_csv("序号,题目,答案\n1,甲？,乙\n3,丙？,丁\n").bank.questions] == ["", ""]
    assert [q.id for q in read_csv("编号,题目,答案\n1,甲？,乙\n2,丙？,丁\n").bank.questions] == ["", ""]
    assert [q.id for q in read_csv("编号,题目,答案\n1007,甲？,乙\n007,丙？,丁\n").bank.questions] == [
        "1007",
        "007",
    ]


def test_a_number_sign_counts() -> None:
    found = read_csv("Question #,Interview Question,Answer\n1,Why?,Because.\n2,How?,So.\n").bank.questions
    assert [(asked.id, asked.prompt.stem.markdown) for asked in found] == [("", "Why?"), ("", "How?")]


@pytest.mark.parametrize(
    ("headers", "cells", "marks", "points"),
    [
        ("Question,Answer,Points", "Why?,Because.,5", 5, []),
        ("题目,答案,得分点", "为什么？,因为。,5分", 5, []),
        ("题目,得分点,分值", "为什么？,1. 快 2. 好,5", 5, ["快", "好"]),
    ],
)
def test_points_that_are_numbers_are_marks(headers: str, cells: str, marks: int, points: list[str]) -> None:
    (asked,) = read_csv(f"{headers}\n{cells}\n").bank.questions
    assert asked.marks == marks
    assert [point.text.markdown for point in asked.solution.points] == points


def test_dates_are_doubtful_only_where_none_belongs() -> None:
    def fill(book: Any) -> None:
        book.active.append(["题目", "答案", "创建日期"])
        book.active.append(["为什么？", "因为。", datetime.date(2026, 3, 5)])
        book.active.append(["多久？", datetime.date(2026, 3, 5), None])

    found, _ = read_book(fill)
    first, second = found.origins
    assert not first.doubts
    assert [told.code for told in second.doubts] == ["taken-for-date"]
    note = found.bank.questions[0].note
    assert note is not None and note.markdown == "创建日期：2026-03-05"


def test_nothing_of_a_sheet_is_lost() -> None:
    def fill(book: Any) -> None:
        sheet = book.active
        sheet.title = "客服"
        for line in (
            ["2026 年题库"],
            ["题目", "答案", "分值", "自定"],
            ["一、情景题（共 2 题）"],
            ["甲？", "乙", 1.5, "x"],
            ["", "没有题干", 2],
            ["丙？", True, "1/2"],
        ):
            sheet.append(line)
        sheet.row_dimensions[4].hidden = True
        second = book.create_sheet("管理")
        second.append(["题目", "答案"])
        second.append(["丁？", "戊"])
        book.create_sheet("说明").append(["只是说明"])
        hidden = book.create_sheet("旧题")
        hidden.append(["题目", "答案"])
        hidden.sheet_state = "hidden"

    found, report = read_book(fill)
    questions = [question(q, "zh-CN") for q in found.bank.questions]
    assert [(q["stem"], q["category"]) for q in questions] == [
        ("甲？", "情景题"),
        ("", "情景题"),
        ("丙？", "情景题"),
        ("丁？", "管理"),
    ]
    assert questions[0]["marks"] == "1.5"
    assert questions[0]["note"] == "自定：x"
    assert questions[2]["answer"] == "true"
    assert [(left.why, left.text) for left in found.left_out] == [
        ("left-table-hidden", "旧题"),
        ("left-table-title", "2026 年题库"),
        ("left-table-heading", "一、情景题（共 2 题）"),
    ]
    assert sorted(told.code for told in report.diagnostics) == [
        "table-columns-noted",
        "table-row-hidden",
        "table-sheet-not-read",
    ]
    assert [(str(o.first.file.name), o.first.line) for o in found.origins] == [
        ("questions.xlsx [客服]", 4), ("questions.xlsx [客服]", 5), ("questions.xlsx [客服]", 6), ("questions.xlsx [管理]", 2),
    ]  # fmt: skip


def test_merged_cells_and_pictures() -> None:
    picture = io.BytesIO()
    from PIL import Image

    Image.new("RGB", (4, 4)).save(picture, "png")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["分类", "题目", "答案"])
        sheet.merge_range(1, 0, 2, 0, "情景")
        sheet.write_row(1, 1, ["甲？", "乙"])
        sheet.write_row(2, 1, ["丙？", "丁"])
        sheet.insert_image(2, 3, "p.png", {"image_data": picture})
    found = xlsx.read(out.getvalue(), "x.xlsx", Report())
    assert found is not None
    assert [q.category for q in found.bank.questions] == ["情景", "情景"]
    assert [(left.why, left.location.line) for left in found.left_out] == [("left-table-picture", 3)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_csv_of_any_making(encoding: str, sign: str) -> None:
    text = (
        sign.join(("题目", "答案", "难度"))
        + "\r\n"
        + sign.join(('"杯子碎了，\r\n怎么办？"', "先安抚顾客", "易"))
        + "\r\n"
    )
    found = read_csv(text, encoding)
    (asked,) = found.bank.questions
    assert (asked.prompt.stem.markdown, asked.difficulty) == ("杯子碎了，\n\n怎么办？", 2)
    assert (found.origins[0].first.line, found.origins[0].last.line) == (2, 3)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("module", [xlsx, csv])
def test_an_untouched_template_gives_nothing_and_says_so(module: Any, language: str) -> None:
    report = Report()
    found = module.read(module.template(language), "template", report)
    assert found.bank.questions == ()
    assert [left.why for left in found.left_out] == ["left-table-example"] * 6
    assert report.diagnostics == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_are_sound_once_written_over(language: str) -> None:
    from generator.kinds import NAMES

    text = (
        csv.template(language)
        .decode()
        .replace("示例（请改写或删去）：", "")
        .replace("Example (write over it or delete it): ", "")
    )
    found = csv.read(text.encode(), "template.csv", Report())
    assert found is not None
    assert sorted(q.prompt.type for q in found.bank.questions) == sorted(NAMES)
    assert all(origin.confidence == 1 for origin in found.origins)


def test_the_template_in_the_eyes_of_others() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.template("zh")))
    sheet, meanings = book.worksheets
    headers = [cell.value for cell in sheet[1]]
    assert [cell.value for cell in meanings["A"][1:5]] == headers[:4]
    assert [str(rule.sqref) for rule in sheet.data_validations.dataValidation] == ["B2:B2001", "S2:S2001"]
    assert headers[18] == "难度"
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width >= 8


# Strangers' files ------------------------------------------------------------------------------------


def _sheet(change: Callable[[bytes], bytes]) -> bytes:
    return workbooks.changed(workbooks.simple(), workbooks.SHEET, change)


FAULTS: dict[str, Callable[[], bytes]] = {
    "cell-far-off": lambda: _sheet(lambda sheet: sheet.replace(b'r="A2"', b'r="XFD1048576"')),
    "workbook-too-big": lambda: _sheet(lambda sheet: sheet + b" " * (129 << 20)),
    "table-no-headers": workbooks.simple,
    "workbook-damaged": lambda: workbooks.simple()[:-40],
    "list-format": lambda: workbooks.OLE,
    "list-too-big": lambda: "题干,答案\n".encode() + b"a," * 2_000_001,
    "cell-too-long": lambda: "题干,答案\n".encode() + b"a" * 200_000 + b",b",
}


@pytest.mark.parametrize("code", FAULTS)
def test_what_cannot_be_read_is_a_fault(code: str) -> None:
    report = Report()
    assert xlsx.read(FAULTS[code](), "x.xlsx", report) is None or report.failed
    assert code in [told.code for told in report.diagnostics]


@pytest.mark.parametrize(
    "sign", [" ", "1. ", '"', "（", "|", "A.", "（1-", "__", "a,", "①", "\n", "3-4分：", "> "]
)
def test_time_grows_with_the_cells_only(sign: str) -> None:
    long = sign * (30_000 // len(sign))
    headers: Sequence[str] = (
        "题干",
        "答案",
        "得分点",
        "评分档",
        "高分要点",
        "标签",
        "选项",
        "难度",
        "分值",
        "时间",
        "题型",
        "编号",
    )
    book = openpyxl.Workbook()
    book.active.append(list(headers))
    book.active.append(["问？____", *[long] * (len(headers) - 1)])
    book.active.append([long, "1", *[long] * (len(headers) - 2)])
    out = io.BytesIO()
    book.save(out)
    start = time.process_time()
    xlsx.read(out.getvalue(), "x.xlsx", Report())
    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    "headers",
    [
        "选项一 选项二",
        "选项甲 选项乙",
        "选项(A) 选项（B）",
        "选项① 选项②",
        "备选A 备选B",
        "选择A 选择B",
        "备选项一 备选项二",
        "选项【1】 选项【2】",
    ],
)
@pytest.mark.parametrize("marks", ["建议分数", "单题分值", "每题分值"])
def test_headers_for_options_and_marks(headers: str, marks: str) -> None:
    found = row(f"题目 {headers} 答案 {marks}", "发文字号由什么组成", "代字、年份、序号", "日期", "A", "2")
    assert [found[name] for name in ("type", "options", "answer", "marks")] == [
        "single_choice",
        ["代字、年份、序号", "日期"],
        "A",
        "2",
    ]
    assert found["codes"] == ["import-type"]


def test_brackets_that_name_no_option_leave_all_of_them_in_a_cell() -> None:
    found = row("题目 选项（必填） 答案", "发文字号由什么组成", "A.代字 B.日期", "B")
    assert found["options"] == ["代字", "日期"]


def test_letters_that_choose_among_no_options_are_doubted() -> None:
    for answer in ("A", "ABC", "B、D"):
        assert "import-no-options" in row("题目 备选之一 答案", "由什么组成", "代字", answer)["codes"]
    assert "import-no-options" in row("题目 题型 答案", "由什么组成", "单选题", "A")["codes"]
    assert "import-no-options" not in row("题目 答案", "最好的等级用什么字母", "A级")["codes"]
    assert "import-no-options" not in row("题目 题型 答案", "用什么字母", "简答题", "A")["codes"]
