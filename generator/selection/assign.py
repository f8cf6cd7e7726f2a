"""Which question goes to which section of which form: an assignment of least cost.

A question stands at most once in a form and never with an enemy. Each form after the first that it stands
in costs SHARED, marks that do not fit cost MISFIT.

Without enemies this is a minimum-cost flow: places to questions to the end, where a question's first use is
free. It is found by successive shortest paths, so it is optimal. Enemies are kept apart by branching, depth
first: a question stands in a form, and then none of its enemies does, or it does not stand there; the flow
bounds what a branch can still cost. What is found is of least cost, unless the steps allowed were not enough
to prove it. Whether there is any form never depends on the number of forms, as all can be the same.
"""

from __future__ import annotations

from collections import deque
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SHARED = 1_000_000  # more than all misfits of a run together
MISFIT = 1
MOST_STEPS = 2_000_000  # questions looked at to find a form; a second or two
MORE_STEPS = 500_000  # and then for forms that differ more


class Place(NamedTuple):
    """A section of a form: how many questions it needs, and those it may have, best first, misfits last."""

    form: int
    need: int
    choice: tuple[int, ...]
    misfits: frozenset[int]


class Answer(NamedTuple):
    """`chosen[k]` are the questions of place k, None when there is no such assignment.

    `stuck` are places that cannot all be filled, whatever the enemies; `cut` tells that the search was given up.
    """

    chosen: tuple[tuple[int, ...], ...] | None = None
    cost: int = 0
    stuck: tuple[int, ...] = ()
    cut: bool = False


