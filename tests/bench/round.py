"""A round to measure: candidates, the plan of their papers, and the worker that makes them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.batch.manifest import versions
from generator.batch.order import Wish, order_from_layout
from generator.batch.press import Formats
from generator.batch.round.folder.workplace import begin_run
from generator.batch.round.planning.plan import plan
from generator.batch.round.work.worker import Context, Worker
from generator.candidates import read_candidates
from generator.diagnostics import Report
from generator.layout import KeyComposer, PaperComposer
from generator.selection import Drawer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from generator.batch.order import Order
    from generator.batch.round.planning.task import Task
    from generator.model.document import Document

BOTH = ("docx", "pdf")
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨"
NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚"


def name_of(number: int) -> str:
    return SURNAMES[number % 16] + NAMES[number // 16 % 20] + NAMES[number // 320 % 20]


def write_candidates(path: Path, count: int) -> Path:
    """A list of candidates, thirty to a room."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write("准考证号,姓名,岗位,考场,座位号\n")
        for k in range(count):
            out.write(f"{2026000001 + k},{name_of(k)},客服主管,第{101 + k // 30}考场,{k % 30 + 1:02}\n")
    return path


class Round(NamedTuple):
    order: Order
    tasks: Sequence[Task]
    worker: Worker
    folder: Path

    def documents(self, task: Task) -> dict[str, Document]:
        """A candidate's paper and key as every peer gets them, drawn by themselves."""
        report = Report()
        order = self.order
        drawer = Drawer.over(order.blueprint, order.banks, order.seed, report)
        assert drawer is not None
        form = drawer.own(task.form)
        paper = form.paper._replace(candidate=task.candidate)
        return {
            "paper": PaperComposer(order.style, report).compose(paper),
            "key": KeyComposer(order.style, report).compose(form.key._replace(paper=paper)),
        }

    def task(self, number: int) -> Task:
        """One of endlessly many: the tasks of the plan with other names, for a worker never holds them all."""
        task = self.tasks[number % len(self.tasks)]
        name = f"{2026000001 + number}"
        candidate = {**(task.candidate or {}), "id": name, "name": name_of(number)}
        return task._replace(name=f"paper {name}", form=name, candidate=candidate)

    def remove(self, task: Task) -> int:
        """Take the candidate's files away again, so that no folder grows; their bytes."""
        size = 0
        for output in task.outputs:
            for suffix in BOTH:
                path = self.folder / f"{output.role}s" / f"{output.stem}.{suffix}"
                size += path.stat().st_size
                path.unlink()
        return size


def opened(folder: Path, layout: Path, count: int) -> Round:
    """A round of `count` candidates, each with a draw of one's own, all four files."""
    report = Report()
    order = order_from_layout(str(layout), Wish(), report)
    path = write_candidates(folder / f"candidates-{count}.csv", count)
    found = read_candidates(path, path.name, report)
    report.check()
    assert order is not None
    assert found is not None
    planned = plan([order], found, "each", 0, Formats(BOTH, BOTH), None, report)
    report.check()
    target = folder / f"round-{count}"
    work = target / "work"
    for path in (target / "papers", target / "keys"):
        path.mkdir(parents=True)
    context = Context(target, work, begin_run(work), planned.orders, planned.formats, {}, versions(), False)
    return Round(order, planned.tasks, Worker(context), target)
