"""The pictures of a package: their bytes, and names that can stand in any folder."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from generator.office.package import PackageFault

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.office.package import Package, Relation

MAX_BYTES = 20 * 1024 * 1024
_KNOWN = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"))
_UNSAFE = re.compile(r"[^0-9A-Za-z_-]+")


class Pictures:
    """`taken` holds the pictures that were asked for, by name; also those of formats no bank can hold."""

    def __init__(self, package: Package, relations: Mapping[str, Relation]) -> None:
        self.taken: dict[str, bytes] = {}
        self._package = package
        self._relations = relations
        self._found: dict[str, tuple[str, str] | None] = {}

    def find(self, relation: str) -> tuple[str, str] | None:
        """The name of a picture and why it cannot be used, "" if it can; None where there is none."""
        if relation not in self._found:
            self._found[relation] = self._find(relation)
        return self._found[relation]

    def _find(self, relation: str) -> tuple[str, str] | None:
        known = self._relations.get(relation)
        if known is None:
            return None
        if known.external:
            return known.target, "left-linked-picture"
        try:
            data = self._package.part(known.target)
        except PackageFault:
            data = None
        if not data:
            return None
        stem, ending = posixpath.splitext(posixpath.basename(known.target))
        usable = next((ending for magic, ending in _KNOWN if data.startswith(magic)), "")
        ending = usable or "." + (_UNSAFE.sub("", ending)[:5].lower() or "bin")
        name = self._name(_UNSAFE.sub("-", stem).strip("-")[:60] or "picture", ending, data)
        if len(data) > MAX_BYTES:
            return name, "left-large-picture"
        self.taken[name] = data
        return name, "" if usable else "left-picture"

    def _name(self, stem: str, ending: str, data: bytes) -> str:
        name, count = stem + ending, 1
        while self.taken.get(name, data) != data:
            count += 1
            name = f"{stem}-{count}{ending}"
        return name
