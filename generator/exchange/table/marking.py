"""Mark schemes in the words of people: several points in a line, levels under the header of points.

What is found is written anew as `schemes` reads it.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.table import lists, schemes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.table.lists import Item
    from generator.exchange.table.schemes import Band
    from generator.model.question import Marks

_S = r"[ \t]{0,4}"
_N = r"([0-9]{1,6}(?:\.[0-9]{1,6})?)"
_UNIT = r"(?:分|marks?|points?|pts?\.?)"
_INSIDE = re.compile(rf"[（(\[【]{_S}{_N}{_S}{_UNIT}{_S}[)）\]】]")
_LEADING = re.compile(rf"([^（(\[【\n]{{1,60}}){_INSIDE.pattern}{_S}[：:]{_S}(?=\S)")
_BARE_END = re.compile(rf"[，,：:、 \t]{{0,3}}(?:得|计|给)?{_N}{_S}分[。；;，,]?\Z")
_BETWEEN = "，,；;、。 \t\n"
_RANGE = rf"{_N}(?:{_S}分)?{_S}(?:[-–—~～至到]|to){_S}{_N}{_S}{_UNIT}?"
_BAND = re.compile(
    rf"(?:^|(?<=[；;。，,\s]))[^\s（(\[【：:；;。，,0-9]{{1,8}}[ \t]?"
    rf"(?:[（(\[【]{_S}(?:{_RANGE}|{_N}{_S}{_UNIT}){_S}[)）\]】]|[：:]{_S}{_RANGE}(?=[：:，,；;]))"
)
_HAS_RANGE = re.compile(_RANGE)


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
    found = list(_BAND.finditer(line))
    if len(found) < 2 or not any(_HAS_RANGE.search(sign[0]) for sign in found):
        return [line]
    cuts = [found[0].start(), *(sign.start() for sign in found[1:]), len(line)]
    parts = [line[start:end].strip(_BETWEEN) for start, end in pairwise(cuts)]
    return [*filter(None, [line[: cuts[0]].strip(_BETWEEN)]), *parts]


def points_said(cell: str, whole: Marks | None) -> Scheme:
    """The points of a cell of a question of `whole` marks."""
    items = lists.items_read(cell)
    if any(item.depth for item in items):
        return Scheme(items, unread=_unread(items))
    if all(schemes.marks_of(item.text) is not None and not _inside(item.text) for item in items):
        return Scheme(items)
    for cut in (_behind_marks, _before_names):
        pieces = [piece for item in items for piece in cut(item.text)]
        total = _total(pieces)
        if total is not None and not any(map(_inside, pieces)) and not any(map(_goes_on, pieces)):
            return Scheme([lists.Item(piece) for piece in pieces], total)
    bare = [_with_brackets(piece) for item in items for piece in _parted(item.text)]
    total = _total(bare) if len(bare) > 1 else None
    if total is not None and total == whole:
        return Scheme([lists.Item(piece) for piece in bare], whole)
    return Scheme(items, unread=_unread(items) or (cell if total is not None else ""))


def _total(pieces: Sequence[str]) -> Marks | None:
    marks = [mark for piece in pieces if (mark := schemes.marks_of(piece)) is not None]
    return sum(marks, Fraction(0)) if len(marks) == len(pieces) else None


def _goes_on(piece: str) -> bool:
    """Whether a piece is what the marks before it are about."""
    return piece.startswith(("：", ":"))


def _unread(items: Sequence[Item]) -> str:
    return next((item.text for item in items if _inside(item.text)), "")


def _inside(text: str) -> bool:
    """Whether a point has marks that are not at its end."""
    found = _INSIDE.search(text)
    return found is not None and bool(text[found.end() :].strip(_BETWEEN))


def _behind_marks(text: str) -> list[str]:
    """周密（5分），明确（5分） is two points."""
    pieces: list[str] = []
    start = 0
    for found in _INSIDE.finditer(text):
        pieces.append(text[start : found.end()].strip(_BETWEEN))
        start = found.end()
    rest = text[start:].strip(_BETWEEN)
    return [*pieces, *filter(None, [rest])]


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