def assign(places: Sequence[Place], enemies: Sequence[frozenset[int]]) -> Answer:
    """The cheapest assignment. Places come form by form, with the same sections in each.

    `enemies[q]` are those of question q. Forms are filled one after another, which is cheap and mostly costs
    nothing; only what costs something is searched for again with all forms together.
    """
    if not places:
        return Answer(())
    forms = [tuple(group) for _, group in groupby(places, key=lambda place: place.form)]
    first = _search(forms[0], enemies, (), MOST_STEPS)
    if first.chosen is None or len(forms) == 1:
        return first
    again = first._replace(cost=first.cost + SHARED * sum(place.need for place in forms[0]))
    chosen, cost, cut = first.chosen, first.cost, first.cut
    for form in forms[1:]:
        used = {question for questions in chosen for question in questions}
        answer = _search(form, enemies, used, MORE_STEPS // len(forms), below=again.cost + 1)
        if answer.chosen is None:  # given up: then the first form once more
            answer = again._replace(cut=answer.cut)
        chosen += answer.chosen or ()
        cost += answer.cost
        cut = cut or answer.cut
    if cost:
        together = _search(places, enemies, (), MORE_STEPS, below=cost)
        if together.chosen is not None:
            return together
        cut = together.cut
    return Answer(chosen, cost, cut=cut)


def _search(
    places: Sequence[Place],
    enemies: Sequence[frozenset[int]],
    used: Iterable[int],
    steps: int,
    below: int | None = None,
) -> Answer:
    """The cheapest assignment that costs less than `below`; `used` stand in other forms already."""
    banned: frozenset[tuple[int, int]] = frozenset()
    root = filling = _Filling(places, enemies, banned, used)
    if root.stuck:
        return Answer(stuck=root.stuck)
    best: _Filling | None = None
    branches = []
    while True:
        steps -= filling.steps
        if not filling.stuck and (below is None or filling.cost < below):
            clash = filling.clash()
            if clash is None:
                best, below = filling, filling.cost
                if below == root.cost:
                    break
            else:
                form, question = clash
                branches.append(banned | {(form, question)})
                branches.append(banned | {(form, enemy) for enemy in enemies[question]})
        if not branches or steps < 0:
            break
        banned = branches.pop()
        filling = _Filling(places, enemies, banned, used)
    cut = bool(branches) and (best is None or best.cost > root.cost)
    return Answer(cut=cut) if best is None else Answer(best.chosen(), best.cost, cut=cut)


class _Filling:
    """An assignment of least cost in which `banned` (form, question) pairs do not stand; enemies may meet.

    `stuck` are places that cannot all be filled; then the others need not be filled either.
    """

    def __init__(
        self,
        places: Sequence[Place],
        enemies: Sequence[frozenset[int]],
        banned: frozenset[tuple[int, int]],
        used: Iterable[int],
    ) -> None:
        self.places = places
        self.enemies = enemies
        self.banned = banned
        self.used = set(used)  # questions that stand in some form; exchanges never take one off
        self.held: dict[int, dict[int, int]] = {place.form: {} for place in places}  # form: {question: place}
        self.cost = 0
        self.steps = 0
        self.stuck: tuple[int, ...] = ()
        for index, place in enumerate(places):
            for _ in range(place.need - self._take_free(index)):
                if not self._augment(index):
                    return

    def clash(self) -> tuple[int, int] | None:
        """A form and a question in it that has an enemy there; of two enemies the one ranked better."""
        for form, held in self.held.items():
            for question in held:
                meets = sorted(self.enemies[question] & held.keys())
                if meets:
                    pair = ((self.places[held[q]].choice.index(q), q) for q in (question, meets[0]))
                    return form, min(pair)[1]
        return None

    def chosen(self) -> tuple[tuple[int, ...], ...]:
        found: list[list[int]] = [[] for _ in self.places]
        for held in self.held.values():
            for question, index in held.items():
                found[index].append(question)
        return tuple(tuple(questions) for questions in found)

    def _take_free(self, index: int) -> int:
        """Give the place its best questions that cost nothing and have no enemy there; how many.

        No exchange costs less than nothing, so the assignment stays one of least cost.
        """
        place = self.places[index]
        held = self.held[place.form]
        taken = 0
        for question in place.choice:
            if taken == place.need or question in place.misfits:
                break
            self.steps += 1
            free = question not in self.used and (place.form, question) not in self.banned
            if free and self.enemies[question].isdisjoint(held):
                held[question] = index
                self.used.add(question)
                taken += 1
        return taken

    def _price(self, index: int, question: int) -> int:
        return MISFIT if question in self.places[index].misfits else 0

    def _augment(self, start: int) -> bool:
        """One more question for place `start`, by the cheapest chain of exchanges between places.

        A place takes a question from another place of its form, or one that its form has not: then it may be
        that another form gives it up. There is no cycle of negative cost, so each place and question is on
        a shortest chain once.
        """
        cost = {start: 0}
        came: dict[int, tuple[int, int]] = {}  # place: the place before it, the question that takes from it
        reached: dict[int, int] = {}  # question that a form without it could take: at what cost
        best: tuple[int, int, int] | None = None  # cost, place, the question it takes from none
        queue = deque([start])
        while queue and (best is None or best[0]):
            index = queue.popleft()
            place = self.places[index]
            held = self.held[place.form]
            self.steps += len(place.choice)
            for question in place.choice:
                if (place.form, question) in self.banned:
                    continue
                here = cost[index] + self._price(index, question)
                if question in held:
                    givers = [held[question]]
                elif here < reached.get(question, here + 1):
                    reached[question] = here
                    taken = question in self.used
                    whole = here + (SHARED if taken else 0)
                    if best is None or whole < best[0]:
                        best = (whole, index, question)
                    givers = [h[question] for h in self.held.values() if question in h] if taken else []
                else:
                    continue
                for giver in givers:
                    there = here - self._price(giver, question)
                    if there < cost.get(giver, there + 1):
                        cost[giver] = there
                        came[giver] = (index, question)
                        queue.append(giver)
        if best is None:
            self.stuck = tuple(sorted(cost))
            return False
        self.cost += best[0]
        self._carry_out(start, best[1], best[2], came)
        return True

    def _carry_out(self, start: int, last: int, question: int, came: dict[int, tuple[int, int]]) -> None:
        chain = [(last, question)]
        while chain[-1][0] != start:
            chain.append(came[chain[-1][0]])
        for (giver, _), (_, given) in pairwise(chain):
            del self.held[self.places[giver].form][given]
        for index, taken in chain:
            self.held[self.places[index].form][taken] = index
        self.used.add(question)
