"""Tasks that are made as they are asked for, and what a long list costs until then."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from generator.batch.order import Wish, order_from_layout
from generator.batch.press import Formats
from generator.batch.round.planning.plan import Plan, plan
from generator.candidates import CandidateList, read_candidates
from generator.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.batch.order import Order
    from tests.batch.round.conftest import Round

COUNT = 3000
MOST = 900  # bytes that a candidate takes in a list and its plan


def planned(made: Round, mode: str, spares: int = 0) -> Plan:
    report = Report()
    order, found = _read(made, report)
    return plan([order], found, mode, spares, Formats(("pdf",), ("pdf",)), None, report)


def _read(made: Round, report: Report) -> tuple[Order, CandidateList]:
    order = order_from_layout(str(made.folder / "layout.yaml"), Wish(), report)
    found = read_candidates(made.folder / "list.csv", "list.csv", report)
    report.check()
    assert order is not None
    assert found is not None
    return order, found


@pytest.mark.parametrize(("mode", "keys"), [("each", 0), ("1", 1), ("3", 3)])
def test_tasks_are_a_sequence(mode: str, keys: int, round_of: Callable[..., Round]) -> None:
    """Keys that several share come first; then whoever sits first."""
    made = planned(round_of(7), mode, spares=2)
    tasks = list(made.tasks)
    assert len(made.tasks) == len(tasks) == keys + len(made.entries)
    assert [task.candidate is None for task in tasks] == [True] * keys + [False] * len(made.entries)
    assert [task.name for task in tasks[keys:]] == [entry.paper for entry in made.entries]
    assert {task.name for task in tasks} == {n for e in made.entries for n in (e.paper, e.key)}
    assert [made.tasks[place] for place in range(-len(tasks), 0)] == tasks
    assert list(made.tasks[2:100]) == tasks[2:]
    with pytest.raises(IndexError):
        made.tasks[len(tasks)]
    wanted = {task.name for task in tasks[::2]}
    assert list(made.tasks.picked(wanted.__contains__)) == tasks[::2]


def test_a_candidate_takes_little_memory(round_of: Callable[..., Round]) -> None:
    rows = [
        ["考号", "姓名", "岗位", "考场", "座位"],
        *([f"{k:08}", f"考生{k}", "专员", str(101 + k // 30), str(k % 30 + 1)] for k in range(COUNT)),
    ]
    made = round_of(rows=rows)
    planned(made, "each")  # what is read once and kept
    report = Report()
    tracemalloc.start()
    try:
        order, found = _read(made, report)
        held = plan([order], found, "each", 0, Formats(("pdf",), ("pdf",)), None, report)
        taken, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(held.entries) == COUNT
    assert taken / COUNT < MOST
