"""`exampaper build`: one paper and its key, or one of each per variant."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.completion import folders, listed, sources
from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from generator.cli.console import Console

FORMATS = ("docx", "pdf")
_VARIANT = re.compile(r"[A-Za-z0-9]{1,8}")

WORDS = {
    "about": (
        "由试卷结构文件生成试卷和答案；或用 --bank 与 --sections 直接从题库生成。\n\n"
        "例：\n\n\b\n  exampaper build layouts/cs-supervisor.yaml --variants A,B\n"
        "  exampaper build --bank banks/customer-service.yaml --sections 5x8,4x10,3x15",
        "Make a paper and its key from a layout, or from a bank with --bank and --sections.\n\n"
        "Examples:\n\n\b\n  exampaper build layouts/cs-supervisor.yaml --variants A,B\n"
        "  exampaper build --bank banks/customer-service.yaml --sections 5x8,4x10,3x15",
    ),
    "bank": (
        "题库文件或文件夹，可多次给出",
        "A bank file or a folder of banks; may be given more than once.",
    ),
    "sections": (
        "各部分的题数×分值，如 5x8,4x10,3x15",
        "Questions × marks of the sections, as in 5x8,4x10,3x15.",
    ),
    "title": ("试卷标题", "Title of the paper."),
    "seed": ("抽题种子（默认取试卷结构的 seed，否则为 1）", "Seed of the draw; the layout's, else 1."),
    "variants": ("平行卷，如 A,B", "Parallel forms, as in A,B."),
    "format": ("输出格式（默认 docx,pdf）", "Formats to write; docx,pdf by default."),
    "out": ("输出文件夹（默认 output/试卷结构的 id）", "Folder to write; output/{layout} by default."),
    "force": ("写入已有其他内容的文件夹", "Write into a folder that holds other things."),
}


def command(language: str) -> click.Command:
    column = 0 if language == "zh" else 1
    words = {name: pair[column] for name, pair in WORDS.items()}

    @click.command("build", help=words["about"])
    @click.argument("layout", required=False, metavar="[LAYOUT]", shell_complete=sources)
    @click.option(
        "--bank", "banks", multiple=True, metavar="PATH", help=words["bank"], shell_complete=sources
    )
    @click.option("--sections", metavar="5x8,4x10", help=words["sections"])
    @click.option("--title", metavar="TEXT", help=words["title"])
    @click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="N", help=words["seed"])
    @click.option("--variants", metavar="A,B", help=words["variants"])
    @click.option(
        "--format",
        "formats",
        default="docx,pdf",
        metavar="docx,pdf",
        help=words["format"],
        shell_complete=listed(FORMATS),
    )
    @click.option("--out", metavar="DIR", help=words["out"], shell_complete=folders)
    @click.option("--force", is_flag=True, help=words["force"])
    @json_option(language)
    @lang_option(language)
    @click.pass_obj
    def build(console: Console, /, **options: Any) -> None:
        _build(console, **options)

    return build


def _build(
    console: Console,
    layout: str | None,
    banks: tuple[str, ...],
    sections: str | None,
    title: str | None,
    seed: int | None,
    variants: str | None,
    formats: str,
    out: str | None,
    force: bool,
) -> None:
    from generator.batch import names
    from generator.batch.build import build
    from generator.batch.order import Wish, order_from_layout, order_from_sections
    from generator.batch.output import OutputFolder
    from generator.diagnostics import InputFault, Report

    zh = console.language == "zh"
    if layout is None and not (banks and sections):
        raise click.UsageError(
            "请给出 LAYOUT，或同时给出 --bank 和 --sections。"
            if zh
            else "Give a LAYOUT, or --bank together with --sections."
        )
    if layout is not None and sections is not None:
        raise click.UsageError(
            "LAYOUT 与 --sections 只能给一个。"
            if zh
            else "A LAYOUT has its own sections: leave out one of LAYOUT and --sections."
        )
    wish = Wish(banks, title or "", seed, _variants(variants, zh), formats_of(formats, zh))
    report = Report()
    if layout is not None:
        order = order_from_layout(layout, wish, report)
    else:
        order = order_from_sections(sections or "", wish, report)
    report.check()
    if order is None:
        raise InputFault(report.diagnostics)
    folder = OutputFolder(
        Path(out) if out else Path("output") / names.safe(order.blueprint.id), order.blueprint.id
    )
    folder.claim(force)
    result = build(order, report)
    report.check()
    assert result is not None
    folder.write(result.files)
    console.diagnostics(report.diagnostics)
    console.json(
        {
            "ok": True,
            "out": str(folder.path),
            "forms": result.forms,
            "diagnostics": _as_json(report, console.language),
        }
    )
    for path, _ in result.files:
        console.result(str(folder.path / path))


def _as_json(report: Any, language: str) -> list[dict[str, Any]]:
    from generator.cli.console import as_json

    return [as_json(d, language) for d in report.diagnostics]


def formats_of(said: str, zh: bool) -> tuple[str, ...]:
    wanted = [part.strip().lower() for part in said.split(",") if part.strip()]
    wrong = [part for part in wanted if part not in FORMATS]
    if wrong or not wanted:
        name = wrong[0] if wrong else said
        raise click.UsageError(
            f"--format 不认识“{name}”；可用 docx、pdf。"
            if zh
            else f"--format does not know “{name}”; there are docx and pdf."
        )
    return tuple(format_ for format_ in FORMATS if format_ in wanted)


def _variants(said: str | None, zh: bool) -> tuple[str, ...]:
    if said is None:
        return ("",)
    names = [part.strip() for part in re.split("[,，]", said) if part.strip()]
    folded = {name.lower() for name in names}
    if not names or len(folded) != len(names) or not all(_VARIANT.fullmatch(name) for name in names):
        raise click.UsageError(
            f"--variants “{said}”应是互不相同的字母或数字，如 A,B。"
            if zh
            else f"--variants “{said}” should be different letters or numbers, as in A,B."
        )
    return tuple(names)
