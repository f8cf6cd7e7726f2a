"""Sheets with questions to an Intake: which sheets and rows hold any, and an account of the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Location, SourceFile
from generator.exchange.intake import Intake, LeftOut
from generator.exchange.quiz.draft import intake
from generator.exchange.table import rows as row_kinds
from generator.exchange.table import telling
from generator.exchange.table.cleaning import one_line
from generator.exchange.table.columns import counted, is_running, levels_between, running_number
from generator.exchange.table.examples import is_example
from generator.exchange.table.headers import are_headers, columns_of
from generator.exchange.table.reading import Cells, plain
from generator.exchange.table.row import draft_of
from generator.model.question import Bank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.diagnostics import Report
    from generator.exchange.quiz.draft import Draft
    from generator.exchange.table.headers import Columns
    from generator.office.overlay import Drawn
    from generator.office.table import Row, Table

_TITLE = re.compile(r"题|试|卷|考|quiz|question|test|exam|interview|assessment", re.IGNORECASE)
_NO_TITLE = re.compile(r"请|注|说明|填|[。；;！!：:]|\d+\.")
_LONGEST_TITLE = 60
_SHOWN = 200  # characters of a row that is left out


class Headed(NamedTuple):
    """A sheet, or a part of one, with headers over questions. `above` rows stand before the first."""

    name: str
    table: Table
    columns: Columns
    above: int
    drawn: Sequence[Drawn] = ()


def headed(name: str, table: Table, drawn: Sequence[Drawn] = ()) -> Headed | None:
    """A sheet, if it has headers over questions."""
    found = columns_of(table.rows)
    return found and Headed(name, table, *found, drawn)


def bank_of(
    sheets: Sequence[Headed],
    left_out: list[LeftOut],
    file: SourceFile,
    properties: Mapping[str, str],
    report: Report,
) -> Intake | None:
    """The questions of all `sheets`. `properties` are the bank's own: bank, title, language."""
    several = len(sheets) > 1
    title, language = (one_line(properties.get(key, "")).strip() for key in ("title", "language"))
    if not title and not several:
        title, sheets = _titled(sheets[0])
    drafts: list[Draft] = []
    for sheet in sheets:
        place = (
            SourceFile(f"{file.name} [{sheet.name}]", [], file.digest) if several else sheet.table.whole.file
        )
        heading = sheet.name if several else ""
        for part in _parts(sheet):
            reader = _Reader(part, place, heading, left_out, report)
            drafts += reader.drafts()
            heading = reader.heading
    if not drafts:
        return Intake(Bank("", title, "", (), Location(file), file.digest), (), tuple(left_out))
    if not language and any(sheet.columns.markdown for sheet in sheets):
        said = {draft.language for draft in drafts}
        language = said.pop() if len(said) == 1 and "" not in said else "zh-CN"
    return intake(drafts, left_out, file, report, {}, title, properties.get("bank", ""), language)


def _titled(sheet: Headed) -> tuple[str, list[Headed]]:
    """The title in the one row above the headers, and the sheet without this row; "" for none."""
    above = [row for row in sheet.table.rows[: sheet.above] if row.line != sheet.columns.line]
    said = [cell.strip() for row in above for cell in row.cells if cell.strip()]
    title = one_line(said[0]).strip() if len(said) == 1 else ""
    if not title or len(title) > _LONGEST_TITLE or not _TITLE.search(title) or _NO_TITLE.search(title):
        return "", [sheet]
    rows = [row for row in sheet.table.rows if row is not above[0]]
    return title, [sheet._replace(table=sheet.table._replace(rows=rows), above=sheet.above - 1)]


def _parts(sheet: Headed) -> Iterator[Headed]:
    """A sheet, cut where it has other headers further down."""
    rows = sheet.table.rows
    cuts = [0]
    if not sheet.columns.markdown:
        cuts += [at for at in range(sheet.above, len(rows)) if are_headers(rows[at].cells)]
    for start, end in zip(cuts, [*cuts[1:], len(rows)], strict=True):
        table = sheet.table._replace(rows=rows[start:end])
        found = columns_of(table.rows[:1]) if start else None
        if found:
            yield Headed(sheet.name, table, *found)
        else:
            yield sheet._replace(table=table)


class _Reader:
    """Reads a sheet or a part of one. `heading` is the category of rows that have none."""

    def __init__(
        self, sheet: Headed, file: SourceFile, heading: str, left_out: list[LeftOut], report: Report
    ) -> None:
        self.sheet, self.file, self.left_out, self.report = sheet, file, left_out, report
        rows = sheet.table.rows[sheet.above :]
        self.columns = counted(sheet.columns, rows)
        self.heading = heading if "category" not in sheet.columns.fields else ""
        self.by_field = {field: at for at, field in enumerate(self.columns.fields) if field}
        self.running = is_running(self.columns, [row for row in rows if not row_kinds.is_total(row.cells)])
        self.levels = levels_between(self.columns, rows)

    def drafts(self) -> list[Draft]:
        rows = self.sheet.table.rows
        for row in rows[: self.sheet.above]:
            if row.line != self.columns.line:
                self._leave(row, "left-table-title")
        drafts = {
            rows[at].line: draft
            for at in range(self.sheet.above, len(rows))
            if (draft := self._draft(at)) is not None
        }
        telling.tell_columns(self.columns, rows[self.sheet.above :], self.file, self.report)
        telling.tell_hidden(self.sheet.table, self.sheet.above, self.file, self.report)
        telling.tell_comments(self.sheet.table, self.columns, drafts, self.file, self.left_out)
        for drawn in self.sheet.drawn:
            why = "left-table-picture" if drawn.picture else "left-drawing"
            self.left_out.append(LeftOut(Location(self.file, drawn.line), drawn.words, why))
        return list(drafts.values())

    def _draft(self, at: int) -> Draft | None:
        row = self.sheet.table.rows[at]
        filled = [cell for cell in row.cells if cell.strip()]
        if not filled:
            return None
        stem = self._cell(row, "stem")
        why = row_kinds.no_question(filled, stem)
        if why == "left-table-heading" and "category" not in self.by_field:
            self.heading = row_kinds.heading_of(filled[0])
        if is_example(stem):
            why = "left-table-example"
        if why:
            self._leave(row, why)
            return None
        known = {field: cell for field in self.by_field if (cell := self._cell(row, field)).strip()}
        if self.running or running_number(self.columns, known.get("id", "")):
            known.pop("id", None)
        if known.get("difficulty", "").strip() in self.levels:
            known["difficulty"] = self.levels[known["difficulty"].strip()]
        draft = draft_of(
            self._cells(row, known, self._last(at)), _verbatim if self.columns.markdown else plain
        )
        if not draft.category:
            draft.category = one_line(self.heading).strip()
        if self.columns.markdown:
            draft.unsaid = telling.unsaid(self.by_field, known)
        else:
            telling.infer_twice(self.columns, row, draft)
        telling.tell_spoiled(self.sheet.table, self.columns, row, self.file, draft)
        return draft

    def _cells(self, row: Row, known: Mapping[str, str], last: int) -> Cells:
        unknown: dict[str, str] = {}
        for at, cell in enumerate(row.cells):
            if cell.strip() and not (at < len(self.columns.fields) and self.columns.fields[at]):
                name = telling.name_of(self.columns, at)
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
        words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        self.left_out.append(LeftOut(Location(self.file, row.line), words, why))


def _verbatim(text: str) -> str:
    return text


def hidden_sheets(names: Sequence[str], file: SourceFile) -> Iterator[LeftOut]:
    return (LeftOut(Location(file), name, "left-table-hidden") for name in names)
