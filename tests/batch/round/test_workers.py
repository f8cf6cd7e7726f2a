"""Two workers at one paper: what one has delivered, the other never takes away."""

from __future__ import annotations

import json
import multiprocessing
from typing import TYPE_CHECKING

from generator.batch.manifest import versions
from generator.batch.order import Wish, order_from_layout
from generator.batch.output import WORK
from generator.batch.press import Formats
from generator.batch.round.folder.aside import replaced
from generator.batch.round.folder.deliver import Occupied, deliver
from generator.batch.round.folder.workplace import begin_run, noted
from generator.batch.round.planning.plan import plan
from generator.batch.round.planning.task import Done, Failed
from generator.batch.round.work.worker import Context, Worker, run, save
from generator.candidates import read_candidates
from generator.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.synchronize import Barrier
    from pathlib import Path

    from generator.batch.round.planning.task import Task
    from tests.batch.round.conftest import Round


def context_of(made: Round, resumed: bool) -> tuple[Context, list[Task]]:
    """A round of one's own papers, as its workers get it."""
    report = Report()
    order = order_from_layout(str(made.folder / "layout.yaml"), Wish(), report)
    found = read_candidates(made.folder / "list.csv", "list.csv", report)
    assert order is not None
    assert found is not None
    planned = plan([order], found, "each", 0, Formats(("pdf",), ("pdf",)), None, report)
    report.check()
    out = made.folder / "o"
    for folder in ("papers", "keys"):
        (out / folder).mkdir(parents=True)
    at = begin_run(out / WORK)
    context = Context(out, out / WORK, at, planned.orders, planned.formats, {}, versions(), resumed)
    return context, list(planned.tasks)


def test_the_second_leaves_what_the_first_has_delivered(round_of: Callable[..., Round]) -> None:
    made = round_of(1)
    context, (task,) = context_of(made, resumed=False)
    assert isinstance(Worker(context).do(task), Done)
    before = {name: data for name, data in made.files("o").items() if name.startswith("papers/")}
    (key,) = (context.folder / "keys").iterdir()
    key.write_bytes(b"changed since")
    again = Worker(context).do(task)
    assert isinstance(again, Failed)
    assert [fault.code for fault in again.faults] == ["file-occupied"]
    assert {name: data for name, data in made.files("o").items() if name.startswith("papers/")} == before
    assert key.read_bytes() == b"changed since"


def _race(work: Path, digest: str, tasks: tuple[Task, ...], barrier: Barrier, said: Path) -> None:
    outcomes = []
    for task in tasks:
        barrier.wait()
        outcomes += [type(outcome).__name__ for outcome in run(work, digest, (task,))]
    said.write_text(json.dumps(outcomes), "utf-8")


def test_two_race_for_every_paper(round_of: Callable[..., Round]) -> None:
    """In a folder that was stopped in: a stranger's file, a half of our own, and nothing, in turn."""
    made = round_of(12)
    made.run("--out", "whole", "--jobs", "1", "--forms", "each", "--format", "pdf")
    whole = {n: d for n, d in made.files("whole").items() if n.startswith(("papers/", "keys/0"))}
    context, tasks = context_of(made, resumed=True)
    strangers = {}
    for k, (name, data) in enumerate(sorted(whole.items())):
        if k % 3 < 2:
            left = f"somebody's {k}".encode() if k % 3 else data[: len(data) // 2]
            (context.folder / name).write_bytes(left)
            strangers |= {f"replaced/{name}": left} if k % 3 else {}
    digest = save(context)
    spawn = multiprocessing.get_context("spawn")
    barrier = spawn.Barrier(2, timeout=60)
    said = [made.folder / f"said-{k}" for k in range(2)]
    racers = [
        spawn.Process(target=_race, args=(context.work, digest, tuple(tasks), barrier, each)) for each in said
    ]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(120)
        assert racer.exitcode == 0
    assert [json.loads(each.read_text("utf-8")) for each in said] == [["Done"] * len(tasks)] * 2
    # Both may have taken a name for it, and the slower one of them that without a number.
    aside = {
        name.replace("-2.pdf", ".pdf"): (context.folder / name).read_bytes()
        for name in replaced(context.folder)
    }
    assert aside == strangers
    assert len(replaced(context.folder)) == len(strangers)
    files = {name: data for name, data in made.files("o").items() if name.startswith(("papers/", "keys/"))}
    assert files == whole
    assert len(list(noted(context.work))) == 2 * len(tasks)


def test_of_different_bytes_the_first_stay(tmp_path: Path) -> None:
    waiting = begin_run(tmp_path / WORK) / "waiting"
    outcomes = []
    for data in (b"one", b"two", b"one"):
        try:
            deliver(tmp_path / "paper.pdf", data, waiting, None)
            outcomes.append("done")
        except Occupied:
            outcomes.append("occupied")
    assert outcomes == ["done", "occupied", "done"]
    assert (tmp_path / "paper.pdf").read_bytes() == b"one"
