"""`exampaper completion`: a script that completes command lines, and what stands for each of their parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem

    from generator.cli.console import Console

    Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]

SHELLS = ("bash", "zsh", "fish")
VARIABLE = "_EXAMPAPER_COMPLETE"  # set by the script when it asks

WORDS = {
    "about": (
        "给出一段脚本，shell 载入以后，按 Tab 键就能补全命令、选项和文件名。\n\n"
        '例：\n\n\b\n  eval "$(exampaper completion bash)"    # 写进 ~/.bashrc\n'
        '  eval "$(exampaper completion zsh)"     # 写进 ~/.zshrc，放在 compinit 之后\n'
        "  exampaper completion fish | source     # 写进 ~/.config/fish/config.fish",
        "Print a script that teaches your shell to complete commands, options and files with the Tab key.\n\n"
        'Examples:\n\n\b\n  eval "$(exampaper completion bash)"    # in ~/.bashrc\n'
        '  eval "$(exampaper completion zsh)"     # in ~/.zshrc, after compinit\n'
        "  exampaper completion fish | source     # in ~/.config/fish/config.fish",
    ),
}


def command(language: str) -> click.Command:
    column = 0 if language == "zh" else 1

    @click.command("completion", help=WORDS["about"][column])
    @click.argument("shell", type=click.Choice(SHELLS))
    @json_option(language)
    @lang_option(language)
    @click.pass_obj
    def completion(console: Console, /, shell: str) -> None:
        from generator.cli.shells import script

        written = script(shell)
        console.json({"ok": True, "shell": shell, "script": written, "diagnostics": []})
        if not console.as_json:
            click.echo(written.encode(), nl=False)  # bytes: no shell wants the line ends of Windows

    return completion


# What parameters complete to: passed to click as `shell_complete` -----------------------------------


def sources(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    """YAML files, and folders that may hold some. The shell lists them."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def folders(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


def listed(choices: tuple[str, ...]) -> Completer:
    """Some of `choices`, with commas between them."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem[str]]:
        from click.shell_completion import CompletionItem

        before, comma, last = incomplete.rpartition(",")
        left = [choice for choice in choices if choice not in before.split(",")]
        return [CompletionItem(before + comma + choice) for choice in left if choice.startswith(last)]

    return complete
