"""`exampaper new`: a starter bank, layout and style to edit."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.completion import folders
from generator.cli.options import json_option, lang_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.cli.console import Console
    from generator.diagnostics import Diagnostic

STARTER = Path(__file__).parents[1] / "starter"  # a folder for each language
SCHEMAS = Path(__file__).parents[1] / "schemas"  # what editors check the files by as one types
LAYOUT = "layouts/office-assistant.yaml"

WORDS = {
    "about": (
        "在文件夹 DIR 里写出一套起步用的题库、试卷结构和样式，字段都有注释，照着改就行。\n\n"
        "DIR 应当还不存在，或者是空的。\n\n例：exampaper new 招聘 --lang zh",
        "Write a bank, a layout and a style to start from into the folder DIR; comments tell what each field is for.\n\n"
        "DIR must not exist yet, or be empty.\n\nExample: exampaper new recruiting --lang en",
    ),
    "lang": ("消息和所写文件的语言", "Language of messages and of the files."),
    "no-name": ("请写出文件夹的名字。", "Give the folder a name."),
    "next": (
        "按注释改好以后，生成试卷和答案：",
        "Edit them as their comments say. To make the paper and its key:",
    ),
}


def command(language: str) -> click.Command:
    column = 0 if language == "zh" else 1

    @click.command("new", help=WORDS["about"][column])
    @click.argument("folder", metavar="DIR", shell_complete=folders)
    @json_option(language)
    @lang_option(language, WORDS["lang"])
    @click.pass_obj
    def new(console: Console, /, folder: str) -> None:
        if not folder:
            raise click.UsageError(WORDS["no-name"][column])
        _new(console, Path(folder))

    return new


def _new(console: Console, folder: Path) -> None:
    _claim(folder)
    written = dict(_starter(console.language))
    _write(folder, written)
    files = [str(folder / name) for name in written]
    build = ["exampaper", "build", _apart_from_options(str(folder / LAYOUT))]
    console.json({"ok": True, "out": str(folder), "files": files, "next": build, "diagnostics": []})
    for file in files:
        console.result(file)
    console.result(f"\n{WORDS['next'][0 if console.language == 'zh' else 1]}\n  {_typed(build)}")


def _starter(language: str) -> Iterable[tuple[str, bytes]]:
    """Path, with forward slashes, and content of each file."""
    for path in sorted((STARTER / language).glob("*/*.yaml")):
        yield path.relative_to(STARTER / language).as_posix(), path.read_bytes()
    for path in sorted(SCHEMAS.glob("*.json")):
        yield f"schemas/{path.name}", path.read_bytes()


def _claim(folder: Path) -> None:
    """Make sure that `folder` is missing or empty. OutputFault: it is not."""
    from generator.batch.output import WORK
    from generator.diagnostics import OutputFault

    try:
        if any(part.is_symlink() and not part.exists() for part in (folder, *folder.parents)):
            raise OutputFault([_fault(folder, "output-dangling", "another-folder")])
        if folder.exists() and not folder.is_dir():
            raise OutputFault([_fault(folder, "output-not-folder", "another-folder")])
        # What is left of a run that was killed is not of the user's, and is taken away.
        if folder.exists() and any(path.name != WORK for path in folder.iterdir()):
            raise OutputFault([_fault(folder, "output-not-ours", "new-folder")])
    except OSError as error:
        raise _denied(folder, "output-denied", error) from error


def _write(folder: Path, written: dict[str, bytes]) -> None:
    """All files or none. OutputFault: none."""
    from generator.batch.output import WORK
    from generator.batch.swap import NotRestored, swap

    try:
        swap(folder / WORK, [(folder / name, content) for name, content in written.items()], ())
    except NotRestored as error:
        raise _denied(folder, "output-mixed", error) from error
    except OSError as error:
        raise _denied(folder, "output-failed", error) from error


def _denied(folder: Path, code: str, error: OSError) -> Exception:
    from generator.batch.output import WORK
    from generator.diagnostics import OutputFault

    reason = error.strerror or type(error).__name__
    return OutputFault([_fault(folder, code, "another-folder", reason=reason, kept=WORK)])


def _fault(folder: Path, code: str, hint: str, **values: object) -> Diagnostic:
    from generator.diagnostics import Diagnostic, Location, SourceFile

    return Diagnostic("error", code, Location(SourceFile(str(folder), [])), values, hint)


def _apart_from_options(path: str) -> str:
    return f".{os.sep}{path}" if path.startswith("-") else path


def _typed(command: list[str]) -> str:
    """A command as the user's shell wants it typed."""
    if os.name == "nt":
        import subprocess

        return subprocess.list2cmdline(command)
    import shlex

    return shlex.join(command)
