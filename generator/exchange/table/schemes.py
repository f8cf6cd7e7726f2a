"""Points and levels of a mark scheme in one cell: 1. 先道歉（2分）; 好（7-8分）：三步齐全"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.table.lists import Item, items_read, items_written
from generator.model.question import Point, written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from generator.model.content import Text
    from generator.model.question import Level, Marks

SPACE = r"[ \t]{0,4}"
NUMBER = r"([0-9]{1,6}(?:\.[0-9]{1,6})?)"
UNIT = r"(?:分|marks?|points?|pts?\.?)"
_MARKS = re.compile(
    rf"(?:[（(\[【]{SPACE}{NUMBER}{SPACE}{UNIT}{SPACE}[)）\]】][。；;.]?|\|{SPACE}{NUMBER}){SPACE}\Z"
)
_NO_MARKS = " |"  # ends a text whose end looks like marks and is none, or is white space

# Points --------------------------------------------------------------------------------------------


def points_written(points: Sequence[Point], column: int) -> str:
    """Points with their marks and the points below them; `column` is 0 for Chinese and 1 for English."""
    return items_written(list(_items(points, 0, column)))


def _items(points: Iterable[Point], depth: int, column: int) -> Iterator[Item]:
    for point in points:
        text = point.text.markdown.rstrip("\n")
        if point.marks is not None:
            text += _NO_MARKS * (text != text.rstrip() or text.endswith(_NO_MARKS))
            text += (
                f" ({written(point.marks)} marks)"
                if column and text[-1:].isascii()
                else f"（{written(point.marks)}分）"
            )
        elif _split(text) != (text, None):
            text += _NO_MARKS
        yield Item(text, depth)
        yield from _items(point.points, depth + 1, column)


def points_read(cell: str, text: Callable[[str], Text]) -> tuple[Point, ...]:
    """The points of a cell; `text` makes a Text of the words of each."""
    return points_of(items_read(cell), text)


def points_of(items: Sequence[Item], text: Callable[[str], Text]) -> tuple[Point, ...]:
    return _tree(items, 0, len(items), 0, text)


def marks_of(words: str) -> Marks | None:
    """The marks at the end of a point."""
    return _split(words)[1]


def _tree(
    items: Sequence[Item], start: int, end: int, depth: int, text: Callable[[str], Text]
) -> tuple[Point, ...]:
    points: list[Point] = []
    at = start
    while at < end:
        below = at + 1
        while below < end and items[below].depth > depth:
            below += 1
        words, marks = _split(items[at].text)
        points.append(Point(text(words), marks, _tree(items, at + 1, below, depth + 1, text)))
        at = below
    return tuple(points)


def _split(words: str) -> tuple[str, Marks | None]:
    """The words of a point and its marks."""
    if words.endswith(_NO_MARKS):
        return words[: -len(_NO_MARKS)], None
    tail = words[-60:]
    found = _MARKS.search(tail)
    before = words[: len(words) - len(tail) + found.start()] if found else ""
    if not found or not before.strip():
        return words.rstrip(), None
    before = before.rstrip()
    return before.removesuffix(_NO_MARKS), Fraction(found[1] or found[2])


# Levels --------------------------------------------------------------------------------------------


class Band(NamedTuple):
    """A level as a cell states it."""

    name: str
    low: Fraction
    high: Fraction
    text: str


_RANGE = rf"{NUMBER}(?:{SPACE}{UNIT})?(?:{SPACE}(?:[-–—~～至到]|to){SPACE}{NUMBER})?{SPACE}{UNIT}?"
_NAME = r'(?:"((?:[^"\n]|"")*+)"|([^\n]{0,200}?))'
_BANDS = (
    re.compile(rf"{SPACE}{_NAME}{SPACE}[（(\[【]{_RANGE}[)）\]】][：:]?[ \t]?"),
    re.compile(rf"{SPACE}{_NAME}[：: \t]{SPACE}{_RANGE}[：:，,；;][ \t]?"),
)
_HELD = "| "


def levels_written(levels: Sequence[Level], column: int) -> str:
    """A level a line: 好（7-8分）：text."""
    bands = [Band(lv.name, lv.low, lv.high, lv.text.markdown.rstrip("\n")) for lv in levels]
    return "\n".join(line for band in bands for line in _lines(band, column))


def _lines(band: Band, column: int) -> Iterator[str]:
    span = written(band.low) if band.low == band.high else f"{written(band.low)}-{written(band.high)}"
    behind = f" ({span} marks): " if column else f"（{span}分）："
    first, *others = band.text.split("\n")
    held = _HELD if first != first.strip() or not first or first.startswith("|") else ""
    plain = f"{band.name}{behind}{held}{first}"
    if _band(plain) != Band(band.name, band.low, band.high, first):
        name = band.name.replace('"', '""')
        plain = f'"{name}"{behind}{held}{first}'
    yield plain
    for line in others:
        yield (
            line
            if line and line == line.lstrip() and not line.startswith("|") and not _band(line)
            else _HELD + line
        )


def levels_read(cell: str) -> tuple[list[Band], list[str]]:
    """The levels of a cell, best first as they stand, and the lines before them that state none."""
    bands: list[Band] = []
    others: list[str] = []
    for line in cell.strip("\n").split("\n"):
        band = _band(line)
        if band:
            bands.append(band)
        elif bands:
            bands[-1] = bands[-1]._replace(text=f"{bands[-1].text}\n{_kept(line.lstrip())}")
        elif line.strip():
            others.append(line.strip())
    return [band._replace(text=band.text.rstrip("\n")) for band in bands], others


def _kept(line: str) -> str:
    return line[len(_HELD) :] if line.startswith(_HELD) else "" if line == _HELD.strip() else line


def _band(line: str) -> Band | None:
    if line.startswith(_HELD):
        return None
    for pattern in _BANDS:
        found = pattern.match(line)
        if found:
            quoted, plain, low, high = found.groups()
            name = quoted.replace('""', '"') if quoted is not None else plain
            ends = sorted((Fraction(low), Fraction(high or low)))
            return Band(name, ends[0], ends[1], _kept(line[found.end() :]))
    return None
