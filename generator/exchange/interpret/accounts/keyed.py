"""Keyed: a key that counts once, where several sections count from the same number: nobody can tell whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.numerals import SECTIONS
from generator.exchange.interpret.words.labels import ANSWERS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exchange.interpret.outline.tree import Item, Outline, Section
    from generator.exchange.interpret.pieces.piece import Piece


def fits_several(drawn: Outline) -> Iterator[Piece]:
    """The first pieces of questions whose entries may as well be those of another section, without any answer."""
    heads = [out.sighting.number for out in drawn.left if out.why == "left-key-heading"]
    if any(number is not None and number.manner in SECTIONS for number in heads):
        return
    sections = [section for section in drawn.sections if section.items]
    others = [section for section in sections if not _is_answered(section)]
    for section in sections if others else ():
        keyed = [item for item in section.items if _keyed_from(item)]
        if keyed and any(_may_be_of(keyed, other) for other in others):
            yield from (item.sightings[0].piece for item in keyed)


def _keyed_from(item: Item) -> int:
    """The line of a question's entry in a key; 0 where it has none, or one that names its section."""
    entry = item.entry[0] if item.entry else item.given_in
    if entry is None or (entry.number is not None and entry.number.manner in SECTIONS):
        return 0
    return entry.piece.number


def _is_answered(section: Section) -> bool:
    return any(
        item.entry or item.given or any(s.label and s.label.kind in ANSWERS for s in item.sightings)
        for item in section.items
    )


def _may_be_of(keyed: list[Item], other: Section) -> bool:
    """Whether a section before the key has these numbers, too."""
    numbers = {item.number for item in other.items if item.sightings[0].number is not None}
    before = other.items[-1].sightings[0].piece.number < _keyed_from(keyed[0])
    return before and {item.number for item in keyed} <= numbers
