"""Workbooks that are made for a test, and what can be done to their parts."""

from __future__ import annotations

import io
from datetime import date, time
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

HEADERS = ("考号", "姓名", "座位号")
SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def workbook(fill: Callable[[Any, Any], None], name: str = "Sheet1") -> bytes:
    """A workbook of XlsxWriter's with one sheet that `fill(sheet, book)` writes."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        fill(book.add_worksheet(name), book)
    return written.getvalue()


def by_xlsxwriter(rows: Iterable[Sequence[str]]) -> bytes:
    def fill(sheet: Any, book: Any) -> None:
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(at, column, text)

    return workbook(fill)


def by_openpyxl(rows: Iterable[Sequence[str]]) -> bytes:
    book = openpyxl.Workbook()
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row, 1):
            cell = book.active.cell(at, column)
            cell.value = text
            cell.data_type = "s"  # a text that begins with = is no formula
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def changed(data: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed, or left out where nothing is left of it."""
    written = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(written, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(old.read(name)) if name == part else old.read(name)
            if content:
                new.writestr(name, content)
    return written.getvalue()


def packed(**parts: bytes) -> bytes:
    written = io.BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return written.getvalue()


def _spoiled(sheet: Any, book: Any) -> None:
    sheet.write_row(0, 0, (*HEADERS, "身份证号", "成绩"))
    sheet.write_row(1, 0, ("001", "张三", "3-1"))
    sheet.write_number(1, 3, 110101199003070000)
    sheet.write_number(2, 0, 110101199003071234)
    sheet.write_row(2, 1, ("李四", "3-3"))
    sheet.write_row(3, 0, ("003", "王五"))
    sheet.write_datetime(3, 2, date(2026, 3, 2), book.add_format({"num_format": 'm"月"d"日"'}))
    sheet.write_row(4, 0, ("004", "赵六", "3-4"))
    sheet.write_formula(4, 4, "=NA()", None, "#N/A")
    sheet.write_formula(5, 0, "=1/0", None, "#DIV/0!")
    sheet.write_string(5, 1, "钱七")
    sheet.write_row(6, 0, ("006", "孙八\u200b", "3-6"))


def _two_sheets(sheet: Any, book: Any) -> None:
    book.add_worksheet("说明").write_string(0, 0, "请勿修改")
    for other in ("客服", "开发", "旧名单"):
        second = book.add_worksheet(other)
        second.write_row(0, 0, HEADERS)
        second.write_row(1, 0, (f"{other}1", "张三", ""))
    second.hide()


def _filtered(sheet: Any, book: Any) -> None:
    sheet.merge_range(0, 0, 0, 2, "2026年秋季招聘笔试名单", book.add_format())
    sheet.write_row(1, 0, HEADERS)
    for line in range(2, 6):
        sheet.write_row(line, 0, (f"00{line}", "张三", f"{line}"))
    sheet.set_row(3, None, None, {"hidden": True})
    sheet.set_row(7, None, None, {"hidden": True})


def _hidden(sheet: Any, book: Any) -> None:
    sheet.write_string(0, 0, "填写说明")
    other = book.add_worksheet("名单")
    other.write_row(0, 0, HEADERS)
    other.write_row(1, 0, ("001", "张三", "1"))
    other.hide()


def _unsaved() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(HEADERS)
    book.active.append(("=A9", "张三", "1"))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def simple() -> bytes:
    return by_xlsxwriter([HEADERS, ("001", "张三", "1"), ("002", "李四", "2")])


def _far(reference: bytes) -> bytes:
    row = reference.lstrip(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    cell = b'<row r="%s"><c r="%s"><v>1</v></c></row></sheetData>' % (row, reference)
    return changed(simple(), SHEET, lambda sheet: sheet.replace(b"</sheetData>", cell))


def _doctype(sheet: bytes) -> bytes:
    return sheet.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "1">]><worksheet', 1)


WRONG: dict[str, Callable[[], bytes]] = {  # file and how it is made; what is said of each stands in `wrong`
    "spoiled.xlsx": lambda: workbook(_spoiled),
    "unsaved.xlsx": _unsaved,
    "hidden.xlsx": lambda: workbook(_hidden),
    "filtered.xlsx": lambda: workbook(_filtered),
    "two-sheets.xlsx": lambda: workbook(_two_sheets),
    "no-list.xlsx": lambda: workbook(lambda sheet, _: sheet.write_string(4, 2, "没有名单")),
    "blank.xlsx": lambda: workbook(lambda *_: None),
    "far.xlsx": lambda: _far(b"XFD1048576"),
    "tall.xlsx": lambda: _far(b"J1048576"),
    "bomb.xlsx": lambda: changed(simple(), SHEET, lambda sheet: sheet + b" " * (129 << 20)),
    "doctype.xlsx": lambda: changed(simple(), SHEET, _doctype),
    "cut.xlsx": lambda: simple()[:3000],
    "no-sheet.xlsx": lambda: changed(simple(), SHEET, lambda _: b""),
    "cut-sheet.xlsx": lambda: changed(simple(), SHEET, lambda sheet: sheet[:-40]),
    "locked.xlsx": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "old.xls": lambda: OLE + "Workbook".encode("utf-16-le"),
    "binary.xlsb": lambda: packed(**{"xl/workbook.bin": b"1"}),
    "open.ods": lambda: packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
    "apple.numbers": lambda: packed(**{"Index/Document.iwa": b"1"}),
    "letter.xlsx": lambda: packed(**{"word/document.xml": b"<w/>"}),
    "torn.xls": lambda: OLE,
    "letter.doc": lambda: OLE + "WordDocument".encode("utf-16-le"),
    "folder.zip": lambda: packed(**{"list.csv": b"id,name"}),
}


def shown() -> bytes:
    """A sheet with values of every kind; `SHOWN` is how they show."""
    return changed(workbook(_shown), SHEET, lambda sheet: sheet.replace(b"NOTHING", b""))


def _shown(sheet: Any, book: Any) -> None:
    sheet.merge_range(0, 0, 0, 9, "2026年客服主管招聘笔试")
    sheet.write_row(
        1, 0, ("考号", "姓名", "考场", "座位号", "面试时间", "日期", "成绩", "到场", "编码", "用时")
    )
    style = {
        code: book.add_format({"num_format": code})
        for code in ("000000", "hh:mm", "yyyy/m/d", '"K"000', "[h]:mm")
    }
    sheet.write_number(2, 0, 123, style["000000"])
    sheet.write_string(2, 1, " 张三 ")
    sheet.merge_range(2, 2, 4, 2, "第1考场")
    for row in (2, 3, 4):
        sheet.write_number(row, 3, row - 1)
    sheet.write_datetime(2, 4, time(9, 30), style["hh:mm"])
    sheet.write_datetime(2, 5, date(2026, 11, 22), style["yyyy/m/d"])
    sheet.write_number(2, 6, 88.5)
    sheet.write_boolean(2, 7, True)
    sheet.write_number(2, 8, 7, style['"K"000'])
    sheet.write_number(2, 9, 1.5, style["[h]:mm"])
    sheet.write_formula(3, 0, '="00"&"124"', None, "00124")
    sheet.write_rich_string(3, 1, "李", book.add_format({"bold": True}), "四")
    sheet.write_formula(3, 6, "=80+0.1+0.2", None, 80.3)
    sheet.write_formula(3, 8, '=IF(1,"","x")', None, "NOTHING")
    sheet.write_row(4, 0, ("000125", "王五"))


SHOWN = (
    ("000123", "张三", "第1考场", "1", "09:30", "2026-11-22", "88.5", "TRUE", "K007", "36:00"),
    ("00124", "李四", "第1考场", "2", "", "", "80.3", "", "", ""),
    ("000125", "王五", "第1考场", "3", "", "", "", "", "", ""),
)
