"""New files in the place of old ones, all of them or none.

New files wait in a folder of their own until every one is on the disk; old files are moved there as the new ones
take their places. So the way back is the same moves backwards.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    Moves = list[tuple[Path, Path]]


class NotRestored(OSError):
    """The swap failed, and so did the way back: old files are left in the work folder."""


def swap(work: Path, files: Sequence[tuple[Path, bytes]], stale: Iterable[Path]) -> None:
    """Write `files` in their order and take `stale` away. OSError: it failed, and all is as it was.

    `work` is a folder on the same disk; it is ours alone, and gone afterwards.
    """
    made: list[Path] = []
    moves: Moves = []
    try:
        clear(work)
        _make_folder(work, made)
        for place, (_, content) in enumerate(files):
            _write(work / f"{place}.new", content)
        for place, path in enumerate(stale):
            _move_aside(path, work / f"stale-{place}.old", moves)
        for place, (target, _) in enumerate(files):
            _make_folder(target.parent, made)
            _move_aside(target, work / f"{place}.old", moves)
            _move(work / f"{place}.new", target, moves)
    except BaseException as error:
        _undo(moves, error)
        with suppress(OSError):
            clear(work)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    with suppress(OSError):  # all is done; the next run tries again
        clear(work)


def clear(work: Path) -> None:
    """Remove what is left of a run: this one, or one that was killed."""
    if work.is_dir():
        for path in [*work.glob("*.new"), *work.glob("*.old")]:
            path.unlink()
        work.rmdir()


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _move(source: Path, target: Path, moves: Moves) -> None:
    source.replace(target)
    moves.append((source, target))


def _move_aside(path: Path, aside: Path, moves: Moves) -> None:
    """Make room at `path`; never by moving a folder."""
    if os.path.isfile(path) or os.path.islink(path):  # noqa: PTH113, PTH114 (pathlib's raise for odd names)
        _move(path, aside, moves)


def _undo(moves: Moves, error: BaseException) -> None:
    failed = None
    for source, target in reversed(moves):
        try:
            target.replace(source)
        except OSError as another:
            failed = another
    if failed is not None:
        raise NotRestored(failed.errno, failed.strerror) from error


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        made.append(path)
