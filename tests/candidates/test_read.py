"""Lists as many programs write them come back as they were typed."""

from __future__ import annotations

import csv
import io
import sys
import time
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.candidates import FIELDS, Candidate, CandidateList, read_candidates
from generator.diagnostics import Report
from tests.candidates import workbooks

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

HEADERS = (
    "准考证号",
    "姓 名",
    "应聘职位",
    "部门",
    "试室",
    "座号",
    "面试时间",
    "日期",
    "卷别",
    "备注",
    "Phone",
)
Rows = list[tuple[str, ...]]


def by_csv(
    codec: str, separator: str, end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL
) -> Callable[[Rows], bytes]:
    def write(rows: Rows) -> bytes:
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=separator, lineterminator=end, quoting=quoting).writerows(rows)
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(codec, b"")
        return mark + text.getvalue().encode(codec)

    return write


WRITERS: dict[str, Callable[[Rows], bytes]] = {
    "utf-8": by_csv("utf-8", ",", "\n"),
    "excel": by_csv("utf-8-sig", ","),
    "old-mac": by_csv("utf-8", ",", "\r"),
    "chinese-excel": by_csv("gb18030", ","),
    "german-excel": by_csv("utf-8-sig", ";", quoting=csv.QUOTE_ALL),
    "unicode-text": by_csv("utf-16-le", "\t"),
    "unicode-text-be": by_csv("utf-16-be", "\t"),
    "xlsxwriter": workbooks.by_xlsxwriter,
    "openpyxl": workbooks.by_openpyxl,
}

_HAN = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
_WORD = st.text(_HAN, min_size=1, max_size=4)
_TYPED = (
    st.text(st.one_of(_HAN, st.sampled_from("aZ0,;\"'|·. （）/\\")), max_size=12)
    .map(str.strip)
    .filter(lambda text: not text.startswith(("'", '="')))
)
_ROW = st.tuples(_WORD, *([_TYPED] * 9))


def read(folder: Path, data: bytes, name: str = "list") -> CandidateList:
    (folder / name).write_bytes(data)
    report = Report()
    listed = read_candidates(folder / name, name, report)
    report.check()
    assert listed is not None
    return listed


def texts(candidate: Candidate) -> tuple[str, ...]:
    return (*candidate[: len(FIELDS)], *(value for _, value in candidate.others))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("lists")


@pytest.mark.parametrize("writer", WRITERS.values(), ids=WRITERS)
@settings(deadline=None, max_examples=25)
@given(rows=st.lists(_ROW, min_size=1, max_size=8))
def test_what_is_written_is_read(
    writer: Callable[[Rows], bytes], folder: Path, rows: list[Sequence[str]]
) -> None:
    numbered = [(f"{at:03}", *row[:4], str(at), *row[5:]) for at, row in enumerate(rows, 1)]
    data = writer([HEADERS, *numbered])
    listed = read(folder, data)
    assert [texts(candidate) for candidate in listed.rows] == numbered
    assert listed.digest == sha256(data).hexdigest()
    assert [header for header, _ in listed.columns] == list(HEADERS)
    assert [field for _, field in listed.columns] == [*FIELDS, "", ""]
    assert [header for header, _ in listed.rows[0].others] == ["备注", "Phone"]


def test_a_sheet_is_read_as_it_shows(folder: Path) -> None:
    listed = read(folder, workbooks.shown())
    others = [candidate.others for candidate in listed.rows]
    assert [
        (c.id, c.name, c.room, c.seat, c.session, c.date, *(value for _, value in c.others))
        for c in listed.rows
    ] == list(workbooks.SHOWN)
    assert [header for header, _ in others[0]] == ["成绩", "到场", "编码", "用时"]
    assert [candidate.location.line for candidate in listed.rows] == [3, 4, 5]


