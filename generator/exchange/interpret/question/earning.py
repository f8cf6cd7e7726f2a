"""Earning: points one behind another in a line, each with its marks: 计划周密（5分），分工明确（5分）."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.numerals import number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.pieces.piece import Piece

_N = r"[0-9]{1,2}(?:\.[0-9]{1,2})?"
_MARKS = re.compile(
    rf"(?:[(\[] ?(?:计|得|共)?{_N} ?(?:分|marks?|points?|pts) ?[)\]]"
    rf"|(?<=[,、:; ]){_N} ?(?:分|marks?|points?|pts)(?=[;。,、.]|$))(?P<stop> ?[;。.,、]{{0,2}}) ?(?P<named>[:-]?)"
)
_TOTAL = re.compile(rf"(?:共计?|合计|总计|总分|满分|total(?: of)?:?) ?({_N}) ?(?:分|marks?|points?)[。.]?")
_FIGURE = re.compile(_N)


def earning(pieces: Sequence[Piece]) -> list[Piece]:
    """The points of lines that hold several, each with its marks at its end; none where a line has none."""
    found: list[Piece] = []
    told = [piece for piece in pieces if not piece.blank]
    for piece in told:
        if piece.line.role != "text" or (len(told) > 1 and number_at(piece.flat, piece.text)):
            return []
        parts = _parts(piece)
        if not parts:
            return []
        found += parts
    return found if len(found) > len(told) else []


def _parts(piece: Piece) -> list[Piece]:
    parts: list[Piece] = []
    start, total = 0, Fraction(0)
    for found in _MARKS.finditer(piece.flat):
        if found["named"]:
            return []  # 优秀（5分）：… is a level
        part = piece.cut(start, found.start("stop"))
        if part.start + 1 >= piece.start + found.start():
            return []
        parts.append(part)
        start = found.end()
        total += Fraction(_FIGURE.findall(found[0])[-1])
    tail = piece.flat[start:].strip(" ;,。.、")
    said = _TOTAL.fullmatch(tail)
    return _uncounted(parts) if not tail or (said and Fraction(said[1]) == total) else []


def _uncounted(parts: list[Piece]) -> list[Piece]:
    """Parts without the numbers that count them; none where only some have one."""
    numbers = [number_at(part.flat, part.text) for part in parts]
    counted = [number for number in numbers if number and not number.weak and number.manner != "-"]
    if not counted:
        return parts
    if [number.value for number in counted] != list(range(1, len(parts) + 1)):
        return []
    return [part.cut(number.end) for part, number in zip(parts, counted, strict=True)]
