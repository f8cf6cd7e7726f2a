"""A key in its files, which should say the same, and the one of them that a paper is judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.verify.compare import Compared, compare

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.verify.files import Read
    from generator.verify.reading import Part
    from generator.verify.record import Row


class Version(NamedTuple):
    """One file of a key."""

    path: str
    intact: bool
    parts: tuple[Part, ...]


class Key(NamedTuple):
    """What is kept of a key while its papers are read."""

    versions: tuple[Version, ...]  # the one to trust first; others only where they say something else
    pictures: Mapping[str, frozenset[str]]  # by format
    heads: frozenset[str]  # of the tables of its DOCX


def compared_with(row: Row, parts: Sequence[Part], key: Key, front: str) -> tuple[Version | None, Compared]:
    """A paper beside the file of its key that it agrees with, or the one to trust first; None: there is none."""
    if not key.versions:  # without it nobody can tell what of a question other keys merely repeat
        return None, Compared([part.text for part in parts], [], [], [])
    every = ((version, compare(row, parts, version.parts, front)) for version in key.versions)
    first = next(every)
    if not first[1].at_odds:
        return first
    return next((other for other in every if not other[1].at_odds), first)


def heads_of_docx(found: Sequence[Read]) -> frozenset[str]:
    """Of its tables."""
    return frozenset(head for each in found if each.file.format == "docx" for head in each.reading.heads)