def test_what_lists_are_full_of_does_no_harm(folder: Path) -> None:
    text = (
        "\ufeff2026年秋季笔试,,,\n\n*准考证 号（必填）,姓　名,【考场】,座位号,身份证号,,\n"
        ' 001\t,\ufeff张三 ,"第1,考场",1,11010119900307001X,,\n,,,,,,\n  ,\n'
        "准考证号,姓名,考场,座位号,身份证号,,\n"  # another header, not the same: a candidate, if anything
        '="002","O""Neil",第1考场\n*准考证 号（必填）,姓　名,【考场】,座位号,身份证号,,\n'
        "'003,欧阳·娜,第2考场,1,'+86 138,,\n"
    ).replace("准考证号,姓名,考场,座位号,身份证号,,\n", "")
    first, second, third = read(folder, text.encode()).rows
    assert first[:6] == ("001", "张三", "", "", "第1,考场", "1")
    assert first.others == (("身份证号", "11010119900307001X"),)
    assert (second.id, second.name, second.seat, second.others) == ("002", 'O"Neil', "", (("身份证号", ""),))
    assert (third.id, third.others, third.location.line) == ("003", (("身份证号", "+86 138"),), 9)


def test_line_breaks_in_cells_do_not_shift_places(folder: Path) -> None:
    listed = read(folder, '备注,考号,姓名\n"一\n二",01,张三\n三,02,李四\n'.encode())
    assert [candidate.others[0][1] for candidate in listed.rows] == ["一 二", "三"]
    assert [(c.location.line, c.location.column) for c in listed.rows] == [(3, 4), (4, 3)]


def test_headers_in_english(folder: Path) -> None:
    listed = read(
        folder,
        b"Candidate No.,Full Name,Job-Title,DEPT,Room No,seat_number,Exam Date,Paper type,Email\n1,Li,x,,,,,,\n",
    )
    assert [field for _, field in listed.columns] == [
        "id",
        "name",
        "post",
        "department",
        "room",
        "seat",
        "date",
        "variant",
        "",
    ]


def test_a_header_of_two_rows(folder: Path) -> None:
    def fill(sheet, book) -> None:  # type: ignore[no-untyped-def]
        for column, header in enumerate(("考号", "姓名")):
            sheet.merge_range(0, column, 1, column, header)
        sheet.merge_range(0, 2, 0, 3, "考试安排")
        sheet.write_row(1, 2, ("考场", "座位号"))
        sheet.write_row(2, 0, ("1", "张三", "101", "7"))

    listed = read(folder, workbooks.workbook(fill))
    assert [(c.id, c.room, c.seat) for c in listed.rows] == [("1", "101", "7")]


@pytest.mark.parametrize("name", ["missing.csv", "folder", "nul\0.csv"])
def test_no_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    report = Report()
    assert read_candidates(tmp_path / name, name, report) is None
    assert [(d.severity, bool(d.hint)) for d in report.diagnostics] == [("error", True)]


def test_not_more_is_told_than_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("id,name\n" + "1,\n" * 5000, "utf-8")
    report = Report()
    assert read_candidates(tmp_path / "list.csv", "list.csv", report) is None
    assert len(report.diagnostics) == 101
    assert report.diagnostics[-1].values == {"count": 4900}


@pytest.mark.parametrize(("writer", "most"), [("excel", 1.0), ("xlsxwriter", 3.0)])
def test_time_grows_with_the_list_only(writer: str, most: float, folder: Path) -> None:
    """Bounds wide enough for a busy machine; docs/candidates.md has what it takes."""
    rows = [
        (f"2026{at:05}", "张三丰", "客服主管", "客服部", f"第{at // 30}考场", f"{at % 30}")
        for at in range(10_000)
    ]
    data = WRITERS[writer]([HEADERS[:6], *rows])
    begun = time.process_time()
    assert len(read(folder, data).rows) == 10_000
    assert time.process_time() - begun < most


def test_nothing_heavy_is_imported(tmp_path: Path) -> None:
    import subprocess

    code = "import sys, generator.candidates; print(*(set(sys.modules) & {'python_calamine', 'zipfile', 'difflib'}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""
