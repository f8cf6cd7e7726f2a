"""`exampaper check`: reads banks, layouts and styles and reports every fault at once."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from generator.cli.completion import sources
from generator.cli.console import as_json
from generator.cli.named import files_of, is_list, kind_of, once
from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from pathlib import Path

    from generator.cli.console import Console
    from generator.diagnostics import Diagnostic, Report
    from generator.model.question import Bank

WORDS = {
    "about": (
        "检查题库、试卷结构和样式文件，一次列出全部问题，并指出题目里值得再看一眼的地方。\n\n例：exampaper check banks layouts",
        "Read banks, layouts and styles and report every fault at once, and what is worth a second look in the "
        "questions.\n\nExample: exampaper check banks layouts",
    ),
    "fix": ("题库里能确定怎么改的小毛病直接改好", "Mend in the banks what is certain."),
}

MANY = 5  # warnings, from which on they are counted


def command(language: str) -> click.Command:
    column = 0 if language == "zh" else 1

    @click.command("check", help=WORDS["about"][column])
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=sources)
    @click.option("--fix", is_flag=True, help=WORDS["fix"][column])
    @json_option(language)
    @lang_option(language)
    @click.pass_obj
    def check(console: Console, /, paths: tuple[str, ...], fix: bool) -> None:
        files = files_of(paths)
        if fix:
            _fix(console, files)
        else:
            found, _ = _examined(files)
            _tell(console, files, found)

    return check


def _fix(console: Console, files: list[tuple[Path, str]]) -> None:
    """Mend the banks and tell what was changed, then what is still found. Where anything but a gap is at fault, nothing
    is mended.
    """
    from generator.bank.gaps import is_gap
    from generator.cli.mending import as_json as changed
    from generator.cli.mending import mend_files, told

    found, banks = _examined(files)
    faulty = any(d.severity == "error" and not is_gap(d) for d in found)
    changes = [] if faulty else mend_files(banks)
    if changes:
        found, _ = _examined(files)
    told(console, changes)
    _tell(console, files, found, fixed=[changed(change) for change in changes])


def _examined(files: list[tuple[Path, str]]) -> tuple[list[Diagnostic], list[Bank]]:
    """All that is found in files, and the banks among them."""
    from generator.diagnostics import Location, Report, SourceFile

    report = Report()
    named = []
    for path, name in files:
        kind = kind_of(path)
        if is_list(path):
            report.error("is-candidates", Location(SourceFile(name, [])), "dry-run", name=name)
        elif kind == "layout":
            _check_layout(path, name, report)
        elif kind == "style":
            _check_style(path, name, report)
        else:
            named.append((path, name))
    banks = _check_banks(named, report) if named else []
    return once(report), banks


def _errors(found: list[Diagnostic]) -> int:
    return sum(d.severity == "error" for d in found)


def _tell(console: Console, files: list[tuple[Path, str]], found: list[Diagnostic], **more: object) -> None:
    errors = _errors(found)
    console.diagnostics(found)
    _tell_counts(console, found)
    console.json(
        {
            "ok": not errors,
            "files": [name for _, name in files],
            "diagnostics": [as_json(d, console.language) for d in found],
            **more,
        }
    )
    zh = console.language == "zh"
    if errors:
        console.say(f"共 {errors} 处错误。" if zh else f"{errors} error{'s' if errors != 1 else ''}.")
        raise click.exceptions.Exit(1)
    count = len(files)
    console.result(
        f"已检查 {count} 个文件，没有错误。"
        if zh
        else f"Checked {count} file{'s' if count != 1 else ''}: no errors."
    )


def _tell_counts(console: Console, found: list[Diagnostic]) -> None:
    """Of many warnings, how many there are of each kind."""
    codes = [d.code for d in found if d.severity == "warning"]
    if len(codes) < MANY:
        return
    counts = sorted(Counter(codes).items(), key=lambda item: (-item[1], item[0]))
    if console.language == "zh":
        console.say(f"共 {len(codes)} 处警告：{'，'.join(f'{code} {n}' for code, n in counts)}。")
    else:
        console.say(f"{len(codes)} warnings: {', '.join(f'{code} {n}' for code, n in counts)}.")


def _check_banks(named: list[tuple[Path, str]], report: Report) -> list[Bank]:
    """Banks and, once they can be read, whether they can be printed in `classic` and what is worth a second look.

    Gaps, which an import leaves, keep nobody from the second look.
    """
    from generator.bank import load
    from generator.bank.gaps import is_gap
    from generator.batch.blame import check_banks
    from generator.layout import read_style

    banks = load(named, report)
    style = None if report.failed else read_style(None, "zh-CN", report)
    gaps_only = all(is_gap(d) for d in report.diagnostics if d.severity == "error")
    if style is not None:
        check_banks(banks, style.paper_look.fonts["song"].faces, report)
    if gaps_only:
        from generator.review import examine

        report.extend(examine(banks))
    return banks


def _check_layout(path: Path, name: str, report: Report) -> None:
    """A layout with its banks and style, down to whether its paper can be drawn and set."""
    from generator.batch.order import Wish, order_from_layout

    inner = type(report)()
    order = order_from_layout(name, Wish(formats=("pdf",)), inner)
    if order is not None and not inner.failed:
        from generator.batch.build import build

        build(order, inner)
    if order is not None:
        from generator.batch.round.planning.patterns import check_named

        check_named(order.style, order.style_at or order.blueprint.location, inner)
    report.extend(inner.diagnostics)


def _check_style(path: Path, name: str, report: Report) -> None:
    """A style in both languages and, once it can be read, whether its faces can be used."""
    from generator.layout import read_style_file

    inner = type(report)()
    styles = [read_style_file(path, name, language, inner) for language in ("zh-CN", "en")]
    if styles[0] is not None and not inner.failed:
        from generator.batch.blame import StyleAt, blame_faces

        where = StyleAt(None, styles[0].files)
        blame_faces(styles[0].paper_look.fonts.values(), where, inner)
    report.extend(inner.diagnostics)
