"""From a path to candidates, with every fault of the file at once."""

from __future__ import annotations

import stat
from hashlib import sha256
from typing import TYPE_CHECKING

from generator.candidates.candidate import CandidateList
from generator.candidates.check import Rows
from generator.candidates.headers import most_known, read_headers
from generator.candidates.identity import masked_in
from generator.candidates.places import listed, tell_gaps, tell_small, tell_spellings
from generator.candidates.twins import tell_twins
from generator.diagnostics import Location, Report, SourceFile
from generator.office.delimited import read_delimited
from generator.office.foreign import is_zip, kind_of, tell_kind
from generator.office.table import MAX_BYTES
from generator.source.bounds import hand_over
from generator.source.garbage import uncollected

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.office.table import Table


def read_candidates(
    path: Path, name: str, report: Report, also: Callable[[CandidateList, Report], None] | None = None
) -> CandidateList | None:
    """The candidates of a CSV or XLSX file; None when it has a fault, which is reported.

    `name` is what the user calls the file. `also` tells what is wrong with the sound rows of a list that has faults.
    """
    whole = Location(SourceFile(name, []))
    data = _bytes(path, whole, report)
    if data is None:
        return None
    found = Report()
    with uncollected():
        listed = _listed(data, name, whole, found)
        if found.failed and listed is not None and also is not None:
            faulty = {d.location.line for d in found.diagnostics if d.severity == "error" and d.location}
            sound = tuple(row for row in listed.rows if row.location.line not in faulty)
            also(listed._replace(rows=sound), found)
    hand_over([_masked(diagnostic) for diagnostic in found.diagnostics], whole, report)
    return None if found.failed else listed


def _listed(data: bytes, name: str, whole: Location, report: Report) -> CandidateList | None:
    table = _table(data, name, whole, report)
    headers = read_headers(table, report) if table is not None else None
    if table is None or headers is None:
        return None
    columns, above = headers
    rows = Rows(table, columns, report)
    found = [(row.line, rows.read(row)) for row in table.rows[above:]]
    candidates = [(line, candidate) for line, candidate in found if candidate is not None]
    told = tell_twins(candidates, rows.unsure, rows.place_of, report)
    faulty = {d.location.line for d in report.diagnostics if d.severity == "error" and d.location}
    spelled = tell_spellings([row for row in candidates if row[0] not in faulty], told, rows.place_of, report)
    tell_gaps([candidate for _, candidate in candidates], report)
    tell_small([candidate for _, candidate in candidates], spelled, report)
    _tell_hidden([line for line, _ in candidates if line in table.hidden], table, report)
    if not candidates and not report.failed:
        report.error("no-candidates", table.place(columns.line, 0, ""), "add-candidates")
    named = tuple(
        [(header, field) for header, field in zip(columns.headers, columns.fields, strict=True) if header]
    )
    return CandidateList(
        tuple([candidate for _, candidate in candidates]), named, table.whole.file.digest, table.whole
    )


def _tell_hidden(lines: list[int], table: Table, report: Report) -> None:
    if lines:
        place = table.place(lines[0], 0, "")
        report.warning("row-hidden", place, "show-rows", count=len(lines), lines=listed(lines))


def _masked(diagnostic: Diagnostic) -> Diagnostic:
    """What is told goes to screens and logs: nobody's date of birth does."""
    values = {k: masked_in(v) if isinstance(v, str) else v for k, v in diagnostic.values.items()}
    return diagnostic._replace(values=values)


def _table(data: bytes, name: str, whole: Location, report: Report) -> Table | None:
    digest = sha256(data).hexdigest()
    if not data.strip(b" \t\r\n,;\0\xef\xbb\xbf\xff\xfe"):
        report.error("file-empty", whole, "headers-first")
        return None
    if is_zip(data):
        from generator.candidates.workbook import read_list

        return read_list(data, name, digest, report)
    kind = kind_of(data)
    if kind == "encrypted":
        report.error("workbook-encrypted", whole, "remove-password")
    elif kind:
        tell_kind(kind, whole, report)
    else:
        return read_delimited(data, name, digest, report, most_known, masked_in)
    return None


def _bytes(path: Path, whole: Location, report: Report) -> bytes | None:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            report.error("file-is-folder", whole, "name-a-list")
        elif not stat.S_ISREG(mode):
            report.error("file-not-regular", whole, "name-a-list")
        else:
            with path.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
            if len(data) <= MAX_BYTES:
                return data
            report.error("file-too-big", whole, "split-list", limit=MAX_BYTES >> 20)
    except (FileNotFoundError, ValueError):  # ValueError: a NUL in the path
        report.error("file-missing", whole, "check-path")
    except PermissionError:
        report.error("file-denied", whole, "check-permission")
    except OSError as error:
        report.error("file-unreadable", whole, reason=error.strerror or type(error).__name__)
    return None
