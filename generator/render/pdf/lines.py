"""Line breaking: the best ends of a paragraph's lines, all lines weighed together.

A line is widened in all its gaps evenly, by a quarter em at most, or narrowed where it can be. One that would
have to be widened more is left ragged.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.characters import NEVER, QUARTER, WITH_BODY, Kind

if TYPE_CHECKING:
    from generator.render.pdf.items import Items

_LINE = 15.0  # what a line costs, so that fewer are better
_STRETCHED = 100.0  # a line with a quarter em in every gap
_SHRUNK = 100.0  # one that gives up all it can
_RAGGED = 150.0  # one that cannot be justified
_LONELY = 500.0  # a last line that is not as long as two Han characters
_BEREFT = 40.0  # the same but for a whole run, as （8分）: better than a ragged line before it
_ALONE = 20.0  # one with a single Han character and Latin words
_SHORT = 4.0  # any short one
_END = 20  # items: a last line of more is long enough
_WIDTH = 6  # of the beam: the beginnings that are followed from line to line
_CLOSE = 1e-6


class Line(NamedTuple):
    """Items `first` up to `last` (not included). Every gap that may be widened gets `stretch` points; each
    gives up `shrink` (0 to 1) of what it can. `width` is as set; `ragged` when nothing was widened."""

    first: int
    last: int
    width: float
    stretch: float = 0.0
    shrink: float = 0.0


class _Node(NamedTuple):
    cost: float
    line: Line | None
    before: _Node | None


def natural_width(items: Items, first: int, last: int) -> float:
    """Of a line, with the halves of marks at its ends taken back."""
    return items.end[last - 1] - items.start[first] - items.sorts[first].lead - items.sorts[last - 1].trail


def break_lines(items: Items, measure: float, first_measure: float, justify: bool) -> list[Line]:
    """The lines of a paragraph. All fit into the measure, of which the first line has its own."""
    n = len(items)
    if not n:
        return []
    frontier: dict[int, _Node] = {0: _Node(0.0, None, None)}
    best: _Node | None = None
    width = first_measure
    while frontier:
        reached: dict[int, _Node] = {}
        for first, node in frontier.items():
            for cost, line in _lines_from(items, first, width, justify):
                total = node.cost + cost + _LINE
                if best is not None and total >= best.cost:
                    continue
                if line.last == n:
                    best = _Node(total, line, node)
                elif line.last not in reached or total < reached[line.last].cost:
                    reached[line.last] = _Node(total, line, node)
        if len(reached) > _WIDTH:
            kept = sorted(reached.items(), key=lambda entry: (entry[1].cost, entry[0]))[:_WIDTH]
            reached = dict(kept)
        frontier = reached
        width = measure
    lines: list[Line] = []
    while best is not None and best.line is not None:
        lines.append(best.line)
        best = best.before
    return lines[::-1]


def _lines_from(items: Items, first: int, measure: float, justify: bool) -> list[tuple[float, Line]]:
    """The good lines that begin with item `first`, with their costs: a few, the fullest first."""
    n = len(items)
    start = items.start[first] + items.sorts[first].lead
    limit = start + measure + _CLOSE
    stretches, shrinks = items.stretches, items.shrinks
    quarter = QUARTER * items.size
    found: list[tuple[float, Line]] = []
    last = bisect_right(items.end, limit + 2 * items.size, first)
    while last > first:
        penalty = items.between[last].penalty if last < n else 0.0
        if penalty >= NEVER:
            last -= 1
            continue
        width = items.end[last - 1] - items.sorts[last - 1].trail - start
        if last in items.hyphens:
            width += items.hyphens[last].width
        spare = measure - width
        if spare < -_CLOSE:
            room = shrinks[last - 1] - shrinks[first]
            if room > -spare:
                shrink = -spare / room
                cost = _SHRUNK * shrink * shrink + penalty
                if last == n:
                    cost += _end_cost(items, first)
                found.append((cost, Line(first, last, measure, 0.0, shrink)))
        elif last == n:
            found.append((_end_cost(items, first), Line(first, n, width)))
            break
        else:
            gaps = stretches[last - 1] - stretches[first]
            stretch = spare / gaps if gaps else 0.0
            ratio = stretch / quarter if gaps else spare / measure * 100
            if ratio <= 1.0 + _CLOSE or (not gaps and spare < _CLOSE):
                cost = _STRETCHED * ratio * ratio + penalty
                line = Line(first, last, measure, stretch) if justify else Line(first, last, width)
                found.append((cost, line))
                if ratio > 0.4 and len(found) > 1 and _end_cost(items, last) < _BEREFT:
                    break
            else:
                cost = (_RAGGED if gaps else 0.0) + _RAGGED * spare / measure + penalty
                found.append((cost, Line(first, last, width)))
                if _end_cost(items, last) < _BEREFT:
                    break
        last -= 1
    return found or [_overlong(items, first, measure)]


def _end_cost(items: Items, first: int) -> float:
    """What it costs that the last line begins with item `first`: it holds two Han characters at least.

    Those of a whole run do not count.
    """
    if first == 0 or len(items) - first > _END:
        return 0.0
    body, hans = 0.0, 0
    for i in range(first, len(items)):
        sort = items.sorts[i]
        if sort.left in WITH_BODY and i not in items.whole:
            body += sort.width
            hans += sort.left is Kind.HAN
    if body < 2 * items.size - _CLOSE:
        return _BEREFT if len(items) - 1 in items.whole else _LONELY
    if hans == 1:
        return _ALONE
    return _SHORT if body < 4 * items.size else 0.0


def _overlong(items: Items, first: int, measure: float) -> tuple[float, Line]:
    """A line where no permitted end fits: as much as fits, wherever that ends."""
    limit = items.start[first] + items.sorts[first].lead + measure + _CLOSE
    last = max(bisect_right(items.end, limit, first), first + 1)
    return NEVER, Line(first, last, natural_width(items, first, last))
