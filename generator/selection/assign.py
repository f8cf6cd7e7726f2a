"""Which question goes to which section of which form: an assignment of least cost.

A question stands at most once in a form. Standing in a second form costs SHARED, marks that do not fit cost MISFIT.
Every place is filled by the cheapest augmenting path (successive shortest paths over the few sections of the few
forms, so the result is optimal); among equals the section's own ranking decides. Enemies are then kept apart by
branching: of two enemies in one form one must go, so both ways are tried, the cheaper first, which finds an
optimal assignment whenever there is one and the search is not cut off at MOST_BRANCHES.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

SHARED = 1000
MISFIT = 1
MOST_BRANCHES = 4000


class Place(NamedTuple):
    """A section of a form: how many questions it still needs, and those it may have, best first."""

    form: int
    need: int
    choice: tuple[int, ...]
    misfits: frozenset[int]


class Answer(NamedTuple):
    """`chosen[k]` are the questions of place k. `stuck` are places that cannot all be filled; `cut` tells that
    the search was given up."""

    chosen: tuple[tuple[int, ...], ...] = ()
    stuck: tuple[int, ...] = ()
    cut: bool = False

    @property
    def found(self) -> bool:
        return bool(self.chosen) and not self.stuck


def assign(places: Sequence[Place], enemies: Sequence[frozenset[int]]) -> Answer:
    """The cheapest assignment without enemies in one form. `enemies[q]` are those of question q."""
    first = _Filling(places, enemies, frozenset())
    if first.stuck:
        return Answer(stuck=first.stuck)
    heap = [(first.cost, 0, 0, first)]
    tried = 0
    while heap:
        _, depth, _, filling = heapq.heappop(heap)
        clash = filling.clash()
        if clash is None:
            return Answer(chosen=filling.chosen())
        for banned in clash:
            tried += 1
            if tried > MOST_BRANCHES:
                return Answer(cut=True)
            branch = _Filling(places, enemies, filling.banned | {banned})
            if not branch.stuck:
                heapq.heappush(heap, (branch.cost, depth - 1, tried, branch))
    return Answer()


class _Filling:
    """An assignment of least cost in which `banned` (form, question) pairs do not stand."""

    def __init__(
        self, places: Sequence[Place], enemies: Sequence[frozenset[int]], banned: frozenset[tuple[int, int]]
    ) -> None:
        self.places = places
        self.enemies = enemies
        self.banned = banned
        self.holder: dict[tuple[int, int], int] = {}  # (form, question) -> place
        self.forms: dict[int, set[int]] = {}  # question -> forms it stands in
        self.cost = 0
        self.stuck: tuple[int, ...] = ()
        for index, place in enumerate(places):
            for _ in range(place.need):
                if not self._take_free(index) and not self._augment(index):
                    return

    def clash(self) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Two enemies in one form, the one ranked worse first."""
        for form, question in self.holder:
            for enemy in self.enemies[question]:
                if (form, enemy) in self.holder:
                    pair = sorted((question, enemy), key=lambda q: self._standing(form, q), reverse=True)
                    return (form, pair[0]), (form, pair[1])
        return None

    def chosen(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.places]
        for (_, question), index in self.holder.items():
            found[index].append(question)
        return tuple(tuple(questions) for questions in found)

    def _standing(self, form: int, question: int) -> tuple[int, int]:
        index = self.holder[form, question]
        return self.places[index].choice.index(question), question

    def _price(self, index: int, question: int) -> int:
        return MISFIT if question in self.places[index].misfits else 0

    def _take_free(self, index: int) -> bool:
        """Give the place the best question that costs nothing and has no enemy there. Nothing is cheaper."""
        place = self.places[index]
        for question in place.choice:
            if question in self.forms or question in place.misfits or (place.form, question) in self.banned:
                continue
            if any((place.form, enemy) in self.holder for enemy in self.enemies[question]):
                continue
            self._put(index, question)
            return True
        return False

    def _put(self, index: int, question: int) -> None:
        form = self.places[index].form
        self.holder[form, question] = index
        self.forms.setdefault(question, set()).add(form)

    def _drop(self, index: int, question: int) -> None:
        form = self.places[index].form
        del self.holder[form, question]
        self.forms[question].discard(form)
        if not self.forms[question]:
            del self.forms[question]

    def _augment(self, start: int) -> bool:
        """One more question for place `start`, by the cheapest chain of exchanges between places."""
        return self._exchange(start, True) or self._exchange(start, False)

    def _exchange(self, start: int, across: bool) -> bool:
        """Find the cheapest chain and carry it out; `across` lets a form give a question up to another form."""
        cost = {start: 0}
        came: dict[int, tuple[int, int]] = {}  # place -> (place before it, question that one takes from it)
        best: tuple[int, int, int] | None = None  # cost, place, free question it takes
        queue = [start]
        steps = 4 * len(self.places) ** 2 + 4
        while queue and steps:
            steps -= 1
            index = queue.pop(0)
            form = self.places[index].form
            for question in self.places[index].choice:
                holder = self.holder.get((form, question))
                if (form, question) in self.banned or holder == index:
                    continue
                here = cost[index] + self._price(index, question)
                holders = [] if holder is None else [holder]
                if holder is None:
                    elsewhere = sorted(self.forms.get(question, ()))
                    free = here + (SHARED if elsewhere else 0)
                    if best is None or free < best[0]:
                        best = (free, index, question)
                    if across:
                        holders = [self.holder[f, question] for f in elsewhere]
                for other in holders:
                    there = here - self._price(other, question)
                    if other != start and there < cost.get(other, there + 1):
                        cost[other] = there
                        came[other] = (index, question)
                        if other not in queue:
                            queue.append(other)
        if best is None:
            self.stuck = tuple(sorted(cost))
            return False
        chain = [(best[1], best[2])]
        while chain[-1][0] != start and len(chain) <= len(self.places):
            chain.append(came[chain[-1][0]])
        taken = {(self.places[index].form, question) for index, question in chain}
        if len(taken) < len(chain) or chain[-1][0] != start:
            return False  # a question would stand twice in a form
        self.stuck = ()
        self.cost += best[0]
        for (index, _), (_, lost) in zip(chain, chain[1:], strict=False):
            self._drop(index, lost)
        for index, question in chain:
            self._put(index, question)
        return True
