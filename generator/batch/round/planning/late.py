"""Those who are added to a round, against those who have a paper: no two may share a number, a seat or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.batch import names
from generator.candidates import masked
from generator.candidates.characters import folded
from generator.candidates.places import FIELDS, Akin, listed, meant, seat_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.batch.record import Record
    from generator.batch.round.planning.plan import Plan
    from generator.batch.round.planning.tasks import Entry
    from generator.candidates import CandidateList
    from generator.diagnostics import Location, Report

_GAPS = {
    "date": "late-date-gap",
    "session": "late-session-gap",
    "room": "late-room-gap",
    "seat": "late-seat-gap",
}
_CODES = {"date": "late-date", "session": "late-session", "room": "late-room"}


def check_against(
    plan: Plan, issued: Mapping[str, Record], candidates: CandidateList, report: Report
) -> None:
    """`issued` are the records of the round that is added to, by name."""
    rows = {row.id: row.location for row in candidates.rows}
    numbers: dict[str, str] = {}
    seats: dict[tuple[tuple[str, ...], ...], tuple[str, Mapping[str, str]]] = {}
    crowded: list[Mapping[str, str]] = []  # places of which it is told that they are taken
    told: set[tuple[str, str]] = set()  # fields and texts of places that need no word more
    files: dict[str, str] = {}
    keys: set[tuple[str, str]] = set()
    for name, record in issued.items():
        numbers.setdefault(folded(name), name)
        sitting = _place(record)
        if sitting.get("seat"):
            seats.setdefault(_seat(sitting), (name, sitting))
        for file in record["files"]:  # type: ignore[attr-defined]
            files.setdefault(names.alike(str(file["path"]).rpartition(".")[0]), name)
        if not record.get("own"):
            keys.add((str(record["layout"]), str(record["form"])))
    wanted: dict[str, Location] = {}  # tasks that are still to be done, each for the first who needs it
    for entry in plan.entries:
        where = rows.get(entry.name, candidates.location)
        record_ = issued.get(entry.name)
        if record_ is not None:
            # A spare of one name in another place: it would pass for the one that is printed.
            if entry.row is None and record_.get("spare") != entry.known:
                report.error("same-name", where, "same-name", name=entry.name)
            continue
        twin = numbers.get(folded(entry.name))
        if twin is not None and entry.row is None and issued[twin].get("spare"):
            _tell_place(entry, _place(issued[twin]), told, report)
            continue
        if twin is not None:
            report.error("late-twin", where, "one-id-each", id=masked(entry.name), other=masked(twin))
            continue
        seat = entry.candidate.seat
        neighbour = seats.get(_seat(entry.known)) if seat else None
        if neighbour is not None:
            other, place = neighbour
            crowded.append(entry.known)
            values = {"id": masked(entry.name), "seat": seat, "room": entry.candidate.room or "-"}
            values |= {
                "other": masked(other),
                "other_seat": place["seat"],
                "other_room": place.get("room", "-"),
            }
            report.error("late-seat", where, "other-seat", **values)
            continue
        wanted.setdefault(entry.paper, where)
        if (plan.layout_id(entry), entry.form) not in keys:
            wanted.setdefault(entry.key, where)
    for task in plan.tasks:
        for output in task.outputs if task.name in wanted else ():
            if names.alike(f"{output.role}s/{output.stem}") in files:
                report.error("late-file", wanted[task.name], "late-file", name=output.stem)
    told |= {(field, place.get(field, "")) for place in crowded for field in FIELDS}
    _tell_spellings(issued, candidates, told, report)
    _tell_gaps(issued, candidates, report)


def _tell_place(spare: Entry, place: Mapping[str, str], told: set[tuple[str, str]], report: Report) -> None:
    """A spare of a place that differs from one of the round by width, case or spaces alone."""
    for field in FIELDS:
        written, other = spare.known.get(field, ""), place.get(field, "")
        if written != other and (field, written) not in told:
            told.add((field, written))
            where = spare.candidate.location
            report.error(_CODES[field], where, "as-issued", written=written, other=other)


def _tell_spellings(
    issued: Mapping[str, Record], candidates: CandidateList, told: set[tuple[str, str]], report: Report
) -> None:
    """Each date, session and room of the late that the round has in another spelling, or in more or fewer words.

    `told` are fields and values that need no word more.
    """
    old = [
        row for row in candidates.rows if row.id in issued
    ]  # beside which another spelling is told already
    said = {(field, getattr(row, field)) for row in old for field in FIELDS}
    known: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    akin = Akin()
    for record in issued.values():
        place = _place(record)
        for field in FIELDS:
            text = place.get(field, "")
            if text:
                known.setdefault((field, meant(field, text)), {})[text] = None
                akin.add(field, text)
    for row in candidates.rows:
        for field in FIELDS if row.id not in issued else ():
            text = getattr(row, field)
            spellings = [*known.get((field, meant(field, text)), {})] or [akin.find(field, text)]
            if (
                text
                and text not in spellings
                and (field, text) not in told
                and (field, spellings[0]) not in said
            ):
                told.add((field, text))
                if spellings[0]:
                    values = {"written": text, "other": spellings[0]}
                    report.warning(_CODES[field], row.location, "one-spelling", **values)


def _tell_gaps(issued: Mapping[str, Record], candidates: CandidateList, report: Report) -> None:
    """Late rows in which nothing is said of what everybody in the round has."""
    places = [_place(record) for record in issued.values() if record["candidate"]]
    late = [row for row in candidates.rows if row.id not in issued]
    for field in (*FIELDS, "seat"):
        without = [row for row in late if not getattr(row, field)]
        if places and without and all(place.get(field) for place in places):
            lines = listed(row.location.line for row in without)
            values = {"count": len(without), "lines": lines}
            hint = "fill-gap" if field == "seat" else "late-gap"
            report.warning(_GAPS[field], without[0].location, hint, **values)


def _place(record: Record) -> Mapping[str, str]:
    """Where a paper lies, as far as it is known."""
    return record.get("candidate") or record.get("spare") or {}  # type: ignore[return-value]


def _seat(place: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    return seat_of(*(place.get(field, "") for field in (*FIELDS, "seat")))
