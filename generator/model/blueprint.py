"""Blueprint: what a paper asks of the banks. SectionSpec asks, paper.PaperSection answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.diagnostics import Location
    from generator.model.content import Text
    from generator.model.question import Marks


class Filter(NamedTuple):
    """Which questions a section may draw. Each field is a set of accepted values; empty accepts all."""

    category: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    competencies: tuple[str, ...] = ()
    difficulty: tuple[int, ...] = ()
    bank: tuple[str, ...] = ()


class SectionSpec(NamedTuple):
    title: str
    count: int  # type: ignore[assignment]  # nobody asks a node for tuple.count
    marks: Marks | None  # of each question; None: a section without marks
    filter: Filter
    location: Location
    filter_at: Mapping[str, Location] | None = None  # where each field of the filter is written
    label: str = ""
    note: Text | None = None
    pinned: tuple[str, ...] = ()  # question ids, printed first, in this order
    pinned_at: tuple[Location, ...] = ()  # where each is written
    exclude: tuple[str, ...] = ()
    exclude_at: tuple[Location, ...] = ()
    bank_order: bool = False  # the drawn ones in the bank's order


class Blueprint(NamedTuple):
    """What is drawn, and the words around it. How it looks is the style's."""

    id: str
    title: str
    sections: tuple[SectionSpec, ...]
    location: Location
    subtitle: str = ""
    short_title: str = ""  # for footers; empty: the title
    language: str = ""  # empty: the banks'
    duration: int | None = None  # minutes
    instructions: Text | None = None
    seed: int = 1
