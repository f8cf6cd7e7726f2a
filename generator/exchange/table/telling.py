"""What is told of a table besides its questions: columns, what hides or is struck, comments."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.exchange.intake import LeftOut
from generator.exchange.table.cleaning import cleaned, one_line
from generator.exchange.table.headers import field_of
from generator.exchange.table.reading import short
from generator.numbering import letters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.diagnostics import Report, SourceFile
    from generator.exchange.quiz.draft import Draft
    from generator.exchange.table.headers import Columns
    from generator.office.table import Row, Table

_DATED = ("", "note", "source", "tags")  # fields that may well hold a date
_PARTS = {"points": "answer", "numbering": "answer", "fixed": "options"}  # of fields of a bank, as columns
_MOST = 20  # columns or rows that are named


def name_of(columns: Columns, at: int) -> str:
    """What is written over a column, else its letter."""
    return (columns.headers[at] if at < len(columns.headers) else "") or letters(at + 1)


def tell_columns(columns: Columns, rows: Sequence[Row], file: SourceFile, report: Report) -> None:
    """Columns that are not read: what is in them is in the notes."""
    filled = Counter(at for row in rows for at, cell in enumerate(row.cells) if cell.strip())
    unread = [at for at in sorted(filled) if at >= len(columns.fields) or not columns.fields[at]]
    twice = _twice(columns)
    names = [name_of(columns, at) for at in unread if at not in twice]
    where = Location(file, columns.line)
    if names:
        report.note("table-columns-noted", where, columns=", ".join(names[:_MOST]))
    for at in unread:
        if at in twice:
            report.warning(
                "table-column-twice", where, column=columns.headers[at], other=columns.headers[twice[at]]
            )


def _twice(columns: Columns) -> dict[int, int]:
    """The columns that mean the same as another which is read, and this other."""
    read = {field: at for at, field in enumerate(columns.fields) if field}
    return {
        at: read[field]
        for at, header in enumerate(columns.headers)
        if not columns.fields[at] and (field := field_of(header)) in read
    }


def infer_twice(columns: Columns, row: Row, draft: Draft) -> None:
    """That one of two stems or answers of a row was chosen."""
    for at, other in _twice(columns).items():
        said = row.cells[at].strip() if at < len(row.cells) else ""
        if columns.fields[other] in ("stem", "answer") and said and said != row.cells[other].strip():
            draft.infer("table-column-twice", column=columns.headers[at], other=columns.headers[other])


def tell_hidden(table: Table, above: int, file: SourceFile, report: Report) -> None:
    rows = table.rows[above:]
    lines = sorted(row.line for row in rows if row.line in table.hidden)
    if lines:
        shown = ", ".join(map(str, lines[:10])) + " …" * (len(lines) > 10)
        report.warning(
            "table-row-hidden", Location(file, lines[0]), "show-rows", count=len(lines), lines=shown
        )
    filled = {at for row in rows for at, cell in enumerate(row.cells) if cell.strip()}
    columns = [letters(at + 1) for at in sorted(filled & table.hidden_columns)]
    if columns:
        report.warning("table-column-hidden", Location(file), columns=", ".join(columns[:_MOST]))


def tell_spoiled(table: Table, columns: Columns, row: Row, file: SourceFile, draft: Draft) -> None:
    """Cells that Excel has made something else of, and those with a line through them."""
    for at, cell in enumerate(row.cells):
        code = table.spoiled.get((row.line, at))
        field = columns.fields[at] if at < len(columns.fields) else ""
        if code and not (code == "taken-for-date" and field in _DATED):
            where = table.place(row.line, at, "")._replace(file=file)
            values: dict[str, object] = {
                "cell": f"{letters(at + 1)}{row.line}",
                "value": short(one_line(cell)),
            }
            draft.doubts.append(Diagnostic("warning", code, where, values))
    struck = [at for at, cell in enumerate(row.cells) if cell.strip() and (row.line, at) in table.struck]
    if struck:
        names = ", ".join(f"{letters(at + 1)}{row.line}" for at in struck[:_MOST])
        draft.doubt("table-struck", cells=names, value=short(one_line(row.cells[struck[0]])))


def tell_comments(
    table: Table, columns: Columns, drafts: Mapping[int, Draft], file: SourceFile, left_out: list[LeftOut]
) -> None:
    """Comments go to the note of their question, by line; those on other rows of the table are left out."""
    lines = {row.line for row in table.rows}
    for (line, at), words in sorted(table.comments.items()):
        said = cleaned(words)
        if line in drafts:
            drafts[line].keep("comment", said, name_of(columns, at))
            drafts[line].infer("table-comment", cell=f"{letters(at + 1)}{line}", value=short(said))
        elif line in lines:
            left_out.append(LeftOut(Location(file, line), said, "left-comment"))


def unsaid(by_field: Mapping[str, int], known: Mapping[str, str]) -> tuple[str, ...]:
    """The fields of a bank that a table has columns for, of which a row fills none."""
    asked = dict.fromkeys(_field(column) for column in by_field if column != "id")
    return tuple([field for field in asked if field not in set(map(_field, known))])


def _field(column: str) -> str:
    return "options" if column.startswith("option:") else _PARTS.get(column, column)
