"""Lists that Word counts for itself: which labels it can count, and word/numbering.xml.

A list is a w:num with one level. Its numbers take their face from the paragraph's style. Indents have to stand in
the list as well: to LibreOffice, a list that says nothing of them has none, whatever the style says.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from generator.model.content import Str
from generator.model.document import Ordinal, Paragraph
from generator.numbering import numbered
from generator.render.docx.labels import TAB
from generator.render.docx.xml import HEAD, MAIN, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.model.content import Inline
    from generator.model.document import Piece

NUMBERING = "numbering"  # the part's name

# What stands for the number in a mark: Word's format of it, and the last number that Word writes as we do.
_FORMATS = {
    "一": ("chineseCountingThousand", 99),
    "①": ("decimalEnclosedCircle", 20),
    "1": ("decimal", 9999),
    "A": ("upperLetter", 26),
    "a": ("lowerLetter", 26),
    "I": ("upperRoman", 3999),
    "i": ("lowerRoman", 3999),
}
_BULLET = "bullet"
_ENDLESS = 1 << 30
_LONGEST = 31  # characters of a number with its mark, in Word
_MOST = 2000  # lists; Word shows no numbers beyond some more


class Counting(NamedTuple):
    """How Word counts in a mark."""

    format: str  # w:numFmt
    text: str  # w:lvlText
    last: int  # the highest number that comes out as the label says it


class Kind(NamedTuple):
    """What lists have in common: a w:abstractNum.

    Word counts in one for all lists of a kind, each starting it anew: lists that interleave, as those of two
    levels do, are of different kinds.
    """

    role: str
    level: int
    mark: str
    wide: bool  # signs of ambiguous width are full width
    suffix: str  # w:suff, between number and text
    spaced: bool  # a space between number and tab
    place: str  # properties of the paragraph: w:tabs, w:ind


class Item(NamedTuple):
    """A paragraph in a list. `place` tells the lists of a fragment apart; all bullets of a kind are one list."""

    kind: Kind
    number: int
    place: int | None  # None for bullets


class _Open(NamedTuple):
    """A list as it is gathered."""

    first: Paragraph
    mark: str
    items: list[tuple[int, int]]  # place and number


@cache
def counting(mark: str) -> Counting | None:
    """None for a mark in which Word does not count as we do."""
    if not mark or "%" in mark or not mark.isprintable():
        return None
    second = numbered(mark, 2)
    if second == mark:
        return Counting(_BULLET, mark, _ENDLESS) if len(mark) <= _LONGEST else None
    for sign, (form, last) in _FORMATS.items():
        if sign in mark and second == mark.replace(sign, numbered(sign, 2), 1):
            text = mark.replace(sign, "%1", 1)
            return Counting(form, text, last) if len(numbered(mark, last)) <= _LONGEST else None
    return None


def list_items(pieces: Sequence[Piece], kind_of: Callable[[Paragraph, int], Kind]) -> list[Item | None]:
    """For each piece, its place in a list that Word can count.

    A paragraph goes on with the latest list like its own if its number is the next one; else it begins another.
    `kind_of` is asked with a list's first paragraph and last number.
    """
    lists: list[_Open] = []
    latest: dict[tuple[str, int, str, str], _Open] = {}
    for place, piece in enumerate(pieces):
        if isinstance(piece, Paragraph) and piece.ordinal and _counting(piece, piece.ordinal):
            mark, number = piece.ordinal
            like = piece.role, piece.level, mark, piece.language
            going = latest.get(like)
            if going is None or going.items[-1][1] + 1 != number:
                going = latest[like] = _Open(piece, mark, [])
                lists.append(going)
            going.items.append((place, number))
    found: list[Item | None] = [None] * len(pieces)
    for first, mark, items in lists:
        counted = counting(mark)
        if counted and items[-1][1] <= counted.last:
            kind = kind_of(first, items[-1][1])
            start = None if counted.format == _BULLET else items[0][0]
            for place, number in items:
                found[place] = Item(kind, number, start)
    return found


def counts_options(labels: Iterable[str], mark: str) -> bool:
    """Whether Word can count these labels from 1."""
    counted = counting(mark)
    written = list(labels)
    return (
        counted is not None
        and len(written) <= counted.last
        and written == [numbered(mark, number) for number in range(1, len(written) + 1)]
    )


def _counting(paragraph: Paragraph, ordinal: Ordinal) -> Counting | None:
    """How Word counts in the paragraph's mark, if its label is no other than that number."""
    counted = counting(ordinal.mark)
    label: tuple[Inline, ...] = (Str(numbered(ordinal.mark, ordinal.number)),)
    return counted if counted and ordinal.number >= 1 and paragraph.label == label else None


class Lists:
    """The lists of one document, numbered in the order in which they begin."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[int, int] | Kind, int] = {}
        self._started: list[Item] = []  # the first item of each

    def __bool__(self) -> bool:
        return bool(self._started)

    def number(self, item: Item, fragment: int) -> int | None:
        """w:numId of the item's list; `fragment` tells fragments apart. None when Word can take no more lists."""
        key = item.kind if item.place is None else (fragment, item.place)
        found = self._numbers.get(key)
        if found is None and len(self._started) < _MOST:
            self._started.append(item)
            found = self._numbers[key] = len(self._started)
        return found

    def part(self) -> str:
        """word/numbering.xml"""
        kinds = {kind: number for number, kind in enumerate(dict.fromkeys(i.kind for i in self._started))}
        lists = "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kinds[item.kind]}"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{item.number}"/></w:lvlOverride></w:num>'
            for number, item in enumerate(self._started, 1)
        )
        definitions = "".join(_definition(kind, number) for kind, number in kinds.items())
        return f'{HEAD}<w:numbering xmlns:w="{MAIN}">{definitions}{lists}</w:numbering>'


@cache
def _definition(kind: Kind, number: int) -> str:
    counted = counting(kind.mark)
    assert counted
    # Word takes two definitions for one when they have the same nsid, even those of two documents.
    nsid = f"{crc32(repr(kind).encode('utf-8')):08X}"
    return "".join(
        (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{nsid}"/>'
            '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
            f'<w:numFmt w:val="{counted.format}"/>',
            "" if kind.suffix == TAB else f'<w:suff w:val="{kind.suffix}"/>',
            f'<w:lvlText w:val="{escape(counted.text)}{" " if kind.spaced else ""}"/><w:lvlJc w:val="left"/>',
            f"<w:pPr>{kind.place}</w:pPr>",
            '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>' if kind.wide else "",
            "</w:lvl></w:abstractNum>",
        )
    )
