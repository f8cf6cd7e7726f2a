"""What is measured and drawn with the faces that came with the installation, kept for other processes.

Fonts from elsewhere are files that anybody may change, so nothing of theirs is kept.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

from generator import cache
from generator.render.pdf.fontfile import installed_file

if TYPE_CHECKING:
    from collections.abc import Iterable

SETTER = cache.Maker(
    ("numbering.py", "model", "render"),
    (("uharfbuzz", "_version.py"), ("pyphen", "__init__.py")),
)
"""All that flows and glyphs depend on beside the fonts."""


def entry(kind: str, faces: Iterable[str], *digests: str) -> cache.Entry | None:
    """Where what depends on these faces is kept; None where it cannot be."""
    marks = [_mark(face) for face in faces]
    return cache.entry(kind, SETTER, *digests, *marks) if all(marks) else None


def _mark(face: str) -> str:
    """What tells the font of a face from others; empty where there is no telling."""
    found = installed_file(face)
    if found is None:
        return ""
    file, version = found
    try:
        status = file.stat()
    except OSError:
        return ""
    return f"{face} {version} {status.st_size} {status.st_mtime_ns}"


def load(entry: cache.Entry | None) -> Any:
    """What `store` was given, or None."""
    payload = cache.load(entry) if entry else None
    return None if payload is None else marshal.loads(payload)


def store(entry: cache.Entry, plain: Any) -> None:
    """Keep plain values: numbers, strings and bytes, in tuples, lists, dicts and frozen sets."""
    cache.store(entry, marshal.dumps(plain))
