"""The command `exampaper`: one file a command, each imported when it is called."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import click
    from click.shell_completion import CompletionItem

    from generator.cli.console import Console

COMMANDS = {  # name: (Chinese, English)
    "build": ("生成试卷和答案（DOCX、PDF）", "make a paper and its answer key (DOCX, PDF)"),
    "batch": ("按候选人名单成批出卷", "make the papers of a hiring round"),
    "verify": ("核验写出的试卷和答案", "prove that what was written is whole"),
    "check": ("检查题库、试卷结构和样式文件", "check banks, layouts and styles"),
    "stats": ("统计题库，看能抽出多少份不同的试卷", "count a bank, and the papers it can make"),
    "import": ("把已有的文档读成题库", "read documents into a bank"),
    "export": ("把题库写成别的格式", "write a bank in another format"),
    "new": ("写出一套起步用的题库、试卷结构和样式", "write a bank, a layout and a style to start from"),
    "completion": ("给出命令行补全的脚本", "print a script that completes command lines"),
}
EXIT_INPUT = 1
EXIT_USAGE = 2
EXIT_OUTPUT = 4
EXIT_INTERRUPTED = 130


def language_of(arguments: Sequence[str]) -> str:
    """The language of messages: `--lang`, else EXAMPAPER_LANG, else the locale; "zh" or "en"."""
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang" and place + 1 < len(arguments):
            return _known(arguments[place + 1])
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
    for name in ("EXAMPAPER_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return _known(os.environ[name])
    if sys.platform == "win32":
        import locale

        return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"
    return "en"


def _known(said: str) -> str:
    return "zh" if said.lower().startswith("zh") else "en"


def program(language: str) -> click.Group:
    """The click program, with its help in `language`."""
    import click

    from generator import __version__
    from generator.cli.options import lang_option

    zh = language == "zh"

    class Commands(click.Group):
        def list_commands(self, ctx: click.Context) -> list[str]:
            return list(COMMANDS)

        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            if cmd_name not in COMMANDS:
                return None
            module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
            found: click.Command = import_module(f"generator.cli.{module}").command(language)
            return found

        def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
            # The list must not import the commands to say what they do.
            with formatter.section("命令" if zh else "Commands"):
                formatter.write_dl([(name, words[0 if zh else 1]) for name, words in COMMANDS.items()])

        def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem[str]]:
            from click.shell_completion import CompletionItem

            names = [name for name in COMMANDS if name.startswith(incomplete)]
            commands = [CompletionItem(name, help=COMMANDS[name][0 if zh else 1]) for name in names]
            return commands + click.Command.shell_complete(self, ctx, incomplete)

    about = (
        "从题库和试卷结构生成试卷与答案，DOCX 与 PDF。\n\n"
        "例：exampaper build layouts/cs-supervisor.yaml --variants A,B"
        if zh
        else "Candidate papers and answer keys from question banks, as DOCX and PDF.\n\n"
        "Example: exampaper build layouts/cs-supervisor.yaml --variants A,B"
    )
    group = Commands(name="exampaper", help=about, no_args_is_help=True)
    lang_option(language)(group)
    click.version_option(__version__, prog_name="exampaper", help="显示版本" if zh else "Show the version.")(
        group
    )
    return group


def main() -> None:
    """Run the program; never shows a traceback."""
    # What is read is kept to the end, and next to nothing is circular: looking for garbage takes a tenth
    # of a run and finds none.
    gc.disable()
    status = run(sys.argv[1:])
    gc.freeze()  # nor does it at the end
    sys.exit(status)


def run(arguments: list[str]) -> int:
    """Run with `arguments` and return the exit status."""
    from generator.cli.console import Console, flush, prepare_streams, silence

    prepare_streams()
    language = language_of(arguments)
    console = Console(language, as_json="--json" in arguments)
    try:
        status = _call(arguments, language, console)
        flush()
    except KeyboardInterrupt:
        status = EXIT_INTERRUPTED
        console.say("已停止。" if language == "zh" else "Stopped.")
    except BrokenPipeError:  # who asked for help has seen enough; a run goes on when that happens
        status = 0
        silence()
    except OSError as error:
        status = EXIT_OUTPUT
        with suppress(OSError):
            console.unwritten(error)
        silence()
    return status


def _call(arguments: list[str], language: str, console: Console) -> int:
    """OSError: standard output or error cannot be written."""
    import click

    from generator.diagnostics import InputFault, OutputFault

    group = program(language)
    try:
        if os.environ.get("_EXAMPAPER_COMPLETE"):
            from generator.cli.shells import respond

            return respond(group)
        # Not click's `main`: it ends the process on a closed pipe, and takes an interrupt for its own.
        with group.make_context("exampaper", list(arguments), obj=console) as context:
            group.invoke(context)
        return 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        return 0
    except click.ClickException as error:
        console.usage(error)
        return EXIT_USAGE
    except InputFault as fault:
        console.faults(fault.diagnostics)
        return EXIT_INPUT
    except OutputFault as fault:
        console.faults(fault.diagnostics)
        return EXIT_OUTPUT
    except Exception as error:  # a bug of ours: one line, and how to tell us
        if os.environ.get("EXAMPAPER_DEBUG") or (isinstance(error, OSError) and error.filename is None):
            raise  # an error without a file is of a stream
        console.bug(error)
        return EXIT_INPUT
