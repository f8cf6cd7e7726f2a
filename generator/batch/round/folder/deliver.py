"""Papers brought to their places: whole or not at all, and never over another file."""

# The interpreter keeps every name that was ever part of a Path, and these are thousands.
# ruff: noqa: PTH105, PTH108, PTH116, PTH123

from __future__ import annotations

import os
from contextlib import suppress
from errno import EEXIST
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    MakeRoom = Callable[[Path, bytes, bytes], None]


class Occupied(OSError):
    """Another file has the name."""


def deliver(path: Path, data: bytes, waiting: Path, make_room: MakeRoom | None) -> None:
    """Put `data` at `path`. It waits, until it is whole, in the folder `waiting` on the same disk.

    The same bytes may be there already: from a run that was stopped, or from another worker. `make_room` is told the
    path, what was found there and `data`, and takes away what was found. Occupied: there are other bytes, and no
    `make_room`. FileNotFoundError: the run is over, for its folder `waiting` is gone.
    """
    part = f"{waiting}/{os.urandom(16).hex()}.part"
    try:
        with open(part, "xb") as stream:
            stream.write(data)
        while True:
            with suppress(FileExistsError):
                give_name(part, path)
                return
            if path.is_symlink() or (path.exists() and not path.is_file()):
                raise Occupied(EEXIST, os.strerror(EEXIST), str(path))
            try:
                found = path.read_bytes()
            except FileNotFoundError:  # another worker makes room
                continue
            if found == data:
                return
            if make_room is None:
                raise Occupied(EEXIST, os.strerror(EEXIST), str(path))
            make_room(path, found, data)
    finally:
        with suppress(OSError):
            os.unlink(part)


def give_name(part: str | Path, path: Path) -> None:
    """Give a file its name. FileExistsError: there is one of that name. FileNotFoundError: `part` is gone."""
    try:
        os.link(part, path)
    except FileNotFoundError:
        raise
    except FileExistsError:
        if not _is_empty(path):
            raise
        os.replace(part, path)  # its name was taken by an empty file: see _claim
    except OSError:
        # A disk without links (FAT, some shares), or another fault that shows itself here again.
        os.stat(part)
        _claim(path)
        try:
            os.replace(part, path)
        except OSError:
            with suppress(OSError):
                if _is_empty(path):  # and not by now the whole file of another worker
                    path.unlink()
            raise


def _claim(path: Path) -> None:
    """Take a name by an empty file, which only the first can make. One that a kill left behind is taken over."""
    try:
        with path.open("xb"):
            pass
    except FileExistsError:
        if not _is_empty(path):
            raise


def _is_empty(path: Path) -> bool:
    return not path.is_symlink() and path.is_file() and not path.stat().st_size
