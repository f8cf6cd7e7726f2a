"""Headings that a document breaks are put together: a name below its number, figures behind the end of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import label_at
from generator.exchange.interpret.lexers.numerals import SECTIONS, number_at
from generator.exchange.interpret.lines.unwrap import begins, cells, joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.exchange.line import Line

_NAME = 32  # half widths a name below a number may have
_WIDE = 56  # and a line that may break
_STOPS = frozenset(",;:?!。、.")
_ENDS = frozenset("。？！；：?!;:.）)")


def whole_headings(lines: Iterable[tuple[Line, int]]) -> Iterator[tuple[Line, int]]:
    """Lines with the number of the last line in each, as `unwrapped` gives them."""
    told = list(lines)
    at = 0
    while at < len(told):
        line, last = told[at]
        behind = _behind(told, at)
        at += 1
        if behind:
            after, last = told[behind]
            line, at = joined([line, after]), behind + 1
        yield line, last


def _behind(told: list[tuple[Line, int]], at: int) -> int:
    """The place of the line that goes on with a heading; 0 where none does."""
    line = told[at][0]
    if line.role != "text" or not line.text.strip() or len(line.text) > 400:
        return 0
    words = flat(line.text).strip()
    number = number_at(words, line.text.strip())
    if number is None or number.manner not in SECTIONS:
        return 0
    bare = number.end >= len(words)
    step = 2 if bare and at + 1 < len(told) and told[at + 1][0].role == "blank" else 1
    after = told[at + step][0] if at + step < len(told) else None
    if after is None or after.role != "text" or not after.text.strip() or begins(after):
        return 0
    return at + step if (_names(after) if bare else _breaks(line)) else 0


def _names(line: Line) -> bool:
    """Whether a line is the name of the section whose number stands above."""
    words = flat(line.text).strip()
    return (
        cells(words) <= _NAME
        and not _STOPS.intersection(words)
        and label_at(words) is None
        and "__" not in words
    )


def _breaks(line: Line) -> bool:
    """Whether a long heading stops in the middle of a clause."""
    return not line.heading and cells(line.text) >= _WIDE and line.text.rstrip()[-1] not in _ENDS
