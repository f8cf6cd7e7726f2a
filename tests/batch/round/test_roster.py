"""The attendance sheet: who is on it, what is to be filled in, in both formats."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pypdfium2
import pytest

from generator.batch.round.lists.prints import Seated
from generator.batch.round.lists.roster import RosterPress, roster
from generator.diagnostics import Report
from generator.layout import read_style, read_style_file
from generator.layout.bases import STYLES, names
from generator.layout.patterns import Pattern
from generator.model.document import Grid
from generator.render.pdf import Renderer

if TYPE_CHECKING:
    from generator.layout.style import Style
    from generator.model.document import Document


def style(language: str = "zh-CN") -> Style:
    report = Report()
    found = read_style(None, language, report)
    assert found is not None
    assert not report.diagnostics
    return found


def seats(count: int, spares: int = 0) -> list[Seated]:
    row = Seated("", "", "", "客服主管", "101", "", "上午", "2026-11-22", "", "", "", 0)
    named = [
        row._replace(id=f"{n:04}", number=f"{n:04}", name=f"考生{n:04}", seat=str(n))
        for n in range(1, count + 1)
    ]
    return [*named, *[row._replace(id=f"备用-{n}", number=f"备用 {n}", post="") for n in range(spares)]]


def pages(document: Document) -> list[str]:
    pdf = pypdfium2.PdfDocument(Renderer(document.look).render(document).data)
    texts = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    return texts


def table(document: Document) -> Grid:
    (grid,) = (
        p for part in document.body for p in part.fragment.pieces if isinstance(p, Grid) and p.role == "table"
    )
    return grid


def words(document: Document) -> list[list[str]]:
    rows = table(document).rows
    return [["".join(i.text for i in cell.inlines) for cell in row] for row in rows]  # type: ignore[union-attr]


def test_seats_spares_and_what_is_to_be_filled_in() -> None:
    document = roster(["客服主管笔试"], seats(2, spares=1), style())
    assert words(document) == [
        ["座位", "准考证号", "姓名", "签名", "备注"],
        ["1", "0001", "考生0001", "", ""],
        ["2", "0002", "考生0002", "", ""],
        ["", "", "备用 0", "", ""],
    ]
    (page,) = pages(document)
    over = ("客服主管笔试", "签到表", "考场：101", "2026-11-22", "上午", "应聘岗位：客服主管")
    for said in (*over, "应到", "缺考", "监考员签名"):
        assert said in page.replace(" ", "")
    assert "第 1 页" in page.replace("\xa0", " ") or "第1页" in page


def test_several_posts_stand_in_the_rows_and_so_does_one_that_the_heading_does_not_say() -> None:
    first, *others = seats(2, spares=1)
    rows = [first._replace(post="客服专员"), *others]
    document = roster(["笔试"], rows, style())
    assert [row[3] for row in words(document)] == ["应聘岗位", "客服专员", "客服主管", ""]
    (page,) = pages(document)
    assert "应聘岗位：客服专员、客服主管" in page
    assert pages(roster(["主管笔试", "专员笔试"], rows, style()))[0].split()[:2] == [
        "签到表",
        "主管笔试、专员笔试",
    ]
    silent = style()
    silent = silent._replace(
        roster=silent.roster._replace(details=Pattern("考场：{room}"), title=Pattern("{title}签到"))
    )
    assert [row[3] for row in words(roster(["笔试"], seats(1), silent))] == ["应聘岗位", "客服主管"]
    assert roster(["甲", "乙"], rows, silent).title == "甲、乙"  # a sheet has a heading


def test_remarks_of_the_list_and_papers_that_are_missing() -> None:
    rows = seats(3)
    rows[0] = rows[0]._replace(remark="靠近门口")
    rows[1] = rows[1]._replace(fault="有印不出来的字", remark="延时")
    for language, said in (
        ("zh-CN", ["靠近门口", "缺卷、延时", ""]),
        ("en", ["靠近门口", "No paper, 延时", ""]),
    ):
        document = roster(["笔试"], rows, style(language))
        assert [row[-1] for row in words(document)[1:]] == said
        assert [row[0] for row in words(document)[1:]] == ["1", "2", "3"]  # expected like the others
        assert table(document).widths[-1] > 100  # others can be added


def test_what_nobody_has_is_left_out() -> None:
    rows = [row._replace(seat="", post="", room="", session="", date="") for row in seats(2)]
    document = roster(["Clerk"], rows, style("en"))
    assert words(document)[0] == ["No.", "Name", "Signature", "Remarks"]
    (page,) = pages(document)
    assert "Room" not in page
    assert "Expected" in page


def test_rows_are_high_enough_to_sign_and_each_page_says_where_it_is_of() -> None:
    assert table(roster(["客服主管笔试"], seats(1), style())).row_height >= 9 * 72 / 25.4
    assert len(pages(roster(["客服主管笔试"], seats(20, spares=1), style()))) == 1
    found = pages(roster(["客服主管笔试"], seats(100), style()))
    assert len(found) == 4
    assert all("准考证号" in page for page in found)
    assert all(all(said in page for said in ("101", "2026-11-22", "上午")) for page in found)
    together = "".join(found)
    assert all(f"考生{n:04}" in together for n in range(1, 101))


@pytest.mark.parametrize("count", range(21, 26))
def test_what_is_to_be_filled_in_under_the_names_never_stands_alone(count: int) -> None:
    *_, last = pages(roster(["客服主管笔试"], seats(count), style()))
    assert f"考生{count:04}" in last
    assert "监考员签名" in last


def test_a_long_name_leaves_room_to_sign() -> None:
    rows = seats(3)
    rows[1] = rows[1]._replace(
        name="Christopher Alexander Montgomery-Smith", post="客服专员", remark="左手书写，靠窗"
    )
    rows = [row._replace(number="110101********1234", seat="12排10座") for row in rows]
    assert table(roster(["笔试"], rows, style())).widths[-2] >= 30 * 72 / 25.4


def test_a_masked_number_is_not_broken() -> None:
    said = {
        "number": "110101********1234",
        "post": "华东大区高级客户服务质量管理主管",
        "name": "Alexandra Smith",
    }
    rows = [row._replace(**said) for row in seats(3)]
    for language in ("zh-CN", "en"):
        (page,) = pages(roster(["客服主管笔试"], rows, style(language)))
        assert page.count("110101********1234") == 3


LONG = {
    "seat": "12排10座",
    "name": "Alexandra Montgomery-Smith",
    "post": "华东大区高级客户服务质量管理主管（外语方向）",
}


@pytest.mark.parametrize("remark", ["", "需要靠近门口的座位，并准备一张矮桌"])
@pytest.mark.parametrize("number", ["110101********1234", "20260001"])
def test_long_rows_break_no_seat_number_or_word(number: str, remark: str) -> None:
    rows = [row._replace(number=number, remark=remark, **LONG) for row in seats(20)]
    rows[0] = rows[0]._replace(post="客服专员", name="阿依古丽·买买提江", remark="")
    document = roster(["客服主管笔试"], rows, style())
    said = "\n".join(pages(document)).split()
    for word, count in ((LONG["seat"], 20), (number, 20), ("Alexandra", 19), ("Montgomery", 19)):
        assert sum(word in part for part in said) == count
    grid = table(document)
    page = document.look.page
    assert sum(grid.widths) == pytest.approx(page.width - page.left - page.right)
    # Word counts a quarter of an em between Han and digits, and 5.4 points at each side of a cell.
    size = document.look.texts["table_cell"].size
    assert grid.widths[0] >= (2 + 4 * 0.5 + 3 * 0.25) * size + 2 * 5.4
    assert grid.widths[1] >= len(number) * 0.5 * size + 2 * 5.4
    assert grid.widths[-2] >= 70  # to sign in
    copy = docx.Document(io.BytesIO(RosterPress(style()).files(["笔试"], rows)["docx"])).tables[0]
    in_word = [column.width.pt for column in copy.columns if column.width is not None]
    assert in_word == pytest.approx(grid.widths, abs=0.1)


@pytest.mark.parametrize("name", names())
def test_every_style_has_one_on_a_desk_sized_sheet(name: str) -> None:
    report = Report()
    for language in ("zh-CN", "en"):
        found = read_style_file(STYLES / f"{name}.yaml", name, language, report)
        assert found is not None
        look = found.paper_look
        big = found._replace(
            paper_look=look._replace(page=look.page._replace(width=1190.6, height=841.9, columns=2))
        )
        page = roster(["笔试"], seats(3), big).look.page
        assert (round(page.width), round(page.height), page.columns) == (595, 842, 1)
        assert len(pages(roster(["笔试"], seats(3), found))) == 1


def test_word_gets_the_same_rows() -> None:
    document = roster(["客服主管笔试"], seats(40, spares=1), style())
    files = RosterPress(style()).files(["客服主管笔试"], seats(40, spares=1))
    assert files["pdf"] == Renderer(document.look).render(document).data
    tables = docx.Document(io.BytesIO(files["docx"])).tables
    assert [[cell.text for cell in row.cells] for row in tables[0].rows] == words(document)
    assert tables[0].rows[0]._tr.trPr.xpath("w:tblHeader")
    assert [cell.text for cell in tables[1].rows[0].cells][:3] == ["应到", "40", "实到"]


def test_a_name_that_no_face_has_is_on_the_sheet_and_whole_in_word() -> None:
    rows = [row._replace(name="王\U00033fff", session="\U00033ffe") for row in seats(2)]
    files = RosterPress(style()).files(["客服主管笔试"], rows)
    pdf = pypdfium2.PdfDocument(files["pdf"])
    assert pdf[0].get_textpage().get_text_range().count("王□") == 2
    pdf.close()
    table = docx.Document(io.BytesIO(files["docx"])).tables[0]
    assert table.rows[1].cells[2].text == "王\U00033fff"


@pytest.mark.parametrize(
    ("language", "late", "said"), [("zh-CN", "补1", "（补1）"), ("en", "late 1", "(late 1)")]
)
def test_an_addition_says_so_in_heading_and_rows(language: str, late: str, said: str) -> None:
    rows = [*seats(2), seats(3)[2]._replace(again=True), *seats(0, spares=1)]
    document = roster(["笔试"], rows, style(language), late)
    assert document.title.endswith(said)
    again = style(language).roster.again
    assert [row[-1] for row in words(document)[1:]] == [late, late, again, ""]
