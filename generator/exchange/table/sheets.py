"""Sheets with questions to an Intake: which sheets and rows hold any, and an account of the rest."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Diagnostic, Location, SourceFile
from generator.exchange.intake import Intake, LeftOut
from generator.exchange.quiz.draft import intake
from generator.exchange.table.cleaning import one_line
from generator.exchange.table.examples import is_example
from generator.exchange.table.headers import columns_of, is_running
from generator.exchange.table.row import Cells, draft_of, plain
from generator.model.question import Bank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.diagnostics import Report
    from generator.exchange.quiz.draft import Draft
    from generator.exchange.table.headers import Columns
    from generator.office.table import Row, Table

_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十0-9]{1,3}(部分|章|节|单元|大题)"
)
_COUNT = re.compile(r"[（(][^（()）]*[)）]\s*$")
_BETWEEN = frozenset(("较易", "较难", "偏易", "偏难", "较容易", "较困难"))
_FIVE = {"易": "1", "容易": "1", "简单": "1", "难": "5", "困难": "5"}  # in a column that has levels between
_NUMBER = re.compile(r"\s*[0-9]{1,6}(?:\.[0-9]{1,6})?\s*(?:分|points?|pts\.?|marks?)?\s*", re.IGNORECASE)
_DATED = ("", "note", "source", "tags")  # fields that may well hold a date
_SHOWN = 200  # characters of a row that is left out


class Headed(NamedTuple):
    """A sheet with headers over questions. `above` rows stand before the first."""

    name: str
    table: Table
    columns: Columns
    above: int
    pictures: Sequence[int] = ()


def headed(name: str, table: Table, pictures: Sequence[int] = ()) -> Headed | None:
    """A sheet, if it has headers over questions."""
    found = columns_of(table.rows)
    return found and Headed(name, table, *found, pictures)


def bank_of(
    sheets: Sequence[Headed],
    left_out: list[LeftOut],
    file: SourceFile,
    properties: Mapping[str, str],
    report: Report,
) -> Intake | None:
    """The questions of all `sheets`. `properties` are the bank's own: bank, title, language."""
    several = len(sheets) > 1
    drafts: list[Draft] = []
    for sheet in sheets:
        place = (
            SourceFile(f"{file.name} [{sheet.name}]", [], file.digest) if several else sheet.table.whole.file
        )
        drafts += _Reader(sheet, place, sheet.name if several else "", left_out, report).drafts()
    title, language = (one_line(properties.get(key, "")).strip() for key in ("title", "language"))
    if not drafts:
        return Intake(Bank("", title, "", (), Location(file), file.digest), (), tuple(left_out))
    if not language and any(sheet.columns.markdown for sheet in sheets):
        said = {draft.language for draft in drafts}
        language = said.pop() if len(said) == 1 and "" not in said else "zh-CN"
    return intake(drafts, left_out, file, report, {}, title, properties.get("bank", ""), language)


