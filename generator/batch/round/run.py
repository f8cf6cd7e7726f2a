"""A round from its plan to its folder."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from generator.batch.manifest import round_manifest
from generator.batch.output import FORMS, MANIFEST
from generator.batch.record import lines
from generator.batch.round.drive import drive
from generator.batch.round.task import Done
from generator.batch.round.work import Context, noted, save
from generator.selection import Drawer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.batch.record import Record
    from generator.batch.round.folder import RoundFolder
    from generator.batch.round.plan import Entry, Plan
    from generator.batch.round.task import Failed
    from generator.diagnostics import Diagnostic, Report
    from generator.selection import Form


class Finished(NamedTuple):
    """`records` are the lines of forms.jsonl; `missing` the entries without paper or key, and why."""

    records: list[Record]
    missing: dict[str, tuple[Diagnostic, ...]]


def drawn(plan: Plan, report: Report) -> dict[tuple[int, str], Form]:
    """The forms that several share, by layout and form; and the proof that each layout can be drawn."""
    forms: dict[tuple[int, str], Form] = {}
    for layout, (order, variants) in enumerate(zip(plan.orders, plan.variants, strict=True)):
        drawer = Drawer.over(order.blueprint, order.banks, order.seed, report)
        if drawer is None or not variants:
            continue
        if plan.mode == "each":
            drawer.forms(variants[:1], report)  # what cannot be drawn for one cannot be drawn for any
            continue
        for form in drawer.forms(variants, report):
            forms[layout, form.variant] = form
    return forms


def fingerprint(plan: Plan) -> str:
    """Of all that the files depend on, whatever the order of rows, the paths or the number of processes."""
    from generator.batch.manifest import versions

    parts = (
        [(order.inputs, order.seed) for order in plan.orders],
        plan.mode,
        plan.formats,
        sorted((t.name, t.layout, t.form, t.own, sorted((t.candidate or {}).items()), t.outputs) for t in plan.tasks),
        sorted(versions().items()),
    )  # fmt: skip
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def run(
    plan: Plan,
    forms: Mapping[tuple[int, str], Form],
    refused: Mapping[str, tuple[Diagnostic, ...]],
    folder: RoundFolder,
    opened: Callable[[], AbstractContextManager[Executor]],
    jobs: int,
    heard: Callable[[Done | Failed], None],
) -> Finished:
    """Do what is not done yet, in a folder that is open, and finish the round. OSError: it cannot be written.

    `refused` are entries that are known to fail; `heard` is told each outcome as it comes.
    """
    context = Context(folder.path, folder.work, plan.orders, plan.formats, forms)
    done = {d.name: d for d in noted(folder.work) if _whole(d, folder.path)}
    failed: dict[str, tuple[Diagnostic, ...]] = {}
    stopped = {entry.paper for entry in plan.entries if entry.name in refused}
    tasks = [task for task in plan.tasks if task.name not in done and task.name not in stopped]
    for outcome in drive(tasks, folder.work, save(context), opened, jobs):
        if isinstance(outcome, Done):
            done[outcome.name] = outcome
        else:
            failed[outcome.name] = outcome.faults
        heard(outcome)
    records = []
    missing = dict(refused)
    for entry in plan.entries:
        if entry.name in missing:
            continue
        faults = failed.get(entry.paper) or failed.get(entry.key)
        if faults:
            missing[entry.name] = faults
        else:
            records.append(_record(entry, done))
    listing = lines(records)
    folder.replace(FORMS, listing)
    digest = hashlib.sha256(listing).hexdigest()
    folder.replace(MANIFEST, round_manifest(plan, folder.fingerprint, records, sorted(missing), digest))
    folder.close()
    return Finished(records, missing)


def _record(entry: Entry, done: Mapping[str, Done]) -> Record:
    paper, key = done[entry.paper], done[entry.key]
    files = [*paper.files, *(key.files if entry.key != entry.paper else ())]
    row = None if entry.row is None else dict(entry.row)
    drawn_ = {k: v for k, v in paper.drawn.items() if k != "form"}
    return {"name": entry.name, "form": paper.drawn["form"], "candidate": row, **drawn_, "files": files}


def _whole(done: Done, folder: Path) -> bool:
    """Whether all files of a task are there, byte for byte, as its worker noted."""
    for file in done.files:
        try:
            data = (folder / str(file["path"])).read_bytes()
        except OSError:
            return False
        if hashlib.sha256(data).hexdigest() != file["sha256"]:
            return False
    return True
