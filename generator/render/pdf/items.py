"""Items: a paragraph as parallel arrays, from which lines are broken and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.characters import BETWEEN, NEVER, QUARTER, Kind, takes_space
from generator.render.pdf.setter import Sort
from generator.render.pdf.words import UNITS, hyphenated, parted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.render.pdf.setter import Setter

_IN_WORD = 6.0  # penalty of parting a long identifier at one of its joints
_HYPHEN = 25.0
_ANYWHERE = 400.0  # and of parting a word that is longer than the line


class Run(NamedTuple):
    """Text in one style, or a blank when `text` is empty. Items of a run with the same `whole` > 0 stay together."""

    setter: Setter
    text: str
    whole: int = 0
    dots: bool = False
    blank: float = 0.0  # points


class Items:
    """n items. Lists with one entry an item; what concerns two neighbours stands with the right one.

    `start` and `end` are places on one endless line at natural widths; `stretches`, `shrinks` and `hans` are
    running sums: of gaps that may be widened, of points that may be given up, of Han characters.
    """

    __slots__ = (
        "decorated", "dots", "end", "gap", "hans", "hyphens", "lead", "penalty", "rules", "shrink", "shrinks",
        "size", "sorts", "space", "start", "stretch", "stretches", "trail",
    )  # fmt: skip

    def __init__(self, size: float) -> None:
        self.size = size
        self.sorts: list[Sort] = []
        self.start: list[float] = []
        self.end: list[float] = []
        self.lead: list[float] = []
        self.trail: list[float] = []
        self.gap: list[float] = []
        self.shrink: list[float] = []
        self.stretch: list[bool] = []
        self.penalty: list[float] = []
        self.space: list[tuple[Sort, int] | None] = []  # space characters in the gap
        self.shrinks: list[float] = []
        self.stretches: list[int] = []
        self.hans: list[int] = []
        self.hyphens: dict[int, tuple[float, Sort]] = {}  # items that a line may begin with after a hyphen
        self.dots: set[int] = set()  # items with an emphasis dot
        self.rules: set[int] = set()  # items that are blanks to fill in

    def __len__(self) -> int:
        return len(self.sorts)


def make_items(runs: Sequence[Run], size: float, measure: float, language: str) -> Items:
    """`language` is one to hyphenate in, or empty; `measure` the width of the narrowest line."""
    items = Items(size)
    place = shrinks = 0.0
    stretches = hans = 0
    before: Sort | None = None
    whole_before = 0
    space: tuple[Sort, int] | None = None
    tied = False
    add_sort, add_start, add_end = items.sorts.append, items.start.append, items.end.append
    add_lead, add_trail, add_gap = items.lead.append, items.trail.append, items.gap.append
    add_shrink, add_stretch, add_penalty = items.shrink.append, items.stretch.append, items.penalty.append
    add_space, add_shrinks = items.space.append, items.shrinks.append
    add_stretches, add_hans = items.stretches.append, items.hans.append

    for run in runs:
        setter, em = run.setter, run.setter.size
        tokens = setter.tokens.findall(run.text) if run.text else [""]
        for token in tokens:
            if token and token[0] in " \u00a0":
                space = (setter.space, len(token) if not setter.chinese else 1)
                tied = "\u00a0" in token
                continue
            sorts: list[tuple[Sort, float]] = []  # with the penalty of parting before it
            if not token:
                sorts.append((_blank(run, measure), 0.0))
                items.rules.add(len(items.sorts))
            else:
                sort = setter[token]
                if sort.solid and (len(token) > 5 or sort.width > measure):
                    sorts = _parts(items, setter, token, sort, measure, language)
                else:
                    sorts.append((sort, 0.0))
            for sort, joint in sorts:
                gap = shrink = penalty = 0.0
                stretch = False
                if before is not None:
                    if joint:
                        penalty = joint
                    else:
                        gap, shrink, stretch, penalty = BETWEEN[before.right][sort.left]
                        gap *= em
                        shrink *= em
                        if space is not None:
                            gap, shrink, stretch, penalty = _spaced(space, before, sort, setter, penalty, gap)
                        if (
                            tied
                            or (run.whole and run.whole == whole_before)
                            or (before.right is Kind.DIGIT and token in UNITS)
                        ):
                            penalty = NEVER
                place += gap
                shrinks += shrink
                stretches += stretch
                if sort.left is Kind.HAN:
                    hans += 1
                    if run.dots:
                        items.dots.add(len(items.sorts))
                add_sort(sort)
                add_gap(gap)
                add_shrink(shrink)
                add_stretch(stretch)
                add_penalty(penalty)
                add_space(space if before is not None else None)
                add_lead(sort.lead)
                add_trail(sort.trail)
                add_start(place)
                place += sort.width
                add_end(place)
                add_shrinks(shrinks)
                add_stretches(stretches)
                add_hans(hans)
                before, whole_before, space, tied = sort, run.whole, None, False
    return items


def _blank(run: Run, measure: float) -> Sort:
    """Room for a rule; drawn with the line's other rules."""
    em = run.setter.size
    width = min(run.blank, measure)
    piece = b")%d(" % -round(width / em * 1000)
    return Sort(Kind.BLANK, Kind.BLANK, width, piece, run.setter.space.pen, (), em, True)


def _spaced(
    space: tuple[Sort, int], before: Sort, after: Sort, setter: Setter, penalty: float, gap: float
) -> tuple[float, float, bool, float]:
    """Gap, shrink, stretch and penalty where a space was typed."""
    sort, count = space
    ends = {before.right, after.left}
    closing = after.left in (Kind.CLOSE, Kind.CENTRED)
    allowed = NEVER if penalty >= NEVER and (closing or before.right is Kind.OPEN) else 0.0
    width = takes_space(before.right, after.left) if setter.chinese else None
    if width == 0.0:
        return gap, 0.0, Kind.WIDE_SPACE not in ends, allowed
    points = sort.width * count if width is None else width * setter.size
    return points, points / 3 if width is None else QUARTER / 2 * setter.size, True, allowed


def _parts(
    items: Items, setter: Setter, word: str, sort: Sort, measure: float, language: str
) -> list[tuple[Sort, float]]:
    """A long word in the parts at which it may be broken, each with the penalty of a break before it."""
    texts = [(word, 0.0)]
    joints = parted(word, setter.chinese)
    if len(joints) > 1:
        texts = [(t, _IN_WORD if i else 0.0) for i, t in enumerate(joints)]
    elif language and (syllables := hyphenated(word, language)):
        hyphen = setter["-"]
        first = len(items)
        for k in range(1, len(syllables)):
            items.hyphens[first + k] = (hyphen.width, hyphen)
        texts = [(t, _HYPHEN if i else 0.0) for i, t in enumerate(syllables)]
    result: list[tuple[Sort, float]] = []
    for text, penalty in texts:
        part = setter[text]
        if part.width <= measure:
            result.append((part, penalty))
        else:
            result += [(setter[c], _ANYWHERE if i else penalty) for i, c in enumerate(text)]
    return result
