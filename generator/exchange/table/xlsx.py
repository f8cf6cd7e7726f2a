"""Banks as workbooks."""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from generator.diagnostics import Location, SourceFile
from generator.exchange.table.examples import COLUMNS, EXAMPLES, MEANINGS
from generator.exchange.table.grid import NUMBERS, Grid, grid, headers_of
from generator.exchange.table.held import tell_lost_of
from generator.exchange.table.sheets import bank_of, headed, hidden_sheets
from generator.exchange.table.types import type_words
from generator.kinds import NAMES
from generator.office.foreign import is_zip, kind_of, tell_kind
from generator.office.workbook import read_workbook

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from xlsxwriter import Workbook

    from generator.diagnostics import Report
    from generator.exchange.intake import Intake, LeftOut
    from generator.model.question import Bank
    from generator.office.workbook import Sheet

MOST = 32_767  # characters Excel allows in a cell
_WRITTEN = datetime(2000, 1, 1)  # the same whenever it is written
_SHEETS = (("题库", "填写说明"), ("Questions", "Columns"))
_MEANT = (("列", "怎么填"), ("Column", "What to write"))
_BAD_TYPE = (
    ("题型", "请从列表中选一种题型，或留空。"),
    ("Type", "Choose a type from the list, or leave it empty."),
)
_BAD_LEVEL = (
    ("难度", "难度是 1（易）到 5（难）的整数。"),
    ("Difficulty", "Difficulty is a number from 1 (easy) to 5 (hard)."),
)
_LAST = 2000  # row to which a template's columns check what is typed
_WIDTHS = {
    "stem": 48,
    "points": 44,
    "analysis": 36,
    "answer": 30,
    "highlights": 26,
    "levels": 34,
    "follow_ups": 28,
    "note": 28,
}
_NARROWEST, _WIDEST = 8, 22  # of other columns, in letters
_FACES = ("微软雅黑", "Calibri")
_LOOK = {"text_wrap": True, "valign": "top", "num_format": "@"}
_HEAD = {"bold": True, "valign": "vcenter", "bg_color": "#DCE6F1", "border": 1, "border_color": "#9DB2CB"}
_BODY = {"border": 1, "border_color": "#D9D9D9"}
_NUMBER = {"num_format": "General", "align": "center"}
_LINE = 16  # points
_SHOWN = 80  # characters of a sheet that is not read
_HIGHEST = 20  # lines a row is made high for


def read(data: bytes, name: str, report: Report) -> Intake | None:
    """The questions of all sheets of a workbook that have headers over questions."""
    whole = Location(SourceFile(name, []))
    if not is_zip(data):
        kind = kind_of(data)
        if kind == "encrypted":
            report.error("workbook-encrypted", whole, "remove-password")
            return None
        if kind:
            tell_kind(kind, whole, report)
            return None
        from generator.exchange.table.csv import read as read_csv

        return read_csv(data, name, report)
    book = read_workbook(data, name, sha256(data).hexdigest(), report)
    if book is None:
        return None
    file = book.whole.file
    sheets = [
        found for sheet in book.sheets if (found := headed(sheet.name, sheet.table, sheet.drawn)) is not None
    ]
    if not sheets:
        report.error("table-no-headers", whole, "table-headers")
        return None
    left_out: list[LeftOut] = list(hidden_sheets(book.hidden, file))
    read_ones = {sheet.name for sheet in sheets}
    for sheet in book.sheets:
        if sheet.name not in read_ones:
            _tell_unread(sheet, whole, report)
    return bank_of(sheets, left_out, file, book.properties, report)


def _tell_unread(sheet: Sheet, whole: Location, report: Report) -> None:
    """A sheet without questions, unless it is the template's own explanation, as it was, or empty."""
    said = [[cell for cell in row.cells if cell.strip()] for row in sheet.table.rows]
    if said and all(said != [list(row) for row in _meant(column)] for column in (0, 1)):
        words = " | ".join(" ".join(cell.split()) for row in said[:5] for cell in row)
        report.warning("table-sheet-not-read", whole, sheet=sheet.name, rows=len(said), words=words[:_SHOWN])


# Out -----------------------------------------------------------------------------------------------


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """A row a question; everything but marks and the like is text, so that nothing is ever computed."""
    made = grid(bank, language=bank.language)
    tell_lost_of(bank, made, MOST, "XLSX", report)
    if report.failed:
        return b""
    column = 0 if bank.language.startswith("zh") else 1
    book, out = _book(bank.title)
    book.set_custom_property("bank", bank.id)
    book.set_custom_property("language", bank.language)
    _questions(book, made, column)
    book.close()
    return _packed(out)


