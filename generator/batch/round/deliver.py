"""Files brought to their places: whole or not at all, and never over another."""

from __future__ import annotations

import os
from contextlib import suppress
from errno import EEXIST, ENOSYS, ENOTSUP, EPERM
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NO_LINKS = frozenset({EPERM, ENOTSUP, ENOSYS, getattr(os, "EOPNOTSUPP", ENOTSUP)})


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
            _link(part, path)
        except FileExistsError:
            if path.is_symlink() or not path.is_file():
                raise Occupied(EEXIST, os.strerror(EEXIST), str(path)) from None
            if path.read_bytes() != data:
                if aside is None:
                    raise Occupied(EEXIST, os.strerror(EEXIST), str(path)) from None
                path.replace(aside / f"{os.urandom(16).hex()}.old")
                _link(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _link(part: Path, path: Path) -> None:
    """Give the file its name, unless there is one of that name."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A disk without links (FAT, some shares): a rename there may take another's place, so look first.
        if path.exists() or path.is_symlink():
            raise FileExistsError(EEXIST, os.strerror(EEXIST), str(path)) from None
        part.rename(path)
