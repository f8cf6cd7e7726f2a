"""Rows against one another: ids, names of files and seats that two candidates share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates.characters import ILLEGAL, folded
from generator.candidates.identity import masked

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.candidates.candidate import Candidate
    from generator.diagnostics import Location, Report

Placed = tuple[int, "Candidate"]  # the line it stands in


def tell_twins(rows: list[Placed], place: Callable[[int, str], Location], report: Report) -> None:
    """Each candidate against the first it is a twin of; `place` finds a field of a line."""
    numbers: dict[str, Placed] = {}
    files: dict[str, Placed] = {}
    seats: dict[tuple[str, ...], Placed] = {}
    for row in rows:
        line, candidate = row
        above, other = numbers.setdefault(folded(candidate.id), row)
        if other is not candidate:
            code = "same-candidate" if candidate.id == other.id else "twin-ids"
            values = {"id": candidate.id, "other": other.id, "above": above}
            report.error(code, place(line, "id"), "one-id-each", **values)
        else:
            number = masked(candidate.id)
            above, other = files.setdefault(_file(number, candidate.name), row)
            if other is not candidate:
                values = {"id": number, "name": candidate.name, "above": above}
                report.error("same-file", place(line, "id"), "tell-apart", **values)
        if candidate.seat:
            where = (candidate.date, candidate.session, candidate.room, candidate.seat)
            above, other = seats.setdefault(tuple(map(folded, where)), row)
            if other is not candidate:
                values = {"seat": candidate.seat, "room": candidate.room or "-", "above": above}
                report.error("same-seat", place(line, "seat"), "other-seat", **values)


def _file(number: str, name: str) -> str:
    """The same for candidates whose files would have one name on some system."""
    return folded(f"{number}-{ILLEGAL.sub('_', name)}").strip("-_")
