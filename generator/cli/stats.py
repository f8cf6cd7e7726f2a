"""`exampaper stats`: what banks hold, and how many different papers a layout can draw from them."""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from generator.cli.completion import sources
from generator.cli.console import as_json
from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.bank.stats import Stats
    from generator.cli.console import Console
    from generator.diagnostics import Report
    from generator.model.blueprint import Blueprint
    from generator.model.question import Bank
    from generator.selection.count import Count
    from generator.selection.pool import Room

WORDS = {
    "about": (
        "题库里有多少题：按类别和题型、难度、能力、标签、分值、分钟统计；"
        "再看试卷结构能抽出多少份不同的试卷。\n\n"
        "例：exampaper stats banks --layout layouts/cs-supervisor.yaml",
        "How many questions there are, by category and type, difficulty, competency, tag, marks and minutes; and how "
        "many different papers a layout can draw.\n\n"
        "Example: exampaper stats banks --layout layouts/cs-supervisor.yaml",
    ),
    "layout": (
        "试卷结构，可以写多次；从它自己的题库抽题，没有写题库就从 PATH 抽",
        "A layout; may be given more than once. It draws from its own banks, or from those of PATH if it names none.",
    ),
    "nothing": ("请给出题库或试卷结构。", "Give a bank or a layout."),
}
MOST_IN_JSON = 2**53  # from here on not every number is one in JSON


class Layout(NamedTuple):
    """A layout and the papers it can draw; no rooms when it cannot be told what its sections draw from."""

    file: str
    blueprint: Blueprint
    rooms: tuple[Room, ...]
    count: Count  # type: ignore[assignment]  # nobody asks a node for tuple.count


def command(language: str) -> click.Command:
    column = 0 if language == "zh" else 1

    @click.command("stats", help=WORDS["about"][column])
    @click.argument("paths", nargs=-1, metavar="[PATH]...", shell_complete=sources)
    @click.option(
        "--layout", "layouts", multiple=True, metavar="LAYOUT", help=WORDS["layout"][column],
        shell_complete=sources,
    )  # fmt: skip
    @json_option(language)
    @lang_option(language)
    @click.pass_obj
    def stats(console: Console, /, paths: tuple[str, ...], layouts: tuple[str, ...]) -> None:
        _stats(console, paths, layouts)

    return stats


def _stats(console: Console, paths: Sequence[str], layouts: Sequence[str]) -> None:
    from generator.bank.gaps import with_gaps
    from generator.bank.stats import stats
    from generator.cli.named import files_of, kind_of, once
    from generator.diagnostics import InputFault, Report

    report = Report()
    files = [(kind_of(path), (path, name)) for path, name in files_of(paths)]
    named = [file for kind, file in files if kind == "bank"]
    asking = [file for kind, file in files if kind == "layout"] + [(Path(name), name) for name in layouts]
    if not named and not asking:
        raise click.UsageError(WORDS["nothing"][0 if console.language == "zh" else 1])
    read = Report()
    banks, asked = _read(named, asking, read)
    report.extend(with_gaps(read.diagnostics))
    if report.failed:
        raise InputFault(once(report))
    found = stats(banks)
    counts = [_layout(name, blueprint, own, report) for name, blueprint, own in asked]
    _tell(console, banks, found, counts, report)
    if report.failed:
        raise click.exceptions.Exit(1)


def _read(
    named: Sequence[tuple[Path, str]], layouts: Sequence[tuple[Path, str]], report: Report
) -> tuple[list[Bank], list[tuple[str, Blueprint, list[Bank]]]]:
    """The banks that are named, or else those of all layouts; and each layout with the banks it draws from."""
    from generator.bank import load
    from generator.batch.order import banks_of
    from generator.blueprint import read_layout

    asked = []
    for path, name in layouts:
        read = read_layout(path, name, report)
        if read is None:
            continue
        own = banks_of(read, report) if read.banks else list(named)
        if not own and not read.banks:
            report.error("no-banks", read.blueprint.location, "no-banks")
        asked.append((name, read.blueprint, own))
    banks = load(named or [bank for _, _, own in asked for bank in own], report)
    return banks, [(name, blueprint, load(own, report)) for name, blueprint, own in asked]


def _layout(file: str, blueprint: Blueprint, banks: Sequence[Bank], report: Report) -> Layout:
    from generator.selection.count import Count, count_papers
    from generator.selection.pool import prepare

    inner = type(report)()
    pool = prepare(blueprint, banks, inner)
    if pool is None:
        layout = Layout(file, blueprint, (), Count(0, True, 0))
    else:
        layout = Layout(file, blueprint, pool.rooms, count_papers(pool, inner))
    report.extend(inner.diagnostics)
    return layout


def _tell(
    console: Console, banks: Sequence[Bank], found: Stats, layouts: Sequence[Layout], report: Report
) -> None:
    from generator.cli.named import once

    diagnostics = once(report)
    console.diagnostics(diagnostics)
    console.json(
        {
            "ok": not report.failed,
            "banks": [{"bank": bank.id, "questions": len(bank.questions)} for bank in banks],
            **_stats_json(found),
            "layouts": [_layout_json(layout) for layout in layouts],
            "diagnostics": [as_json(d, console.language) for d in diagnostics],
        }
    )
    if not console.as_json:
        from generator.cli.tables import tables

        console.result(tables(banks, found, layouts, console.language))


def _stats_json(found: Stats) -> dict[str, Any]:
    def listed(counts: Mapping[Any, int]) -> list[dict[str, object]]:
        return [{"value": _plain(value), "questions": count} for value, count in counts.items()]

    return {
        "questions": found.questions,
        "categories": [
            {"value": name or None, "questions": sum(types.values()), "types": types}
            for name, types in found.categories.items()
        ],
        "difficulty": listed(found.difficulty),
        "competencies": listed(found.competencies),
        "tags": listed(found.tags),
        "marks": listed(found.marks),
        "minutes": listed(found.minutes),
        "with": found.parts,
    }


def _plain(value: Any) -> object:
    """Marks as numbers; what is not said as null."""
    if value in ("", None):
        return None
    return value if isinstance(value, str) else int(value) if value == int(value) else float(value)


def _layout_json(layout: Layout) -> dict[str, Any]:
    papers, exact, variants = layout.count
    return {
        "layout": layout.blueprint.id,
        "file": layout.file,
        "papers": papers if papers < MOST_IN_JSON else None,
        "papers_log10": round(math.log10(papers), 6) if papers else None,
        "exact": exact,
        "variants": variants,
        "sections": [
            {
                "title": room.spec.title,
                "count": room.spec.count,
                "pinned": len(room.pinned),
                "pool": len(room.eligible),
                "papers_without_repeats": len(room.eligible) // room.need if room.need else None,
            }
            for room in layout.rooms
        ],
    }
