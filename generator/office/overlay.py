"""What lies over the cells of a sheet: pictures, shapes with words in them, comments."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from generator.office.package import resolved
from generator.office.scan import cell_of, tree_of
from generator.office.styles import local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from generator.office.scan import Cell, Parts


class Drawn(NamedTuple):
    """A picture, a chart or a shape: the row, from 1, that it begins in, and its words."""

    line: int
    words: str
    picture: bool


def drawings(parts: Parts, sheet: str) -> tuple[Drawn, ...]:
    """What is drawn over a sheet. A shape without words is none."""
    found: list[Drawn] = []
    for drawing in _targets(parts, sheet, "/drawing"):
        for anchor in tree_of(parts, drawing):
            inner: dict[str, Element] = {}
            for element in anchor.iter():  # the first row is that of the corner it begins in
                inner.setdefault(local(element.tag), element)
            words = " ".join(_text(element) for element in anchor.iter() if local(element.tag) == "t").strip()
            if "pic" in inner or "graphicFrame" in inner or words:
                row = inner["row"].text or "" if "row" in inner else ""
                line = int(row[:7]) + 1 if row.isascii() and row.isdigit() else 1
                found.append(Drawn(line, words, "pic" in inner))
    return tuple(sorted(found))


def comments(parts: Parts, sheet: str) -> dict[Cell, str]:
    """The comments on cells; those of a discussion are joined."""
    found: dict[Cell, str] = {}
    for part in _targets(parts, sheet, "/comments"):
        found |= dict(_comments(tree_of(parts, part), "comment"))
    discussed: dict[Cell, list[str]] = {}
    for part in _targets(parts, sheet, "/threadedComment"):
        for cell, words in _comments(tree_of(parts, part), "threadedComment"):
            discussed.setdefault(cell, []).append(words)
    # An older program finds a discussion as one comment, behind words about itself.
    return found | {cell: "\n".join(words) for cell, words in discussed.items()}


def _comments(root: Element, name: str) -> Iterator[tuple[Cell, str]]:
    for element in root.iter():
        if local(element.tag) == name:
            cell = cell_of(element.get("ref", ""))
            words = "".join(
                _text(inner) for inner in element.iter() if local(inner.tag) in ("t", "text")
            ).strip()
            if cell is not None and words:
                yield cell, words


def _text(element: Element) -> str:
    return element.text or ""


def _targets(parts: Parts, name: str, kind: str) -> list[str]:
    """The parts of a kind that the part `name` refers to."""
    folder, base = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", base + ".rels")
    if relations not in parts:
        return []
    found = [
        resolved(name, relation.get("Target", ""))
        for relation in tree_of(parts, relations)
        if relation.get("Type", "").endswith(kind)
    ]
    return [target for target in found if target in parts]
