"""Why there is no such paper: how many there are, how many are needed, and what took the rest away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Phrase
from generator.selection.assign import assign
from generator.selection.draw import forms_places
from generator.selection.pool import values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.selection.pool import Pool, Room

MOST_PAIRS = 3
FIELDS = ("bank", "category", "type", "difficulty", "tags", "competencies")


def explain(pool: Pool, variants: Sequence[str], report: Report) -> None:
    """Report why `pool` has no paper: a section alone, several that want the same questions, or enemies."""
    short = [room for room in pool.rooms if len(room.eligible) < room.need]
    for room in short:
        _tell_short(pool, room, report)
    if short:
        return
    places = forms_places(pool, "", variants[:1])
    without = assign(places, [frozenset()] * len(pool.questions))
    if without.stuck:
        _tell_rivals(pool, [pool.rooms[k] for k in without.stuck], report)
        return
    _tell_enemies(pool, assign(places, pool.enemies).cut, report)


def _tell_short(pool: Pool, room: Room, report: Report) -> None:
    spec = room.spec
    reasons = []
    pinned_elsewhere = {k for other in pool.rooms if other is not room for k in other.pinned}
    matching = [k for k in room.matching if k not in room.pinned]
    excluded = [k for k in matching if pool.questions[k].id in spec.exclude]
    taken = [k for k in matching if k in pinned_elsewhere and k not in excluded]
    pins = {k for other in pool.rooms for k in other.pinned}
    hostile = [
        k for k in matching if k not in excluded and k not in taken and not pool.enemies[k].isdisjoint(pins)
    ]
    if excluded:
        reasons.append(Phrase("taken-excluded", {"count": len(excluded)}))
    for other in pool.rooms:
        count = sum(k in other.pinned for k in taken)
        if count:
            reasons.append(Phrase("taken-pinned", {"count": count, "section": other.spec.title}))
    if hostile:
        pairs = _pairs(pool, [(k, p) for k in hostile for p in sorted(pool.enemies[k] & pins)])
        reasons.append(Phrase("taken-enemies", {"count": len(hostile), "pairs": pairs}))
    values: dict[str, object] = {
        "section": spec.title,
        "need": room.need,
        "matching": len(matching),
        "left": len(room.eligible),
        "filters": tuple(_steps(pool, room)) or (Phrase("filter-none", {"count": len(pool.questions)}),),
        "taken": tuple(reasons) or (Phrase("taken-nothing", {}),),
    }
    report.error("section-short", spec.location, "section-short", **values)


def _steps(pool: Pool, room: Room) -> list[Phrase]:
    """How the filter narrows, field by field: which of them takes most away is plain to see."""
    left = list(pool.questions)
    steps = []
    for field in FIELDS:
        wanted = tuple(str(value) for value in getattr(room.spec.filter, field))
        if wanted:
            left = [q for q in left if not set(wanted).isdisjoint(values_of(field, q))]
            listed = "/".join(wanted)
            steps.append(Phrase("filter-step", {"field": field, "value": listed, "count": len(left)}))
    return steps


def _tell_rivals(pool: Pool, rooms: Sequence[Room], report: Report) -> None:
    """Sections that together want more than the questions they may draw from."""
    together = {k for room in rooms for k in room.eligible}
    report.error(
        "sections-rival",
        rooms[0].spec.location,
        "sections-rival",
        sections=tuple(
            Phrase("section-wants", {"section": r.spec.title, "need": r.need, "count": len(r.eligible)})
            for r in rooms
        ),
        need=sum(room.need for room in rooms),
        count=len(together),
    )


def _tell_enemies(pool: Pool, cut: bool, report: Report) -> None:
    eligible = {k for room in pool.rooms for k in room.eligible}
    found = [(k, e) for k in sorted(eligible) for e in sorted(pool.enemies[k]) if k < e and e in eligible]
    tightest = min(pool.rooms, key=lambda room: len(room.eligible) - room.need)
    report.error(
        "enemies-cut" if cut else "enemies-block",
        tightest.spec.location,
        "enemies-block",
        section=tightest.spec.title,
        need=tightest.need,
        count=len(tightest.eligible),
        total=len(found),
        pairs=_pairs(pool, found),
    )


def _pairs(pool: Pool, pairs: Sequence[tuple[int, int]]) -> str:
    named = [f"{pool.questions[a].id} × {pool.questions[b].id}" for a, b in pairs[:MOST_PAIRS]]
    return ", ".join(named) + (", …" if len(pairs) > MOST_PAIRS else "")
