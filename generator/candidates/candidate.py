"""Who sits a paper: one row of the candidates' file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from generator.diagnostics import Location

FIELDS = ("id", "name", "post", "department", "room", "seat", "session", "date", "variant")
CALLED = {  # entries of `messages.PHRASES` that name them
    "id": "field-id",
    "name": "field-name",
    "post": "field-post",
    "department": "field-department",
    "room": "field-room",
    "seat": "field-seat",
    "session": "field-session",
    "date": "field-date",
    "variant": "field-variant",
}


class Candidate(NamedTuple):
    """Texts as typed, without the spaces around them; empty where the file says nothing."""

    id: str
    name: str
    post: str
    department: str
    room: str
    seat: str
    session: str
    date: str
    variant: str
    others: tuple[tuple[str, str], ...]  # header and value of every further column
    location: Location


class CandidateList(NamedTuple):
    """`rows` in the file's order; `columns` are the headers with the field of each, empty for others."""

    rows: tuple[Candidate, ...]
    columns: tuple[tuple[str, str], ...]
    digest: str  # sha256 of the file's bytes
    location: Location
