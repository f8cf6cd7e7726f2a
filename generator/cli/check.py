"""`exampaper check`: reads banks, layouts and styles and reports every fault at once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import lang_help
from generator.cli.completion import sources
from generator.cli.console import as_json, in_order

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.diagnostics import Diagnostic, Location, Report

WORDS = {
    "about": (
        "检查题库、试卷结构和样式文件，一次列出全部问题。\n\n例：exampaper check banks layouts",
        "Read banks, layouts and styles and report every fault at once.\n\n"
        "Example: exampaper check banks layouts",
    ),
    "json": ("在标准输出给出 JSON 结果", "Print the result as JSON on standard output."),
}


_HEAD = 64 * 1024  # bytes in which a file says what it is
_KEY = rb"[\"']?(bank|questions|layout|sections|style)[\"']?\s*:"
_BLOCK = re.compile(rb"^(?:\xef\xbb\xbf)?" + _KEY, re.MULTILINE)
_FLOW = re.compile(rb"[{,]\s*" + _KEY)
_FLOW_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|#.*\n|---)*\{")
# What a key makes of a file, the surest first: a layout has a style, and a file may have lost its first key.
_KINDS = {
    b"layout": "layout",
    b"bank": "bank",
    b"sections": "layout",
    b"questions": "bank",
    b"style": "style",
}


def command(language: str) -> click.Command:
    column = 0 if language == "zh" else 1

    @click.command("check", help=WORDS["about"][column])
    @click.argument("paths", nargs=-1, required=True, metavar="PATH...", shell_complete=sources)
    @click.option("--json", "as_json", is_flag=True, expose_value=False, help=WORDS["json"][column])
    @click.option("--lang", type=click.Choice(["zh", "en"]), expose_value=False, help=lang_help(language))
    @click.pass_obj
    def check(console: Console, /, paths: tuple[str, ...]) -> None:
        _check(console, paths)

    return check


def _check(console: Console, paths: tuple[str, ...]) -> None:
    from generator.diagnostics import Report

    report = Report()
    files = [file for path in paths for file in _files(Path(path), path)]
    banks = []
    for path, name in files:
        kind = _kind(path)
        if kind == "layout":
            _check_layout(path, name, report)
        elif kind == "style":
            _check_style(path, name, report)
        else:
            banks.append((path, name))
    if banks:
        _check_banks(banks, report)
    found = _once(report)
    if any(d.severity == "error" for d in found):
        console.diagnostics(found)
        console.json(
            {
                "ok": False,
                "files": [n for _, n in files],
                "diagnostics": [as_json(d, console.language) for d in found],
            }
        )
        errors = sum(d.severity == "error" for d in found)
        console.say(
            f"共 {errors} 处错误。"
            if console.language == "zh"
            else f"{errors} error{'s' if errors != 1 else ''}."
        )
        raise click.exceptions.Exit(1)
    console.diagnostics(found)
    console.json(
        {
            "ok": True,
            "files": [n for _, n in files],
            "diagnostics": [as_json(d, console.language) for d in found],
        }
    )
    count = len(files)
    console.result(
        f"已检查 {count} 个文件，没有错误。"
        if console.language == "zh"
        else f"Checked {count} file{'s' if count != 1 else ''}: no errors."
    )


def _files(path: Path, name: str) -> list[tuple[Path, str]]:
    from generator.bank import yaml_files

    return [(p, str(Path(name) / p.name)) for p in yaml_files(path) or ()] or [(path, name)]


def _kind(path: Path) -> str:
    """What a file says it is: "bank", "layout" or "style"; a bank when it does not say."""
    try:
        if path.is_file():  # and no device or pipe, which may never end
            with path.open("rb") as stream:
                head = stream.read(_HEAD)
            keys = (_FLOW if _FLOW_ROOT.match(head) else _BLOCK).findall(head)
            return next((kind for key, kind in _KINDS.items() if key in keys), "bank")
    except (OSError, ValueError):
        pass  # read again, and reported, by whoever reads it for good
    return "bank"


def _check_banks(named: list[tuple[Path, str]], report: Report) -> None:
    """Banks and, once they can be read, whether their characters and pictures can be printed in `classic`."""
    from generator.bank import load
    from generator.batch.blame import check_banks
    from generator.layout import read_style

    banks = load(named, report)
    style = None if report.failed else read_style(None, "zh-CN", report)
    if style is not None:
        check_banks(banks, style.paper_look.fonts["song"].faces, report)


def _check_layout(path: Path, name: str, report: Report) -> None:
    """A layout with its banks and style, down to whether its paper can be drawn and set."""
    from generator.batch.order import Wish, order_from_layout

    inner = type(report)()
    order = order_from_layout(name, Wish(formats=("pdf",)), inner)
    if order is not None and not inner.failed:
        from generator.batch.build import build

        build(order, inner)
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


def _once(report: Report) -> list[Diagnostic]:
    """Diagnostics without repetitions: a bank is read again by each layout over it."""
    found: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in report.diagnostics:
        key = (diagnostic.code, _place(diagnostic.location), str(diagnostic.values))
        found.setdefault(key, diagnostic)
    return in_order(found.values())


def _place(where: Location | None) -> tuple[object, ...]:
    """A place by the file itself, whatever name it was reached by."""
    if where is None:
        return ()
    file, line, column = where
    path = None if file.folder is None else file.folder.resolve() / Path(file.name).name
    return path or file.name, line, column
