"""What a check comes to."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """How many have a form in a room, on a date, in a session. Of several layouts, a form is named with its own."""

    room: str
    date: str
    session: str
    form: str
    papers: int


class Verdict(NamedTuple):
    """What was found, for whoever signs. The faults are in the report."""

    titles: tuple[str, ...]  # of the papers, by layout and form
    papers: int  # files of each, as listed
    keys: int
    pages: int  # of papers, as PDF where there is one
    candidates: int
    spares: int
    missing: tuple[str, ...]  # candidates who have no paper
    unread: tuple[str, ...]  # papers and keys that are listed and not there, or cannot be read
    forms: tuple[tuple[str, int], ...]  # each form with the number of those who have it
    places: tuple[Place, ...]
    distinct: int  # different papers, by their questions
    names: bool  # whether papers say whose they are
    digest: str  # of the manifest


NOTHING = Verdict((), 0, 0, 0, 0, 0, (), (), (), (), 0, False, "")
