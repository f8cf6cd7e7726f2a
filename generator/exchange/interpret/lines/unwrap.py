"""Unwrap: paragraphs that a text breaks at a width put together again.

A width shows in the lines themselves: many are about as long as the longest, and stop in the middle of a sentence.
"""

from __future__ import annotations

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
_WORD = 14  # the longest word that may have been moved to the next line


def unwrapped(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Lines, each with the number of the last line that is in it."""
    width = _width(lines)
    at = 0
    while at < len(lines):
        line = lines[at]
        parts = [line]
        if width and _may_wrap(line):
            while at + 1 < len(lines) and _goes_on(parts[-1], lines[at + 1], width):
                at += 1
                parts.append(lines[at])
        yield (_joined(parts) if len(parts) > 1 else line), parts[-1].number
        at += 1


def _may_wrap(line: Line) -> bool:
    return line.role == "text" and bool(line.text.strip()) and not line.heading


def _cells(text: str) -> int:
    """The width of a text in half widths."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(char) in "WFA" else 1 for char in text)


def _width(lines: Sequence[Line]) -> int:
    """The width at which a text is broken; 0 when it is not."""
    widths: dict[int, int] = {}
    broken: dict[int, int] = {}
    long = 0
    for line, after in zip_longest(lines, lines[1:]):
        if not _may_wrap(line) or len(line.text) > _MOST:
            continue
        width = _cells(line.text.rstrip())
        if width < _LEAST:
            continue
        long += 1
        widths[width] = widths.get(width, 0) + 1
        if (
            line.text.rstrip()[-1] not in _STOPS
            and after is not None
            and _may_wrap(after)
            and not _begins(after)
        ):
            broken[width] = broken.get(width, 0) + 1
    if not long or any(len(line.text) > _MOST for line in lines if line.role == "text"):
        return 0
    most = max(widths)
    latin = sum(line.text.isascii() for line in lines if line.text) * 2 > sum(
        bool(line.text) for line in lines
    )
    slack = _WORD if latin else _SLACK
    near = sum(count for width, count in broken.items() if width >= most - slack)
    full = sum(count for width, count in widths.items() if width >= most - slack)
    return most if near >= 3 and near * 2 >= full and near * 4 >= long else 0


def _goes_on(line: Line, after: Line, width: int) -> bool:
    if (
        not _may_wrap(after)
        or _begins(after)
        or (after.text[:1] in "\u3000 \t" and line.text[:1] not in "\u3000 \t")
    ):
        return False
    text = line.text.rstrip()
    slack = _WORD if text.isascii() else _SLACK
    if text.isascii():
        first = after.text.split(maxsplit=1)[0]
        return _cells(text) + 1 + len(first) > width - 2
    return _cells(text) >= width - slack


def _begins(line: Line) -> bool:
    """Whether a line begins something: a number, a label, a paragraph set in."""
    words = flat(line.text).lstrip(" ")
    text = line.text.lstrip(" \u3000\t\u00a0")
    number = number_at(words, text)
    if number is not None and not number.weak:
        return True
    return label_at(words) is not None


def _joined(parts: Sequence[Line]) -> Line:
    text, marks = "", list[Mark]()
    for part in parts:
        words = part.text
        cut = len(words) - len(words.lstrip()) if text else 0
        text = text.rstrip() if text else text
        gap = soft_break(text, words[cut:]) if text else ""
        moved = len(text) + len(gap) - cut
        marks += [
            mark._replace(start=max(mark.start, cut) + moved, end=mark.end + moved)
            for mark in part.marks
            if mark.end > cut
        ]
        text += gap + words[cut:]
    return parts[0]._replace(text=text, marks=tuple(marks))
