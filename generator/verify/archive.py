"""The ZIP archives that office files are, and their XML, read with bounds: no bombs, no entities, nothing behind."""

from __future__ import annotations

import io
import zipfile
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from generator.verify.reading import Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ALIKE = ("styles.xml", "settings.xml", "fontTable.xml", "theme1.xml", ".rels", "[Content_Types].xml")
MOST_PARTS = 2000
MOST_BYTES = 200 << 20  # of all parts together


def parts_of(data: bytes) -> tuple[dict[str, bytes], str]:
    """The parts by name, and what stands in the archive beside them: comments and extra fields. Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise Unreadable("verify-too-big")
            if len({entry.filename for entry in entries}) != len(entries):
                raise Unreadable("verify-part-twice")
            beside = [archive.comment, *(field for e in entries for field in (e.comment, e.extra))]
            length = archive.start_dir + sum(
                46 + len(e.filename.encode()) + len(e.extra) + len(e.comment) for e in entries
            )
            beside.append(data[length + 22 + len(archive.comment) :])
            beside.append(data[: min((e.header_offset for e in entries), default=0)])
            parts = {entry.filename: archive.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as bad:
        raise Unreadable("verify-broken-archive", reason=str(bad)) from None
    return parts, " ".join(field.decode("utf-8", "replace") for field in beside if field)


def xml(data: bytes, name: str) -> Element:
    """The root of a part, not to be changed. Unreadable: it is no XML, or has what ours never has."""
    if b"<!" in data:
        raise Unreadable("verify-broken-part", name=name)
    try:
        return _shared(data) if name.endswith(_ALIKE) else ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        raise Unreadable("verify-broken-part", name=name) from None


@lru_cache(maxsize=64)
def _shared(data: bytes) -> Element:
    """Files of one style have these parts alike."""
    return ElementTree.fromstring(data)
