"""`exampaper import`: documents into a bank, with an account of every line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from generator.cli.console import Console

WORDS = {
    "about": (
        "把 Word、文本、Markdown、Excel、CSV、GIFT、Aiken、Moodle XML 和别的题库里的题目写成题库 BANK.yaml，"
        "并逐题说明读出了什么。\n\n"
        "题库已有时，按编号或题干更新，新题加在后面。\n\n例：exampaper import 面试题.docx -o banks/interview.yaml",
        "Write the questions in Word, text, Markdown, Excel, CSV, GIFT, Aiken and Moodle XML files, and those of other "
        "banks, into the bank BANK.yaml, and tell of each what was read.\n\nInto a bank that is there already, "
        "questions go by id or stem, and new ones come last.\n\nExample: exampaper import interview.docx -o banks/interview.yaml",
    ),
    "out": ("要写的题库", "The bank to write."),
    "from": ("文件的格式；不写则看后缀和内容", "The format of the files; by suffix and content if left out."),
    "strict": ("有任何拿不准的地方就不写", "Write nothing when anything is uncertain."),
    "similar": (
        "与题库中已有的题很像、或编号相同而题目不同的题，作为新题加进去",
        "Add as new ones also questions that nearly equal one of the bank, or have the id of quite another.",
    ),
    "update": (
        "用这样的题更新题库里编号为 ID 的题，可以写多次",
        "Let such a question update the bank's question ID; may be given more than once.",
    ),
    "simplified": ("把繁体字转换成简体字", "Convert Traditional Chinese to Simplified."),
}


def command(language: str) -> click.Command:
    from generator.exchange.formats import FORMATS

    column = 0 if language == "zh" else 1
    readable = [name for name, made in FORMATS.items() if made.reads]

    @click.command("import", help=WORDS["about"][column])
    @click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(readable=False))
    @click.option("-o", "--out", "out", required=True, metavar="BANK.yaml", help=WORDS["out"][column])
    @click.option("--from", "from_", type=click.Choice(readable), help=WORDS["from"][column])
    @click.option("--strict", is_flag=True, help=WORDS["strict"][column])
    @click.option("--similar", is_flag=True, help=WORDS["similar"][column])
    @click.option("--update", multiple=True, metavar="ID", help=WORDS["update"][column])
    @click.option("--simplified", is_flag=True, help=WORDS["simplified"][column])
    @json_option(language)
    @lang_option(language)
    @click.pass_obj
    def import_(
        console: Console,
        /,
        files: tuple[str, ...],
        out: str,
        from_: str | None,
        strict: bool,
        similar: bool,
        update: tuple[str, ...],
        simplified: bool,
    ) -> None:
        from generator.cli.intakes import take_in
        from generator.exchange.bring_in import Wish

        paths = [Path(file) for file in files]
        wish = Wish(paths, Path(out), from_ or "", similar, simplified, frozenset(update))
        take_in(console, wish, strict)

    return import_
