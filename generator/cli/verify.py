"""`exampaper verify`: everything a run wrote is read again and proved whole."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli import EXIT_INPUT
from generator.cli.completion import folders
from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.cli.progress import Progress
    from generator.diagnostics import OutputFault, Report
    from generator.verify import Verdict

_MOST_NAMED = 12  # of those without a paper

WORDS = {
    "about": (
        "把 build 或 batch 写出的文件全部重读一遍：一份不缺，一份不多，每份试卷都与答案逐题相符，"
        "哪份试卷里都没有答案。\n\n例：exampaper verify output/cs-supervisor --report 核验报告.pdf",
        "Read everything that build or batch wrote again: nothing is missing, nothing is too much, each paper "
        "matches its key question by question, and no paper holds anything of a key.\n\n"
        "Example: exampaper verify output/cs-supervisor --report verified.pdf",
    ),
    "report": ("写一页可供签字的核验报告", "Write a page to be signed, as PDF."),
}


def command(language: str) -> click.Command:
    words = {name: pair[0 if language == "zh" else 1] for name, pair in WORDS.items()}

    @click.command("verify", help=words["about"])
    @click.argument("folder", metavar="DIR", shell_complete=folders)
    @click.option("--report", "signed", metavar="FILE.pdf", help=words["report"])
    @json_option(language)
    @lang_option(language)
    @click.pass_obj
    def verify(console: Console, /, folder: str, signed: str | None) -> None:
        _verify(console, Path(folder), None if signed is None else Path(signed))

    return verify


def _verify(console: Console, folder: Path, signed: Path | None) -> None:
    from generator.cli.console import as_json, in_order
    from generator.cli.promises import gravest_first
    from generator.diagnostics import Report
    from generator.verify import verify

    if signed is not None:
        _check_place(signed, folder, console.language)
    report = Report()
    with _Watched(console) as watched:
        verdict = verify(folder, report, watched.heard)
    found = gravest_first(in_order(report.diagnostics))
    console.diagnostics(found)
    if signed is not None:
        _write(signed, verdict, report, console.language)
    console.json(
        {
            "ok": not report.failed,
            "folder": str(folder),
            "report": None if signed is None else str(signed),
            **verdict._asdict(),
            "diagnostics": [as_json(d, console.language) for d in found],
        }
    )
    console.result(_told(verdict, report, console.language))
    if report.failed:
        raise click.exceptions.Exit(EXIT_INPUT)


class _Watched:
    """Shows how far the reading is, once it is known how much there is to read."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._progress: Progress | None = None

    def __enter__(self) -> _Watched:
        return self

    def heard(self, done: int, of: int) -> None:
        if self._progress is None:
            from generator.cli.progress import Progress

            self._progress = Progress(self._console, of)
            self._progress.__enter__()
        self._progress.advance()

    def __exit__(self, *ended: object) -> None:
        if self._progress is not None:
            self._progress.__exit__(None, None, None)


def _told(verdict: Verdict, report: Report, language: str) -> str:
    codes = {d.code for d in report.diagnostics}
    if "verify-unfinished" in codes:
        return (
            "还没有生成完，没有核验。" if language == "zh" else "The run has not ended: nothing was verified."
        )
    if codes & {"verify-no-run", "verify-no-folder"}:
        return "没有核验。" if language == "zh" else "Nothing was verified."
    errors = sum(d.severity == "error" for d in report.diagnostics)
    counts = verdict.papers, verdict.pages, verdict.keys
    if language == "zh":
        head = "试卷 {} 份共 {} 页，答案 {} 份。".format(*counts)
        ending = f"发现 {errors} 处问题。" if errors else "全部齐全，逐题与答案相符，试卷中没有答案。"
        missing = (
            f"另有 {len(verdict.missing)} 人没有试卷：{_named(verdict, '、')}。" if verdict.missing else ""
        )
        return head + missing + ending
    head = "{} papers of {} pages, {} keys. ".format(*counts)
    missing = f"{len(verdict.missing)} without a paper: {_named(verdict, ', ')}. " if verdict.missing else ""
    faults = f"{errors} fault{'' if errors == 1 else 's'} found."
    return (
        head
        + missing
        + (faults if errors else "All are there, each matches its key, and no paper holds an answer.")
    )


def _named(verdict: Verdict, separator: str) -> str:
    named = separator.join(verdict.missing[:_MOST_NAMED])
    return f"{named}…" if len(verdict.missing) > _MOST_NAMED else named


def _check_place(path: Path, folder: Path, language: str) -> None:
    """Before all is read. UsageError, OutputFault: the report cannot be written there, or would be a file too many."""
    if path.suffix.lower() != ".pdf":
        raise click.UsageError(
            f"核验报告是 PDF，--report 的文件名要以 .pdf 结尾：{path}"
            if language == "zh"
            else f"The report is a PDF: the name for --report has to end in .pdf, not {path}"
        )
    if path.resolve().is_relative_to(folder.resolve()):
        raise _fault(path, "report-inside")
    if not path.parent.is_dir():
        raise _fault(path, "report-denied", reason=os.strerror(errno.ENOENT))


def _write(path: Path, verdict: Verdict, report: Report, language: str) -> None:
    """Whole or not at all. OutputFault: the report cannot be written."""
    from generator.cli.signing import page

    data = page(verdict, report, language)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink()
        raise _fault(path, "report-denied", reason=error.strerror or type(error).__name__) from error


def _fault(path: Path, code: str, **values: object) -> OutputFault:
    from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

    return OutputFault(
        [Diagnostic("error", code, Location(SourceFile(str(path), [])), values, "report-elsewhere")]
    )
