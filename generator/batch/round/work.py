"""What a worker does: draw, compose and render a task, note what it has made, and deliver its files."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import pickle
from socket import gethostname
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from generator.batch.manifest import versions
from generator.batch.press import Press
from generator.batch.record import file_record, paper_record
from generator.batch.round.deliver import Occupied, deliver
from generator.batch.round.task import Done, Failed, Unfit
from generator.diagnostics import Location, Report, SourceFile
from generator.selection import Drawer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from generator.batch.order import Order
    from generator.batch.press import Formats
    from generator.batch.record import Record
    from generator.batch.round.task import Task
    from generator.selection import Form

WAITING = "waiting"  # in the work folder: files that are not whole yet
DONE = "done"  # what each worker noted
CONTEXT = "context"


class Context(NamedTuple):
    """All that workers need beside their tasks. `forms` are those that several share, by layout and form."""

    folder: Path
    work: Path
    orders: tuple[Order, ...]
    formats: Formats
    forms: Mapping[tuple[int, str], Form]
    versions: Mapping[str, str]  # that every worker must have, or its bytes would be others
    resumed: bool  # what stands in a file's place may be what a power cut left of it


def save(context: Context) -> str:
    """Write the context for the workers into the work folder; its digest."""
    data = pickle.dumps(context)
    (context.work / CONTEXT).write_bytes(data)
    return hashlib.sha256(data).hexdigest()


_workers: dict[str, Worker] = {}
_busy = Lock()  # workers of a cluster have several threads, and faces and what is set are kept by the process


def run(work: Path, digest: str, tasks: tuple[Task, ...]) -> list[Done | Failed]:
    """Do tasks in this process, whose worker is made at the first call.

    OSError: the folder cannot be written. Unfit: this process would make other files, or none.
    """
    with _busy:
        worker = _workers.get(digest)
        if worker is None:
            _workers.clear()
            worker = _workers[digest] = Worker(_context(work, digest))
        return [worker.do(task) for task in tasks]


def release() -> None:
    """Let go of what this process has set, be it kept in circles: nothing more is to be made."""
    with _busy:
        _workers.clear()
    gc.collect()


def _context(work: Path, digest: str) -> Context:
    try:
        data = (work / CONTEXT).read_bytes()
    except FileNotFoundError:
        data = b""
    if hashlib.sha256(data).hexdigest() != digest:  # never unpickle what the run did not write
        raise Unfit("worker-blind", {"host": gethostname(), "path": str(work.parent)})
    context: Context = pickle.loads(data)
    here = versions()
    if context.versions != here:
        other = sorted(
            name for name in {**here, **context.versions} if here.get(name) != context.versions.get(name)
        )
        said = ", ".join(
            f"{name} {here.get(name, '-')} ({context.versions.get(name, '-')})" for name in other
        )
        raise Unfit("worker-versions", {"host": gethostname(), "versions": said})
    return context


class Worker:
    """One process's part in a round. What is set once per question is kept between its tasks."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._waiting = context.work / WAITING
        self._aside = self._waiting if context.resumed else None
        self._journal = context.work / DONE / f"{os.getpid()}-{os.urandom(16).hex()}.jsonl"
        self._presses: dict[int, tuple[Press, Drawer]] = {}

    def do(self, task: Task) -> Done | Failed:
        report = Report()
        try:
            done = self._do(task, report)
        except Occupied as error:
            report.error("file-occupied", Location(SourceFile(str(error.filename), [])), "file-occupied")
            done = None
        except OSError:
            raise  # the folder cannot be written: no other task would fare better
        except Exception as error:  # a bug of ours must not cost the others their papers
            report.error("task-failed", None, "task-failed", what=f"{type(error).__name__}: {error}")
            done = None
        return Failed(task.name, tuple(report.diagnostics)) if done is None else done

    def _do(self, task: Task, report: Report) -> Done | None:
        press, drawer = self._press(task.layout)
        press.report = report
        form = drawer.own(task.form) if task.own else self._context.forms[task.layout, task.form]
        paper = form.paper._replace(candidate=task.candidate, spare=task.spare)
        made: list[tuple[str, bytes]] = []
        files: list[Record] = []
        for role, stem in task.outputs:
            printed = press.paper(paper) if role == "paper" else press.key(form.key._replace(paper=paper))
            if printed is None:
                return None
            for format_, data in printed.files.items():
                path = f"{role}s/{stem}.{format_}"
                made.append((path, data))
                files.append(file_record(path, role, format_, printed))
        done = Done(task.name, {"form": task.form, **paper_record(paper)}, tuple(files))
        self._note(done)
        self._deliver([(self._context.folder / path, data) for path, data in made])
        return done

    def _deliver(self, files: Sequence[tuple[Path, bytes]]) -> None:
        """All files of a task. Occupied: none of them is there."""
        for place, (path, data) in enumerate(files):
            try:
                deliver(path, data, self._waiting, self._aside)
            except Occupied:
                for ours, _ in files[:place]:
                    ours.unlink(missing_ok=True)
                raise

    def _press(self, layout: int) -> tuple[Press, Drawer]:
        found = self._presses.get(layout)
        if found is None:
            order, report = self._context.orders[layout], Report()
            drawer = Drawer.over(order.blueprint, order.banks, order.seed, report)
            assert drawer is not None, report.diagnostics  # the plan has drawn from it
            found = self._presses[layout] = Press(order, report, self._context.formats), drawer
        return found

    def _note(self, done: Done) -> None:
        """A line of the worker's own journal, written before the files are there: none can stand there unknown."""
        with self._journal.open("ab") as stream:
            stream.write(json.dumps(done._asdict(), ensure_ascii=False).encode() + b"\n")


def noted(work: Path) -> Iterable[Done]:
    """What workers noted, be it delivered or not. A line that was not finished counts for nothing."""
    for path in sorted((work / DONE).glob("*.jsonl")):
        with path.open("rb") as lines:
            for line in lines:
                try:
                    yield Done(**json.loads(line))
                except (ValueError, TypeError):
                    continue
