"""Unwrap: paragraphs that a text breaks at a width put together again.

A width shows in the lines themselves: many are about as long as the longest, and stop in the middle of a sentence.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import label_at
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.line import Mark
from generator.markdown.characters import soft_break

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.line import Line

_LEAST, _MOST = 28, 140  # half widths a line of a wrapped text may have
_SLACK = 6  # how much shorter than the width a broken line may be, in half widths
_STOPS = "。？！；：?!;:.”」』）)】]…"
_HYPHENED = re.compile(r"[a-z]{2}-$")
_COMPOUND = re.compile(
    r"\b(?:well|self|non|ex|co|long|short|high|low|part|full|half|all|cross|multi|on|off|in|up|first|one|two|three|"
    r"follow|decision|problem|real|face|day|year|month|week|end|user|open|close|hands|non|pre|post|re|time|cost|data)-$",
    re.IGNORECASE,
)
"""Words that like to stand before a hyphen that is part of what they say."""
_WORD = 14  # the longest word that may have been moved to the next line


def unwrapped(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Lines, each with the number of the last line that is in it."""
    width = _width(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        parts = [line]
        if _may_wrap(line):
            while at + 1 < len(lines) and (
                _stays_open(parts[-1], lines[at + 1])
                or _is_rest(parts[-1], lines[at + 1])
                or (width and _goes_on(parts[-1], lines[at + 1], width))
            ):
                at += 1
                parts.append(lines[at])
        yield (joined(parts) if len(parts) > 1 else line), parts[-1].number
        at += 1


def _may_wrap(line: Line) -> bool:
    return line.role == "text" and bool(line.text.strip()) and not line.heading


def cells(text: str) -> int:
    """The width of a text in half widths."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def _width(lines: Sequence[Line]) -> int:
    """The width at which a text is broken; 0 when it is not."""
    widths: dict[int, int] = {}
    broken: dict[int, int] = {}
    long = proved = 0
    for line, after in zip_longest(lines, lines[1:]):
        if not _may_wrap(line) or len(line.text) > _MOST:
            continue
        width = cells(line.text.rstrip())
        if width < _LEAST:
            continue
        long += 1
        widths[width] = widths.get(width, 0) + 1
        if (
            line.text.rstrip()[-1] not in _STOPS
            and after is not None
            and _may_wrap(after)
            and not begins(after)
        ):
            broken[width] = broken.get(width, 0) + 1
            proved += _stays_open(line, after)
    if not long or any(len(line.text) > _MOST for line in lines if line.role == "text"):
        return 0
    most = max(widths)
    latin = sum(line.text.isascii() for line in lines if line.text) * 2 > sum(
        bool(line.text) for line in lines
    )
    slack = _WORD if latin else _SLACK
    near = sum(count for width, count in broken.items() if width >= most - slack)
    full = sum(count for width, count in widths.items() if width >= most - slack)
    shown = near * 4 >= long or (near * 10 >= long and proved > 0)
    return most if near >= (2 if proved else 3) and near * 2 >= full and shown else 0


_BRACKETS = {"（": "）", "(": ")", "《": "》", "【": "】", "［": "］", "[": "]"}
_REACH = (
    40  # characters of a line in which a bracket may be left open, and of the next in which it may be closed
)


def _stays_open(line: Line, after: Line) -> bool:
    """Whether a long line ends inside brackets that the next one closes before it opens any."""
    end = line.text.rstrip()[-_REACH:]
    at = max(end.rfind(sign) for sign in _BRACKETS)
    if at < 0 or not _may_wrap(after) or cells(line.text) < _LEAST or len(line.text) > _MOST:
        return False
    close = _BRACKETS[end[at]]
    if close in end[at:]:
        return False
    begun = after.text[:_REACH]
    stop = begun.find(close)
    return stop >= 0 and not any(sign in begun[:stop] for sign in _BRACKETS) and not begins(after)


def _goes_on(line: Line, after: Line, width: int) -> bool:
    if (
        not _may_wrap(after)
        or begins(after)
        or (after.text[:1] in "\u3000 \t" and line.text[:1] not in "\u3000 \t" and not _hangs(line, after))
    ):
        return False
    text = line.text.rstrip()
    slack = _WORD if text.isascii() else _SLACK
    if text.isascii():
        first = after.text.split(maxsplit=1)[0]
        return cells(text) + 1 + len(first) > width - 2
    return cells(text) >= width - slack


_REST = re.compile(r"[^\W\d_]{1,4}[。？?](?!$)|[^\W\d_]{1,2}[。？?]$")
_WHOLE = re.compile(
    r"(?:正确|错误|对|错|是|否|不|不是|没有|无|略|同意|可以|不能|不行|能|会|不会|为何|为什么|怎么办|好)[。？?]"
)


def _is_rest(line: Line, after: Line) -> bool:
    """Whether a line begins with the last few characters of a sentence, which the one before leaves open."""
    text, words = line.text.rstrip(), after.text.strip()
    if (
        not _may_wrap(after)
        or text[-1] in _STOPS
        or cells(text) < _LEAST // 2
        or label_at(flat(words)) is not None
    ):
        return False
    return not words[:1].isascii() and _REST.match(words) is not None and _WHOLE.match(words) is None


def _hangs(line: Line, after: Line) -> bool:
    """Whether a line is set in as far as the words behind the number of the one before."""
    number = number_at(flat(line.text), line.text)
    lead = len(after.text) - len(after.text.lstrip(" "))
    return number is not None and 2 <= lead <= cells(line.text[: number.end]) + 2


def begins(line: Line) -> bool:
    """Whether a line begins something: a number, a label, a paragraph set in."""
    words = flat(line.text).lstrip(" ")
    text = line.text.lstrip(" \u3000\t\u00a0")
    number = number_at(words, text)
    if number is not None and not number.weak:
        return True
    return label_at(words) is not None


def joined(parts: Sequence[Line]) -> Line:
    """Lines as one, with what marks them."""
    text, marks = "", list[Mark]()
    for part in parts:
        words = part.text
        cut = len(words) - len(words.lstrip()) if text else 0
        text = text.rstrip() if text else text
        gap = soft_break(text, words[cut:]) if text else ""
        if gap and _HYPHENED.search(text[-24:]) and words[cut : cut + 2].isalpha() and words[cut].islower():
            text, gap = text[: None if _COMPOUND.search(text[-24:]) else -1], ""
        moved = len(text) + len(gap) - cut
        marks += [
            mark._replace(start=max(mark.start, cut) + moved, end=mark.end + moved)
            for mark in part.marks
            if mark.end > cut
        ]
        text += gap + words[cut:]
    return parts[0]._replace(text=text, marks=tuple(marks))
