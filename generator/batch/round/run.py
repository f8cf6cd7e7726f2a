"""A round from its plan to its folder."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.manifest import round_manifest, versions
from generator.batch.output import FOLDERS, FORMS, MANIFEST
from generator.batch.press import Formats, Press
from generator.batch.record import lines
from generator.batch.round.drive import drive
from generator.batch.round.finish import finish, seated_of
from generator.batch.round.plan import EACH
from generator.batch.round.task import Done
from generator.batch.round.work import DONE, Context, noted, save
from generator.selection import Drawer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from concurrent.futures import Executor
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.batch.record import Record
    from generator.batch.round.folder import RoundFolder
    from generator.batch.round.plan import Entry, Plan
    from generator.batch.round.task import Failed
    from generator.candidates import CandidateList
    from generator.diagnostics import Diagnostic, Report
    from generator.selection import Form


class Finished(NamedTuple):
    """`records` are the lines of forms.jsonl; `missing` the entries without paper or key, and why.

    `still` are those whom an earlier run of the round left without a paper, and this one was not given.
    """

    records: list[Record]
    missing: dict[str, tuple[Diagnostic, ...]]
    still: list[str]


def drawn(plan: Plan, report: Report) -> dict[tuple[int, str], Form]:
    """The forms that several share, by layout and form; and the proof that each layout can be drawn."""
    forms: dict[tuple[int, str], Form] = {}
    for layout, (order, variants) in enumerate(zip(plan.orders, plan.variants, strict=True)):
        drawer = Drawer.over(order.blueprint, order.banks, order.seed, report)
        if drawer is None or not variants:
            continue
        if plan.mode == EACH:
            drawer.forms(variants[:1], report)  # what cannot be drawn for one cannot be drawn for any
            continue
        for form in drawer.forms(variants, report):
            forms[layout, form.variant] = form
    return forms


def check_forms(plan: Plan, forms: Mapping[tuple[int, str], Form], report: Report) -> None:
    """Set each shared form once, so that what cannot be set is told before anybody's paper is made."""
    for (layout, _), form in forms.items():
        press = Press(plan.orders[layout], report, Formats(("pdf",), ("pdf",)))
        press.paper(form.paper)
        press.key(form.key)


def basis(plan: Plan) -> str:
    """Of all that the files depend on but the candidates: a round may be added to while this stays the same."""
    parts = (
        [(order.inputs, order.seed) for order in plan.orders], plan.mode, plan.formats, sorted(versions().items()),
    )  # fmt: skip
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def fingerprint(plan: Plan) -> str:
    """Of all that the files depend on, whatever the order of rows, the paths or the number of processes."""
    tasks = sorted(
        (t.name, t.layout, t.form, t.own, sorted((t.candidate or {}).items()), t.outputs) for t in plan.tasks
    )
    return hashlib.sha256(repr((basis(plan), tasks)).encode()).hexdigest()


def check_added(
    plan: Plan,
    before: Mapping[str, object],
    issued: Mapping[str, Record],
    candidates: CandidateList,
    report: Report,
) -> None:
    """What is added to must be the same round, and of those who have a paper nothing may have changed."""
    if before and before.get("basis") != basis(plan):
        report.error("round-changed", candidates.location, "round-changed")
    rows = {row.id: row.location for row in candidates.rows}
    headers = {field: header for header, field in candidates.columns if field}
    for entry in plan.entries:
        record = issued.get(entry.name)
        if record is None or entry.row is None or record["candidate"] == dict(entry.row):
            continue
        was: Mapping[str, str] = record["candidate"] or {}  # type: ignore[assignment]
        changed = [field for field in {**was, **entry.row} if was.get(field) != entry.row.get(field)]
        changes = "; ".join(
            f"{headers.get(field, field)}: {was.get(field, '-')} → {entry.row.get(field, '-')}"
            for field in changed
        )
        report.error("row-changed", rows[entry.name], "row-changed", id=entry.name, changes=changes)


