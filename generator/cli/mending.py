"""`exampaper check --fix`: banks mended in place, and what is said of it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from generator.cli.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.cli.console import Console
    from generator.model.question import Bank
    from generator.review import Change


WORDS = {
    "changed": ("“{before}”改为“{after}”", "“{before}” is now “{after}”"),
    "gone": ("删去“{before}”", "“{before}” is gone"),
}


def mend_files(banks: Iterable[Bank]) -> list[Change]:
    """Mend the files of banks that were read without faults but gaps. OutputFault: they cannot be written."""
    from generator.review import mend

    folders: dict[Path, dict[str, bytes]] = defaultdict(dict)
    changes: list[Change] = []
    for bank in banks:
        mended = mend(bank)
        if mended is not None:
            folders[mended.path.parent][mended.path.name] = mended.content
            changes += mended.changes
    for folder, files in folders.items():
        write_whole(folder, files)
    return changes


def told(console: Console, changes: Iterable[Change]) -> None:
    """Each change in a line: where it is, and the text before and after."""
    column = 0 if console.language == "zh" else 1
    for change in changes:
        file, line, _ = change.location
        words = WORDS["changed" if change.after else "gone"][column]
        said = words.format(before=change.before, after=change.after)
        console.result(f"{file.name}:{line}{'：' if column == 0 else ': '}{said}")


def as_json(change: Change) -> dict[str, Any]:
    file, line, column = change.location
    return {
        "file": file.name,
        "line": line,
        "column": column,
        "before": change.before,
        "after": change.after,
    }
