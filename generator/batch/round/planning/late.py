"""Those who are added to a round, against those who have a paper: no two may share a number, a seat or a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.batch import names
from generator.batch.round.planning.late_places import SPELLED, tell_gaps, tell_places
from generator.candidates import masked
from generator.candidates.characters import folded
from generator.candidates.persons import marks_of
from generator.candidates.places import FIELDS, seat_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.batch.record import Record
    from generator.batch.round.planning.plan import Plan
    from generator.batch.round.planning.tasks import Entry
    from generator.candidates import CandidateList
    from generator.candidates.persons import Mark
    from generator.diagnostics import Location, Report

_PERSONS = {"person": ("late-person", "one-person"), "phone": ("late-phone", "one-phone")}  # by kind of mark


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
    # Beside a row of the round another spelling is told already.
    said = {(field, getattr(row, field)) for row in candidates.rows if row.id in issued for field in FIELDS}
    _tell_persons(issued, candidates, report)
    places = [place for record in issued.values() if (place := _place(record))]
    late = [row for row in candidates.rows if row.id not in issued]
    tell_places(places, late, told, said, report)
    tell_gaps([_place(record) for record in issued.values() if record["candidate"]], late, report)


def _tell_persons(issued: Mapping[str, Record], candidates: CandidateList, report: Report) -> None:
    """Late candidates who have a paper already under another number, as it seems."""
    persons: dict[Mark, Mapping[str, str]] = {}
    for record in issued.values():
        row: Mapping[str, str] = record["candidate"] or {}  # type: ignore[assignment]
        for mark in marks_of(row.get("name", ""), row.items()):
            persons.setdefault(mark, row)
    for late in candidates.rows:
        if late.id in issued:
            continue
        for mark in (mark for mark in marks_of(late.name, late.others) if mark in persons):
            other = persons[mark]
            values = {"id": masked(late.id), "name": late.name, "other": masked(other["id"])}
            values["other_name"] = other["name"]
            code, hint = _PERSONS[mark[0]]
            report.warning(code, late.location, hint, **values)
            break


def _tell_place(spare: Entry, place: Mapping[str, str], told: set[tuple[str, str]], report: Report) -> None:
    """A spare of a place that differs from one of the round by width, case or spaces alone."""
    for field in FIELDS:
        written, other = spare.known.get(field, ""), place.get(field, "")
        if written != other and (field, written) not in told:
            told.add((field, written))
            where = spare.candidate.location
            report.error(SPELLED[field], where, "as-issued", written=written, other=other)


def _place(record: Record) -> Mapping[str, str]:
    """Where a paper lies, as far as it is known."""
    return record.get("candidate") or record.get("spare") or {}  # type: ignore[return-value]


def _seat(place: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    return seat_of(*(place.get(field, "") for field in (*FIELDS, "seat")))
