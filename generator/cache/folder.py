"""The user's cache folder: entries of bytes that are found whole or not at all.

EXAMPAPER_CACHE names another folder, or is `off`. The folder may be deleted at any time. Whatever is odd about an
entry, or goes wrong when one is written, it is as if there were none.
"""

from __future__ import annotations

import os
import stat
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from re import fullmatch
from typing import TYPE_CHECKING, NamedTuple

from generator.cache.program import digest_of

if TYPE_CHECKING:
    from generator.cache.program import Maker

MOST_FILES = 100
MOST_BYTES = 200 * 1024 * 1024

_MAGIC = b"exampaper cache\n"
_DIGEST = sha256().digest_size
_HOUR = 3600


class Entry(NamedTuple):
    """Where something is kept, if it is. `key` is a digest of all that it depends on."""

    path: Path
    key: bytes


def entry(kind: str, maker: Maker, *depends: str) -> Entry | None:
    """The entry of a kind, a word, of what a maker makes of things with these digests. None when there is no cache."""
    folder = _folder()
    program = None if folder is None else digest_of(maker)
    if folder is None or program is None:
        return None
    key = sha256(program + repr((kind, depends)).encode())
    return Entry(folder / f"{kind}-{key.hexdigest()}.cache", key.digest())


def _folder() -> Path | None:
    said = os.environ.get("EXAMPAPER_CACHE", "")
    if said:
        return None if said.lower() == "off" else Path(said)
    from platformdirs import user_cache_path

    folder = user_cache_path("exampaper", appauthor=False)
    return folder if folder.is_absolute() else None  # a user may have no home


def load(entry: Entry) -> memoryview | None:
    """What `store` was given, if every byte of it is there and it is the user's own."""
    flags = os.O_RDONLY
    for name in ("O_BINARY", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC"):  # none is known to every system
        flags |= getattr(os, name, 0)
    try:
        with os.fdopen(os.open(entry.path, flags), "rb") as stream:
            status = os.fstat(stream.fileno())
            user = getattr(os, "geteuid", lambda: status.st_uid)()
            if not stat.S_ISREG(status.st_mode) or status.st_uid != user or status.st_size > MOST_BYTES:
                return None
            data = stream.read()
    except OSError:
        return None
    payload = memoryview(data)[len(_MAGIC) + _DIGEST :]
    if data[: len(_MAGIC) + _DIGEST] != _head(entry, payload):
        return None
    with suppress(OSError):
        os.utime(entry.path)  # the entry used longest ago is the first to go
    return payload


def _head(entry: Entry, payload: bytes | memoryview) -> bytes:
    """What stands before a payload. Its digest is of the key too: an entry under another name is none."""
    digest = sha256(entry.key)
    digest.update(payload)
    return _MAGIC + digest.digest()


def store(entry: Entry, payload: bytes) -> None:
    """Keep a payload, in one step for whoever reads at the same time."""
    part = entry.path.with_suffix(f".{os.urandom(16).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        entry.path.parent.mkdir(0o700, parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(part, flags, 0o600), "wb") as stream:
                stream.writelines((_head(entry, payload), payload))
            part.replace(entry.path)
        finally:
            part.unlink(missing_ok=True)
        _sweep(entry.path)
    except OSError:
        pass  # a full disk, a folder that may not be written: then it is made again next time


def _sweep(written: Path) -> None:
    """Remove what was not used for longest, down to the bounds, and what a run that was ended left behind."""
    kept: list[tuple[bool, int, int, Path]] = []
    for path in written.parent.iterdir():
        if fullmatch(r"[a-z]+-[0-9a-f]{64}\.(cache|[0-9a-f]{32}\.part)", path.name):
            status = path.lstat()
            if path.suffix == ".cache":
                kept.append((path == written, status.st_mtime_ns, status.st_size, path))
            elif status.st_mtime < time.time() - _HOUR:
                path.unlink(missing_ok=True)
    size = 0
    for number, (_, _, bytes_, path) in enumerate(sorted(kept, reverse=True), 1):
        size += bytes_
        if number > MOST_FILES or size > MOST_BYTES:
            path.unlink(missing_ok=True)
