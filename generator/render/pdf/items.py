"""Items: a paragraph as parallel arrays, from which lines are broken and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.characters import NEVER, Between, Kind, between, takes_space
from generator.render.pdf.setter import Sort
from generator.render.pdf.words import UNITS, hyphenated, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.render.pdf.setter import Setter

_SHORT_WORD = 4  # letters of a word that is never parted
_IN_WORD = 6.0  # penalty of parting a long identifier at one of its joints
_HYPHEN = 25.0
_ENUMERATORS = frozenset("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")  # stay with what they count
_ANYWHERE = 400.0  # and of parting a word that is longer than the line


class Run(NamedTuple):
    """Text in one style, or a blank when `text` is empty. Runs with the same `whole` > 0 stay together."""

    setter: Setter
    text: str
    whole: int = 0
    dots: bool = False
    blank: float = 0.0  # points


class Space(NamedTuple):
    """Space characters typed between two items; `tied`: no line ends there; `fixed`: as wide as they are."""

    sort: Sort
    number: int
    tied: bool
    fixed: bool


class Items:
    """n items. Lists with one entry an item; what concerns two neighbours stands with the right one.

    `start` and `end` are places on one endless line at natural widths; `stretches` and `shrinks` are running
    sums of gaps that may be widened and of points that may be given up.
    """

    __slots__ = (
        "between", "dots", "end", "hyphens", "rooms", "rules", "shrinks", "size", "sorts", "spaces", "start",
        "stretches", "whole",
    )  # fmt: skip

    def __init__(self, size: float) -> None:
        self.size = size
        self.sorts: list[Sort] = []
        self.between: list[Between] = []  # in points
        self.start: list[float] = []
        self.end: list[float] = []
        self.shrinks: list[float] = []
        self.stretches: list[int] = []
        self.spaces: dict[int, Space] = {}  # typed before these items
        self.hyphens: dict[int, Sort] = {}  # shown at a line's end when the next begins with this item
        self.dots: set[int] = set()  # items with an emphasis dot
        self.rooms: list[
            int
        ] = []  # items before which is more or less room than their advances make, or may be
        self.whole: set[int] = set()  # items of runs that stay together, like the marks after a stem
        self.rules: set[int] = set()  # items that are blanks to fill in

    def __len__(self) -> int:
        return len(self.sorts)

    def add(self, sort: Sort, between: Between) -> None:
        gap, shrink, stretch, _ = between
        if self.sorts:
            start = self.end[-1] + gap
            self.shrinks.append(self.shrinks[-1] + shrink)
            self.stretches.append(self.stretches[-1] + stretch)
            if (gap or shrink) and len(self.sorts) not in self.spaces:
                self.rooms.append(len(self.sorts))
        else:
            start = 0.0
            self.shrinks.append(0.0)
            self.stretches.append(0)
        self.sorts.append(sort)
        self.between.append(between)
        self.start.append(start)
        self.end.append(start + sort.width)


_NOTHING = Between(0.0, 0.0, False, 0.0)


def make_items(runs: Sequence[Run], size: float, measure: float, language: str) -> Items:
    """`language` is one to hyphenate in, or empty; `measure` the width of the narrowest line."""
    items = Items(size)
    before: Sort | None = None
    whole_before = 0
    space: Space | None = None
    for run in runs:
        setter = run.setter
        table = between(setter.size)
        for token in setter.tokens.findall(run.text) if run.text else ("",):
            if token and token[0] in " \u00a0":
                tied = "\u00a0" in token  # which is typed for its width too
                number = 1 if setter.chinese and not tied else len(token)
                space = Space(setter.space, number, tied, setter.monospaced)
                continue
            for sort, joint in _sorts(items, run, token, measure, language):
                if joint:
                    apart = Between(0.0, 0.0, False, joint)
                elif before is None:
                    apart = _NOTHING
                else:
                    apart = table[before.right][sort.left]
                    if before.token in _ENUMERATORS:
                        apart = apart._replace(penalty=NEVER)
                    if not setter.chinese:  # only spaces are widened, so that a Han run looks like a word
                        apart = apart._replace(stretch=False)
                    if space is not None:
                        items.spaces[len(items)] = space
                        apart = _spaced(space, before, sort, setter, apart)
                        if space.tied or (before.right is Kind.DIGIT and token in UNITS):
                            apart = apart._replace(penalty=NEVER)
                if run.whole and run.whole == whole_before:
                    apart = apart._replace(penalty=NEVER)
                if run.whole:
                    items.whole.add(len(items))
                if run.dots and sort.left is Kind.HAN:
                    items.dots.add(len(items))
                items.add(sort, apart)
                before, whole_before, space = sort, run.whole, None
    return items


def _sorts(items: Items, run: Run, token: str, measure: float, language: str) -> Sequence[tuple[Sort, float]]:
    """A token's sorts, each with the penalty of parting the token before it."""
    if not token:
        items.rules.add(len(items))
        return ((_blank(run, measure), 0.0),)
    sort = run.setter[token]
    if sort.solid and (len(token) > _SHORT_WORD or sort.width > measure):
        return _parts(items, run.setter, token, measure, language)
    return ((sort, 0.0),)


def _blank(run: Run, measure: float) -> Sort:
    """Room for a rule; drawn with the line's other rules."""
    em = run.setter.size
    width = min(run.blank, measure)
    piece = b" %d " % -round(width / em * 1000)
    return Sort(Kind.BLANK, Kind.BLANK, width, piece, run.setter.space.pen, (), em, True, False)


def _spaced(space: Space, before: Sort, after: Sort, setter: Setter, apart: Between) -> Between:
    """What stands between two items where a space was typed."""
    penalty = 0.0
    if before.right is Kind.OPEN or after.left in (Kind.CLOSE, Kind.CENTRED, Kind.WIDE_SPACE):
        penalty = NEVER
    width = takes_space(before.right, after.left) if setter.chinese else None
    if width is None:
        points = space.sort.width * space.number
        if space.fixed:
            return Between(points, 0.0, False, penalty)
        return Between(points, points / 3, True, penalty)
    if width == 0.0:
        return apart._replace(penalty=penalty)
    return Between(width * setter.size, width / 2 * setter.size, True, penalty)


def _parts(
    items: Items, setter: Setter, word: str, measure: float, language: str
) -> list[tuple[Sort, float]]:
    """A long word in the parts at which it may be broken."""
    result: list[tuple[Sort, float]] = []
    for text in parted(word, setter.chinese):
        syllables = hyphenated(text, language) if language and "-" not in word else (text,)
        for k, syllable in enumerate(syllables):
            part = setter[syllable]
            joint = _HYPHEN if k else _IN_WORD if result else 0.0
            if k:
                items.hyphens[len(items) + len(result)] = setter["-"]
            if part.width <= measure:
                result.append((part, joint))
            else:
                result += [(setter[char], _ANYWHERE if i else joint) for i, char in enumerate(syllable)]
    return result
