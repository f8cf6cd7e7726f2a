"""Rows against one another: ids, names of files and seats that two candidates share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates.characters import ILLEGAL, folded, visible
from generator.candidates.identity import masked
from generator.candidates.persons import marks_of
from generator.candidates.places import FIELDS, listed, seat_of

if TYPE_CHECKING:
    from collections.abc import Callable, Container

    from generator.candidates.persons import Mark
    from generator.candidates.places import Placed
    from generator.diagnostics import Location, Report

_SAME = {"person": ("same-person", "one-person"), "phone": ("same-phone", "one-phone")}  # by kind of mark
_ROOMS = 3  # seats that are taken twice where there must be several rooms
Spelled = tuple[str, str, str]  # a field, and two ways to write one value of it


def tell_twins(
    rows: list[Placed], unsure: Container[int], place: Callable[[int, str], Location], report: Report
) -> frozenset[Spelled]:
    """Each candidate against the first it is a twin of; the spellings that were told with it.

    `unsure` are lines whose number is at fault already; `place` finds a field of a line.
    """
    numbers: dict[str, Placed] = {}
    files: dict[str, Placed] = {}
    sitting: list[Placed] = []  # all but rows that repeat a candidate
    for row in rows:
        line, candidate = row
        if line in unsure:
            sitting.append(row)
            continue
        above, other = numbers.setdefault(folded(candidate.id), row)
        if other is not candidate:
            code = "same-candidate" if candidate.id == other.id else "twin-ids"
            values = {"id": candidate.id, "other": other.id, "above": above}
            report.error(code, place(line, "id"), "one-id-each", **values)
            if candidate.name != other.name:
                sitting.append(row)
            continue
        sitting.append(row)
        number = masked(candidate.id)
        above, other = files.setdefault(_file(number, candidate.name), row)
        if other is not candidate:
            values = {"id": number, "name": candidate.name, "above": above}
            report.error("same-file", place(line, "id"), "tell-apart", **values)
    _tell_persons(sitting, place, report)
    return _tell_seats(sitting, place, report)


def _tell_persons(rows: list[Placed], place: Callable[[int, str], Location], report: Report) -> None:
    """Two ids of what is one person, who would have two papers."""
    persons: dict[Mark, Placed] = {}
    for row in rows:
        line, candidate = row
        for mark in marks_of(candidate.name, candidate.others):
            above, other = persons.setdefault(mark, row)
            if other is not candidate:
                values = {"id": candidate.id, "name": candidate.name, "above": above}
                values |= {"other": other.id, "other_name": other.name}
                code, hint = _SAME[mark[0]]
                report.warning(code, place(line, "id"), hint, **values)
                break


def _tell_seats(
    rows: list[Placed], place: Callable[[int, str], Location], report: Report
) -> frozenset[Spelled]:
    """Two in one seat, however room and seat are written.

    Of two spellings of a room only the first seat is told: the others follow from it.
    """
    seats: dict[tuple[tuple[str, ...], ...], Placed] = {}
    told: set[Spelled] = set()
    if not any(row.room for _, row in rows) and _tell_no_room(rows, place, report):
        return frozenset()
    for row in rows:
        line, candidate = row
        if not candidate.seat:
            continue
        seat = seat_of(candidate.date, candidate.session, candidate.room, candidate.seat)
        above, other = seats.setdefault(seat, row)
        if other is candidate:
            continue
        spelled = {
            (field, getattr(other, field), getattr(candidate, field))
            for field in FIELDS
            if visible(getattr(other, field)) != visible(getattr(candidate, field))
        }
        if spelled and spelled <= told:
            continue
        told |= spelled
        same = not spelled and candidate.seat == other.seat
        values = {"room": candidate.room or "-", "seat": candidate.seat, "above": above}
        values |= {"other_room": other.room or "-", "other_seat": other.seat}
        code, hint = ("same-seat", "other-seat") if same else ("seat-spelling", "one-spelling-or-seat")
        report.error(code, place(line, "seat"), hint, **values)
    return frozenset(told)


def _tell_no_room(rows: list[Placed], place: Callable[[int, str], Location], report: Report) -> bool:
    """Seats that many share, because there are rooms of which the list says nothing; whether it is so."""
    seats: dict[tuple[tuple[str, ...], ...], Placed] = {}
    taken = []
    for row in rows:
        line, candidate = row
        if candidate.seat:
            seat = seat_of(candidate.date, candidate.session, candidate.room, candidate.seat)
            if seats.setdefault(seat, row) is not row:
                taken.append(line)
    if len(taken) < _ROOMS:
        return False
    others = ", ".join(header for header, _ in rows[0][1].others) or "-"
    report.error(
        "seats-without-room",
        place(taken[0], "seat"),
        "add-room",
        count=len(taken),
        lines=listed(taken),
        others=others,
    )
    return True


def _file(number: str, name: str) -> str:
    """The same for candidates whose files would have one name on some system."""
    return folded(f"{number}-{ILLEGAL.sub('_', name)}").strip("-_")
