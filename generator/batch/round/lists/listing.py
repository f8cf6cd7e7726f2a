"""The office's list of a round as a workbook: a row for each paper and what became of it; then how many of each."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from generator.batch.round.lists.prints import in_print_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path
    from zipfile import ZipFile, ZipInfo

    from xlsxwriter import Workbook

    from generator.batch.round.lists.prints import Seated

FILES = {"zh": "试卷清单.xlsx", "en": "papers.xlsx"}
_WRITTEN = datetime(2000, 1, 1)  # the same whenever it is written
_NARROWEST, _WIDEST = 6, 24  # of a column, in letters; what is longer is wrapped, or paper would not hold all
_LINE = 16  # points
_PAPER_A4 = 9
_CHUNK = 1 << 16
_MOST_TITLE = 100  # characters: Excel takes 255 in a header, where & counts twice
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6}  # inches

Value = str | int
Row = tuple[Value, ...]


class _Words(NamedTuple):
    headers: tuple[str, ...]
    done: str
    missing: str
    spare: str
    counts: tuple[str, ...]  # the second sheet: its name, and its headers
    total: str
    page: str


_WORDS = {
    "zh": _Words(
        ("考号", "姓名", "应聘岗位", "考场", "日期", "场次", "座位", "卷别", "页数", "备注", "状态", "试卷文件"),
        "已生成", "未生成：{why}", "备用",
        ("汇总", "考场", "日期", "场次", "应聘岗位", "人数", "试卷", "缺卷", "页数"), "合计", "第 &P 页　共 &N 页",
    ),
    "en": _Words(
        ("No.", "Name", "Post", "Room", "Date", "Session", "Seat", "Form", "Pages", "Remarks", "State", "File"),
        "done", "missing: {why}", "Spare",
        ("Summary", "Room", "Date", "Session", "Post", "Expected", "Papers", "Missing", "Pages"), "Total",
        "Page &P of &N",
    ),
}  # fmt: skip
_ALWAYS = frozenset((0, 1, 8, 10, 11))  # columns; the others only where a row has something there
_FILE = 11  # the column that is not printed: names of files are long, and say what stands before them
_COUNTED = 4  # columns of the second sheet before its numbers


def listing(seated: Iterable[Seated], language: str, title: str = "", scratch: Path | None = None) -> bytes:
    """An XLSX by room and seat. All but numbers of pages and papers is text: no number of anybody's loses a zero.

    `title` is that of the papers, over each printed page. Rows wait in files in the folder `scratch`, or the
    system's own for such files.
    """
    from xlsxwriter import Workbook

    spoken = "zh" if language.lower().startswith("zh") else "en"
    words = _WORDS[spoken]
    ordered = in_print_order(seated)
    rows = [_row(row, words) for row in ordered]
    counts = _counts(ordered, words)
    out = BytesIO()
    book = Workbook(out, {"constant_memory": True, "tmpdir": scratch and str(scratch)})
    book.set_properties({"created": _WRITTEN})
    listed = FILES[spoken].removesuffix(".xlsx")
    _add_sheet(book, listed, words.headers, rows, _ALWAYS, title, words.page)
    filled = frozenset(range(_COUNTED, len(words.counts) - 1))
    _add_sheet(book, words.counts[0], words.counts[1:], counts, filled, title, words.page)
    book.close()
    return _packed(out)


def _packed(book: BytesIO) -> bytes:
    """The same parts, packed by the deflate of our documents: zlib is another one on other machines."""
    from zipfile import ZipFile

    from generator.render.docx.package import archive, deflated

    with ZipFile(book) as parts:
        return archive(deflated(part.filename, _content(parts, part)) for part in parts.infolist())


def _content(parts: ZipFile, part: ZipInfo) -> bytearray:
    """What `parts.read` would give, which holds a long sheet twice."""
    data = bytearray(part.file_size)
    with parts.open(part) as stream:
        for at in range(0, len(data), _CHUNK):
            data[at : at + _CHUNK] = stream.read(_CHUNK)
    return data


def _row(row: Seated, words: _Words) -> Row:
    return (
        row.id if row.name or row.fault else "", row.name or row.number, row.post, row.room, row.date, row.session,
        row.seat, row.form, row.pages if row.paper else "", row.remark,
        words.missing.format(why=row.fault) if row.fault else words.done, row.paper,
    )  # fmt: skip


def _counts(ordered: Sequence[Seated], words: _Words) -> list[Row]:
    """By room, date, session and post, spares apart; the last row is of all."""
    rows: list[Row] = []
    for place, group in groupby(ordered, lambda row: (row.room, row.date, row.session)):
        posts: dict[str, list[Seated]] = {}
        for row in group:
            called = row.post if row.name else " ".join(filter(None, (words.spare, row.post)))
            posts.setdefault(called, []).append(row)
        rows += [(*place, post, *_count(those)) for post, those in posts.items()]
    rows.append((words.total, "", "", "", *_count(ordered)))
    return rows


def _count(seated: Sequence[Seated]) -> tuple[int, ...]:
    """Candidates, papers, those that are missing, and pages."""
    missing = sum(bool(row.fault) for row in seated)
    return (
        sum(bool(row.name) for row in seated),
        len(seated) - missing,
        missing,
        sum(row.pages for row in seated),
    )


def _add_sheet(
    book: Workbook,
    name: str,
    headers: Sequence[str],
    rows: Sequence[Row],
    always: frozenset[int],
    title: str,
    footer: str,
) -> None:
    """A sheet that can be filtered on the screen, and is printed one page wide under a head on each page."""
    shown = [c for c in range(len(headers)) if c in always or any(row[c] for row in rows)]
    printed = [column for column in shown if column != _FILE]
    text = book.add_format({"num_format": "@", "valign": "vcenter", "text_wrap": True})
    name_of_file = book.add_format({"num_format": "@", "valign": "vcenter"})
    number = book.add_format({"valign": "vcenter", "align": "right", "indent": 1})
    head = book.add_format({"bold": True, "bottom": 1, "num_format": "@", "valign": "vcenter"})
    sheet = book.add_worksheet(name)
    widest = [_width(headers[column]) + 3 for column in shown]  # beside the button of the filter
    for at, column in enumerate(shown):
        sheet.write_string(0, at, headers[column], head)
    for line, row in enumerate(rows, start=1):  # each is gone to a file when the next one comes
        widths = [_width(str(row[column])) + 1 for column in shown]
        widest = list(map(max, widest, widths))
        lines = max(-(-width // _WIDEST) for width in widths[: len(printed)])
        if lines > 1:  # not every program makes room for wrapped lines by itself
            sheet.set_row(line, lines * _LINE)
        for at, column in enumerate(shown):
            value = row[column]
            if isinstance(value, int):
                sheet.write_number(line, at, value, number)
            elif value:
                sheet.write_string(line, at, value, name_of_file if column == _FILE else text)
    for at, column in enumerate(shown):
        numbers = bool(rows) and isinstance(rows[-1][column], int)
        width = max(widest[at], _NARROWEST)
        sheet.set_column(
            at, at, width if column == _FILE else min(width, _WIDEST), number if numbers else text
        )
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(shown) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{len(rows) + 1}"})
    sheet.set_landscape()
    sheet.set_paper(_PAPER_A4)
    sheet.set_margins(**_MARGINS)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, len(rows), len(printed) - 1)
    sheet.repeat_rows(0)
    sheet.hide_gridlines(0)  # rules between rows on paper, too
    head_line = "　".join(filter(None, (title[:_MOST_TITLE].replace("&", "&&"), name)))
    sheet.set_header(f"&C{head_line}")
    sheet.set_footer(f"&C{footer}")


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
