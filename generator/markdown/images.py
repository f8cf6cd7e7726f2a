"""Pictures named in a text: only PNG and JPEG files inside the bank's folder, told by what they are."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from generator.model.content import Image

_MIB = 1 << 20
MAX_BYTES = 20 * _MIB
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")  # a drive letter is one too
_MAGIC = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class ImageFault(NamedTuple):
    """Why a picture is refused: the code of a message, its hint, and its further values."""

    code: str
    hint: str
    values: dict[str, object] = {}  # noqa: RUF012  (never changed)


def load(written: str, alt: str, folder: Path) -> Image | ImageFault:
    """The picture a text names by a path relative to `folder`.

    Backslashes separate, and percent escapes count, as editors write them; so it is the same on every system.
    """
    path = unquote(written).replace("\\", "/")
    if path.startswith("/") or _SCHEME.match(path):
        return ImageFault("image-not-relative", "image-beside-bank")
    if Path(os.path.normpath(path)).parts[:1] == ("..",):
        return ImageFault("image-outside", "image-beside-bank")
    try:
        home = folder.resolve(strict=True)
        file = (home / path).resolve(strict=True)
        if not file.is_relative_to(home):
            return ImageFault("image-outside", "image-beside-bank")
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return ImageFault("image-not-a-file", "image-name")
        if status.st_size > MAX_BYTES:
            sizes: dict[str, object] = {"limit": MAX_BYTES // _MIB, "size": -(-status.st_size // _MIB)}
            return ImageFault("image-too-large", "image-smaller", sizes)
        digest = _digest(str(file), status.st_mtime_ns, status.st_size)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return ImageFault("image-missing", "image-name")
    except (OSError, RuntimeError) as fault:  # before Python 3.13 a loop of links is a RuntimeError
        reason = getattr(fault, "strerror", None) or type(fault).__name__
        return ImageFault("image-unreadable", "", {"reason": reason})
    return Image(str(file), digest, alt) if digest else ImageFault("image-format", "image-convert")


@lru_cache(maxsize=4096)
def _digest(path: str, modified: int, size: int) -> str:
    """sha256 of a picture's bytes; empty for what is none. A changed file is another key."""
    data = Path(path).read_bytes()
    return hashlib.sha256(data).hexdigest() if data.startswith(_MAGIC) else ""
