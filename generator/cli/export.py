"""`exampaper export`: a bank in another format."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.completion import sources
from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from generator.cli.console import Console
    from generator.diagnostics import Diagnostic, Report

WORDS = {
    "about": (
        "把题库 BANK 写成文件 FILE，格式看后缀：.yaml、.md、.xlsx、.csv、.gift、.aiken、.xml（Moodle）。\n\n"
        "写不进去的内容逐项列出。--template 只写一张带表头的空表，填好后用 exampaper import 读回。\n\n"
        "例：exampaper export banks/customer-service.yaml -o 题库.xlsx",
        "Write the bank BANK into FILE, in the format of its suffix: .yaml, .md, .xlsx, .csv, .gift, .aiken, .xml "
        "(Moodle).\n\nWhat the format cannot hold is listed. --template writes nothing but a table with headers, to "
        "fill in and read with exampaper import.\n\nExample: exampaper export banks/customer-service.yaml -o bank.xlsx",
    ),
    "out": ("要写的文件", "The file to write."),
    "to": ("格式；不写则看后缀", "The format; by suffix if left out."),
    "template": ("写空表（.xlsx 或 .csv）", "Write an empty table (.xlsx or .csv)."),
    "force": ("文件已有时覆盖", "Replace a file that is there."),
    "no-bank": ("请给出题库 BANK，或者 --template。", "Give a BANK, or --template."),
    "both": ("--template 不需要题库。", "--template takes no BANK."),
    "written": ("已写入 {out}：{count} 道题。", "Written to {out}: {count} questions."),
    "some-written": (
        "已写入 {out}：{total} 道题中的 {count} 道。",
        "Written to {out}: {count} of {total} questions.",
    ),
    "template-written": ("已写入 {out}。", "Written to {out}."),
}


def command(language: str) -> click.Command:
    from generator.exchange.formats import FORMATS

    column = 0 if language == "zh" else 1
    writable = [name for name, made in FORMATS.items() if made.writes]

    @click.command("export", help=WORDS["about"][column])
    @click.argument("bank", required=False, metavar="BANK", shell_complete=sources)
    @click.option("-o", "--out", "out", required=True, metavar="FILE", help=WORDS["out"][column])
    @click.option("--to", type=click.Choice(writable), help=WORDS["to"][column])
    @click.option("--template", is_flag=True, help=WORDS["template"][column])
    @click.option("--force", is_flag=True, help=WORDS["force"][column])
    @json_option(language)
    @lang_option(language)
    @click.pass_obj
    def export(
        console: Console, /, bank: str | None, out: str, to: str | None, template: bool, force: bool
    ) -> None:
        if template and bank:
            raise click.UsageError(WORDS["both"][column])
        if not template and not bank:
            raise click.UsageError(WORDS["no-bank"][column])
        if template:
            _template(console, Path(out), to or "", force)
        else:
            assert bank
            _export(console, Path(bank), Path(out), to or "", force)

    return export


def _export(console: Console, bank: Path, out: Path, to: str, force: bool) -> None:
    from generator.bank import load
    from generator.bank.gaps import with_gaps
    from generator.cli.console import as_json
    from generator.cli.writing import write_whole
    from generator.diagnostics import Report
    from generator.exchange.formats import writer
    from generator.exchange.not_held import tell_comments
    from generator.exchange.words import in_words
    from generator.exchange.yaml.exported import tell_pictures

    report = Report()
    name = _format(out, to, report)
    _claim(out, force, report)
    found = Report()
    banks = load([(bank, str(bank))], found)
    report.extend(with_gaps(found.diagnostics))
    if len(banks) > 1:
        from generator.diagnostics import Location, SourceFile

        report.error("one-bank", Location(SourceFile(str(bank), [])), "one-bank")
    report.check()
    lost = Report()
    folder = banks[0].location.file.folder or bank.parent
    content = writer(name)(banks[0], folder, lost)
    if name == "yaml" and out.parent.resolve() != folder.resolve():
        tell_pictures(banks[0], lost)
    report.extend(in_words(diagnostic, console.language) for diagnostic in lost.diagnostics)
    if name != "yaml":
        tell_comments(banks[0], report)
    report.check()
    write_whole(out.parent, {out.name: content})
    total = len(banks[0].questions)
    count = total - sum(map(_kept_out, report.diagnostics))
    console.diagnostics(report.diagnostics)
    told = [as_json(diagnostic, console.language) for diagnostic in report.diagnostics]
    console.json({"ok": True, "out": str(out), "format": name, "questions": count, "diagnostics": told})
    words = WORDS["written" if count == total else "some-written"][0 if console.language == "zh" else 1]
    console.result(words.format(out=out, count=count, total=total))


def _kept_out(diagnostic: Diagnostic) -> int:
    """How many questions were not written, as a writer tells."""
    kept_out = diagnostic.code in ("type-not-exported", "text-not-exported", "gap-not-exported")
    return int(str(diagnostic.values["count"])) if kept_out else 0


def _template(console: Console, out: Path, to: str, force: bool) -> None:
    from importlib import import_module

    from generator.cli.writing import write_whole
    from generator.diagnostics import Location, Report, SourceFile
    from generator.exchange.formats import FORMATS

    report = Report()
    name = _format(out, to, report)
    if name and not FORMATS[name].writes.startswith("table."):
        report.error("no-template", Location(SourceFile(str(out), [])), "no-template")
    _claim(out, force, report)
    report.check()
    template = import_module(f"generator.exchange.{FORMATS[name].writes}").template
    write_whole(out.parent, {out.name: template(console.language)})
    console.json({"ok": True, "out": str(out), "format": name, "diagnostics": []})
    console.result(WORDS["template-written"][0 if console.language == "zh" else 1].format(out=out))


def _format(out: Path, to: str, report: Report) -> str:
    """The format asked for; "" with the fault reported when it cannot be told or written."""
    from generator.diagnostics import Location, SourceFile
    from generator.exchange.formats import FORMATS, written_as

    name = to or written_as(out.suffix)
    if name:
        return name
    known = " ".join(made.suffixes[0] for made in FORMATS.values() if made.writes)
    report.error("format-unwritten", Location(SourceFile(str(out), [])), "formats-written", known=known)
    return ""


def _claim(out: Path, force: bool, report: Report) -> None:
    from generator.diagnostics import Location, SourceFile

    try:
        there = out.exists()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report.error("output-failed", Location(SourceFile(str(out), [])), reason=reason)
        return
    if there and not (force and out.is_file()):
        report.error("file-there", Location(SourceFile(str(out), [])), "force-file")
