"""Files brought to their places: whole or not at all, and never over another."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EEXIST
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Occupied(OSError):
    """Another file has the name."""


def deliver(path: Path, data: bytes, waiting: Path, aside: Path | None) -> None:
    """Put `data` at `path`. It waits, until it is whole, in the folder `waiting` on the same disk.

    The same bytes may be there already: from a run that was stopped, or from another worker. Other bytes are moved to
    the folder `aside`, where a power cut may have left our own in halves; Occupied: they are, and there is no such folder.
    """
    part = waiting / f"{os.urandom(16).hex()}.part"
    try:
        with part.open("xb") as stream:
            stream.write(data)
        try:
            _name(part, path)
        except FileExistsError:
            if path.is_symlink() or not path.is_file():
                raise Occupied(EEXIST, os.strerror(EEXIST), str(path)) from None
            if path.read_bytes() != data:
                if aside is None:
                    raise Occupied(EEXIST, os.strerror(EEXIST), str(path)) from None
                path.replace(aside / f"{os.urandom(16).hex()}.old")
                _name(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _name(part: Path, path: Path) -> None:
    """Give the file its name. FileExistsError: there is one of that name."""
    try:
        os.link(part, path)
    except FileExistsError:
        if path.is_symlink() or not path.is_file() or path.stat().st_size:
            raise
        part.replace(path)  # its name was taken by an empty file: see _claim
    except OSError:
        # A disk without links (FAT, some shares), or another fault that shows itself here again.
        _claim(path)
        try:
            part.replace(path)
        except OSError:
            with suppress(OSError):
                path.unlink()
            raise


def _claim(path: Path) -> None:
    """Take a name by an empty file, which only the first can make. One that a kill left behind is taken over."""
    try:
        with path.open("xb"):
            pass
    except FileExistsError:
        if path.is_symlink() or not path.is_file() or path.stat().st_size:
            raise
