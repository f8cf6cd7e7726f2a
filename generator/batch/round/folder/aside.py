"""What lies where a file of the round belongs, and is not ours: it is moved below `replaced/`, never removed."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from generator.batch.round.folder.deliver import give_name
from generator.batch.round.folder.workplace import noted

if TYPE_CHECKING:
    from pathlib import Path

REPLACED = "replaced"
_SECTOR = 512  # bytes that a disk writes whole or not at all


def set_aside(path: Path, folder: Path) -> Path:
    """Move a file of `folder` to the same place below `replaced/`, never over another; where it lies now."""
    wanted = folder / REPLACED / path.relative_to(folder)
    wanted.parent.mkdir(parents=True, exist_ok=True)
    place = _claimed(wanted)
    try:
        path.replace(place)
    except BaseException:
        place.unlink(missing_ok=True)
        raise
    return place


def _claimed(wanted: Path) -> Path:
    """A name that nobody else has, taken by an empty file: the wanted one, or that with a number."""
    place, number = wanted, 1
    while True:
        try:
            with place.open("xb"):
                return place
        except FileExistsError:
            number += 1
            place = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")


class Room:
    """Makes room for papers in a folder where an earlier run was stopped, or its papers were damaged since."""

    def __init__(self, folder: Path, work: Path) -> None:
        self._folder = folder
        self._work = work

    def make(self, path: Path, found: bytes, data: bytes) -> None:
        """Take away what was `found` at `path`, where `data` is to be. Only what an earlier run wrote there is removed."""
        try:
            place = set_aside(path, self._folder)
        except FileNotFoundError:  # another worker has done it
            return
        moved = place.read_bytes()
        if moved != found and _put_back(place, path):  # another worker had just delivered it
            return
        if is_left_of(moved, data) or self._is_noted(path, moved):
            place.unlink()

    def _is_noted(self, path: Path, data: bytes) -> bool:
        """Whether a worker noted just these bytes for this place, in a run that another list has gone on with."""
        name, digest = path.relative_to(self._folder).as_posix(), hashlib.sha256(data).hexdigest()
        files = (file for done in noted(self._work) for file in done.files)
        return any((file["path"], file["sha256"]) == (name, digest) for file in files)


def _put_back(place: Path, path: Path) -> bool:
    """Give a file back the name it had; whether nobody else has taken it."""
    try:
        give_name(place, path)
    except FileExistsError:
        return False
    place.unlink(missing_ok=True)
    return True


def is_left_of(found: bytes, data: bytes) -> bool:
    """Whether `found` is what a power cut leaves of `data`: cut short, or with sectors of zeros that were not written."""
    return len(found) <= len(data) and all(
        sector == data[at : at + len(sector)] or not any(sector)
        for at in range(0, len(found), _SECTOR)
        if (sector := found[at : at + _SECTOR])
    )


def replaced(folder: Path) -> list[str]:
    """The files that were set aside in a round's folder, this time or earlier. Folders that hold none are removed."""
    below = folder / REPLACED
    files = sorted(path for path in below.rglob("*") if path.is_symlink() or path.is_file())
    for path in (*sorted((p for p in below.rglob("*") if p.is_dir()), reverse=True), below):
        with suppress(OSError):
            path.rmdir()
    return [path.relative_to(folder).as_posix() for path in files if path.is_symlink() or path.stat().st_size]