def template(language: str) -> bytes:
    """Headers, an example of each type to write over, and a sheet that says what each column means."""
    column = 0 if language == "zh" else 1
    rows = tuple([tuple([example.get(field, "") for field in COLUMNS]) for example in EXAMPLES[column]])
    book, out = _book("")
    sheet = _questions(book, Grid(COLUMNS, tuple(headers_of(COLUMNS, column)), rows), column, gray=True)
    types, levels = COLUMNS.index("type"), COLUMNS.index("difficulty")
    title, message = _BAD_TYPE[column]
    sheet.data_validation(1, types, _LAST, types, {
        "validate": "list", "source": [type_words(name, column) for name in NAMES],
        "error_title": title, "error_message": message,
    })  # fmt: skip
    title, message = _BAD_LEVEL[column]
    sheet.data_validation(1, levels, _LAST, levels, {
        "validate": "list", "source": [1, 2, 3, 4, 5], "error_title": title, "error_message": message,
    })  # fmt: skip
    _meanings(book, column)
    book.close()
    return _packed(out)


def _book(title: str) -> tuple[Workbook, BytesIO]:
    from xlsxwriter import Workbook

    out = BytesIO()
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": _WRITTEN})
    return book, out


def _questions(book: Workbook, made: Grid, column: int, *, gray: bool = False) -> Any:
    """The sheet of questions; examples are `gray`."""
    sheet = book.add_worksheet(_SHEETS[column][0])
    look = _LOOK | {"font_name": _FACES[column]}
    shade = {"italic": True, "font_color": "#7F7F7F"} if gray else {}
    head = book.add_format(look | _HEAD)
    body = book.add_format(look | _BODY | shade)
    number = book.add_format(look | _BODY | _NUMBER | shade)
    fresh, fresh_number = book.add_format(look), book.add_format(look | _NUMBER)
    widths = [_width(made, at) for at in range(len(made.fields))]
    for at, (field, header) in enumerate(zip(made.fields, made.headers, strict=True)):
        sheet.set_column(at, at, widths[at], fresh_number if field in NUMBERS else fresh)
        sheet.write_string(0, at, header, head)
    sheet.set_row(0, 24)
    for line, row in enumerate(made.rows, 1):
        sheet.set_row(line, _LINE * max(min(max(map(_lines, row, widths)), _HIGHEST), 1) + 4)
        for at, (field, cell) in enumerate(zip(made.fields, row, strict=True)):
            _cell(sheet, line, at, field, cell, body, number)
    sheet.freeze_panes(1, 0 if gray else 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.repeat_rows(0)
    if made.rows:
        sheet.autofilter(0, 0, len(made.rows), len(made.fields) - 1)
    return sheet


def _cell(sheet: Any, line: int, at: int, field: str, cell: str, body: Any, number: Any) -> None:
    if not cell:
        sheet.write_blank(line, at, None, body)
    elif field in NUMBERS:
        sheet.write_number(line, at, float(cell), number)
    else:
        sheet.write_string(line, at, cell, body)


def _meanings(book: Workbook, column: int) -> None:
    """The second sheet: each column and what is written in it."""
    sheet = book.add_worksheet(_SHEETS[column][1])
    face = _LOOK | {"font_name": _FACES[column]}
    head, body = book.add_format(face | _HEAD), book.add_format(face | _BODY)
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 90)
    for line, (header, meaning) in enumerate(_meant(column)):
        look = body if line else head
        sheet.write_string(line, 0, header, look)
        sheet.write_string(line, 1, meaning, look)
        if line:
            sheet.set_row(line, _LINE * _lines(meaning, 90) + 4)
    sheet.freeze_panes(1, 0)


def _meant(column: int) -> list[tuple[str, str]]:
    """The rows of this sheet."""
    rows = [_MEANT[column]]
    fields = [field for field in COLUMNS if not field.startswith("option:") or field == "option:0"]
    for field, header in zip(fields, headers_of(fields, column), strict=True):
        option = field == "option:0"
        meaning = MEANINGS["option" if option else field][column]
        rows.append((f"{header} …" if option else header, meaning))
    return rows


def _width(made: Grid, at: int) -> float:
    field = made.fields[at]
    if field in _WIDTHS:
        return _WIDTHS[field]
    said = [made.headers[at], *(row[at] for row in made.rows)]
    longest = max(_letters(line) for cell in said for line in cell.split("\n"))
    return min(max(longest + 3, _NARROWEST), _WIDEST)


def _letters(text: str) -> int:
    """How wide a text is in letters: Han are two."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text[:200])


def _lines(cell: str, width: float) -> int:
    """How many lines a cell takes in a column."""
    return sum(1 + int(max(_letters(line) - 1, 0) / max(width - 2, 1)) for line in cell[:4000].split("\n"))


def _packed(book: BytesIO) -> bytes:
    """The same bytes on any machine: stored parts, for a workbook of questions is small and zlibs differ."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    out = BytesIO()
    with ZipFile(book) as parts, ZipFile(out, "w", ZIP_STORED) as packed:
        for part in parts.infolist():
            packed.writestr(ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0)), parts.read(part))
    return out.getvalue()
