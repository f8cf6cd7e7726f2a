"""Mark schemes in the words of people: several points in a line, levels under the header of points.

What is found is written anew as `schemes` reads it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.earning import earned
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.levels import heads_in
from generator.exchange.table import lists, schemes
from generator.exchange.table.schemes import NUMBER, SPACE, UNIT
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.table.lists import Item
    from generator.exchange.table.schemes import Band
    from generator.model.question import Marks

_INSIDE = re.compile(rf"[（(\[【]{SPACE}{NUMBER}{SPACE}{UNIT}{SPACE}[)）\]】]")
_LEADING = re.compile(rf"([^（(\[【\n]{{1,60}}){_INSIDE.pattern}{SPACE}[：:]{SPACE}(?=\S)")
_BARE_END = re.compile(rf"[，,：:、 \t]{{0,3}}(?:得|计|给)?{NUMBER}{SPACE}分[。；;，,]?\Z")
_BETWEEN = "，,；;、。 \t\n"


class Scheme(NamedTuple):
    """The points of a cell, each with its marks behind it. `added_up` tells whether marks were found inside a line.

    `unread`: some that are inside a point still, for there is no telling where one ends.
    """

    items: list[Item]
    added_up: Marks | None = None
    unread: str = ""


def levels_said(cell: str) -> tuple[list[Band], list[str]] | None:
    """The levels of a cell and its other lines, where it has several and one has a range; None where it has points."""
    lines = [part for line in cell.strip("\n").split("\n") for part in _bands(lists.behind_number(line))]
    bands, others = schemes.levels_read("\n".join(lines))
    if len(bands) < 2 or not any(band.low < band.high for band in bands):
        return None
    return bands, others


def _bands(line: str) -> list[str]:
    """The levels that stand one after another in a line."""
    starts = heads_in(flat(line))
    if len(starts) < 2:
        return [line]
    parts = [line[start:end].strip(_BETWEEN) for start, end in pairwise([0, *starts, len(line)])]
    return [part for part in parts if part]


def points_said(cell: str, whole: Marks | None) -> Scheme:
    """The points of a cell of a question of `whole` marks."""
    items = lists.items_read(cell)
    if any(item.depth for item in items):
        return Scheme(items, unread=_unread(items))
    if all(schemes.marks_of(item.text) is not None and not _inside(item.text) for item in items):
        return Scheme(items)
    for cut in (_earned, _before_names):
        pieces = [piece for item in items for piece in cut(item.text)]
        total = _total(pieces)
        if total is not None and not any(map(_inside, pieces)):
            return Scheme([lists.Item(piece) for piece in pieces], total)
    bare = [_with_brackets(piece) for item in items for piece in _parted(item.text)]
    total = _total(bare) if len(bare) > 1 else None
    if total is not None and total == whole:
        return Scheme([lists.Item(piece) for piece in bare], whole)
    return Scheme(items, unread=_unread(items) or (cell if total is not None else ""))


def _total(pieces: Sequence[str]) -> Marks | None:
    marks = [mark for piece in pieces if (mark := schemes.marks_of(piece)) is not None]
    return sum(marks, Fraction(0)) if len(marks) == len(pieces) else None


def _unread(items: Sequence[Item]) -> str:
    return next((item.text for item in items if _inside(item.text)), "")


def _inside(text: str) -> bool:
    """Whether a point has marks that are not at its end."""
    found = _INSIDE.search(text)
    return found is not None and bool(text[found.end() :].strip(_BETWEEN))


def _earned(text: str) -> list[str]:
    """周密（5分），明确（5分） is two points."""
    points = earned(flat(text))
    if not points or not all(point.bracketed for point in points):
        return [text]
    return [f"{text[at:end].strip(_BETWEEN)}（{written(marks)}分）" for at, end, _, marks, _ in points]


def _before_names(text: str) -> list[str]:
    """时效（4分）：当天回复；态度（3分）：礼貌 is two points, and their names belong to them."""
    pieces: list[str] = []
    for part in _parted(text):
        found = _LEADING.match(part)
        if found:
            pieces.append(f"{found[1].rstrip()}：{part[found.end() :].rstrip(_BETWEEN)}（{found[2]}分）")
        else:
            pieces.append(part)
    return pieces


def _parted(text: str) -> list[str]:
    for signs in ("；;\n", "，,；;\n"):
        parts = [part.strip() for part in re.split(f"[{signs}]", text) if part.strip()]
        if len(parts) > 1 and all(_BARE_END.search(part[-40:]) or _LEADING.match(part) for part in parts):
            return parts
    return [text]


def _with_brackets(text: str) -> str:
    """计划周密 5分 as 计划周密（5分）."""
    tail = text[-40:]
    found = _BARE_END.search(tail)
    before = text[: len(text) - len(tail) + found.start()] if found else ""
    if not found or not before.strip() or before[-1:].isdigit():
        return text
    return f"{before.rstrip()}（{found[1]}分）"
