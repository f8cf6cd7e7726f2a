"""Files that a command writes into a folder of the user's: all of them whole, or none."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` by their paths in `folder`, the last one last. OutputFault: none was written.

    What is there keeps its permissions; a file that nobody is to write is not written over. A link stays one: the file
    it leads to is written, if need be in another folder, after the others.
    """
    from generator.batch.output import WORK
    from generator.batch.swap import swap
    from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

    for name in files:
        if _is_read_only(folder / name):
            place = Location(SourceFile(str(folder / name), []))
            raise OutputFault([Diagnostic("error", "file-read-only", place, {}, "file-read-only")])
    try:
        linked = {name for name in files if (folder / name).is_symlink()}
        here = [(folder / name, content) for name, content in files.items() if name not in linked]
        if here:
            swap(folder / WORK, here, ())
        for name in sorted(linked):
            target = Path(os.path.realpath(folder / name))
            swap(target.parent / WORK, [(target, files[name])], ())
    except OSError as error:
        where = Location(SourceFile(str(folder / list(files)[-1]), []))
        values: dict[str, object] = {"reason": error.strerror or type(error).__name__}
        raise OutputFault([Diagnostic("error", "output-failed", where, values, "another-folder")]) from error


def _is_read_only(path: Path) -> bool:
    """By its own mode, too: the system lets an administrator, and whoever owns the folder, replace any file."""
    try:
        return path.is_file() and not (path.stat().st_mode & _WRITABLE and os.access(path, os.W_OK))
    except (OSError, ValueError):
        return False
