"""Where late candidates are to sit, against the dates, sessions and rooms of the round that they are added to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.candidates.order import natural
from generator.candidates.places import FIELDS, MOST_ROWS, Akin, listed, meant

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from generator.candidates import Candidate
    from generator.diagnostics import Report

SPELLED = {"date": "late-date", "session": "late-session", "room": "late-room"}
_NEW = {"date": "late-new-date", "session": "late-new-session", "room": "late-new-room"}
_GAPS = {
    "date": "late-date-gap",
    "session": "late-session-gap",
    "room": "late-room-gap",
    "seat": "late-seat-gap",
}


def tell_places(
    places: Iterable[Mapping[str, str]],
    late: Iterable[Candidate],
    told: Container[tuple[str, str]],
    said: Container[tuple[str, str]],
    report: Report,
) -> None:
    """Each date, session and room of the late that the round has in another spelling, in more or fewer words, or not at all.

    `told` are fields and texts that need no word more, `said` those of rows of the round in the same list.
    """
    known: dict[tuple[str, tuple[str, ...]], dict[str, None]] = {}
    texts: dict[str, dict[str, None]] = {field: {} for field in FIELDS}
    akin = Akin()
    for place in places:
        for field in FIELDS:
            text = place.get(field, "")
            if text:
                known.setdefault((field, meant(field, text)), {})[text] = None
                texts[field][text] = None
                akin.add(field, text)
    found: dict[tuple[str, str], list[Candidate]] = {}
    for row in late:
        for field in FIELDS:
            text = getattr(row, field)
            if text and text not in texts[field] and (field, text) not in told:
                found.setdefault((field, text), []).append(row)
    for (field, text), rows in found.items():
        where = rows[0].location
        other = next(iter(known.get((field, meant(field, text)), {})), "") or akin.find(field, text)
        if other and (field, other) not in said:
            report.warning(SPELLED[field], where, "one-spelling", written=text, other=other)
        elif not other and texts[field]:
            ordered = sorted(texts[field], key=lambda each: (natural(each), each))
            few = ", ".join(ordered[:MOST_ROWS]) + (" …" if len(ordered) > MOST_ROWS else "")
            values = {"written": text, "count": len(rows), "known": few}
            report.warning(
                _NEW[field], where, "late-new", **values, lines=listed(r.location.line for r in rows)
            )


def tell_gaps(places: Sequence[Mapping[str, str]], late: Iterable[Candidate], report: Report) -> None:
    """Late rows in which nothing is said of what everybody in the round has."""
    for field in (*FIELDS, "seat"):
        without = [row for row in late if not getattr(row, field)]
        if places and without and all(place.get(field) for place in places):
            lines = listed(row.location.line for row in without)
            values = {"count": len(without), "lines": lines}
            hint = "fill-gap" if field == "seat" else "late-gap"
            report.warning(_GAPS[field], without[0].location, hint, **values)
