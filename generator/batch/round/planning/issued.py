"""An addition against the round that it is added to: the same settings, and nothing on an issued paper changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.batch.round.planning.identity import changed_settings, columns, headers_of
from generator.batch.round.planning.printable import printed_columns
from generator.candidates import FIELDS, masked
from generator.candidates.places import listed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.batch.record import Record
    from generator.batch.round.planning.identity import Identity
    from generator.diagnostics import Report


def check_added(
    identity: Identity, before: Mapping[str, Any], issued: Mapping[str, Record], report: Report
) -> None:
    """What is added to must be the same round, and of those who have a paper nothing that is printed may have changed."""
    candidates = identity.candidates
    changes = changed_settings(before, identity.settings) if before else ()
    if changes:
        report.error("round-changed", candidates.location, "round-changed", changes=changes)
    shown = [frozenset(FIELDS) | printed_columns(order.style) for order in identity.plan.orders]
    rows = {row.id: row.location for row in candidates.rows}
    others: dict[
        str, dict[str, None]
    ] = {}  # names of those of whom something else has changed, and its headers
    for entry in identity.plan.entries:
        if entry.row is None or entry.name not in issued:
            continue
        was, now = _row(issued[entry.name]), entry.row
        changed = [field for field in {**was, **now} if was.get(field) != now.get(field)]
        if shown[entry.layout].isdisjoint(changed):
            for field in changed:
                others.setdefault(entry.name, {})[field] = None
            continue
        said, where = columns(was, now, headers_of(candidates)), rows[entry.name]
        report.error("row-changed", where, "row-changed", id=masked(entry.name), changes=said)
    if others:
        told = sorted((rows[name] for name in others), key=lambda where: where.line)
        lines = listed(where.line for where in told)
        headers = ", ".join(dict.fromkeys(field for fields in others.values() for field in fields))
        report.note("row-not-printed", told[0], count=len(told), lines=lines, headers=headers)


def _row(record: Record) -> Mapping[str, str]:
    return record["candidate"] or {}  # type: ignore[return-value]
