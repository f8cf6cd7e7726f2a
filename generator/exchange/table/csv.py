"""Banks as CSV."""

from __future__ import annotations

import csv
import io
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.bank.read import DEFAULT_LANGUAGE
from generator.diagnostics import Location, SourceFile
from generator.exchange.table.examples import COLUMNS, EXAMPLES
from generator.exchange.table.grid import grid, headers_of
from generator.exchange.table.headers import most_known
from generator.exchange.table.held import tell_lost_of
from generator.exchange.table.sheets import bank_of, headed
from generator.office.delimited import read_delimited
from generator.office.foreign import is_zip, kind_of, tell_kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.exchange.intake import Intake
    from generator.model.question import Bank

_MARK = "\ufeff"  # Excel opens what begins with it as UTF-8
# What Excel may compute. An apostrophe before it says that it is text; texts that have one already get another.
_COMPUTED = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_HELD = re.compile(r"\A'(?='*[=+\-@＝＋－＠\t\r])")
MOST = 131_072  # characters that readers of CSV allow in a cell


def read(data: bytes, name: str, report: Report) -> Intake | None:
    """The questions of a CSV file in any common encoding, parted by commas, semicolons or tabs."""
    whole = Location(SourceFile(name, []))
    if is_zip(data):
        from generator.exchange.table.xlsx import read as read_workbook

        return read_workbook(data, name, report)
    kind = kind_of(data)
    if kind:
        tell_kind(kind, whole, report)
        return None
    table = read_delimited(data, name, sha256(data).hexdigest(), report, most_known)
    if table is None:
        return None
    sheet = headed("", table)
    if sheet is None:
        report.error("table-no-headers", whole, "table-headers")
        return None
    if sheet.columns.markdown:
        rows = [row._replace(cells=[_HELD.sub("", cell) for cell in row.cells]) for row in table.rows]
        sheet = sheet._replace(table=table._replace(rows=rows))
    return bank_of([sheet], [], table.whole.file, {}, report)


def write(bank: Bank, folder: Path, report: Report) -> bytes:
    """A row a question, behind a byte order mark. Texts that Excel would compute have an apostrophe before them."""
    made = grid(bank, language=DEFAULT_LANGUAGE if bank.language == DEFAULT_LANGUAGE else "")
    tell_lost_of(bank, made, MOST, "CSV", report)
    if bank.title:
        report.warning("title-not-exported", Location(bank.location.file), format="CSV")
    return _written([made.headers, *made.rows])


def template(language: str) -> bytes:
    """Headers, and examples to write over."""
    column = 0 if language == "zh" else 1
    rows = [[example.get(field, "") for field in COLUMNS] for example in EXAMPLES[column]]
    return _written([headers_of(COLUMNS, column), *rows])


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    out.write(_MARK)
    few, all_ = (csv.writer(out, quoting=quoting) for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_ALL))
    for row in rows:
        cells = [f"'{cell}" if _COMPUTED.match(cell) else cell for cell in row]
        # Readers drop spaces around cells that have no quotes.
        (all_ if any(cell != cell.strip() for cell in cells) else few).writerow(cells)
    return out.getvalue().encode()
