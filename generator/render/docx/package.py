"""The ZIP that a DOCX is: small, and the same bytes for the same parts.

An Entry is a part already packed. One that does not depend on the document is packed once and
written many times.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

from generator.render.deflate import raw_deflate

if TYPE_CHECKING:
    from collections.abc import Iterable

_STORED, _DEFLATED = 0, 8
_VERSION = 20  # deflate needs a reader of version 2.0
_DATE = 0x21  # 1980-01-01, the first day ZIP knows: plainly not a date anything happened
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")


class Entry(NamedTuple):
    name: bytes  # ASCII
    packed: bytes
    size: int  # unpacked
    crc: int  # of the unpacked bytes
    method: int


class Unpacked(NamedTuple):
    """A part made for one document."""

    name: str
    data: bytes

    def entry(self) -> Entry:
        return deflated(self.name, self.data)


def deflated(name: str, data: bytes | bytearray) -> Entry:
    return Entry(name.encode("ascii"), raw_deflate(data), len(data), zlib.crc32(data), _DEFLATED)


def stored(name: str, data: bytes) -> Entry:
    """For data that is packed already, such as pictures."""
    return Entry(name.encode("ascii"), data, len(data), zlib.crc32(data), _STORED)


def archive(entries: Iterable[Entry]) -> bytes:
    parts: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, packed, size, crc, method in entries:
        common = (_VERSION, 0, method, 0, _DATE, crc, len(packed), size, len(name), 0)
        parts += (_LOCAL.pack(b"PK\3\4", *common), name, packed)
        directory += (_CENTRAL.pack(b"PK\1\2", _VERSION, *common, 0, 0, 0, 0, offset), name)
        offset += _LOCAL.size + len(name) + len(packed)
    listing = b"".join(directory)
    count = len(directory) // 2
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*parts, listing, end))
