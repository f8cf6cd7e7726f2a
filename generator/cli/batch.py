"""`exampaper batch`: a hiring round, from a candidates' file to everybody's paper and the keys."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli import EXIT_INTERRUPTED, lang_help
from generator.cli.build import FORMATS, formats_of
from generator.cli.completion import folders, listed, sources
from generator.cli.crew import meet, opened_by, terminable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from generator.batch.record import Record
    from generator.batch.round.begun import Base
    from generator.batch.round.executors import Crew
    from generator.batch.round.folder import RoundFolder
    from generator.batch.round.identity import Identity
    from generator.batch.round.task import Done, Failed
    from generator.candidates import CandidateList
    from generator.cli.console import Console
    from generator.diagnostics import Diagnostic, Report

LISTS = frozenset((".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"))  # that are no layouts
EXIT_MISSING = 3  # some rows failed, the rest is whole

WORDS = {
    "about": (
        "按候选人名单成批出卷：每人一份试卷，另有答案。\n\n"
        "例：exampaper batch layouts/cs-supervisor.yaml --candidates 名单.xlsx --forms 2",
        "A hiring round: a paper for every candidate of a list, and the keys.\n\n"
        "Example: exampaper batch layouts/cs-supervisor.yaml --candidates round.csv --forms 2",
    ),
    "candidates": ("候选人名单（CSV 或 XLSX）", "The candidates' file, CSV or XLSX."),
    "forms": (
        "几种卷：1（所有人同一份）、数字（平行卷，邻座不同）、session（每场一种）、each（每人单独抽题）",
        "Forms: 1 (the same for all), a number (parallel forms, neighbours differ), session (one a session), each.",
    ),
    "spares": ("每个考场另备几份无名的备用卷", "Spare papers without a name for each room."),
    "seed": ("抽题种子（默认取试卷结构的 seed，否则为 1）", "Seed of the draw; the layout's, else 1."),
    "jobs": ("同时运行的进程数（默认为处理器数）", "Processes at once; as many as processors by default."),
    "executor": ("在哪里运行：local 本机，dask 集群", "Where to run: local processes, or dask workers."),
    "scheduler": ("Dask 调度器的地址", "Address of the Dask scheduler."),
    "resume": ("接着做上次没有做完的", "Go on with a run that was stopped."),
    "add": (
        "给已经做完的一轮补上迟到的候选人；已发的试卷一个字节也不变",
        "Add late candidates to a finished round; what was issued is not touched.",
    ),
    "format": (
        "输出格式（默认试卷 pdf，答案 docx,pdf）",
        "Formats; by default pdf for papers, docx,pdf for keys.",
    ),
    "out": ("输出文件夹（默认 output/试卷结构的 id）", "Folder to write; output/{layout} by default."),
    "json": ("在标准输出逐行给出 JSON 结果", "Print results as JSON lines on standard output."),
}


def command(language: str) -> click.Command:
    words = {name: pair[0 if language == "zh" else 1] for name, pair in WORDS.items()}

    @click.command("batch", help=words["about"])
    @click.argument("layouts", nargs=-1, required=True, metavar="LAYOUT...", shell_complete=sources)
    @click.option("--candidates", required=True, metavar="FILE", help=words["candidates"])
    @click.option("--forms", metavar="1|N|session|each", help=words["forms"])
    @click.option("--spares", type=click.IntRange(0, 99), default=0, metavar="N", help=words["spares"])
    @click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="N", help=words["seed"])
    @click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help=words["jobs"])
    @click.option("--executor", type=click.Choice(["local", "dask"]), default="local", help=words["executor"])
    @click.option("--scheduler", metavar="ADDRESS", help=words["scheduler"])
    @click.option("--resume", is_flag=True, help=words["resume"])
    @click.option("--add", "adding", is_flag=True, help=words["add"])
    @click.option(
        "--format", "formats", metavar="docx,pdf", help=words["format"], shell_complete=listed(FORMATS)
    )
    @click.option("--out", metavar="DIR", help=words["out"], shell_complete=folders)
    @click.option("--json", "as_json", is_flag=True, expose_value=False, help=words["json"])
    @click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=lang_help(language))
    @click.pass_obj
    def batch(console: Console, /, **options: Any) -> None:
        _batch(console, **options)

    return batch


def _batch(
    console: Console,
    layouts: tuple[str, ...],
    candidates: str,
    forms: str | None,
    spares: int,
    seed: int | None,
    jobs: int | None,
    executor: str,
    scheduler: str | None,
    resume: bool,
    adding: bool,
    formats: str | None,
    out: str | None,
) -> None:
    from generator.batch import names
    from generator.batch.order import Wish, order_from_layout
    from generator.batch.press import Formats
    from generator.batch.round.folder import RoundFolder
    from generator.batch.round.identity import identity as identity_of
    from generator.batch.round.issued import check_added
    from generator.batch.round.late import check_against
    from generator.batch.round.plan import plan as plan_of
    from generator.batch.round.plan import tell_refusals
    from generator.batch.round.printable import unprintable
    from generator.batch.round.run import check_forms, drawn
    from generator.candidates import read_candidates
    from generator.diagnostics import InputFault, Location, OutputFault, Phrase, Report, SourceFile

    zh = console.language == "zh"
    opened = opened_by(console, executor, scheduler, jobs)
    report, of_layouts = Report(), Report()
    for layout in layouts:
        if Path(layout).suffix.lower() in LISTS:
            report.error("is-a-list", Location(SourceFile(layout, [])), "is-a-list")
    report.check()
    wish = Wish(seed=seed)
    orders = [o for layout in layouts if (o := order_from_layout(layout, wish, of_layouts)) is not None]
    said = _mode(forms or "1", zh)

    def also(listed: CandidateList, faults: Report) -> None:
        if not of_layouts.failed:
            tell_refusals(orders, said, listed, faults)

    found = read_candidates(Path(candidates), candidates, report, also)
    report.extend(of_layouts.diagnostics)
    report.check()
    if found is None or not orders:
        raise InputFault(report.diagnostics)
    path = Path(out) if out else Path("output") / names.safe(orders[0].blueprint.id)
    folder = RoundFolder(path)
    base = folder.base() if adding else None
    before = dict(base.manifest) if base is not None else {}
    seeds = before.get("seeds", [])
    if seed is None and len(seeds) == len(orders):
        orders = [order._replace(seed=kept) for order, kept in zip(orders, seeds, strict=True)]
    mode = said if forms else str(before.get("forms", "1"))
    if formats or not before.get("formats"):
        named = formats_of(formats, zh) if formats else ()
        wanted = Formats(named or ("pdf",), named or FORMATS)
    else:
        wanted = Formats(*(tuple(before["formats"][role]) for role in ("paper", "key")))
    if before and before.get("layouts") != [order.blueprint.id for order in orders]:
        changes = (Phrase("changed-order", {"was": ", ".join(before.get("layouts", ()))}),)
        report.error("round-changed", found.location, "round-changed", changes=changes)
    report.check()
    plan = plan_of(orders, found, mode, spares, wanted, before.get("variants") or None, report)
    report.check()
    identity = identity_of(plan, found)
    issued = folder.issued() if adding else {}
    check_added(identity, before, issued, report)
    check_against(plan, issued, found, report)
    report.check()
    news = not adding or any(entry.name not in issued for entry in plan.entries)
    if news or folder.work.exists():  # else nothing is to be done, nor taken back, nor removed
        shared = drawn(plan, report)
        check_forms(plan, shared, report)
        report.check()
        console.diagnostics(report.diagnostics)
        refused = {k: v for k, v in unprintable(plan, found.rows).items() if k not in issued}
        console.diagnostics(fault for faults in refused.values() for fault in faults)
        if executor == "dask":
            meet(console, opened)
        with _interruptible(console, folder), folder.opened(identity, resume, adding) as unfinished:
            if not unfinished:
                console.json({"ok": True, "out": str(folder.path), "state": "finished"})
                console.result("这一轮已经全部完成。" if zh else "This round is finished already.")
                return
            if news:
                _tell_other_list(console, folder)
                if base is not None:  # which does not wait for what cannot be made again
                    console.diagnostics(each._replace(severity="warning") for each in folder.losses())
                _run(console, identity, shared, refused, base, issued, folder, opened)
                return
            folder.undo()
    losses = folder.losses()
    if losses:
        raise OutputFault(losses)
    console.json({"ok": True, "out": str(folder.path), "state": "nothing-new"})
    console.result("名单里的人都已有试卷。" if zh else "Everybody in the list has a paper already.")


@contextmanager
def _interruptible(console: Console, folder: RoundFolder) -> Iterator[None]:
    """Tells who stops a run, with Ctrl-C or SIGTERM, how to go on."""
    try:
        with terminable():
            yield
    except KeyboardInterrupt:
        begun = folder.begun()
        if begun is None:
            raise
        options = "--add --resume" if begun.adding else "--resume"
        console.say(
            f"已停止；做完的都在，加 {options} 接着做。"
            if console.language == "zh"
            else f"Stopped; what is done is there. Go on with {options}."
        )
        raise click.exceptions.Exit(EXIT_INTERRUPTED) from None


def _tell_other_list(console: Console, folder: RoundFolder) -> None:
    if folder.changes:
        from generator.diagnostics import Diagnostic

        values: dict[str, object] = {"changes": folder.changes}
        console.diagnostics([Diagnostic("warning", "round-other-list", None, values)])


def _run(
    console: Console,
    identity: Identity,
    shared: Any,
    refused: dict[str, tuple[Diagnostic, ...]],
    base: Base | None,
    issued: dict[str, Record],
    folder: RoundFolder,
    opened: Callable[[], AbstractContextManager[Crew]],
) -> None:
    from generator.batch.round.run import run
    from generator.candidates import masked
    from generator.cli.console import as_json
    from generator.cli.progress import Progress
    from generator.cli.sittings import sittings
    from generator.cli.sittings import told as sittings_told

    with Progress(console, len(identity.plan.tasks)) as progress:

        def heard(outcome: Done | Failed) -> None:
            progress.advance()
            told = outcome._asdict()
            if "faults" in told:
                told["faults"] = [as_json(d, console.language) for d in told["faults"]]
            console.json(told)

        finished = run(identity, shared, refused, base, issued, folder, opened, heard)
    zh = console.language == "zh"
    missing = sorted([*finished.missing, *finished.still])
    _tell_missing(console, {name: faults for name, faults in finished.missing.items() if name not in refused})
    found = sittings((e for e in identity.plan.entries if e.name not in issued), finished.missing)
    console.json(
        {
            "ok": not missing,
            "out": str(folder.path),
            "papers": finished.papers,
            **({"added": finished.made} if base is not None else {}),
            **({"remade": folder.remade} if folder.remade else {}),
            "sittings": [sitting._asdict() for sitting in found],
            "missing": {
                name: [as_json(d, console.language) for d in faults]
                for name, faults in finished.missing.items()
            },
        }
    )
    for line in () if console.as_json else sittings_told(found, zh):
        console.say(line)
    if folder.remade:
        few = _few(folder.remade, zh)
        console.say(
            f"缺失或改动过的 {len(folder.remade)} 个文件重新做了：{few}。"
            if zh
            else f"Files that were lost or changed are made again ({len(folder.remade)}): {few}."
        )
    added = base is not None
    if zh:
        told = (
            f"补出 {finished.made} 份试卷，共 {finished.papers} 份" if added else f"{finished.papers} 份试卷"
        )
        console.result(f"{folder.path}：{told}。")
    else:
        told = (
            f"{finished.made} papers added, {finished.papers} in all"
            if added
            else f"{finished.papers} papers"
        )
        console.result(f"{folder.path}: {told}.")
    if missing:
        few = _few([masked(name) for name in missing], zh)
        console.say(
            f"缺 {len(missing)} 份：{few}。其余都已写全。"
            if zh
            else f"{len(missing)} missing: {few}. All others are whole."
        )
        raise click.exceptions.Exit(EXIT_MISSING)


def _tell_missing(console: Console, missing: Mapping[str, tuple[Diagnostic, ...]]) -> None:
    """Each fault once, with those whose papers it cost."""
    from generator.candidates import masked
    from generator.cli.console import shown

    told: dict[str, list[str]] = {}
    for name, faults in sorted(missing.items()):
        for fault in faults:
            told.setdefault(shown(fault, console.language), []).append(masked(name))
    zh = console.language == "zh"
    for text, names in told.items():
        console.say(f"{_few(names, zh)}: {text}")


MOST_NAMED = 20


def _few(names: list[str], zh: bool) -> str:
    listed_ = ("、" if zh else ", ").join(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    if more <= 0:
        return listed_
    return f"{listed_} 等，另有 {more} 份" if zh else f"{listed_} and {more} more"


def _mode(said: str, zh: bool) -> str:
    """ "1", "2" … "26", "session" or "each"."""
    said = said.strip().lower()
    if said in ("session", "each") or (said.isascii() and said.isdigit() and 1 <= int(said) <= 26):
        return said if said in ("session", "each") else str(int(said))
    raise click.UsageError(
        f"--forms 不认识“{said}”；可用 1 到 26 的数、session、each。"
        if zh
        else f"--forms does not know “{said}”; there are numbers from 1 to 26, session and each."
    )
