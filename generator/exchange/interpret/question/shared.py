"""Shared: options that stand once, before the questions of a section that are all answered from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.pieces.options import options_of
from generator.exchange.interpret.question.given import letters
from generator.exchange.interpret.words.labels import ANSWERS

if TYPE_CHECKING:
    from generator.exchange.interpret.outline.tree import Item, Section
    from generator.exchange.interpret.pieces.sightings import Sighting


def share_options(section: Section) -> None:
    """Give each question the options that stand above all of them, where none has its own and letters answer them."""
    pieces = [s.piece for s in section.notes if s.piece.text]
    begin = next((at for at in range(len(pieces)) if pieces[at].flat.startswith("a")), len(pieces))
    stem, options = options_of(pieces[begin:])
    if (
        stem
        or len(options) < 2
        or not section.items
        or not all(_takes_letter(item) for item in section.items)
    ):
        return
    given = [s for s in section.notes if s.piece.text and s.piece in pieces[begin:]]
    section.notes = [s for s in section.notes if s not in given]
    for item in section.items:
        item.sightings = _with(item.sightings, given)


def _takes_letter(item: Item) -> bool:
    """Whether a question has no options, and a letter or nothing for its answer."""
    if options_of([s.piece for s in item.sightings if s.piece.text])[1]:
        return False
    labelled = [
        s.piece.flat[s.label.end :]
        for s in item.sightings
        if s.label and s.label.kind in ("answer", "umbrella")
    ]
    told = [item.given, *labelled, *(s.piece.flat[s.body :] for s in item.entry[:1])]
    said = [words for words in told if words]
    return all((found := letters(words)) is not None and found[1] >= len(words) for words in said)


def _with(sightings: list[Sighting], options: list[Sighting]) -> list[Sighting]:
    """A question's pieces with options behind its stem."""
    at = next(
        (at for at, s in enumerate(sightings) if at and s.label and s.label.kind in ANSWERS), len(sightings)
    )
    return [*sightings[:at], *options, *sightings[at:]]
