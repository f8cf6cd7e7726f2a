"""A PDF of ours read back: its objects as they are, still packed. Reads what `file` writes and nothing else."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.render.pdf.file import HEADER

_TRAILER = re.compile(rb"trailer\n<</Size (\d+)/Root (\d+) 0 R/.*>>\nstartxref\n(\d+)\n%%EOF\n", re.DOTALL)
_ENTRY = 20  # bytes of a line of the table
_END = len(b"\nendobj\n")
_TREE = re.compile(
    rb"<</Type/Pages/Count \d+/Kids\[(?P<kids>[\d R]*)\]"
    rb"/MediaBox\[0 0 (?P<width>[\d.]+) (?P<height>[\d.]+)\]/Resources (?P<resources>\d+) 0 R>>"
)
_CATALOG = re.compile(rb"<</Type/Catalog/Pages (\d+) 0 R")
_FONTS = re.compile(rb"/Font<<([^<>]*)>>")
_FONT = re.compile(
    rb"<</Type/Font/Subtype/Type0/BaseFont/[A-Z]{6}\+([^/]+)-Identity-H/.*/ToUnicode (\d+) 0 R>>"
)
REFERENCE = re.compile(rb"(\d+) 0 R")


class NotOurs(ValueError):
    """The bytes are no PDF as we write them, or damaged."""


class Pages(NamedTuple):
    """The page tree: numbers of objects, and the paper's size as it is written."""

    tree: int
    kids: tuple[int, ...]
    width: bytes
    height: bytes
    resources: int


class Used(NamedTuple):
    """A font of the file: its object, the PostScript name of its face, and the packed map of its codes."""

    number: int
    face: str
    mapping: bytes


class Finished:
    """The objects of a file. NotOurs: it is none of ours."""

    __slots__ = ("_data", "_offsets", "_root")

    def __init__(self, data: bytes) -> None:
        self._data = data
        at = data.rfind(b"\ntrailer\n") + 1
        found = _TRAILER.fullmatch(data, at) if at and data.startswith(HEADER) else None
        if found is None:
            raise NotOurs
        size, self._root, start = map(int, found.groups())
        table = data[start:at]
        head = b"xref\n0 %d\n" % size
        if not table.startswith(head) or len(table) != len(head) + _ENTRY * size:
            raise NotOurs
        try:
            self._offsets = [int(table[i : i + 10]) for i in range(len(head) + _ENTRY, len(table), _ENTRY)]
        except ValueError:
            raise NotOurs from None
        self._offsets.append(start)

    def body(self, number: int) -> bytes:
        """What stands between `obj` and `endobj`."""
        if not 0 < number < len(self._offsets):
            raise NotOurs
        head = b"%d 0 obj\n" % number
        at, end = self._offsets[number - 1], self._offsets[number]
        if not (self._data.startswith(head, at) and self._data.endswith(b"\nendobj\n", at, end)):
            raise NotOurs
        return self._data[at + len(head) : end - _END]

    def pages(self) -> Pages:
        tree = int(_matched(_CATALOG, self.body(self._root))[1])
        found = _matched(_TREE, self.body(tree))
        kids = tuple(int(kid) for kid in REFERENCE.findall(found["kids"]))
        return Pages(tree, kids, found["width"], found["height"], int(found["resources"]))

    def fonts(self, resources: int) -> list[Used]:
        listed = _matched(_FONTS, self.body(resources))[1]
        used = []
        for number in map(int, REFERENCE.findall(listed)):
            font = _matched(_FONT, self.body(number))
            used.append(Used(number, font[1].decode("latin-1"), stream_data(self.body(int(font[2])))))
        return used


def stream_data(body: bytes) -> bytes:
    """The data of a stream, as packed."""
    _, mark, data = body.partition(b"\nstream\n")
    if not mark or not data.endswith(b"\nendstream"):
        raise NotOurs
    return data[: -len(b"\nendstream")]


def _matched(pattern: re.Pattern[bytes], body: bytes) -> re.Match[bytes]:
    found = pattern.search(body)
    if found is None:
        raise NotOurs
    return found
