"""Pieces: the lines of a document, tables laid out, cut where one line says several things."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.entries import entries_of
from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.labels import label_at, labels_inside
from generator.exchange.interpret.numerals import number_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.exchange.line import Line


class Piece(NamedTuple):
    """Characters `start` to `stop` of a line; `last` is the number of the last line of the document that is in it.

    `text` are its characters and `flat` their half-width form; both are empty for a table and a blank line.
    """

    line: Line
    start: int
    stop: int
    last: int
    text: str
    flat: str

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def blank(self) -> bool:
        return self.line.role == "blank" or (self.line.role != "table" and not self.text)

    def cut(self, start: int, stop: int | None = None) -> Piece:
        """From `start` to `stop` of its text, without white space at the edges."""
        stop = len(self.text) if stop is None else stop
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        return Piece(
            self.line,
            self.start + start,
            self.start + stop,
            self.last,
            self.text[start:stop],
            self.flat[start:stop],
        )


def piece_of(line: Line, last: int = 0) -> Piece:
    whole = Piece(line, 0, len(line.text), last or line.number, line.text, flat(line.text))
    return whole.cut(0)


def pieces(lines: Iterable[Line], last: int = 0) -> Iterator[Piece]:
    """The pieces of lines that are no tables to be laid out any more."""
    for line in lines:
        whole = piece_of(line, last)
        if line.role in ("text", "contents") and whole.text:
            yield from _divided(whole)
        else:
            yield whole


_KEYED = re.compile(
    r"(?:^|(?<=[ :;。.]))[一二三四五六七八九十]{1,2}[、.] ?(?=(?:[^0-9:]{0,14}[:)]? ?)\(?[0-9]{1,3} "
    r"?(?:[.、)]|-{1,2}|~) ?[0-9]{0,3}[.、: ]{0,3}[a-h√×✓对错正])"
)
"""Where a section of a key begins in a line that holds several: 一、1.B 2.A 二、1.ABC"""


_HEADED = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.] {0,2}(?:[^0-9:。?;,()\[\]]{1,14}: {0,2})?(?=\(?1(?:[.)](?![0-9])|、(?![0-9])))"
)
_PART = re.compile(
    r"(?:(?:part|section) (?:[a-h]|[ivx]{1,4}|[0-9]{1,2})|第[一二三四五六七八九十]{1,2}(?:部分|大题|单元|模块))[:.、] {0,3}"
    r"(?=\(?[0-9]{1,3}(?: ?[.)](?![0-9])|、|-[0-9]))"
)
"""The number of a section, perhaps its title, before its first question or answer in one line: 二、1. …"""


def _divided(whole: Piece) -> Iterator[Piece]:
    """A piece cut before labels inside it, where it begins with a label or a number or holds boxed labels."""
    text = whole.flat
    headed = _HEADED.match(text)
    if headed is None or entries_of(text, headed.end()) is not None:
        headed = _PART.match(text)
    if headed:
        yield whole.cut(0, headed.end())
        yield from _divided(whole.cut(headed.end()))
        return
    if not ("[" in text or ":" in text):
        yield whole
        return
    keyed = [found.start() for found in _KEYED.finditer(text)] if "、" in text or "." in text else []
    if len(keyed) > 1 or (keyed and label_at(text, 0) is not None):
        edges = [0, *(place for place in keyed if place), len(text)]
        yield from (part for a, b in itertools.pairwise(edges) if (part := whole.cut(a, b)).text)
        return
    number = number_at(text, whole.text)
    begin = number.end if number else 0
    label = label_at(text, begin)
    start = 0
    for place in labels_inside(text, label.end if label else max(begin, 1)):
        inner = label_at(text, place)
        if (
            inner is None
            or inner.kind in ("stem", "remark", "category", "options")
            or _only_ends(text, place, inner.end)
        ):
            continue
        if not inner.boxed and not (label or number):
            continue
        yield whole.cut(start, place)
        start = place
    rest = whole.cut(start)
    if rest.text:
        yield rest


def _only_ends(text: str, place: int, end: int) -> bool:
    """A label with nothing before it in the line but its own number."""
    return not text[:place].strip()
