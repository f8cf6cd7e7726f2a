"""The office's list, read back by two programs that are not ours."""

from __future__ import annotations

import io

import openpyxl
import python_calamine
from openpyxl.utils.escape import unescape

from generator.batch.round.lists.listing import listing
from generator.batch.round.lists.prints import Seated

ROW = Seated(
    "00012345",
    "00012345",
    "张伟",
    "客服主管",
    "101",
    "2",
    "上午",
    "",
    "A",
    "papers/00012345-张伟-试卷.pdf",
    "",
    6,
)


def sheet(data: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    return openpyxl.load_workbook(io.BytesIO(data)).active


def test_rows_by_seat_with_what_became_of_each() -> None:
    rows = [
        ROW._replace(id="备用-101-1", number="备用 1", name="", seat="", pages=6),
        ROW,
        ROW._replace(id="0002", seat="1", paper="", pages=0, fault="没有“𪚥”这个字形"),
    ]
    found = [[cell.value for cell in row] for row in sheet(listing(rows, "zh-CN")).rows]
    path = "papers/00012345-张伟-试卷.pdf"
    assert found == [
        ["考号", "姓名", "应聘岗位", "考场", "场次", "座位", "卷别", "页数", "状态", "试卷文件"],
        ["0002", "张伟", "客服主管", "101", "上午", "1", "A", None, "未生成：没有“𪚥”这个字形", None],
        ["00012345", "张伟", "客服主管", "101", "上午", "2", "A", 6, "已生成", path],
        [None, "备用 1", "客服主管", "101", "上午", None, "A", 6, "已生成", path],
    ]


def test_a_spare_that_could_not_be_made_is_told_by_its_whole_name() -> None:
    row = ROW._replace(id="备用-101-1", number="备用 1", name="", seat="", paper="", fault="没有这个字形")
    assert [cell.value for cell in sheet(listing([row], "zh"))[2]][:2] == ["备用-101-1", "备用 1"]


def test_a_long_round_prints_legibly() -> None:
    long = "备用-zhuanyuan-2026-12-05-上午9:00-301会议室-1"
    rows = [
        ROW._replace(id=long, number="备用 1", name="", seat="", paper=f"papers/{long}-试卷.pdf"),
        ROW._replace(
            id="110101199003071234", room="培训中心三楼第二阶梯教室", date="2026-12-05", remark="靠近门口" * 5
        ),
    ]
    found = sheet(listing(rows, "zh"))
    *_, last = found[1]
    assert last.value == "试卷文件"
    printed = [cell.column_letter for cell in found[1][:-1]]
    assert found.print_area.replace("$", "").endswith(f"A1:{printed[-1]}3")
    across = sum(found.column_dimensions[letter].width for letter in printed)
    assert across * 7 / 96 < 11.7 - 0.8 + 3  # inches: hardly smaller than on the screen
    by_name = {row[1].value: found.row_dimensions[row[0].row].height for row in found.iter_rows(min_row=2)}
    assert by_name["备用 1"] is None


def test_text_stays_text() -> None:
    odd = (
        "110101199003071234",
        "=1+1",
        "http://example.org",
        "1E5",
        "_x0041_",
        "{=A1}",
        "2026-11-22",
        "TRUE",
        "+8",
    )
    rows = [
        ROW._replace(id=text, number=text, name=text, room=text, seat=str(n)) for n, text in enumerate(odd)
    ]
    data = listing(rows, "en")
    cells = [row[:2] for row in sheet(data).iter_rows(min_row=2)]
    # openpyxl leaves the reader of a text that stands in its cell to take the escapes back.
    assert sorted(unescape(cell.value) for cell, _ in cells) == sorted(odd)
    assert all(cell.data_type == "s" and cell.number_format == "@" for row in cells for cell in row)
    assert all(cell.hyperlink is None for row in cells for cell in row)
    read = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert sorted(row[0] for row in read[1:]) == sorted(odd)


def test_head_is_bold_frozen_and_filtered_and_columns_fit() -> None:
    found = sheet(listing([ROW._replace(name="欧阳" * 10)] * 3, "zh"))
    assert all(cell.font.bold for cell in found[1])
    assert found.freeze_panes == "A2"
    assert found.auto_filter.ref == "A1:J4"
    assert found.print_title_rows == "$1:$1"
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("landscape", 9)
    assert found.sheet_properties.pageSetUpPr.fitToPage
    assert (found.page_setup.fitToWidth or 1, found.page_setup.fitToHeight) == (1, 0)  # 1 if not said
    assert 20 < found.column_dimensions["B"].width < 25
    assert found.row_dimensions[2].height >= 30
    assert found.column_dimensions["H"].width < 12


def test_what_is_too_long_for_a_column_is_wrapped_in_a_higher_row() -> None:
    found = sheet(listing([ROW, ROW._replace(id="2", seat="3", remark="需要靠近门口的座位，" * 5)], "zh"))
    assert found.row_dimensions[2].height is None
    assert found.row_dimensions[3].height >= 30
    assert found["I3"].alignment.wrap_text
    assert found.column_dimensions["I"].width < 60


def test_the_same_rows_are_the_same_bytes() -> None:
    rows = [ROW._replace(id=str(n), seat=str(n)) for n in range(50)]
    assert listing(rows, "zh") == listing(rows[::-1], "zh")


def test_a_list_of_nobody_is_a_header() -> None:
    assert [cell.value for cell in sheet(listing([], "en"))[1]][:2] == ["No.", "Name"]


def test_each_printed_page_says_of_what_it_is() -> None:
    book = openpyxl.load_workbook(io.BytesIO(listing([ROW], "zh", "甲&乙笔试" + "长" * 300)))
    for found in book:
        said = found.oddHeader.center.text
        assert said.replace("&&", "&").startswith("甲&乙笔试长")  # openpyxl keeps the doubled sign
        assert said.endswith(found.title)
        assert len(said) < 250
