"""Files that a command writes into a folder of the user's: all of them whole, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_whole(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` by their paths in `folder`, the last one last. OutputFault: none was written."""
    from generator.batch.output import WORK
    from generator.batch.swap import swap
    from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

    try:
        swap(folder / WORK, [(folder / name, content) for name, content in files.items()], ())
    except OSError as error:
        where = Location(SourceFile(str(folder / list(files)[-1]), []))
        values: dict[str, object] = {"reason": error.strerror or type(error).__name__}
        raise OutputFault([Diagnostic("error", "output-failed", where, values, "another-folder")]) from error
