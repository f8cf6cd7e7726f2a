"""Counting: whether what looks like the number of a point counts, and where several points stand in a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.numerals import number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.lexers.numerals import Number
    from generator.exchange.interpret.pieces.piece import Piece


def goes_on_later(pieces: Sequence[Piece], at: int, first: Number) -> bool:
    """Whether a number of the same manner follows that is one more."""
    for piece in pieces[at + 1 : at + 40]:
        found = number_at(piece.flat, piece.text) if not piece.blank else None
        if found and found.manner == first.manner:
            return found.value == first.value + 1
    return False


_COUNTS_ALONE = ("1.", "1)", "(1)", "①", "1.1", "-", "[1]")
_DIGIT = re.compile(r"[0-9]{1,4}(?![0-9]{0,4} ?[^0-9\W])")


def is_of_sentence(pieces: Sequence[Piece], at: int, first: Number) -> bool:
    """Whether what counts belongs to the words, and begins no list: the line goes on with 2, and no other line does."""
    if goes_on_later(pieces, at, first) or first.value == 0:
        return False
    piece = pieces[at]
    if first.manner not in _COUNTS_ALONE or _DIGIT.match(piece.flat, first.end):
        return True
    sign = _NEXT.get(first.manner, "②")
    return sign in piece.flat[first.end :]


_NEXT = {"1.": "2、", "1)": "2)", "(1)": "(2)", "[1]": "[2]", "①": "②", "1.1": "1.2"}
_CIRCLE = re.compile(r"(?=[①-⑳])")
_BOUNDARY = re.compile(r"(?<=[;。!?.,:\s])(?=[(①-⑳⑴-⒇]|[0-9])")


def divided(piece: Piece) -> list[Piece]:
    """A piece that counts several points one after another, ①…；②…, cut before each; else the piece alone."""
    if piece.blank or piece.line.role in ("table", "code"):
        return [piece]
    first = number_at(piece.flat, piece.text)
    if first is None or first.weak or first.manner not in ("①", "(1)", "1.", "1)"):
        return [piece]
    cuts = [0]
    expected = first.value + 1
    boundary = _CIRCLE if first.manner == "①" else _BOUNDARY
    for found in boundary.finditer(piece.flat, first.end):
        if (boundary is _BOUNDARY and piece.flat[found.start() - 1] in ",:") or (
            piece.flat[found.start() - 1] == "." and first.manner != "①"
        ):
            continue
        number = number_at(piece.flat, piece.text, found.start())
        if number and number.manner == first.manner and number.value == expected and not number.weak:
            cuts.append(found.start())
            expected += 1
    if len(cuts) == 1:
        return [piece]
    return [piece.cut(start, stop) for start, stop in zip(cuts, [*cuts[1:], len(piece.text)], strict=True)]
