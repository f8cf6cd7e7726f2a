"""CSV and its kin to rows: encodings, separators, quotes."""

from __future__ import annotations

import codecs
import csv
import io
import re
from functools import cache, partial
from typing import TYPE_CHECKING

from generator.diagnostics import Location, Report, SourceFile, lines_of
from generator.office.table import MAX_CELLS, Row, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_SEPARATORS = ",\t;"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SCRIPT = re.compile("[^\x00-\x7f\ufffd]")
_LONGEST = 100  # lines of a record in which places are looked for
_TOP = 20_000  # characters in which the headers are looked for


def read_delimited(
    data: bytes,
    name: str,
    digest: str,
    report: Report,
    known: Callable[[Iterable[Sequence[str]]], int],
    quoted: Callable[[str], str] = str,
) -> Table | None:
    """The rows of a CSV file up to the first fault of its quotes; None when it is no text.

    `known` counts the headers known in the first rows: the separator with the most is the one. `quoted` is what
    messages may quote of a text.
    """
    text = _decoded(data, name, report, quoted)
    if text is None:
        return None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = cache(partial(text.split, "\n"))
    file = SourceFile(name, lambda: list(map(quoted, lines())), digest)
    separator = max(
        _SEPARATORS, key=lambda sign: known(row.cells for row in _records(text[:_TOP], sign, file, Report()))
    )
    if text.count(separator) + text.count("\n") > MAX_CELLS:
        report.error("list-too-big", Location(file), "split-list", limit=f"{MAX_CELLS:,}")
        return None
    rows = [row for row in _records(text, separator, file, report) if any(row.cells)]
    return Table(rows, {}, partial(_place, file, lines, separator), Location(file), False)


def _records(text: str, separator: str, file: SourceFile, report: Report) -> Iterator[Row]:
    lines = io.StringIO(text, newline="\n")
    reader = csv.reader(lines, delimiter=separator, strict=True, skipinitialspace=separator != "\t")
    start = 1
    try:
        for cells in reader:
            yield Row(start, cells)
            start = reader.line_num + 1
    except csv.Error as fault:
        if "limit" in str(fault):
            report.error("cell-too-long", Location(file, start), "csv-quote", limit=csv.field_size_limit())
        else:
            quote = lines_of(file)[start - 1].find('"')
            report.error("csv-quote", Location(file, start, quote + 1), "csv-quote")


# Encodings -----------------------------------------------------------------------------------------


def _decoded(data: bytes, name: str, report: Report, quoted: Callable[[str], str]) -> str | None:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], codec, name, report, quoted)
    if b"\0" in data[:400]:  # UTF-16 without a mark, or no text at all
        report.error("list-encoding", Location(SourceFile(name, [])), "save-list-as-utf8")
        return None
    try:
        return data.decode()
    except UnicodeDecodeError:
        codec = "gb18030" if _is_gb18030(data) else "utf-8"
        return _strict(data, codec, name, report, quoted)


def _strict(data: bytes, codec: str, name: str, report: Report, quoted: Callable[[str], str]) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as fault:
        lines = data[: fault.start].decode(codec, "replace").replace("\r\n", "\n").split("\n")
        text = data.decode(codec, "replace").replace("\r\n", "\n")
        place = Location(SourceFile(name, quoted(text).split("\n")), len(lines), len(lines[-1]) + 1)
        report.error("list-not-text", place, "save-list-as-utf8", byte=f"0x{data[fault.start]:02X}")
        return None


def _is_gb18030(data: bytes) -> bool:
    """Whether bytes that are no UTF-8 are GB18030: not UTF-8 with a few bytes spoiled, nor Müller in Latin 1."""
    lenient = data.decode("utf-8", "replace")
    if len(_SCRIPT.findall(lenient)) > lenient.count("\ufffd"):
        return False
    try:
        script = "".join(_SCRIPT.findall(data.decode("gb18030")))
    except UnicodeDecodeError:
        return False
    common = script.encode("gb2312", "ignore")  # two bytes a character: half of them are everyday ones
    return len(common) >= len(script)


# Places --------------------------------------------------------------------------------------------


def _place(
    file: SourceFile, read: Callable[[], list[str]], separator: str, line: int, column: int, text: str
) -> Location:
    """Where the cell of the record that begins in `line` stands, or the first `text` in it."""
    if column == 0 and not text:
        return Location(file, line, 1)
    lines = read()
    record = lines[line - 1]
    if record.count('"') % 2:  # it goes on in the next line
        record = "\n".join(lines[line - 1 : line + _LONGEST])
    at = _start(record, separator, column)
    found = record.find(text, at) if text else at
    at = found if found >= 0 else at
    return Location(file, line + record.count("\n", 0, at), at - record.rfind("\n", 0, at))


def _start(record: str, separator: str, column: int) -> int:
    """The offset of a field; of the end of the record when it has fewer."""
    quoted = False
    for at, sign in enumerate(record):
        if column == 0:
            return at
        if sign == '"':
            quoted = not quoted
        elif not quoted and sign == separator:
            column -= 1
        elif not quoted and sign == "\n":
            return at
    return len(record)
