"""Earning: the points of lines that hold several, one behind another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.earning import earned
from generator.exchange.interpret.lexers.numerals import number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.pieces.piece import Piece


def earning(pieces: Sequence[Piece]) -> list[Piece]:
    """The points of lines that hold several, each with its marks at its end; none where a line has none."""
    found: list[Piece] = []
    told = [piece for piece in pieces if not piece.blank]
    for piece in told:
        if piece.line.role != "text" or (len(told) > 1 and number_at(piece.flat, piece.text)):
            return []
        parts = _uncounted([piece.cut(point.start, point.stop) for point in earned(piece.flat)])
        if not parts:
            return []
        found += parts
    return found if len(found) > len(told) else []


def _uncounted(parts: list[Piece]) -> list[Piece]:
    """Parts without the numbers that count them; none where only some have one."""
    numbers = [number_at(part.flat, part.text) for part in parts]
    counted = [number for number in numbers if number and not number.weak and number.manner != "-"]
    if not counted:
        return parts
    if [number.value for number in counted] != list(range(1, len(parts) + 1)):
        return []
    return [part.cut(number.end) for part, number in zip(parts, counted, strict=True)]