def run(
    plan: Plan,
    forms: Mapping[tuple[int, str], Form],
    refused: Mapping[str, tuple[Diagnostic, ...]],
    issued: Mapping[str, Record],
    folder: RoundFolder,
    opened: Callable[[], AbstractContextManager[Executor]],
    jobs: int,
    heard: Callable[[Done | Failed], None],
) -> Finished:
    """Do what is not done yet, in a folder that is open, and finish the round. OSError: it cannot be written.

    `refused` are entries that are known to fail; `issued` the records of a finished round that is added to, of which
    nothing is touched. `heard` is told each outcome as it comes.
    """
    path, work = folder.path.absolute(), folder.work.absolute()  # for workers that began elsewhere
    resumed = any((work / DONE).iterdir()) or (any((path / FOLDERS[0]).iterdir()) and not issued)
    context = Context(path, work, plan.orders, plan.formats, forms, versions(), resumed)
    done = {d.name: d for d in noted(folder.work) if _whole(d, folder.path)}
    shared = _shared_keys(issued.values())
    new = [entry for entry in plan.entries if entry.name not in issued]
    wanted = {entry.paper for entry in new if entry.name not in refused}
    wanted |= {entry.key for entry in new if (plan.layout_id(entry), entry.form) not in shared}
    failed: dict[str, tuple[Diagnostic, ...]] = {}
    tasks = [task for task in plan.tasks if task.name in wanted and task.name not in done]
    tasks.sort(key=lambda task: task.candidate is not None)  # keys that many share come first
    for outcome in drive(tasks, work, save(context), opened, jobs):
        if isinstance(outcome, Done):
            done[outcome.name] = outcome
        else:
            failed[outcome.name] = outcome.faults
        heard(outcome)
    records = {}
    missing = {name: faults for name, faults in refused.items() if name not in issued}
    for entry in new:
        faults = missing.get(entry.name) or failed.get(entry.paper) or failed.get(entry.key)
        if faults:
            missing[entry.name] = faults
            continue
        key = shared.get((plan.layout_id(entry), entry.form)) or done[entry.key].files
        records[entry.name] = _record(plan, entry, done[entry.paper], key)
    still = _finish(plan, folder, issued, records, missing)
    return Finished([*issued.values(), *records.values()], missing, still)


def _finish(
    plan: Plan,
    folder: RoundFolder,
    issued: Mapping[str, Record],
    records: Mapping[str, Record],
    missing: Mapping[str, tuple[Diagnostic, ...]],
) -> list[str]:
    """Write what is made of all papers, the manifest last; the names of those who are still missing from before."""
    before = folder.manifest() or {} if issued else {}
    addition = int(before.get("additions", 0)) + 1 if issued else 0
    every = {**issued, **records}
    rows: dict[str, Record] = {entry.name: dict(entry.known) for entry in plan.entries}
    absent = {name: {"row": rows[name], "fault": faults[0].code} for name, faults in missing.items()}
    old: dict[str, Any] = before.get("absent", {})
    still = {name: kept for name, kept in old.items() if name not in every and name not in absent}
    absent = {**still, **absent}
    codes = {name: str(kept["fault"]) for name, kept in absent.items()}
    seated = seated_of(every.values(), codes, {name: kept["row"] for name, kept in absent.items()})  # type: ignore[misc]
    new = [row for row in seated if row.id in records or row.id in missing]
    keys: dict[str, list[str]] = {}
    known = {str(file["path"]) for record in issued.values() for file in _files(record)}
    for record in records.values() if plan.mode != EACH else ():
        listed = keys.setdefault(str(record["layout"]), [])
        for file in _files(record):
            if file["role"] == "key" and file["format"] == "pdf" and file["path"] not in known:
                known.add(str(file["path"]))
                listed.append(str(file["path"]))
    key_files = {layout: sorted(paths) for layout, paths in keys.items() if paths}
    written = finish(folder, plan.orders, plan.mode == EACH, seated, new, key_files, addition)
    listing = lines(every.values())
    folder.replace(FORMS, listing)
    digest = hashlib.sha256(listing).hexdigest()
    renewed = {str(file["path"]) for file in written}
    kept_files = [file for file in before.get("files", ()) if file["path"] not in renewed]
    content = round_manifest(
        plan,
        folder.fingerprint,
        basis(plan),
        every.values(),
        absent,
        addition,
        [*kept_files, *written],
        digest,
    )
    getattr(os, "sync", lambda: None)()  # the manifest says that all is there: so it must be on the disk
    folder.replace(MANIFEST, content)
    folder.close()
    return sorted(still)


def _shared_keys(issued: Iterable[Record]) -> dict[tuple[str, str], tuple[Record, ...]]:
    """The files of keys that several papers share, by layout and form."""
    return {
        (str(record["layout"]), str(record["form"])): tuple(f for f in _files(record) if f["role"] == "key")
        for record in issued
        if not record.get("own")
    }


def _files(record: Record) -> Sequence[Record]:
    files: Sequence[Record] = record["files"]  # type: ignore[assignment]
    return files


def _record(plan: Plan, entry: Entry, paper: Done, key: Sequence[Record]) -> Record:
    own = entry.key == entry.paper
    drawn_ = {k: v for k, v in paper.drawn.items() if k != "form"}
    record: Record = {
        "name": entry.name,
        "layout": plan.layout_id(entry),
        "form": paper.drawn["form"],
        "candidate": None if entry.row is None else dict(entry.row),
    }
    if entry.row is None:
        record["spare"] = dict(entry.known)
    if own:
        record["own"] = True
    return {**record, **drawn_, "files": [*paper.files, *(() if own else key)]}


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