class _Reader:
    """Reads one sheet."""

    def __init__(
        self, sheet: Headed, file: SourceFile, category: str, left_out: list[LeftOut], report: Report
    ) -> None:
        self.sheet, self.file, self.left_out, self.report = sheet, file, left_out, report
        self.columns = _counted(sheet)
        self.heading = category if "category" not in sheet.columns.fields else ""
        self.by_field = {field: at for at, field in enumerate(self.columns.fields) if field}
        self.running = self._is_running()
        said = {self._cell(row, "difficulty").strip() for row in sheet.table.rows[sheet.above :]}
        self.levels = _FIVE if said & _BETWEEN else {}

    def drafts(self) -> list[Draft]:
        rows = self.sheet.table.rows
        for row in rows[: self.sheet.above]:
            if row.line != self.columns.line:
                self._leave(row, "left-table-title")
        drafts = [
            draft for at in range(self.sheet.above, len(rows)) if (draft := self._draft(at)) is not None
        ]
        self._tell_columns()
        self._tell_hidden()
        for line in self.sheet.pictures:
            self.left_out.append(LeftOut(Location(self.file, line), "", "left-table-picture"))
        return drafts

    def _draft(self, at: int) -> Draft | None:
        row = self.sheet.table.rows[at]
        cells = row.cells[: len(self.columns.fields)]
        filled = [cell for cell in row.cells if cell.strip()]
        stem = self._cell(row, "stem")
        if not filled:
            return None
        if len(filled) == 1 and _HEADING.match(filled[0].strip()):
            if "category" not in self.by_field:
                self.heading = (
                    _COUNT.sub("", _HEADING.sub("", filled[0].strip(), count=1)) or filled[0].strip()
                )
            self._leave(row, "left-table-heading")
            return None
        if is_example(stem):
            self._leave(row, "left-table-example")
            return None
        if not stem.strip() and len(filled) == 1:
            self._leave(row, "left-table-row")
            return None
        known = {
            field: cells[place]
            for field, place in self.by_field.items()
            if place < len(cells) and cells[place].strip()
        }
        if self.running:
            known.pop("id", None)
        if known.get("difficulty", "").strip() in self.levels:
            known["difficulty"] = self.levels[known["difficulty"].strip()]
        draft = draft_of(
            self._cells(row, known, self._last(at)), _verbatim if self.columns.markdown else plain
        )
        if not draft.category:
            draft.category = one_line(self.heading).strip()
        self._tell_spoiled(row, draft)
        return draft

    def _cells(self, row: Row, known: Mapping[str, str], last: int) -> Cells:
        unknown: dict[str, str] = {}
        for at, cell in enumerate(row.cells):
            if cell.strip() and not (at < len(self.columns.fields) and self.columns.fields[at]):
                header = self.columns.headers[at] if at < len(self.columns.headers) else ""
                name = header or _letters(at)
                unknown[name] = f"{unknown[name]}\n{cell}" if name in unknown else cell
        headers = {field: self.columns.headers[at] for field, at in self.by_field.items()}
        return Cells(known, unknown, headers, self.file, row.line, last)

    def _last(self, at: int) -> int:
        """The last line of a row: a record of CSV may have several."""
        rows = self.sheet.table.rows
        line = rows[at].line
        return line if self.sheet.table.lettered else line + sum(cell.count("\n") for cell in rows[at].cells)

    def _cell(self, row: Row, field: str) -> str:
        at = self.by_field.get(field, -1)
        return row.cells[at] if 0 <= at < len(row.cells) else ""

    def _leave(self, row: Row, why: str) -> None:
        words = " | ".join(" ".join(cell.split()) for cell in row.cells if cell.strip())
        self.left_out.append(LeftOut(Location(self.file, row.line), words[:_SHOWN], why))

    def _is_running(self) -> bool:
        """Whether the column of ids only counts the rows."""
        at = self.by_field.get("id", -1)
        if at < 0 or self.columns.markdown:
            return False
        rows = self.sheet.table.rows[self.sheet.above :]
        said = [cell for row in rows if (cell := self._cell(row, "id").strip())]
        if not all(cell.isascii() and cell.isdigit() and len(cell) < 7 for cell in said):
            return False
        numbers = list(map(int, said))
        return is_running(self.columns.headers[at]) or numbers in (
            list(range(first, first + len(numbers))) for first in (0, 1)
        )

    # What is told ----------------------------------------------------------------------------------

    def _tell_columns(self) -> None:
        """Columns nobody knows: what is in them is in the notes."""
        rows = self.sheet.table.rows[self.sheet.above :]
        filled = Counter(at for row in rows for at, cell in enumerate(row.cells) if cell.strip())
        fields, headers = self.columns.fields, self.columns.headers
        names = [
            (headers[at] if at < len(headers) else "") or _letters(at)
            for at in sorted(filled)
            if at >= len(fields) or not fields[at]
        ]
        if names:
            self.report.note(
                "table-columns-noted", Location(self.file, self.columns.line), columns=", ".join(names[:20])
            )

    def _tell_hidden(self) -> None:
        lines = sorted(
            row.line
            for row in self.sheet.table.rows[self.sheet.above :]
            if row.line in self.sheet.table.hidden
        )
        if lines:
            shown = ", ".join(map(str, lines[:10])) + " …" * (len(lines) > 10)
            self.report.warning(
                "table-row-hidden", Location(self.file, lines[0]), "show-rows", count=len(lines), lines=shown
            )

    def _tell_spoiled(self, row: Row, draft: Draft) -> None:
        for at, cell in enumerate(row.cells):
            code = self.sheet.table.spoiled.get((row.line, at))
            field = self.columns.fields[at] if at < len(self.columns.fields) else ""
            if code and not (code == "taken-for-date" and field in _DATED):
                where = self.sheet.table.place(row.line, at, "")
                values: dict[str, object] = {
                    "cell": f"{_letters(at)}{row.line}",
                    "value": " ".join(one_line(cell).split())[:60],
                }
                draft.doubts.append(Diagnostic("warning", code, where._replace(file=self.file), values))


def _counted(sheet: Headed) -> Columns:
    """The columns of a sheet. "Points" over nothing but numbers are marks."""
    columns = sheet.columns
    if columns.markdown or "points" not in columns.fields:
        return columns
    at = columns.fields.index("points")
    rows = sheet.table.rows[sheet.above :]
    said = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at].strip()]
    if not said or not all(map(_NUMBER.fullmatch, said)):
        return columns
    field = "" if "marks" in columns.fields else "marks"
    return columns._replace(fields=(*columns.fields[:at], field, *columns.fields[at + 1 :]))


def _verbatim(text: str) -> str:
    return text


def _letters(column: int) -> str:
    """What a sheet calls a column."""
    from generator.numbering import letters

    return letters(column + 1)


def hidden_sheets(names: Sequence[str], file: SourceFile) -> Iterator[LeftOut]:
    return (LeftOut(Location(file), name, "left-table-hidden") for name in names)
