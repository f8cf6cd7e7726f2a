"""Columns of the candidates' file that headers and footers of a style ask for: one that is not there prints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.batch.round.planning.printable import asked_columns
from generator.batch.round.planning.tasks import PRINTED
from generator.candidates.headers import HEADERS, field_of, plain
from generator.source import nearest_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.order import Order
    from generator.candidates import CandidateList
    from generator.diagnostics import Location, Report
    from generator.layout import Style

_FIELDS = ("id", *PRINTED)


def check_columns(orders: Sequence[Order], candidates: CandidateList, report: Report) -> None:
    """Columns that the list does not have, by layout."""
    others = [header for header, field in candidates.columns if not field]
    known = ", ".join((*_FIELDS, *others))
    headed = {field for _, field in candidates.columns}
    for order in orders:
        where = order.style_at or order.blueprint.location
        for column in asked_columns(order.style):
            if column in _FIELDS and column not in headed:
                report.warning("column-not-listed", where, "column-not-listed", column=column)
            elif column not in _FIELDS and column not in others:
                like = field_of(column) or nearest_name(column, (*_FIELDS, *others))
                hint = "like-column" if like else "known-columns"
                report.error("unknown-column", where, hint, column=column, nearest=like, known=known)


def check_named(style: Style, where: Location, report: Report) -> None:
    """Columns that no list has under this name, for its fields have names of their own; others depend on the list."""
    for column in asked_columns(style):
        if column in _FIELDS:
            continue
        known = (field for field, headers in HEADERS.items() if plain(column) in headers.split())
        field = next(known, "") or nearest_name(column, _FIELDS)
        if field:
            report.warning("column-of-field", where, "like-column", column=column, nearest=field)
