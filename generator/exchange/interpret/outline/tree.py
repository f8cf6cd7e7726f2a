"""The tree of a document: its sections, the questions in them, and what is in neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.exchange.interpret.lexers.headings import Heading
    from generator.exchange.interpret.pieces.sightings import Sighting


class Item:
    """A question: the pieces under its number, and those its entry in a key has.

    `given` is what a key lists for it in one word (a letter, √); `given_in` the piece that does. `below` says what its
    second paragraph is, as `outline.below` does.
    """

    __slots__ = ("below", "entry", "given", "given_in", "number", "section", "sightings")

    def __init__(self, section: Section, number: int) -> None:
        self.section = section
        self.number = number
        self.sightings: list[Sighting] = []
        self.entry: list[Sighting] = []
        self.below = ""
        self.given = ""
        self.given_in: Sighting | None = None


class Section:
    """A heading and what is under it. `outer` are the titles of the headings above; `notes` stand before its questions.

    `orphans` are the numbers of entries of its key that answer no question.
    """

    __slots__ = ("heading", "items", "notes", "orphans", "outer", "sighting")

    def __init__(self, sighting: Sighting | None, outer: tuple[Heading, ...] = ()) -> None:
        self.sighting = sighting
        self.heading = sighting.heading if sighting else None
        self.outer = outer
        self.notes: list[Sighting] = []
        self.items: list[Item] = []
        self.orphans: list[int] = []

    @property
    def title(self) -> str:
        return self.heading.title if self.heading else ""


class Left(NamedTuple):
    """A piece that is in no question, and why."""

    sighting: Sighting
    why: str


class Outline(NamedTuple):
    sections: list[Section]
    front: list[Sighting]
    left: list[Left]
    orphans: list[tuple[Sighting, int]]  # entries of a key without a question, with their numbers
    keys: int  # headings of keys
