"""Candidates as they sit: rooms and seats in the order in which people count them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.candidates.candidate import Candidate

NUMERALS = "零〇一二两三四五六七八九十百千"
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_STEMS = {stem: value for value, stem in enumerate("甲乙丙丁戊己庚辛壬癸", 1)}
_PART = re.compile(f"([0-9]+)|([{NUMERALS}]+)|([甲乙丙丁戊己庚辛壬癸])")
_CHECKED = re.compile(r"[0-9]{17}x")  # an identity number that ends in the Roman ten

_Key = tuple[tuple[int, int, str], ...]


def in_seat_order(rows: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """By room, date, session, seat and number; the order in which the rows come does not matter."""
    rooms: dict[tuple[_Key, ...], list[Candidate]] = {}  # apart: keys of all rows at once take much memory
    for row in rows:
        rooms.setdefault((natural(row.room), natural(row.date), natural(row.session)), []).append(row)
    return tuple([row for room in sorted(rooms) for row in sorted(rooms[room], key=_place)])


def _place(row: Candidate) -> tuple[object, ...]:
    return (natural(row.seat), natural(row.id), row.room, row.date, row.session, row.seat, row.id)


@lru_cache(maxsize=512)  # rooms and seats
def natural(text: str) -> _Key:
    """A key that sorts 第2考场 before 第10考场, 第九考场 before 第十考场, and 甲 before 乙."""
    key: list[tuple[int, int, str]] = []
    end = 0
    folded = normalize("NFKC", text).casefold()
    if folded.endswith("x") and _CHECKED.fullmatch(folded):
        return ((0, int(folded[:-1]) * 10 + 9, "x"),)
    for part in _PART.finditer(folded):
        if part.start() > end:
            key.append((1, 0, folded[end : part.start()]))
        key.append((0, _value(part), ""))
        end = part.end()
    if end < len(folded):
        key.append((1, 0, folded[end:]))
    return tuple(key)


def _value(part: re.Match[str]) -> int:
    digits, numeral, stem = part.groups()
    if digits:
        return int(digits[:300])  # more digits than anybody counts with, and fewer than int() refuses
    return counted(numeral) if numeral else _STEMS[stem]


def counted(numeral: str) -> int:
    """一百零五 as 105, 十二 as 12; digits alone are read one by one, 一〇一 as 101."""
    if not any(sign in _UNITS for sign in numeral):
        return int("".join(str(_DIGITS[sign]) for sign in numeral[:300]))
    total, digit = 0, 0
    for sign in numeral:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
