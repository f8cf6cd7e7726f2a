"""Brackets of a stem: the answer one holds, and the empty one in which it is to be written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.given import given_in
from generator.exchange.interpret.pieces.piece import piece_of
from generator.exchange.line import changed
from generator.exchange.line import piece as piece_of_line

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.piece import Piece

_EMPTY = "（　　）"
_LAST = re.compile(r"(?<![ 　])[ 　]*+[(\[] {0,24}[)\]] *$")


def without_last(pieces: list[Piece]) -> list[Piece]:
    """Pieces without the empty bracket at the end, in which a letter is to be written: a paper prints it for itself."""
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        found = None if piece.line.role == "code" else _LAST.search(piece.flat)
        if found and found.start():
            return [*pieces[:at], piece.cut(0, found.start()), *pieces[at + 1 :]]
    return pieces


def emptied(pieces: list[Piece]) -> tuple[list[Piece], str]:
    """Pieces without the answer in a bracket of theirs, and that answer, where there is just one; else "" for it."""
    found = [(at, *given) for at, piece in enumerate(pieces) for given in given_in(piece.flat)]
    if len(found) != 1:
        return pieces, ""
    at, given, start, stop = found[0]
    return [*pieces[:at], _emptied(pieces[at], start, stop), *pieces[at + 1 :]], given


def _emptied(piece: Piece, start: int, end: int) -> Piece:
    """A piece whose brackets from `start` to `end` hold nothing."""
    tail = not piece.flat[end:].strip(" .。?")
    line = piece_of_line(piece.line, piece.start, piece.stop)
    new = "" if tail else _EMPTY
    return piece_of(changed(line, [(start, end, new)]), piece.last)
