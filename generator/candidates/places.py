"""Rooms, sessions and seats that are one place to people and several to a program: `1`, `１` and `第1考场`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.candidates.characters import visible
from generator.candidates.order import NUMERALS, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.candidates.candidate import Candidate
    from generator.diagnostics import Location, Report

FIELDS = ("date", "session", "room")  # where a candidate is to be; the seat is in there
_SPELLINGS = {"date": "date-spelling", "session": "session-spelling", "room": "room-spelling"}
_GAPS = {"date": "date-gap", "session": "session-gap", "room": "room-gap", "seat": "seat-gap"}
MOST_ROWS = 10  # that a message names

_WORDS = {  # that are said or left out
    "room": "第|号|考场|试室|考室|教室|室|exam|test|room|hall|no(?![a-z])",
    "session": "第|号|场次|场|批次|批|组|session|group",
    "seat": "第|号|座位|座|机位|考位|位|seat|no(?![a-z])",
    "date": "年|月|日|号",
}
_BEFORE = {field: re.compile(f"^(?:{words})+") for field, words in _WORDS.items()}
_AFTER = {field: re.compile(f"(?:{words})+$") for field, words in _WORDS.items()}
_PART = re.compile(f"([0-9]+)|([{NUMERALS}]+)|([^0-9{NUMERALS}]+)")
_SIGNS = re.compile(r"[\s\W_]+")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")

Placed = tuple[int, "Candidate"]  # the line it stands in


@lru_cache(maxsize=4096)
def meant(field: str, text: str) -> tuple[str, ...]:
    """The same for texts of a field that most likely mean one: 3 and 03, 上午 and 上午场, 第一考场 and 1考场."""
    folded = normalize("NFKC", visible(text)).casefold()
    if field == "date":
        folded = _DAY.sub(r"\1-\2-\3", folded)
    parts = ["-"] if folded.startswith("-") else []
    for found in _PART.finditer(folded):
        digits, numeral, words = found.groups()
        if words:
            said = _SIGNS.sub("", words)
            if found.start() == 0 or _AFTER[field].fullmatch(said):
                said = _BEFORE[field].sub("", said)
            if found.end() == len(folded):
                said = _AFTER[field].sub("", said)
            parts.append(said)
        else:
            parts.append(str(counted(numeral)) if numeral else digits.lstrip("0") or "0")
    return tuple(filter(None, parts)) or (folded,)


def seat_of(date: str, session: str, room: str, seat: str) -> tuple[tuple[str, ...], ...]:
    """What is meant by a seat and where it stands."""
    return meant("date", date), meant("session", session), meant("room", room), meant("seat", seat)


def tell_spellings(
    rows: Iterable[Placed],
    known: frozenset[tuple[str, str, str]],
    place: Callable[[int, str], Location],
    report: Report,
) -> None:
    """Each date, session and room that is written otherwise than in a row above; `known` pairs are told already."""
    first: dict[tuple[str, tuple[str, ...]], dict[str, int]] = {}
    for line, candidate in rows:
        for field in FIELDS:
            text = getattr(candidate, field)
            if not text:
                continue
            spellings = first.setdefault((field, meant(field, text)), {})
            if text in spellings:
                continue
            other = next(iter(spellings), "")
            spellings[text] = line
            if other and (field, other, text) not in known:
                values = {"written": text, "other": other, "above": spellings[other]}
                report.warning(_SPELLINGS[field], place(line, field), "one-spelling", **values)


def tell_gaps(candidates: Sequence[Candidate], report: Report) -> None:
    """Rows without a date or room where others have one, and without a seat where others of the room have one."""
    for field in ("date", "room"):
        tell_gap(field, [row for row in candidates if not getattr(row, field)], len(candidates), report)
    seated = {_room(row) for row in candidates if row.seat}
    unseated = [row for row in candidates if not row.seat and _room(row) in seated]
    tell_gap("seat", unseated, len(candidates), report)


def tell_gap(field: str, without: Sequence[Candidate], count: int, report: Report) -> None:
    """Rows in which nothing is said of a field that others of `count` rows have."""
    if 0 < len(without) < count:
        lines = listed(row.location.line for row in without)
        report.warning(_GAPS[field], without[0].location, "fill-gap", count=len(without), lines=lines)


def _room(candidate: Candidate) -> tuple[str, ...]:
    return tuple(getattr(candidate, field) for field in FIELDS)


def listed(lines: Iterable[int]) -> str:
    """Numbers of rows as a message names them."""
    ordered = sorted(lines)
    return ", ".join(map(str, ordered[:MOST_ROWS])) + (" …" if len(ordered) > MOST_ROWS else "")
