"""`exampaper batch`: a hiring round, from a candidates' file to everybody's paper and the keys."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from generator.cli import EXIT_INTERRUPTED
from generator.cli.build import FORMATS
from generator.cli.completion import folders, listed, sources
from generator.cli.crew import meet, opened_by, terminable
from generator.cli.options import json_option, lang_option
from generator.cli.prepared import Asked, prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager

    from generator.batch.round.folder.round_folder import RoundFolder
    from generator.batch.round.planning.task import Done, Failed, Told
    from generator.batch.round.work.executors import Crew
    from generator.cli.console import Console
    from generator.cli.prepared import Prepared
    from generator.diagnostics import Diagnostic, Report
    from generator.selection import Form

    Shared = Mapping[tuple[int, str], Form]
    Refused = Mapping[str, tuple[Diagnostic, ...]]

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
    "dry-run": (
        "只核对名单和试卷结构，说明会出哪些试卷，什么也不写",
        "Check list and layouts and say what would be made; write nothing.",
    ),
    "format": (
        "输出格式（默认试卷 pdf，答案 docx,pdf）",
        "Formats; by default pdf for papers, docx,pdf for keys.",
    ),
    "out": ("输出文件夹（默认 output/试卷结构的 id）", "Folder to write; output/{layout} by default."),
    "json": ("在标准输出逐行给出 JSON 结果", "Print results as JSON lines on standard output."),
}


OF_DRAWS = frozenset(("scaled", "shared"))  # what is told of many sections and questions, and mends itself


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
    @click.option("--dry-run", "dry", is_flag=True, help=words["dry-run"])
    @click.option(
        "--format", "formats", metavar="docx,pdf", help=words["format"], shell_complete=listed(FORMATS)
    )
    @click.option("--out", metavar="DIR", help=words["out"], shell_complete=folders)
    @json_option(language, WORDS["json"])
    @lang_option(language)
    @click.pass_obj
    def batch(console: Console, /, **options: Any) -> None:
        ways = {name: options.pop(name) for name in ("jobs", "executor", "scheduler", "resume")}
        if options.pop("dry"):
            _dry_run(console, Asked(**options))
        else:
            _batch(console, Asked(**options), **ways)

    return batch


def _batch(
    console: Console, asked: Asked, jobs: int | None, executor: str, scheduler: str | None, resume: bool
) -> None:
    from generator.batch.round.folder.aside import replaced
    from generator.cli.ended import missing_papers, tell_aside, tell_finished
    from generator.diagnostics import OutputFault, Report

    zh = console.language == "zh"
    opened = opened_by(console, executor, scheduler, jobs)
    report = Report()
    round_ = prepared(asked, zh, report)
    folder = round_.folder
    if round_.has_news or folder.work.exists():  # else nothing is to be done, nor taken back, nor removed
        shared, refused, told = _tried(console, round_, report)
        if executor == "dask":
            meet(console, opened)
        with (
            _interruptible(console, folder),
            folder.opened(round_.identity, resume, asked.adding) as unfinished,
        ):
            if not unfinished:
                tell_finished(console, folder, refused)
                return
            if round_.has_news:
                _tell_other_list(console, folder)
                _run(console, round_, shared, refused, told, opened)
                return
            folder.undo()
    losses = folder.losses()
    if losses:
        raise OutputFault(losses)
    aside = replaced(folder.path)
    absent = folder.absent()
    more: dict[str, Any] = {"replaced": aside} if aside else {}
    if absent:
        more["missing"] = {name: [] for name in absent}
    console.json({"ok": not absent, "out": str(folder.path), "state": "nothing-new", **more})
    tell_aside(console, aside)
    console.result("名单里的人都已有试卷。" if zh else "Everybody in the list has a paper already.")
    missing_papers(console, absent)


def _tried(console: Console, round_: Prepared, report: Report) -> tuple[Shared, Refused, set[str]]:
    """The forms that several share, the rows that no paper can be made for, and what was told. InputFault: no paper can be."""
    from generator.batch.round.planning.printable import unprintable
    from generator.batch.round.run import drawn
    from generator.diagnostics import InputFault, Report

    plan = round_.identity.plan
    of_draws = Report()
    shared = drawn(plan, of_draws)
    if of_draws.failed:
        raise InputFault((*report.diagnostics, *of_draws.diagnostics))
    console.diagnostics(report.diagnostics)
    told = _each_once(console, of_draws.diagnostics, set())
    found = unprintable(plan, round_.identity.candidates)
    return shared, {name: faults for name, faults in found.items() if name not in round_.issued}, told


def _dry_run(console: Console, asked: Asked) -> None:
    from generator.cli.ended import tell_dry
    from generator.diagnostics import Report

    report = Report()
    round_ = prepared(asked, console.language == "zh", report)
    _, refused, _ = _tried(console, round_, report)
    tell_dry(console, round_, refused)


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
    round_: Prepared,
    shared: Shared,
    refused: Refused,
    told: set[str],
    opened: Callable[[], AbstractContextManager[Crew]],
) -> None:
    """`told` is what was said already, and is not to be said again by every process."""
    from generator.batch.round.folder.aside import replaced
    from generator.batch.round.planning.task import Told
    from generator.batch.round.run import run
    from generator.cli.console import as_json, in_order
    from generator.cli.ended import tell_end
    from generator.cli.progress import Progress

    warnings: list[Diagnostic] = []
    lost = round_.base.gone() if round_.base is not None else []

    def heard(outcome: Done | Failed | Told) -> None:
        if isinstance(outcome, Told):
            warnings.extend(outcome.diagnostics)  # for later: now there is the progress
            return
        progress.advance()
        said = outcome._asdict()
        if "faults" in said:
            said["faults"] = [as_json(d, console.language) for d in said["faults"]]
        console.json(said)

    try:
        with Progress(console, len(round_.identity.plan.tasks)) as progress:
            finished = run(
                round_.identity, shared, refused, round_.base, round_.issued, round_.folder, opened, heard
            )
    finally:
        _each_once(console, in_order(warnings), told)
    tell_end(console, round_, finished, lost, replaced(round_.folder.path))


def _each_once(console: Console, diagnostics: Iterable[Diagnostic], told: set[str]) -> set[str]:
    """Says in short what is not among what was `told`, which it is from then on."""
    from generator.messages import message

    new = []
    for each in diagnostics:
        text = f"{each.severity} {each.location} {message(each, console.language)}"  # no quote: workers have none
        if text not in told:
            told.add(text)
            new.append(each)
    console.in_short(new, OF_DRAWS)
    return told
