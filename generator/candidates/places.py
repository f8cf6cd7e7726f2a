"""Rooms, sessions and seats that are one place to people and several to a program: `1`, `１` and `第1考场`."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.candidates.characters import visible
from generator.candidates.order import NUMERALS, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Sequence

    from generator.candidates.candidate import Candidate
    from generator.diagnostics import Location, Report

FIELDS = ("date", "session", "room")  # where a candidate is to be; the seat is in there
_SPELLINGS = {"date": "date-spelling", "session": "session-spelling", "room": "room-spelling"}
_SMALL = {"date": "date-small", "session": "session-small", "room": "room-small"}
_FEW, _MANY = 2, 10  # candidates in a place
_GAPS = {"date": "date-gap", "session": "session-gap", "room": "room-gap", "seat": "seat-gap"}
MOST_ROWS = 10  # that a message names
_MOST_PARTS = 8  # of what is said of a place, beyond which nothing is akin to it

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
_WEEKDAY = re.compile(r"\(?(?:周|星期|礼拜)[一二三四五六日天]\)?")
_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")

Placed = tuple[int, "Candidate"]  # the line it stands in


@lru_cache(maxsize=4096)
def meant(field: str, text: str) -> tuple[str, ...]:
    """The same for texts of a field that most likely mean one: 3 and 03, 上午 and 上午场, 第一考场 and 1考场."""
    folded = normalize("NFKC", visible(text)).casefold()
    if field == "date":
        folded = _DAY.sub(r"\1-\2-\3", _WEEKDAY.sub("", folded))
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


class Akin:
    """What was said of dates, sessions and rooms, to find what may be one of them in more or fewer words.

    9:00 and 上午9:00, 302 and 302会议室, 12月5日 and 2026-12-05; but not 3 and 302, nor 上午9:00 and 下午9:00.
    """

    def __init__(self) -> None:
        self._said: dict[tuple[str, tuple[str, ...]], str] = {}
        self._parts: dict[tuple[str, tuple[str, ...]], str] = {}  # of each, what may stand for it

    def find(self, field: str, text: str) -> str:
        """The first that was added of those that are akin to a text; empty if there is none."""
        whole = meant(field, text)
        said = [self._said.get((field, part), "") for part in _parts(field, whole)]
        return next(filter(None, (*said, self._parts.get((field, whole), ""))), "")

    def add(self, field: str, text: str) -> None:
        whole = meant(field, text)
        self._said.setdefault((field, whole), text)
        for part in _parts(field, whole):
            self._parts.setdefault((field, part), text)


def _parts(field: str, whole: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What may be said for short: words left out, but no number; of a date the year, too."""
    numbers = sum(map(str.isdigit, whole))
    least = min(numbers, 2) if field == "date" else numbers
    for start, end in combinations(range(len(whole) + 1), 2) if len(whole) <= _MOST_PARTS else ():
        part = whole[start:end]
        if part != whole and numbers and sum(map(str.isdigit, part)) >= least:
            yield part


def seat_of(date: str, session: str, room: str, seat: str) -> tuple[tuple[str, ...], ...]:
    """What is meant by a seat and where it stands."""
    return meant("date", date), meant("session", session), meant("room", room), meant("seat", seat)


def tell_spellings(
    rows: Iterable[Placed],
    known: frozenset[tuple[str, str, str]],
    place: Callable[[int, str], Location],
    report: Report,
) -> set[tuple[str, str]]:
    """Each date, session and room that is, or may be, one of a row above in other words; `known` pairs are told already.

    The fields and texts that were told.
    """
    told: set[tuple[str, str]] = set()
    first: dict[tuple[str, tuple[str, ...]], dict[str, int]] = {}
    akin = Akin()
    for line, candidate in rows:
        for field in FIELDS:
            text = getattr(candidate, field)
            if not text:
                continue
            spellings = first.setdefault((field, meant(field, text)), {})
            if text in spellings:
                continue
            other = next(iter(spellings), "") or akin.find(field, text)
            spellings[text] = line
            akin.add(field, text)
            if other and (field, other, text) not in known:
                values = {"written": text, "other": other, "above": first[field, meant(field, other)][other]}
                report.warning(_SPELLINGS[field], place(line, field), "one-spelling", **values)
                told |= {(field, text), (field, other)}
    return told


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


def tell_small(candidates: Sequence[Candidate], told: Container[tuple[str, str]], report: Report) -> None:
    """Dates, sessions and rooms of one or two where most are in large ones: as a rule a slip of the pen.

    `told` are fields and texts of which something is told already.
    """
    for field in FIELDS:
        rows = [row for row in candidates if getattr(row, field)]
        sizes = Counter(getattr(row, field) for row in rows)
        usual = sorted(sizes[getattr(row, field)] for row in rows)[len(rows) // 2 :][:1]
        few = {text for text, size in sizes.items() if usual and size <= _FEW and usual[0] >= _MANY}
        for text in [text for text in sizes if text in few and (field, text) not in told][:MOST_ROWS]:
            found = [row.location for row in rows if getattr(row, field) == text]
            values = {"text": text, "count": len(found), "usual": usual[0]}
            lines = listed(where.line for where in found)
            report.warning(_SMALL[field], found[0], "place-small", **values, lines=lines)


def _room(candidate: Candidate) -> tuple[str, ...]:
    return tuple(getattr(candidate, field) for field in FIELDS)


def listed(lines: Iterable[int]) -> str:
    """Numbers of rows as a message names them."""
    ordered = sorted(lines)
    return ", ".join(map(str, ordered[:MOST_ROWS])) + (" …" if len(ordered) > MOST_ROWS else "")
