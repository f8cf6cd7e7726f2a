"""What a worker does: draw, compose and render a task, note what it has made, and deliver its files."""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
from socket import gethostname
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from generator.batch.manifest import versions
from generator.batch.press import Press
from generator.batch.record import file_record, paper_record
from generator.batch.round.folder.aside import Room
from generator.batch.round.folder.deliver import Occupied, deliver
from generator.batch.round.folder.workplace import WAITING, note
from generator.batch.round.planning.task import Done, Failed, Told, Unfit
from generator.diagnostics import Location, Report, SourceFile
from generator.selection import Drawer

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.batch.order import Order
    from generator.batch.press import Formats
    from generator.batch.record import Record
    from generator.batch.round.planning.task import Task
    from generator.diagnostics import Diagnostic
    from generator.selection import Form

CONTEXT = "context"  # in the work folder


class Context(NamedTuple):
    """All that workers need beside their tasks. `forms` are those that several share, by layout and form."""

    folder: Path
    work: Path
    run: Path  # what this run alone writes in the work folder
    orders: tuple[Order, ...]
    formats: Formats
    forms: Mapping[tuple[int, str], Form]
    versions: Mapping[str, str]  # that every worker must have, or its bytes would be others
    resumed: bool  # an earlier run, or somebody since, may have left other bytes in a file's place


def save(context: Context) -> str:
    """Write the context for the workers into the work folder; its digest."""
    data = pickle.dumps(context)
    (context.work / CONTEXT).write_bytes(data)
    return hashlib.sha256(data).hexdigest()


_workers: dict[str, Worker] = {}
_busy = Lock()  # workers of a cluster have several threads, and faces and what is set are kept by the process


def run(work: Path, digest: str, tasks: tuple[Task, ...]) -> list[Done | Failed | Told]:
    """Do tasks in this process, whose worker is made at the first call.

    OSError: the folder cannot be written. Unfit: this process would make other files, or none.
    """
    with _busy:
        worker = _workers.get(digest)
        if worker is None:
            _workers.clear()
            worker = _workers[digest] = Worker(_context(work, digest))
        outcomes: list[Done | Failed | Told] = [worker.do(task) for task in tasks]
        return [*outcomes, *worker.told()]


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
        room = Room(context.folder, context.work)
        self._make_room = room.make if context.resumed else None
        self._journal = f"{os.getpid()}-{os.urandom(16).hex()}"
        self._presses: dict[int, tuple[Press, Drawer]] = {}
        self._warnings: list[Diagnostic] = []

    def do(self, task: Task) -> Done | Failed:
        found = Report()
        try:
            done = self._do(task, found)
        except Occupied as error:
            found.error("file-occupied", Location(SourceFile(str(error.filename), [])), "file-occupied")
            done = None
        except OSError:
            raise  # the folder cannot be written: no other task would fare better
        except Exception as error:  # a bug of ours must not cost the others their papers
            found.error("task-failed", None, "task-failed", what=f"{type(error).__name__}: {error}")
            done = None
        faults = tuple(d for d in found.diagnostics if d.severity == "error")
        self._warnings += [d for d in found.diagnostics if d.severity != "error"]
        return Failed(task.name, faults) if done is None else done

    def told(self) -> list[Told]:
        """What was found out since this was asked last, and costs nobody a paper."""
        told, self._warnings = tuple(self._warnings), []
        return [Told(told)] if told else []

    def _do(self, task: Task, found: Report) -> Done | None:
        press, drawer = self._press(task.layout)
        form = drawer.own(task.form) if task.own else self._context.forms[task.layout, task.form]
        paper = form.paper._replace(candidate=task.candidate, spare=task.spare)
        made: list[tuple[str, bytes]] = []
        files: list[Record] = []
        for role, stem in task.outputs:
            try:
                printed = press.paper(paper) if role == "paper" else press.key(form.key._replace(paper=paper))
            finally:
                found.extend(press.taken())
            if printed is None or found.failed:
                return None
            for format_, data in printed.files.items():
                path = f"{role}s/{stem}.{format_}"
                made.append((path, data))
                files.append(file_record(path, role, format_, printed))
        done = Done(task.name, {"form": task.form, **paper_record(paper)}, tuple(files))
        note(self._context.run, self._journal, done)
        for path, data in made:
            deliver(self._context.folder / path, data, self._context.run / WAITING, self._make_room)
        return done

    def _press(self, layout: int) -> tuple[Press, Drawer]:
        found = self._presses.get(layout)
        if found is None:
            order, report = self._context.orders[layout], Report()
            drawer = Drawer.over(order.blueprint, order.banks, order.seed, report)
            assert drawer is not None, report.diagnostics  # the plan has drawn from it
            found = self._presses[layout] = Press(order, Report(), self._context.formats), drawer
        return found
