"""No two files of a round have one name, on any system."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.batch import names
from generator.candidates import masked
from generator.candidates.places import listed

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from generator.batch.order import Order
    from generator.batch.round.planning.task import Task
    from generator.candidates import Candidate
    from generator.diagnostics import Report

_TELLING = ("id", "name", "seat", "room", "session", "post")  # fields of a pattern that tell candidates apart


def check_names(
    orders: Sequence[Order], tasks: Collection[Task], rows: Mapping[str, Candidate], report: Report
) -> None:
    """The first name that several files would have; `rows` are candidates by what is `alike` of their task's name."""
    taken: dict[tuple[str, str], Task] = {}
    for last in tasks:
        for role, stem in last.outputs:
            if taken.setdefault((role, names.alike(stem)), last) is last:
                continue
            sharing = [task for task in tasks if (role, names.alike(stem)) in _names(task)]
            _tell(orders[last.layout], stem, sharing, rows, report)
            return


def _names(task: Task) -> set[tuple[str, str]]:
    return {(role, names.alike(stem)) for role, stem in task.outputs}


def _tell(
    order: Order, name: str, sharing: Sequence[Task], rows: Mapping[str, Candidate], report: Report
) -> None:
    where = order.blueprint.location
    if sharing[0].candidate is None:
        report.error("file-name-shared", where, "keys-share-name", name=name)
    elif any(task.spare for task in sharing):
        report.error("file-name-shared", where, "same-name", name=name)
    else:
        _tell_pattern(order, name, [rows[names.alike(task.name)] for task in sharing], report)


def _tell_pattern(order: Order, name: str, rows: Sequence[Candidate], report: Report) -> None:
    """A pattern by which the files of several candidates have one name, and a field that tells them apart."""
    pattern, where = names.OF_CANDIDATE, order.blueprint.location
    if order.file_name:
        pattern, where = order.file_name.markdown, order.file_name.location
    differ = [field for field in _TELLING if len({masked(getattr(row, field)) for row in rows}) > 1]
    field = next((field for field in differ if f"{{{field}}}" not in pattern), "id")
    lines = listed(row.location.line for row in rows)
    report.error("papers-share-name", where, "add-file-field", name=name, lines=lines, field=f"{{{field}}}")
