"""Entries: several short answers in one line of a key: 1-5 ABCDA, 1. B 2. C 3. A, 1.√ 2.×"""

from __future__ import annotations

import re
from typing import NamedTuple


class Entries(NamedTuple):
    """`answers` are the numbers and the answers given for them, in the order of the line; `end` is where they end."""

    answers: tuple[tuple[int, str], ...]
    end: int


class Span(NamedTuple):
    """An answer in words, one of several in a line: its number, where it begins, where the next number does."""

    number: int
    start: int
    stop: int


_RANGE = re.compile(r"[ ,;|]{0,8}(?:第 ?)?([0-9]{1,3}) ?(?:-{1,2}|~|至|到) ?([0-9]{1,3}) ?题?[.、:]{0,2} ?")
_LETTERS = re.compile(
    r"[ ,、;]{0,4}([a-h]+(?![a-z])|[√×✓✗○╳对错tfxv]|正确|错误)(?=[ ,、;|.。a-h√×✓✗○╳对错正]|$| *[0-9(])"
)
_SINGLE = re.compile(
    r"[ ,、;|]{0,8}(?:第? ?([0-9]{1,3}) ?(?:题|[.、:)]|(?= ?[a-htf√×对错正]))|\(([0-9]{1,3})\)) ?:?(?:答案:?)? ?"
    r"\[?([a-h](?:[、,]?[a-h]){0,7}(?![a-z]|[0-9]+(?![0-9 ]*[.、]))|[√×✓✗○╳对错](?![^ ,、;.。|\[\]0-9(])|正确|错"
    r"误|[tfxv](?![a-z])|true|false)\]?[.。]?(?=[ ,、;|]|$|[0-9(])"
)


def entries_of(flat: str, start: int) -> Entries | None:
    """What `flat` lists from `start` to its end; None when it is anything else. At least two answers, or a range."""
    if start >= len(flat) or not any(sign in flat[start : start + 12] for sign in "0123456789"):
        return None
    answers: list[tuple[int, str]] = []
    at, ranges = start, False
    while at < len(flat):
        found = _RANGE.match(flat, at)
        if found:
            first, last = int(found[1]), int(found[2])
            said, end = _letters(flat, found.end(), last - first + 1)
            if not 0 < last - first < 200 or len(said) < 2:
                return None
            if len(said) != last - first + 1:  # nobody can tell which is whose: all have to be looked at
                said = [flat[at:end].strip()] * (last - first + 1)
            answers += zip(range(first, last + 1), said, strict=True)
            at, ranges = end, True
            continue
        single = _SINGLE.match(flat, at)
        if single is None:
            break
        answers.append((int(single[1] or single[2]), single[3]))
        at = single.end()
    if flat[at:].strip(" .。;,、") or not (len(answers) >= 2 or ranges):
        return None
    return Entries(tuple(answers), at)


def _letters(flat: str, at: int, count: int) -> tuple[list[str], int]:
    """`count` answers of a range: letters run together are one each, unless words of letters come to `count`."""
    words: list[str] = []
    while len(words) < count * 2:
        found = _LETTERS.match(flat, at)
        if found is None or (len(words) >= count):
            break
        words.append(found[1])
        at = found.end()
    if len(words) == count:
        return words, at
    letters = [letter for word in words for letter in (word if word.isascii() else [word])]
    return letters, at


_NEXT = re.compile(
    r"(?<=[ ;.。!?])\(?([0-9]{1,3})(?: ?[.、](?![0-9])|\) ?[.、]?| ?、|(?<=  [0-9])(?= )|(?<=  [0-9]{2})(?= ))"
)


def series_of(flat: str, start: int, first: int) -> tuple[Span, ...]:
    """The answers in words that `flat` lists from `start`, behind number `first`: 甲骨文　8．仁；墨子. At least two."""
    if _NEXT.match(" " + flat[start : start + 8], 1):
        return ()  # numbers of its own: 3. 1.…; 2.…
    begun, due, spans = start, first, []
    for found in _NEXT.finditer(flat, start):
        if int(found[1]) == due + 1 and flat[begun : found.start()].strip(" ;,.。、"):
            spans.append(Span(due, begun, found.start()))
            begun, due = found.end(), due + 1
    return (*spans, Span(due, begun, len(flat))) if spans and flat[begun:].strip() else ()
