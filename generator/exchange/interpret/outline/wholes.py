"""Wholes: what shows only in a section or a document as a whole: parts of one question, answers without labels."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.exchange.interpret.outline.tree import Item
from generator.exchange.interpret.pieces.options import checked_of, options_of
from generator.exchange.interpret.words.labels import ANSWERS

if TYPE_CHECKING:
    from generator.exchange.interpret.outline.tree import Outline, Section


def are_parts(section: Section) -> bool:
    """Whether the questions of a section are parts of one, under its material: （1）…（2）… without answers between."""
    return len(section.items) > 1 and all(
        item.sightings[0].number is not None
        and item.sightings[0].number.manner in ("(1)", "①")
        and not any(sighting.label and sighting.label.kind in ANSWERS for sighting in item.sightings)
        for item in section.items
    )


def whole_of(section: Section) -> Item:
    """The one question that the parts of a section are."""
    whole = Item(section, 1)
    whole.sightings = [*section.notes, *(sighting for item in section.items for sighting in item.sightings)]
    while whole.sightings[0].piece.blank and whole.sightings[0].piece.line.role != "table":
        del whole.sightings[0]
    whole.entry = [sighting for item in section.items for sighting in item.entry]
    if whole.entry:
        whole.entry[0] = whole.entry[0]._replace(number=None, label=None, body=0)
    return whole


def are_statements(section: Section) -> bool:
    """Whether the questions of a section are statements that all have √ or × in a bracket at one of their ends."""
    marked = 0
    for item in section.items:
        own = takewhile(lambda s: not (s.label and s.label.kind == "analysis"), item.sightings)  # 改正：
        said = [s for s in own if s.piece.text]
        told = [s.piece.cut(s.number.end if s.number else 0) for s in said]
        if any(s.label and s.label.kind in ANSWERS for s in said) or not told or len(told) > 3:
            return False
        marked += bool(_STATED.search(told[-1].flat) or _STATED_BEFORE.match(told[0].flat))
    return marked > 2 and marked >= 0.8 * len(section.items)


_TRUTH = r"[(\[] {0,4}(?:[√×✓✗对错]|正确|错误|true|false) {0,4}[)\]]"
_STATED = re.compile(rf"{_TRUTH}[ .。]*$")
_STATED_BEFORE = re.compile(_TRUTH)


def are_bare(drawn: Outline) -> bool:
    """Whether no question has a label, and most go on behind the sentence that asks."""
    items = [item for section in drawn.sections for item in section.items]
    if drawn.keys or any(s.label and s.label.kind in ANSWERS for item in items for s in item.sightings):
        return False
    going = 0
    for item in items:
        told = [s.piece for s in item.sightings if s.piece.text]
        going += (
            len(told) > 1
            and (told[0].flat.endswith("?") or (told[0].line.heading and item.sightings[0].number is None))
            and not told[-1].flat.endswith("?")
            and not options_of(told)[1]
            and not checked_of(told)[1]
        )
    return len(items) > 1 and going >= 0.6 * len(items)
