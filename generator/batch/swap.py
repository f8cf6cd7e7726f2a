"""New files in the place of old ones, all of them or none.

New files wait in a folder of their own until every one is on the disk. Each then takes the place of the old one in
one step, so that whoever looks, or comes after a power cut, finds the one or the other; the old one is kept for the
way back until all are in place.
"""

from __future__ import annotations

import os
import shutil
import stat
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NEW, _OLD = "new", "old"


class NotRestored(OSError):
    """The swap failed, and so did the way back: old files are left in the work folder."""


class _Done(NamedTuple):
    """A step that was taken: what stands at `target` now was at `new`, what stood there is at `old`."""

    target: Path
    new: Path | None
    old: Path | None


def swap(work: Path, files: Sequence[tuple[Path, bytes]], stale: Iterable[Path]) -> None:
    """Write `files` in their order and take `stale` away. OSError: it failed, and all is as it was.

    All of them lie in the folder that `work` lies in, or below it. `work` is ours alone, and gone afterwards.
    """
    made: list[Path] = []
    done: list[_Done] = []
    try:
        clear(work)
        _make_folder(work, made)
        for target, content in files:
            new = _place(work, _NEW, target)
            _write(new, content)
            _keep_mode(target, new)
        for path in stale:
            if _is_file(path):
                old = _place(work, _OLD, path)
                path.replace(old)
                done.append(_Done(path, None, old))
        for target, _ in files:
            _make_folder(target.parent, made)
            new, kept = work / _NEW / target.relative_to(work.parent), _kept(work, target)
            new.replace(target)
            done.append(_Done(target, new, kept))
    except BaseException as error:
        _undo(done, error)
        with suppress(OSError):
            clear(work)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise
    with suppress(OSError):  # all is done; the next run tries again
        clear(work)


def clear(work: Path) -> None:
    """Remove what is left of a run: this one, or one that was killed. What that had taken away goes back.

    A run has come to its end when no new file waits any more. Of one that has not, an old file whose place is empty
    may be the only copy there is.
    """
    if not work.is_dir():
        return
    waiting = list(_files(work / _NEW))
    for old in _files(work / _OLD):
        place = work.parent / old.relative_to(work / _OLD)
        if waiting and not os.path.lexists(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            old.replace(place)
        else:
            old.unlink()
    for new in waiting:
        new.unlink()
    for part in (_OLD, _NEW):
        for folder, _, _ in os.walk(work / part, topdown=False):
            Path(folder).rmdir()
    work.rmdir()


def _files(folder: Path) -> Iterator[Path]:
    """The files in a folder and below; links are files, whatever they lead to."""
    for inside, folders, names in os.walk(folder):
        for name in (*names, *folders):
            path = Path(inside, name)
            if name in names or path.is_symlink():
                yield path


def _place(work: Path, kind: str, target: Path) -> Path:
    """Where a file waits, or is kept, in the work folder."""
    place = work / kind / target.relative_to(work.parent)
    place.parent.mkdir(parents=True, exist_ok=True)
    return place


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _keep_mode(target: Path, new: Path) -> None:
    """Who may read and write a file stays as its owner has set it."""
    with suppress(OSError, ValueError):
        new.chmod(stat.S_IMODE(target.stat().st_mode))


def _is_file(path: Path) -> bool:
    return os.path.isfile(path) or os.path.islink(path)  # noqa: PTH113, PTH114 (pathlib's raise for odd names)


def _kept(work: Path, target: Path) -> Path | None:
    """A second name for the file at `target`, or a copy where the disk has no such; None where there is no file."""
    if not _is_file(target):
        return None
    old = _place(work, _OLD, target)
    if not target.is_symlink():
        with suppress(OSError, NotImplementedError):
            old.hardlink_to(target)
            return old
    shutil.copy2(target, old, follow_symlinks=False)
    return old


def _undo(done: Sequence[_Done], error: BaseException) -> None:
    failed = None
    for target, new, old in reversed(done):
        try:
            if old is not None:
                old.replace(target)
            elif new is not None:
                target.replace(new)
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
