"""What the printer and the office get of a whole round: two posts in a room, remarks, and somebody without a paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import docx
import openpyxl
import pikepdf
import pypdfium2

from tests.batch.round.conftest import LAYOUT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.batch.round.conftest import Round

IDENTITY = "110101199003072316"
ROWS = [
    ["考号", "姓名", "岗位", "考场", "座位", "备注"],
    ["0002", "李四", "专员", "101", "2", "靠近门口"],
    [IDENTITY, "阿依古丽·买买提江", "主管", "101", "1", ""],
    ["0003", "王\U00033fff", "专员", "101", "3", "延时三十分钟"],
    ["0010", "赵六", "主管", "101", "10", ""],
    ["0004", "钱七", "主管", "102", "1", ""],
]
LEADERS = LAYOUT.replace("layout: small", "layout: lead").replace("小试卷", "主管笔试卷")


class Bound(NamedTuple):
    """A file of several: titles of the outline, the pages they lead to from 1, and how many pages there are."""

    titles: list[str]
    starts: list[int]
    pages: int


def bound(data: bytes) -> Bound:
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_outline() as outline:
        numbers = {page.objgen: at for at, page in enumerate(pdf.pages, start=1)}
        starts = [numbers[(item.destination or item.action.D)[0].objgen] for item in outline.root]
        return Bound([item.title for item in outline.root], starts, len(pdf.pages))


def sheet(data: bytes) -> tuple[list[str], list[list[str]]]:
    """The paragraphs over the table, and the table."""
    document = docx.Document(io.BytesIO(data))
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    return [p.text for p in document.paragraphs if p.text], rows


def listed(data: bytes, name: str) -> list[list[object]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [[cell.value for cell in row] for row in book[name].rows]


def test_a_round_of_two_posts(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=ROWS, layout=LAYOUT + "posts: [专员, 培训生]\n")
    (made.folder / "lead.yaml").write_text(LEADERS + "posts: [主管]\n", encoding="utf-8")
    made.run("lead.yaml", "--forms", "each", "--spares", "1", "--out", "out", status=3)
    files = made.files("out")
    _check_prints(files)
    _check_list(files)


def _check_prints(files: dict[str, bytes]) -> None:
    masked = "110101********2316"
    for path in ("print/第101考场-试卷.pdf", "keys/print/第101考场-答案.pdf"):
        found = bound(files[path])
        named = [f"1  阿依古丽·买买提江  {masked}", "2  李四  0002", "10  赵六  0010"]
        assert found.titles[:3] == named  # by seat, without who has no paper
        assert all(title.startswith("备用") for title in found.titles[3:])
        assert {title.split("  ")[1] for title in found.titles[3:]} == {"专员、培训生", "主管"}
        assert len(found.titles) == 5
        assert all(start % 2 for start in found.starts)
        assert found.starts == sorted(set(found.starts))

    said, rows = sheet(files["print/第101考场-签到表.docx"])
    assert said[:2] == ["签到表", "小试卷、主管笔试卷"]
    assert said[2] == "考场：101　　应聘岗位：主管、专员"
    assert rows == [
        ["座位", "准考证号", "姓名", "应聘岗位", "签名", "备注"],
        ["1", masked, "阿依古丽·买买提江", "主管", "", ""],
        ["2", "0002", "李四", "专员", "", "靠近门口"],
        ["3", "0003", "王\U00033fff", "专员", "", "缺卷、延时三十分钟"],
        ["10", "0010", "赵六", "主管", "", ""],
        *rows[5:],
    ]
    assert sorted(row[3] for row in rows[5:]) == ["专员、培训生", "主管"]
    assert all(row[:3] == ["", "", "备用 1"] for row in rows[5:])
    said, rows = sheet(files["print/第102考场-签到表.docx"])
    assert said[:2] == ["主管笔试卷　签到表", "考场：102　　应聘岗位：主管"]
    assert rows[0] == ["座位", "准考证号", "姓名", "签名", "备注"]


def _check_list(files: dict[str, bytes]) -> None:
    """It says in words what is missing, and counts."""
    data = files["试卷清单.xlsx"]
    head, *rows = listed(data, "试卷清单")
    by_name = {row[1]: dict(zip(head, row, strict=True)) for row in rows}
    assert by_name["阿依古丽·买买提江"]["考号"] == IDENTITY  # the office knows who it is
    assert by_name["李四"]["备注"] == "靠近门口"
    assert by_name["李四"]["状态"] == "已生成"
    gone = by_name["王\U00033fff"]
    assert gone["状态"] == "未生成：有印不出来的字“\U00033fff”"
    assert gone["试卷文件"] is None
    head, *rows = listed(data, "汇总")
    assert head == ["考场", "应聘岗位", "人数", "试卷", "缺卷", "页数"]
    assert [row[:5] for row in rows if row[0] == "101"][:2] == [
        ["101", "主管", 2, 2, 0],
        ["101", "专员", 2, 1, 1],
    ]
    assert rows[-1][:5] == ["合计", None, 5, 7, 1]
    pages = {row[1]: row[-1] for row in rows if row[0] == "102"}
    assert pages["主管"] == by_name["钱七"]["页数"]


def test_words_in_the_language_of_the_papers(round_of: Callable[..., Round]) -> None:
    rows = [
        ["id", "name", "room", "Remarks"],
        ["01", "A\U00033fff", "7", ""],
        ["02", "Ann", "7", "left-handed"],
    ]
    made = round_of(rows=rows, layout=LAYOUT + "language: en\n")
    made.run("--out", "out", status=3)
    files = made.files("out")
    head, *found = listed(files["papers.xlsx"], "papers")
    assert [row[head.index("State")] for row in found] == ["missing: no font has “\U00033fff”", "done"]
    assert [row[head.index("Remarks")] for row in found] == [None, "left-handed"]
    _, sat = sheet(files["print/Room 7-attendance.docx"])
    assert [row[-1] for row in sat] == ["Remarks", "No paper", "left-handed"]


def test_who_gets_a_paper_after_all_is_marked_on_the_later_sheet(round_of: Callable[..., Round]) -> None:
    made = round_of(rows=[["考号", "姓名", "考场"], ["1", "王\U00033fff", "101"], ["2", "李四", "101"]])
    made.run("--out", "out", status=3)
    (made.folder / "list.csv").write_text("考号,姓名,考场\n1,王某,101\n3,赵六,101\n", encoding="utf-8")
    made.run("--out", "out", "--add")
    files = made.files("out")
    _, first = sheet(files["print/第101考场-签到表.docx"])
    _, later = sheet(files["print/第101考场-签到表-补1.docx"])
    assert [row[-1] for row in first[1:]] == ["缺卷", ""]
    assert [(row[1], row[-1]) for row in later[1:]] == [("王某", "补卷，原表缺卷"), ("赵六", "补1")]


def test_what_a_spare_says_of_itself_and_its_room(round_of: Callable[..., Round]) -> None:
    rows = [["考号", "姓名", "岗位", "考场", "日期", "场次"], ["1", "李四", "专员", "101", "12月5日", "上午"]]
    made = round_of(rows=rows, layout=LAYOUT + "posts: [专员]\n")
    made.run("--out", "out", "--spares", "2")
    files = made.files("out")
    (path,) = (name for name in files if name.startswith("papers/备用") and "-2-" in name)
    said = first_page(files[path])
    assert "备用 2" in said.replace("\xa0", " ")
    assert "备用-" not in said
    assert all(word in said for word in ("专员", "101", "12", "上午"))
    listing_ = listed(files["试卷清单.xlsx"], "试卷清单")
    assert [row[:3] for row in listing_[2:]] == [[None, "备用 1", "专员"], [None, "备用 2", "专员"]]


def test_a_form_of_a_session_has_no_letter(round_of: Callable[..., Round]) -> None:
    rows = [["考号", "姓名", "场次"], ["1", "李四", "上午9:00"], ["2", "王五", "下午2:00"]]
    made = round_of(rows=rows)
    made.run("--out", "out", "--forms", "session")
    files = made.files("out")
    papers = [first_page(data) for name, data in files.items() if name.startswith("papers/")]
    keys = [
        first_page(data) for name, data in files.items() if name.startswith("keys/small") and "pdf" in name
    ]
    assert len(papers) == len(keys) == 2
    assert not any("卷）" in said or "00卷" in said.replace(" ", "") for said in (*papers, *keys))
    for session in ("上午9:00", "下午2:00"):
        assert sum(session in said.replace(" ", "") for said in papers) == 1
        (key,) = (said for said in keys if session in said.replace(" ", ""))
        assert key.replace(" ", "").count(session) == 2  # in its head and its footer


def first_page(data: bytes) -> str:
    pdf = pypdfium2.PdfDocument(data)
    said: str = pdf[0].get_textpage().get_text_range()
    pdf.close()
    return said
