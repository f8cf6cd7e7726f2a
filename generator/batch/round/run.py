"""A round from its plan to its folder."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.manifest import round_manifest, versions
from generator.batch.output import FORMS, MANIFEST
from generator.batch.press import Formats, Press
from generator.batch.record import line
from generator.batch.round.folder.base import digest_of
from generator.batch.round.folder.replace import sync_all
from generator.batch.round.folder.workplace import end_runs, noted
from generator.batch.round.lists.finish import finish, seated_of
from generator.batch.round.lists.tally import Tally, files_of
from generator.batch.round.planning.plan import EACH, SESSION
from generator.batch.round.planning.task import Done, Failed
from generator.batch.round.work.drive import drive
from generator.batch.round.work.outcomes import Outcomes
from generator.batch.round.work.worker import Context, release, save
from generator.selection import Drawer

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.batch.record import Record
    from generator.batch.round.folder.base import Base
    from generator.batch.round.folder.round_folder import RoundFolder
    from generator.batch.round.planning.identity import Identity
    from generator.batch.round.planning.plan import Plan
    from generator.batch.round.planning.task import Told
    from generator.batch.round.planning.tasks import Entry
    from generator.batch.round.work.executors import Crew
    from generator.diagnostics import Diagnostic, Report
    from generator.selection import Form

OUTCOMES = "outcomes.jsonl"  # in the work folder


class Finished(NamedTuple):
    """`papers` are those of the whole round, `made` those of this run; `missing` the entries without one, and why.

    `still` are those whom an earlier run of the round left without a paper, and this one was not given.
    """

    papers: int
    made: int
    missing: dict[str, tuple[Diagnostic, ...]]
    still: list[str]


def drawn(plan: Plan, report: Report) -> dict[tuple[int, str], Form]:
    """The forms that several share, by layout and form; and the proof that each layout can be drawn and set.

    What cannot be set, or may not be meant, is told before anybody's paper is made.
    """
    forms: dict[tuple[int, str], Form] = {}
    for layout, (order, variants) in enumerate(zip(plan.orders, plan.variants, strict=True)):
        drawer = Drawer.over(order.blueprint, order.banks, order.seed, report)
        if plan.mode == EACH:  # what cannot be drawn or set for one cannot be for any
            variants = tuple(islice((e.form for e in plan.entries if e.layout == layout), 1))
        if drawer is None or not variants:
            continue
        press = Press(order, report, Formats(("pdf",), ("pdf",)))
        for form in drawer.forms(variants, report):
            said = _of_session(form) if plan.mode == SESSION else form
            press.paper(said.paper)
            press.key(said.key)
            if plan.mode != EACH:
                forms[layout, form.variant] = said
    return forms


def _of_session(form: Form) -> Form:
    """A form that says for which session it is, and not that it has a letter."""
    paper = form.paper._replace(variant="", session=form.variant)
    return form._replace(paper=paper, key=form.key._replace(paper=paper))


def run(
    identity: Identity,
    forms: Mapping[tuple[int, str], Form],
    refused: Mapping[str, tuple[Diagnostic, ...]],
    base: Base | None,
    issued: Mapping[str, Record],
    folder: RoundFolder,
    opened: Callable[[], AbstractContextManager[Crew]],
    heard: Callable[[Done | Failed | Told], None],
) -> Finished:
    """Do what is not done yet, in a folder that is open, and finish the round. OSError: it cannot be written.

    `refused` are entries that are known to fail; `base` the finished round that is added to, of which
    nothing is touched, and `issued` its records. `heard` is told each outcome as it comes.
    """
    plan = identity.plan
    path, work = folder.path.absolute(), folder.work.absolute()  # for workers that began elsewhere
    at = folder.run.absolute()
    context = Context(path, work, at, plan.orders, plan.formats, forms, versions(), folder.resumed)
    shared = _shared_keys(issued.values())
    new = [entry for entry in plan.entries if entry.name not in issued]
    live = [entry for entry in new if entry.name not in refused]
    wanted = {entry.paper for entry in live}
    wanted |= {entry.key for entry in live if (plan.layout_id(entry), entry.form) not in shared}
    del live
    failed: dict[str, tuple[Diagnostic, ...]] = {}
    with Outcomes(work / OUTCOMES) as done:
        for noted_ in noted(folder.work):
            if noted_.name in wanted and _whole(noted_, folder.path):
                done.add(noted_)
        tasks = plan.tasks.picked(lambda name: name in wanted and name not in done)
        wanted.clear()  # names of a long list take memory
        for outcome in drive(tasks, work, save(context), opened):
            if isinstance(outcome, Done):
                done.add(outcome)
            elif isinstance(outcome, Failed):
                failed[outcome.name] = outcome.faults
            heard(outcome)
        release()
        end_runs(folder.work)  # what is taken back stays away, be a lost worker still alive
        missing = {name: faults for name, faults in refused.items() if name not in issued}
        for entry in new:
            faults = missing.get(entry.name) or failed.get(entry.paper) or failed.get(entry.key)
            if faults:
                missing[entry.name] = faults
        made = {entry.name: entry for entry in new if entry.name not in missing}
        if missing:
            _take_back(folder, {name for entry in made.values() for name in (entry.paper, entry.key)}, issued)

        def record_of(name: str) -> Record:
            entry = made.get(name)
            if entry is None:
                return issued[name]
            key = shared.get((plan.layout_id(entry), entry.form)) or done[entry.key].files
            return _record(plan, entry, done[entry.paper], key)

        still = _finish(identity, folder, base, {*issued, *made}, record_of, set(made), missing)
    return Finished(len(issued) + len(made), len(made), missing, still)


def _take_back(folder: RoundFolder, needed: Collection[str], issued: Mapping[str, Record]) -> None:
    """Take away what tasks delivered that no record will list: the key of a paper that could not be made, and the like."""
    kept = {str(file["path"]) for record in issued.values() for file in files_of(record)}
    for task in noted(folder.work):
        if task.name not in needed:
            for file in task.files:
                path = folder.path / str(file["path"])
                if file["path"] not in kept and digest_of(path) == file["sha256"]:
                    path.unlink()


def _finish(
    identity: Identity,
    folder: RoundFolder,
    base: Base | None,
    every: Collection[str],
    record_of: Callable[[str], Record],
    made: Collection[str],
    missing: Mapping[str, tuple[Diagnostic, ...]],
) -> list[str]:
    """Write what is made of all papers, the manifest last; the names of those who are still missing from before."""
    plan = identity.plan
    before: Mapping[str, Any] = {} if base is None else base.manifest
    addition = 0 if base is None else base.additions + 1
    known = {entry.name: entry for entry in plan.entries if entry.name in missing}
    absent: dict[str, Record] = {
        name: {"row": dict(entry.known), "layout": plan.layout_id(entry), "fault": missing[name][0].code}
        for name, entry in known.items()
    }
    old: dict[str, Any] = before.get("absent", {})
    still = {name: kept for name, kept in old.items() if name not in every and name not in absent}
    absent = {**still, **absent}
    tally = Tally()
    seated = seated_of(
        (tally.count(record_of(name), name in made) for name in sorted(every)), absent, plan.orders
    )
    new = [row._replace(again=row.id in old) for row in seated if row.id in made or row.id in missing]
    written = finish(folder, plan.orders, plan.mode == EACH, seated, new, tally.new_keys(), addition)
    with folder.replacing(FORMS) as listing:
        for name in sorted(every):
            listing.write(line(record_of(name)))
    renewed = {str(file["path"]) for file in written}
    kept_files = [file for file in before.get("files", ()) if file["path"] not in renewed]
    content = round_manifest(
        plan,
        identity.round,
        identity.settings,
        tally.counts(),
        absent,
        addition,
        [*kept_files, *written],
        str(listing.record()["sha256"]),
    )
    sync_all()  # the manifest says that all is there: so it must be on the disk
    folder.replace(MANIFEST, content)
    folder.close()
    return sorted(still)


def _shared_keys(issued: Iterable[Record]) -> dict[tuple[str, str], tuple[Record, ...]]:
    """The files of keys that several papers share, by layout and form."""
    return {
        (str(record["layout"]), str(record["form"])): tuple(f for f in files_of(record) if f["role"] == "key")
        for record in issued
        if not record.get("own")
    }


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
    return all(digest_of(folder / str(file["path"])) == file["sha256"] for file in done.files)
