"""Files that a run may write anew: whole or not at all, and on the disk before they have their names."""

from __future__ import annotations

import hashlib
import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from generator.batch.record import Record


class Replacing:
    """A file that is being written; counts and hashes what goes in."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        self.name = name
        self._stream = stream
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes) -> None:
        self._stream.write(data)
        self._hash.update(data)
        self._size += len(data)

    def record(self) -> Record:
        return {"path": self.name, "bytes": self._size, "sha256": self._hash.hexdigest()}


@contextmanager
def replacing(folder: Path, name: str, part: Path, before: Callable[[Record], None]) -> Iterator[Replacing]:
    """A file that is written to `part`, and has its `name` in the folder when the block ends well.

    `before` is told of the file when it is whole and has not yet its name.
    """
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with part.open("wb") as stream:
            file = Replacing(name, stream)
            yield file
            stream.flush()
            os.fsync(stream.fileno())
        before(file.record())
        part.replace(target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder, where a system has a way to ask for it."""
    with suppress(OSError):  # Windows opens no folders; some shares do not sync them
        at = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(at)
        finally:
            os.close(at)


def sync_all() -> None:
    """Have the disk keep all that was written, where a system has a way to ask for it."""
    getattr(os, "sync", lambda: None)()
