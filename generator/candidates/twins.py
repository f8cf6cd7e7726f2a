"""Rows against one another: ids, names of files and seats that two candidates share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates.characters import folded
from generator.candidates.check import file_key, short
from generator.candidates.identity import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.candidates.candidate import Candidate
    from generator.candidates.check import Rows
    from generator.diagnostics import Location, Report


def tell_twins(candidates: Iterable[Candidate], report: Report, places: Rows) -> None:
    """Each against the first it is a twin of, at most one fault for each pair."""
    numbers: dict[str, Candidate] = {}
    files: dict[str, Candidate] = {}
    seats: dict[tuple[str, ...], Candidate] = {}
    for candidate in candidates:
        other = numbers.setdefault(folded(candidate.id), candidate)
        if other is not candidate:
            _tell_id(candidate, other, report)
        else:
            number = masked(candidate.id)
            other = files.setdefault(file_key(candidate, number), candidate)
            if other is not candidate:
                _tell_file(candidate, other, number, report)
        if candidate.seat:
            fields = (candidate.date, candidate.session, candidate.room, candidate.seat)
            other = seats.setdefault(tuple(map(folded, fields)), candidate)
            if other is not candidate:
                place = places.place_of(candidate, "seat")
                report.error("same-seat", place, "move-one", seat=candidate.seat, room=candidate.room, **_other(other))
