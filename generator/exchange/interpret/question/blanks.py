"""Blanks: those a stem has, and those that empty brackets stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.pieces.piece import piece_of
from generator.exchange.line import changed
from generator.exchange.line import piece as piece_of_line

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.question.stem import Stem

_BLANK = re.compile(r"_{4,}")
_OPEN = re.compile(r"(?:\( {0,8}\)|(?<!_)_{2,}+) ?[。.?]?$")


def blank_count(stem: Stem) -> int:
    """How many blanks a stem has: marked as such, or rules of four and more."""
    total = 0
    for piece in stem.pieces:
        total += sum(
            mark.kind == "blank" for mark in piece_of_line(piece.line, piece.start, piece.stop).marks
        )
        total += (
            len(_BLANK.findall(piece.text)) if not any(m.kind == "blank" for m in piece.line.marks) else 0
        )
    return total


def ends_open(stem: Stem) -> bool:
    """Whether a paragraph of a stem ends with an empty bracket or a rule."""
    told = [piece for piece in stem.pieces if piece.text]
    return any(_OPEN.search(piece.flat) for piece in told)


def blanks_for_brackets(pieces: list[Piece]) -> list[Piece]:
    """Pieces with ____ where empty brackets or short rules stand for a blank."""
    written = []
    for piece in pieces:
        places = (
            [(f.start(), f.end(), "____") for f in re.finditer(r"\( {0,12}\)|(?<!_)_{2,3}(?!_)", piece.flat)]
            if piece.text
            else []
        )
        if places:
            line = piece_of_line(piece.line, piece.start, piece.stop)
            piece = piece_of(changed(line, places), piece.last)
        written.append(piece)
    return written
