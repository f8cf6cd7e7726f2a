"""Lines cut where one says several things: a label or the heading of a key within it."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.entries import entries_of
from generator.exchange.interpret.lexers.labels import label_at, labels_inside
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.interpret.pieces.piece import piece_of
from generator.exchange.interpret.words.labels import NO_STEM_WORDS, TAKEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.line import Line


_KEYED = re.compile(
    r"(?:^|(?<=[ :;。.]))[一二三四五六七八九十]{1,2}[、.] ?(?=(?:[^0-9:]{0,14}[:)]? ?)\(?[0-9]{1,3} "
    r"?(?:[.、)]|-{1,2}|~) ?[0-9]{0,3}[.、: ]{0,3}[a-h√×✓对错正])"
)
"""Where a section of a key begins in a line that holds several: 一、1.B 2.A 二、1.ABC"""

_HEADED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3} ?[、.]|[ⅰ-ⅻⅠ-Ⅻ] ?[、.]) {0,2}(?:[^0-9:。?;,()\[\]]{1,14}: {0,2})?"
    r"(?=\(?[0-9]{1,3} ?(?:[.)](?![0-9])|、(?![0-9])))"
)
_PART = re.compile(
    r"(?:(?:part|section) (?:[a-h]|[ivx]{1,4}|[0-9]{1,2})|第[一二三四五六七八九十]{1,2}(?:部分|大题|单元|模块))[:.、] {0,3}"
    r"(?=\(?[0-9]{1,3}(?: ?[.)](?![0-9])|、|-[0-9]))"
)
_OPENED = re.compile(
    r"[一二三四五六七八九十]{1,3} ?[、.] {0,2}[^0-9:。?;,()\[\]]{1,12}题 ?(?:\([^()]{1,40}\))?:? {0,3}"
    r"(?=1 ?(?:[.)](?![0-9])|、(?![0-9])))"
)
"""The number of a section, perhaps its title, before its first question or answer in one line: 二、1. …"""


def pieces_of(line: Line, last: int = 0) -> Iterator[Piece]:
    """The pieces of a line; `last` is the number of the last line of the document that is in it."""
    whole = piece_of(line, last)
    if line.role in ("text", "contents") and whole.text:
        yield from _divided(whole)
    else:
        yield whole


def _divided(whole: Piece) -> Iterator[Piece]:
    """A piece cut before labels inside it, where it begins with a label or a number or holds boxed labels."""
    text = whole.flat
    headed = _HEADED.match(text)
    if headed is None or entries_of(text, headed.end()) is not None:
        headed = _PART.match(text) or _OPENED.match(text)
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
    start, lead = 0, len(text) - len(text.lstrip())
    for place in labels_inside(text, label.end if label else max(begin, 1)):
        inner = label_at(text, place)
        if inner is None or inner.kind in ("stem", "category", "options") or place <= lead:
            continue
        if inner.kind == "remark" and inner.word not in NO_STEM_WORDS | TAKEN:
            continue
        if not inner.boxed and not (label or number) and text[place - 1] not in "。?!":
            continue
        yield whole.cut(start, place)
        start = place
    rest = whole.cut(start)
    if rest.text:
        yield rest
