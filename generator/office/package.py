"""Package: the parts of an office file. Sizes are counted while unpacking, for what a ZIP file says of them
need not be true; nothing is written anywhere, and no link is followed.
"""

from __future__ import annotations

import io
import posixpath
import re
import zlib
from typing import TYPE_CHECKING, NamedTuple
from zipfile import BadZipFile, ZipFile

from generator.office.xml import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element
    from zipfile import ZipInfo

MAX_PARTS = 10_000
MAX_XML = 64 * 1024 * 1024  # bytes of all parts that are parsed
MAX_MEDIA = 256 * 1024 * 1024  # bytes of all other parts that are read
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The strict variant of the standard has names of its own for the same elements.
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = {
    b"drawingml": b"http://schemas.openxmlformats.org/drawingml/2006/",
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
}


class PackageFault(Exception):
    """The file is no sound package: `code` and `hint` of a message, and its values."""

    def __init__(self, code: str, hint: str = "", **values: object) -> None:
        self.code = code
        self.hint = hint
        self.values = values
        super().__init__(code)


class Relation(NamedTuple):
    """What a part refers to. `kind` is the last word of its type ("image"); an external `target` is an address."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a package by name, unpacked when they are asked for.

    Everything raises PackageFault: package-damaged, package-locked or package-too-big.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = ZipFile(io.BytesIO(data))
            listed = self._archive.infolist()
        except _BROKEN as fault:
            raise PackageFault("package-damaged", "save-document-again") from fault
        if len(listed) > MAX_PARTS:
            raise PackageFault("package-too-big", "split-document", limit=MAX_XML >> 20)
        self._listed: dict[str, ZipInfo | None] = {}  # None: there twice, so that nobody knows which is meant
        for part in listed:
            name = part.filename.replace("\\", "/").lstrip("/")
            self._listed[name] = None if name in self._listed else part
        self._room = {True: MAX_XML, False: MAX_MEDIA}

    @property
    def names(self) -> frozenset[str]:
        return frozenset(self._listed)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part; None where there is none."""
        return self._unpacked(name, xml=False)

    def xml(self, name: str) -> bytes | None:
        """The bytes of a part that is to be parsed; None where there is none."""
        return self._unpacked(name, xml=True)

    def tree(self, name: str) -> Element | None:
        """The root of an XML part; None where there is none."""
        content = self.xml(name)
        if content is None:
            return None
        if b"http://purl.oclc.org/ooxml/" in content:
            content = _STRICT.sub(lambda found: _TRANSITIONAL.get(found[1], found[0]), content)
        root = parse(content)
        if root is None:
            raise PackageFault("package-damaged", "save-document-again")
        return root

    def relations(self, name: str) -> Mapping[str, Relation]:
        """What the part `name` refers to, by id; targets inside the package are names of parts."""
        folder, base = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", base + ".rels"))
        relations: dict[str, Relation] = {}
        for element in root.iter(_RELATION) if root is not None else ():
            external = element.get("TargetMode") == "External"
            target = element.get("Target", "")
            kind = element.get("Type", "").rpartition("/")[2]
            relations[element.get("Id", "")] = Relation(
                kind, target if external else resolved(name, target), external
            )
        return relations

    def _unpacked(self, name: str, *, xml: bool) -> bytes | None:
        if name not in self._listed:
            return None
        part = self._listed[name]
        if part is None:
            raise PackageFault("package-damaged", "save-document-again")
        if part.flag_bits & 1:
            raise PackageFault("package-locked", "save-without-password")
        room = self._room[xml]
        try:
            with self._archive.open(part) as stream:
                content = stream.read(room + 1)
        except _BROKEN as fault:
            raise PackageFault("package-damaged", "save-document-again") from fault
        self._room[xml] -= len(content)
        if self._room[xml] < 0:
            raise PackageFault(
                "package-too-big", "split-document", limit=(MAX_XML if xml else MAX_MEDIA) >> 20
            )
        return content


def resolved(base: str, target: str) -> str:
    """The name of the part that `target` means in a relation of the part `base`; it may name none."""
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(base), target)
    return posixpath.normpath(path).lstrip("/")
