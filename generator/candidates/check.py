"""Each row by itself: cells to a candidate, and what is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.candidates import characters
from generator.candidates.candidate import FIELDS, Candidate
from generator.candidates.characters import ILLEGAL, ODD_SPACE, forbidden, trimmed
from generator.candidates.headers import is_identity_header
from generator.candidates.identity import checks, is_identity
from generator.numbering import letters

if TYPE_CHECKING:
    from generator.candidates.headers import Columns
    from generator.diagnostics import Location, Report
    from generator.office.table import Row, Table

MOST_BYTES = (
    220  # of id and name in a file's name: 255 is the limit, and the document, a form and a suffix follow
)
_TYPED = ("id", "name", "post", "department", "room", "seat", "variant")  # that are no date or time
_QUOTED = re.compile(r'="([^"]*)"')  # how programs keep Excel from reading a number
_TEXT_MARK = re.compile(r"'(?=[0-9=+@-])")  # what is typed into Excel before a number that is to stay a text
_SUMS = frozenset(("合计", "总计", "共计", "小计", "total", "sum"))  # that close a list
_SHORT = 40
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATED = re.compile(f"[0-9]{{1,2}}月[0-9]{{1,2}}日|[0-9]{{1,2}}-({_MONTHS})|({_MONTHS})-[0-9]{{2}}")
_DAYS = re.compile(r"[34567][0-9]{4}(\.[0-9]+)?")  # since 1900
_TIME = re.compile(r"0\.[0-9]{2,}|[34567][0-9]{4}\.[0-9]+")
_MISREAD = (
    ("room", _DATED, "taken-for-date", "text-column"),
    ("seat", _DATED, "taken-for-date", "text-column"),
    ("session", _TIME, "date-as-number", "write-date"),
    ("date", _DAYS, "date-as-number", "write-date"),
)
_SPOILED = frozenset(("number-rounded", "taken-for-date", "cell-error", "formula-text", "formula-unsaved"))
_STARTS = frozenset("=+-@'＝＋－＠")


class Rows:
    """Reads the rows of one table."""

    __slots__ = (
        "_at", "_columns", "_identities", "_others", "_report", "_same", "_table", "_told", "_width", "unsure",
    )  # fmt: skip

    def __init__(self, table: Table, columns: Columns, report: Report) -> None:
        self._table = table
        self._columns = columns
        self._report = report
        self.unsure: set[int] = set()  # lines whose number is not what was meant
        self._told: set[str] = set()  # identity numbers
        self._same: dict[str, str] = {}  # rooms and the like, which many rows share
        self._width = len(columns.headers)
        found = {field: columns.fields.index(field) for field in FIELDS if field in columns.fields}
        self._at = [found.get(field, self._width) for field in FIELDS]  # beyond the last there is always ""
        self._others = [
            (column, header)
            for column, (header, field) in enumerate(zip(columns.headers, columns.fields, strict=True))
            if header and not field
        ]
        self._identities = [column for column, header in self._others if is_identity_header(header)]

    def read(self, row: Row) -> Candidate | None:
        """None for a row without id or name, one that is shifted, or one that repeats the headers."""
        values = list(map(trimmed, row.cells))
        if len(values) != self._width:
            if any(values[self._width :]):
                self._tell_overflow(row.line, values)
                return None
            values = (values + [""] * self._width)[: self._width]
        if not any(values):
            return None
        self._cells(row.line, values)
        if max(self._at[:2]) == self._width:  # there is no id or no name, which is told already
            return None
        values.append("")
        fields = [values[column] for column in self._at]
        if self._is_header(fields):
            return None
        if not fields[0] or not fields[1] or fields[0].casefold() in _SUMS:
            self._tell_missing(row.line, fields)
            return None
        texts = [*fields[2:], *(characters.one_line(values[column]) for column, _ in self._others)]
        texts = [self._same.setdefault(text, text) for text in texts]
        others = tuple(zip([header for _, header in self._others], texts[len(fields) - 2 :], strict=True))
        candidate = Candidate._make(
            (*fields[:2], *texts[: len(fields) - 2], others, self.place(row.line, self._at[0]))
        )
        self._id(row.line, candidate.id)
        for column in self._identities:
            self._identity(row.line, column, values[column])
        self._name(row.line, candidate)
        self._where(row.line, candidate)
        return candidate

    def place(self, line: int, column: int, text: str = "") -> Location:
        return self._table.place(line, min(column, self._width - 1), text)

    def place_of(self, line: int, field: str) -> Location:
        return self.place(line, self._columns.fields.index(field))

    def error(self, code: str, line: int, column: int, hint: str, text: str = "", **values: object) -> None:
        if code in _SPOILED and column == self._at[0]:
            self.unsure.add(line)
        self._report.error(code, self.place(line, column, text), hint, cell=self.cell(line, column), **values)

    def cell(self, line: int, column: int) -> str:
        """What a message calls a cell: its header, and in a sheet C5 before it."""
        header = self._columns.headers[column]
        named = f"“{short(header)}”" if header else ""
        return f"{letters(column + 1)}{line}{named}" if self._table.lettered else named

    def _is_header(self, fields: list[str]) -> bool:
        """Lists made for printing repeat their headers on each page."""
        headers = self._columns.headers
        return fields[0] == headers[self._at[0]] and fields[1] == headers[self._at[1]]

    # Any cell --------------------------------------------------------------------------------------

    def _cells(self, line: int, values: list[str]) -> None:
        """What can be wrong in every column that has a header."""
        if forbidden("".join(values)):
            for column, text in enumerate(values):
                self._characters(line, column, text)
        for column, text in enumerate(values):
            if text and text[0] in _STARTS and not self._table.lettered:
                values[column] = self._start(line, column, text)
            elif "E+" in text and characters.is_rounded(text):
                self.error("number-rounded", line, column, "text-column", value=short(text))
        if self._table.spoiled:
            for column in range(self._width):
                self._spoiled(line, column, values[column])

    def _characters(self, line: int, column: int, text: str) -> None:
        if not self._columns.headers[column]:
            return
        inner = text if self._columns.fields[column] else characters.one_line(text)
        found = forbidden(inner)
        if not found:
            return
        code, character = found
        if character == "\n":
            self.error("cell-of-lines", line, column, "one-line-cell", character)
            return
        # Of a column that is no field no paper need say anything; but a control character would break the lists.
        harmless = not self._columns.fields[column] and code != "control-character"
        tell = self._report.warning if harmless else self._report.error
        place = self.place(line, column, character)
        if code == "replacement-character":
            tell(code, place, "retype-character")
        else:
            tell(code, place, "delete-character", character=f"U+{ord(character):04X}")

    def _start(self, line: int, column: int, text: str) -> str:
        """The text without what kept Excel from reading it as a number; a formula is reported."""
        quoted = _QUOTED.fullmatch(text)
        if quoted:
            text = trimmed(quoted[1])
        elif _TEXT_MARK.match(text):
            text = text[1:]
        if characters.is_formula(text):
            self.error("formula-text", line, column, "no-formula", value=short(text))
        return text

    def _spoiled(self, line: int, column: int, text: str) -> None:
        code = self._table.spoiled.get((line, column))
        header, field = self._columns.headers[column], self._columns.fields[column]
        if not code or not header:
            return
        if code == "taken-for-date":
            if field in _TYPED:
                self.error(code, line, column, "text-column", value=text)
        elif code == "number-rounded":
            self.error(code, line, column, "text-column", value=text)
        else:
            self.error(code, line, column, "mend-formula" if code == "cell-error" else "save-in-excel")

    def _tell_overflow(self, line: int, values: list[str]) -> None:
        column = next(at for at, text in enumerate(values) if text and at >= self._width)
        place = self._table.place(line, column, "")
        self._report.error("too-many-cells", place, "quote-cell", found=len(values), expected=self._width)

    # Numbers and names -----------------------------------------------------------------------------

    def _tell_missing(self, line: int, fields: list[str]) -> None:
        at = self._at[0] if not fields[0] else self._at[1]
        if not (fields[0] or fields[1]) or fields[0].casefold() in _SUMS:
            self._report.error("row-without-candidate", self.place(line, at), "delete-row", line=line)
        elif (line, at) not in self._table.spoiled:
            self.error("missing-cell", line, at, "fill-cell", known=fields[0] or fields[1])

    def _id(self, line: int, number: str) -> None:
        at = self._at[0]
        illegal = ILLEGAL.search(number)
        if illegal:
            self.error("id-character", line, at, "change-id", illegal.group(), character=illegal.group())
        elif characters.is_reserved(number) or number.endswith("."):
            self.error("id-reserved", line, at, "change-id", id=number)
        space = re.search(r"[^\S\n\t]", number)
        if space:
            self.error("id-space", line, at, "delete-space", space.group(), id=short(number))
        if number.endswith("000") and self._is_mistyped(line, at, number):
            self.error("number-rounded", line, at, "text-column", value=number)
        else:
            self._identity(line, at, number)

    def _identity(self, line: int, column: int, number: str) -> None:
        if number not in self._told and self._is_mistyped(line, column, number):
            self._told.add(number)
            self._report.warning("identity-check", self.place(line, column), "check-identity", id=number)

    def _is_mistyped(self, line: int, column: int, number: str) -> bool:
        spoiled = (line, column) in self._table.spoiled
        return is_identity(number) and number.isascii() and not checks(number) and not spoiled

    def _where(self, line: int, candidate: Candidate) -> None:
        """What Excel makes of 3-2, and of a date without its format."""
        for field, form, code, hint in _MISREAD:
            text = getattr(candidate, field)
            if form.fullmatch(text):
                self.error(code, line, self._columns.fields.index(field), hint, value=text)

    def _name(self, line: int, candidate: Candidate) -> None:
        at, name = self._at[1], candidate.name
        if "?" in name or "？" in name:
            self.error("name-lost", line, at, "retype-name", name=short(name))
        space = ODD_SPACE.search(name)
        if space:
            place = self.place(line, at, space.group())
            self._report.warning("odd-space", place, "plain-space", name=short(name))
        size = len(f"{candidate.id}-{name}".encode("utf-8", "replace"))
        if size > MOST_BYTES:
            column = at if len(name) >= len(candidate.id) else self._at[0]
            self.error("name-too-long", line, column, "shorten-name", size=size, limit=MOST_BYTES)


def short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"
