"""What a check comes to, and whether the counts of the manifest are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Location, SourceFile
from generator.verify.record import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.verify.record import Manifest, Row


class Verdict(NamedTuple):
    """What was found, for whoever signs. The faults are in the report."""

    titles: tuple[str, ...]  # of the papers
    papers: int  # files of each, as listed
    keys: int
    pages: int  # of papers, as PDF where there is one
    candidates: int
    spares: int
    missing: tuple[str, ...]  # candidates who have no paper
    unread: tuple[str, ...]  # papers and keys that are listed and not there, or cannot be read
    forms: tuple[tuple[str, int], ...]  # each form with the number of those who have it
    places: tuple[tuple[str, str, int], ...]  # room, form, how many
    distinct: int  # different papers, by their questions
    names: bool  # whether papers say whose they are
    digest: str  # of the manifest


NOTHING = Verdict((), 0, 0, 0, 0, 0, (), (), (), (), 0, False, "")
_MOST_NAMED = 12


def check_counts(rows: Sequence[Row], manifest: Manifest | None, report: Report) -> None:
    if manifest is None:
        return
    files = {file.path: file for row in rows for file in row.files}
    found = {
        "papers": sum(file.role == "paper" for file in files.values()),
        "keys": sum(file.role == "key" for file in files.values()),
        "candidates": sum(row.candidate is not None for row in rows),
        "spares": sum(row.candidate is None for row in rows),
        "forms": len(rows),
    }
    where = Location(SourceFile(MANIFEST, []))
    for name, count in manifest.content["counts"].items():
        if name in found and found[name] != count:
            report.error("verify-counts", where, "verify-restore", name=name, listed=count, found=found[name])
    names = {row.name for row in rows}
    missing = manifest.content.get("missing", ())
    if missing:
        shown = ", ".join(missing[:_MOST_NAMED]) + ("…" if len(missing) > _MOST_NAMED else "")
        report.error("verify-without-paper", where, "verify-mend-list", count=len(missing), names=shown)
    for name in missing:
        if name in names:
            report.error("verify-counts", where, "verify-restore", name=f"missing {name}", listed=0, found=1)
