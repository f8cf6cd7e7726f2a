"""How many sets of questions can be seated: each question at a section it may stand in, each section full, no enemies.

By Hall's theorem a set of the right size can be seated when, for every set of sections, no more of its questions
are bound to these than they need; unions of what questions are bound to are enough. So a set counts by its loads:
how many of its questions are bound to each of the unions. Sets are counted with generating functions in these
loads, cut off at what the sections need. Questions that may stand in the same sections are alike, and those
without enemies are chosen freely.
"""

from __future__ import annotations

from collections import Counter
from functools import reduce
from math import comb
from operator import or_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_UNIONS = 256
MOST_ENEMIES = 200  # questions bound together by enemies
MOST_TERMS = 1_000_000  # products of terms of the generating functions: about a second
STEP = 10  # what a step costs that parts enemies, in terms a question

Series = dict[int, int]  # loads, packed: number of sets


class TooMany(Exception):
    """The count is given up."""


def unions(masks: Iterable[int]) -> list[int]:
    """All unions of some of `masks`. TooMany: more than MOST_UNIONS."""
    found: set[int] = set()
    for mask in sorted(set(masks)):
        found |= {mask, *(mask | other for other in found)}
        if len(found) > MOST_UNIONS:
            raise TooMany
    return sorted(found)


class Seats:
    """`where[q]` are the sections, as bits, in which question q may stand; `musts` are in every set."""

    def __init__(
        self,
        needs: Sequence[int],
        where: Mapping[int, int],
        musts: set[int],
        enemies: Sequence[frozenset[int]],
    ) -> None:
        self.where = where
        self.musts = musts
        self.enemies = enemies
        self.total = sum(needs)
        self.terms = 0
        self.known: dict[frozenset[int], Series] = {}
        sizes = Counter(where.values())
        caps = {}
        for mask in unions([*sizes, (1 << len(needs)) - 1]):
            cap = sum(need for k, need in enumerate(needs) if mask >> k & 1)
            # What cannot be overfull need not be looked at, but for the last, which is to be exactly full.
            if mask == (1 << len(needs)) - 1 or sum(n for m, n in sizes.items() if not m & ~mask) > cap:
                caps[mask] = cap
        # Loads stand side by side in one number, each below a bit of its own that a comparison borrows from.
        width = (2 * self.total).bit_length() + 1
        self.guards = sum(1 << (place * width + width - 1) for place in range(len(caps)))
        self.limits = self.guards + sum(cap << place * width for place, cap in enumerate(caps.values()))
        self.units = {
            mask: sum(1 << place * width for place, union in enumerate(caps) if not mask & ~union)
            for mask in sizes
        }
        self.last = 1 << (len(caps) - 1) * width
        self.field = (1 << width) - 1

    def count(self) -> int:
        """TooMany: there is too much to count."""
        alike, clusters = self._parts(frozenset(self.where))
        parts = [(frozenset({mask}), series) for mask, series in alike]
        parts += [(frozenset(map(self.where.__getitem__, c)), self._embattled(c)) for c in clusters]
        # Those bound to few sections first: what can grow no more is forgotten, and few loads stay to be told apart.
        parts.sort(key=lambda part: (reduce(or_, part[0]).bit_count(), sorted(part[0])))
        growing = [self.last]
        for masks, _ in reversed(parts[1:]):
            growing.append(reduce(or_, (self.units[mask] for mask in masks), growing[-1]))
        series = {0: 1}
        for (_, part), fields in zip(parts, reversed(growing), strict=True):
            series = _cut(self._times(series, part), fields * self.field)
        return sum(ways for loads, ways in series.items() if loads == self.last * self.total)

    def _all(self, questions: frozenset[int]) -> Series:
        """The sets of some questions."""
        alike, clusters = self._parts(questions)
        parts = [series for _, series in alike] + [self._embattled(cluster) for cluster in clusters]
        return reduce(self._times, parts, {0: 1})

    def _parts(self, questions: frozenset[int]) -> tuple[list[tuple[int, Series]], list[frozenset[int]]]:
        """Sets of the questions that have no enemies here, by the sections they are bound to; and the rest, in
        clusters that are no enemies of each other's."""
        clusters, loose = self._clusters(questions)
        musts = Counter(self.where[q] for q in loose & self.musts)
        sizes = Counter(self.where[q] for q in loose)
        return [(mask, self._alike(mask, sizes[mask], musts[mask])) for mask in sorted(sizes)], clusters

    def _alike(self, mask: int, size: int, musts: int) -> Series:
        """Any of `size` questions bound to the same sections, with all of the first `musts`."""
        unit = self.units[mask]
        return {
            unit * number: comb(size - musts, number - musts)
            for number in range(musts, min(size, self.total) + 1)
            if self._fits(unit * number)
        }

    def _embattled(self, questions: frozenset[int]) -> Series:
        """Questions bound together by enemies: one of them is in, and none of its enemies is, or it is not."""
        if questions in self.known:
            return self.known[questions]
        if len(questions) > MOST_ENEMIES:
            raise TooMany
        self._spend(STEP * len(questions))
        hub = min(questions, key=lambda q: (-len(self.enemies[q] & questions), q))
        series: Series = {}
        if hub not in self.musts:
            series = self._all(questions - {hub})
        if self.enemies[hub].isdisjoint(questions & self.musts):
            rest = self._all(questions - self.enemies[hub] - {hub})
            unit = self.units[self.where[hub]]
            for loads, ways in rest.items():
                if self._fits(loads + unit):
                    series[loads + unit] = series.get(loads + unit, 0) + ways
        self.known[questions] = series
        return series

    def _clusters(self, questions: frozenset[int]) -> tuple[list[frozenset[int]], frozenset[int]]:
        """Questions bound together by enemies, and those that have none."""
        embattled = {q for q in questions if not self.enemies[q].isdisjoint(questions)}
        loose = questions - embattled
        clusters = []
        for first in sorted(embattled):
            if first not in embattled:
                continue
            cluster, border = {first}, [first]
            while border:
                new = (self.enemies[border.pop()] & questions) - cluster
                cluster |= new
                border += new
            embattled -= cluster
            clusters.append(frozenset(cluster))
        return clusters, loose

    def _times(self, one: Series, other: Series) -> Series:
        self._spend(len(one) * len(other))
        product: Series = {}
        for a, ways in one.items():
            for b, more in other.items():
                if self._fits(a + b):
                    product[a + b] = product.get(a + b, 0) + ways * more
        return product

    def _spend(self, terms: int) -> None:
        self.terms += terms
        if self.terms > MOST_TERMS:
            raise TooMany

    def _fits(self, loads: int) -> bool:
        return (self.limits - loads) & self.guards == self.guards


def _cut(series: Series, fields: int) -> Series:
    """The sets told apart by some of the loads only."""
    found: Series = {}
    for loads, ways in series.items():
        found[loads & fields] = found.get(loads & fields, 0) + ways
    return found
