"""Why there is no such paper: how many there are, how many are needed, and what took the rest away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Phrase
from generator.selection.assign import assign
from generator.selection.choose import forms_places
from generator.selection.pool import values_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import Report
    from generator.selection.assign import Place
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
    stuck = assign(places, [frozenset()] * len(pool.questions)).stuck
    if stuck:
        _tell_rivals([pool.rooms[k] for k in stuck], report)
    else:
        _tell_enemies(pool, places, report)


def _tell_short(pool: Pool, room: Room, report: Report) -> None:
    report.error(
        "section-short",
        room.spec.location,
        "section-short",
        section=room.spec.title,
        need=room.need,
        left=len(room.eligible),
        filters=tuple(_steps(pool, room)) or (Phrase("filter-none", {"count": len(pool.questions)}),),
        taken=tuple(_taken(pool, room)) or (Phrase("taken-nothing", {}),),
    )


def _taken(pool: Pool, room: Room) -> list[Phrase]:
    """What takes questions that the filter lets in. One that is taken twice counts where it is told first."""
    left = [k for k in room.matching if k not in room.pinned]
    excluded = {k for k in left if pool.questions[k].id in room.spec.exclude}
    pins = {k for any_room in pool.rooms for k in any_room.pinned}
    pairs = [(k, pin) for k in left if k not in excluded | pins for pin in sorted(pool.enemies[k] & pins)]
    takers: list[tuple[set[int], str, dict[str, object]]] = [(excluded, "taken-excluded", {})]
    takers += [(set(other.pinned), "taken-pinned", {"section": other.spec.title}) for other in pool.rooms]
    takers.append(({k for k, _ in pairs}, "taken-enemies", {"pairs": _pairs(pool, pairs)}))
    phrases = []
    for takes, code, values in takers:
        count = sum(k in takes for k in left)
        left = [k for k in left if k not in takes]
        if count:
            phrases.append(Phrase(code, {"count": count, **values}))
    return phrases


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


def _tell_rivals(rooms: Sequence[Room], report: Report) -> None:
    """Sections that together want more than the questions they may draw from."""
    together = {k for room in rooms for k in room.eligible}
    report.error(
        "sections-rival",
        rooms[0].spec.location,
        "sections-rival",
        sections=_wants(rooms),
        need=sum(room.need for room in rooms),
        count=len(together),
    )


def _tell_enemies(pool: Pool, places: Sequence[Place], report: Report) -> None:
    """The fewest sections that enemies keep from being filled together, by leaving out one after another."""
    answer = assign(places, pool.enemies)
    proven = answer.chosen is None and not answer.cut
    blocked = list(range(len(places)))
    for k in blocked[:] if proven else ():
        fewer = [i for i in blocked if i != k]
        without = assign([places[i] for i in fewer], pool.enemies)
        if without.chosen is None and not without.cut:
            blocked = fewer
    rooms = [pool.rooms[k] for k in blocked]
    eligible = {k for room in rooms for k in room.eligible}
    found = [(k, e) for k in sorted(eligible) for e in sorted(pool.enemies[k]) if k < e and e in eligible]
    report.error(
        "enemies-block" if proven else "enemies-cut",
        rooms[0].spec.location,
        "enemies-block",
        sections=_wants(rooms),
        total=len(found),
        pairs=_pairs(pool, found),
    )


def _wants(rooms: Sequence[Room]) -> tuple[Phrase, ...]:
    return tuple(
        Phrase("section-wants", {"section": r.spec.title, "need": r.need, "count": len(r.eligible)})
        for r in rooms
    )


def _pairs(pool: Pool, pairs: Sequence[tuple[int, int]]) -> str:
    named = [f"{pool.questions[a].id} × {pool.questions[b].id}" for a, b in pairs[:MOST_PAIRS]]
    return ", ".join(named) + (", …" if len(pairs) > MOST_PAIRS else "")
