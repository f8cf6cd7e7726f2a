"""A PDF file as numbered objects: bodies in, bytes out. Knows the syntax, nothing of pages or fonts."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.render.deflate import deflate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # the four bytes tell transfer programs that the file is binary
OBJECT_END = b"\nendobj\n"
ESCAPES = {ord(c): f"\\{e}" for c, e in ("\\\\", "((", "))", "\rr", "\nn")}


class File:
    """Objects are numbered from 1 in the order they were reserved or added.

    Bodies come in pieces, which are joined once, in the whole file: fonts are large.
    """

    __slots__ = ("_bodies", "sha256")

    def __init__(self) -> None:
        self.sha256 = ""  # of the whole file, once it is finished
        self._bodies: list[tuple[bytes, ...] | None] = []

    def reserve(self) -> int:
        """A number for an object whose body comes later."""
        self._bodies.append(None)
        return len(self._bodies)

    def put(self, number: int, *body: bytes) -> None:
        """The body of a reserved object."""
        self._bodies[number - 1] = body

    def add(self, *body: bytes) -> int:
        self._bodies.append(body)
        return len(self._bodies)

    def packed_stream(self, data: bytes, entries: bytes = b"") -> int:
        """A stream whose data is a zlib stream already."""
        return self.stream(data, entries + b"/Filter/FlateDecode", compress=False)

    def stream(self, data: bytes, entries: bytes = b"", compress: bool = True) -> int:
        """A stream; `entries` are those of its dictionary beside Length and, if compressed here, Filter."""
        if compress:
            return self.packed_stream(deflate(data), entries)
        return self.add(b"<<%b/Length %d>>\nstream\n" % (entries, len(data)), data, b"\nendstream")

    def finish(self, root: int, info: int) -> bytes:
        """The whole file. Its ID is a digest of its objects, so equal files have equal IDs."""
        pieces = [HEADER]
        offset = len(HEADER)
        offsets = []
        for number, body in enumerate(self._bodies, 1):
            if body is None:
                raise ValueError(f"object {number} was reserved and has no body")
            head = b"%d 0 obj\n" % number
            pieces += (head, *body, OBJECT_END)
            offsets.append(offset)
            offset += len(head) + sum(map(len, body)) + len(OBJECT_END)
        objects = b"".join(pieces)
        digest = hashlib.sha256(objects)
        tail = _tail(offsets, offset, root, info, digest)
        digest.update(tail)
        self.sha256 = digest.hexdigest()
        return objects + tail


class StreamedFile(File):
    """A file that is written while it is made: of an object that has its body, only the place is kept."""

    __slots__ = ("_digest", "_length", "_offsets", "_write")

    def __init__(self, write: Callable[[bytes], object]) -> None:
        super().__init__()
        self._write = write
        self._digest = hashlib.sha256()
        self._offsets: list[int | None] = []
        self._length = 0
        self._put(HEADER)

    def reserve(self) -> int:
        self._offsets.append(None)
        return len(self._offsets)

    def put(self, number: int, *body: bytes) -> None:
        self._offsets[number - 1] = self._length
        self._put(b"".join((b"%d 0 obj\n" % number, *body, OBJECT_END)))

    def add(self, *body: bytes) -> int:
        number = self.reserve()
        self.put(number, *body)
        return number

    def finish(self, root: int, info: int) -> bytes:
        """Write what closes the file, and return it."""
        offsets = []
        for number, offset in enumerate(self._offsets, 1):
            if offset is None:
                raise ValueError(f"object {number} was reserved and has no body")
            offsets.append(offset)
        tail = _tail(offsets, self._length, root, info, self._digest)
        self._write(tail)
        return tail

    def _put(self, piece: bytes) -> None:
        self._digest.update(piece)
        self._length += len(piece)
        self._write(piece)


def _tail(offsets: Sequence[int], start: int, root: int, info: int, digest: hashlib._Hash) -> bytes:
    """Table and trailer of a file whose objects begin at `offsets` and end at `start`."""
    name = digest.hexdigest()[:32].encode()
    table = b"".join([b"%010d 00000 n\r\n" % offset for offset in offsets])
    size = len(offsets) + 1
    return (
        b"xref\n0 %d\n0000000000 65535 f\r\n%btrailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>"
        b"\nstartxref\n%d\n%%%%EOF\n" % (size, table, size, root, info, name, name, start)
    )


@lru_cache(maxsize=4096)  # titles of questions, which come back in many documents
def literal(text: bytes | str) -> bytes:
    """A string object. Bytes stand for themselves; text is ASCII if it can be, else UTF-16 with its mark."""
    if isinstance(text, str):
        plain = text.isascii() and text.isprintable()
        text = text.encode() if plain else b"\xfe\xff" + text.encode("utf-16-be")
    return b"(%b)" % text.decode("latin-1").translate(ESCAPES).encode("latin-1")


@lru_cache(maxsize=2048)  # most numbers of a page are those of another
def real(value: float) -> bytes:
    """A number in its shortest form, to a thousandth: 12, -.5, 3.142."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:].encode()
    if text.startswith("-0"):
        return b"-" + text[2:].encode() if len(text) > 2 else b"0"
    return text.encode()
