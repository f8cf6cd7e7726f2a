"""The office's list of a round as a workbook: a row for each paper, and what became of it."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from generator.batch.round.printing import in_print_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.batch.round.printing import Seated

FILES = {"zh": "试卷清单.xlsx", "en": "papers.xlsx"}
_WRITTEN = datetime(2000, 1, 1)  # the same whenever it is written
_WIDEST = 60  # of a column, in letters
_NARROWEST = 6


class _Words(NamedTuple):
    headers: tuple[str, ...]
    done: str
    missing: str
    spare: str


_WORDS = {
    "zh": _Words(
        ("考号", "姓名", "应聘岗位", "考场", "日期", "场次", "座位", "卷别", "试卷文件", "页数", "状态"),
        "已生成", "未生成：{why}", "备用",
    ),
    "en": _Words(
        ("No.", "Name", "Post", "Room", "Date", "Session", "Seat", "Form", "File", "Pages", "State"),
        "done", "missing: {why}", "Spare",
    ),
}  # fmt: skip
_ALWAYS = frozenset((0, 1, 2, 3, 6, 7, 8, 9, 10))  # columns; the others only where a row has something there


def listing(seated: Iterable[Seated], language: str) -> bytes:
    """An XLSX by room and seat. All but the pages is text: no number loses a zero, and nothing is computed."""
    from xlsxwriter import Workbook

    words = _WORDS[_spoken(language)]
    rows = [_row(row, words) for row in in_print_order(seated)]
    shown = [c for c in range(len(words.headers)) if c in _ALWAYS or any(row[c] for row in rows)]
    out = BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"created": _WRITTEN})
    text = book.add_format({"num_format": "@", "valign": "top"})
    head = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
    sheet = book.add_worksheet(FILES[_spoken(language)].removesuffix(".xlsx"))
    for at, column in enumerate(shown):
        sheet.write_string(0, at, words.headers[column], head)
        widest = _width(words.headers[column]) + 3  # beside the button of the filter
        for line, row in enumerate(rows, start=1):
            value = row[column]
            if isinstance(value, int):
                sheet.write_number(line, at, value)
            elif value:
                sheet.write_string(line, at, value, text)
            widest = max(widest, _width(str(value)) + 1)
        sheet.set_column(at, at, min(max(widest, _NARROWEST), _WIDEST), text if column != _PAGES else None)
    last = len(shown) - 1
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), last)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{len(rows) + 1}"})
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    book.close()
    return out.getvalue()


_PAGES = 9


def _row(row: Seated, words: _Words) -> tuple[str | int, ...]:
    return (
        row.id, row.name or words.spare, row.post, row.room, row.date, row.session, row.seat, row.form, row.paper,
        row.pages if row.paper else "", words.missing.format(why=row.fault) if row.fault else words.done,
    )  # fmt: skip


def _spoken(language: str) -> str:
    return "zh" if language.lower().startswith("zh") else "en"


def _width(text: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
