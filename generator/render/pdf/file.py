"""A PDF file as numbered objects: bodies in, bytes out. Knows the syntax, nothing of pages or fonts."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from generator.render.deflate import deflate

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # the four bytes tell transfer programs that the file is binary
ESCAPES = {ord(c): f"\\{e}" for c, e in ("\\\\", "((", "))", "\rr", "\nn")}


class File:
    """Objects are numbered from 1 in the order they were reserved or added."""

    __slots__ = ("_bodies",)

    def __init__(self) -> None:
        self._bodies: list[bytes | None] = []

    def reserve(self) -> int:
        """A number for an object whose body comes later."""
        self._bodies.append(None)
        return len(self._bodies)

    def put(self, number: int, body: bytes) -> None:
        """The body of a reserved object."""
        self._bodies[number - 1] = body

    def add(self, body: bytes) -> int:
        self._bodies.append(body)
        return len(self._bodies)

    def stream(self, data: bytes, entries: bytes = b"", compress: bool = True) -> int:
        """A stream; `entries` are those of its dictionary beside Length and, if compressed here, Filter."""
        if compress:
            data = deflate(data)
            entries += b"/Filter/FlateDecode"
        return self.add(b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data))

    def finish(self, root: int, info: int) -> bytes:
        """The whole file. Its ID is a digest of its objects, so equal files have equal IDs."""
        pieces = [HEADER]
        offset = len(HEADER)
        table = [b"0000000000 65535 f\r\n"]
        for number, body in enumerate(self._bodies, 1):
            if body is None:
                raise ValueError(f"object {number} was reserved and has no body")
            piece = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            pieces.append(piece)
            table.append(b"%010d 00000 n\r\n" % offset)
            offset += len(piece)
        objects = b"".join(pieces)
        digest = hashlib.sha256(objects).hexdigest()[:32].encode()
        trailer = b"<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%b><%b>]>>" % (
            len(table),
            root,
            info,
            digest,
            digest,
        )
        return b"%bxref\n0 %d\n%btrailer\n%b\nstartxref\n%d\n%%%%EOF\n" % (
            objects, len(table), b"".join(table), trailer, offset,
        )  # fmt: skip


def literal(text: bytes | str) -> bytes:
    """A string object. Bytes stand for themselves; text is ASCII if it can be, else UTF-16 with its mark."""
    if isinstance(text, str):
        plain = text.isascii() and text.isprintable()
        text = text.encode() if plain else b"\xfe\xff" + text.encode("utf-16-be")
    return b"(%b)" % text.decode("latin-1").translate(ESCAPES).encode("latin-1")


@lru_cache(maxsize=16384)  # most numbers of a page are those of another
def real(value: float) -> bytes:
    """A number in its shortest form, to a thousandth: 12, -.5, 3.142."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    if text.startswith("0."):
        return text[1:].encode()
    if text.startswith("-0"):
        return b"-" + text[2:].encode() if len(text) > 2 else b"0"
    return text.encode()
