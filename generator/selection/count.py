"""How many different papers a pool has: different sets of questions, whatever their order and sections.

Sections that share questions, directly or by enemies, are counted together; the others multiply. A paper is one
that a draw may come to, so it has as few misfits as can be. Potentials (the dual of the assignment) tell which
places a question may take in such a paper, and which questions none of them leaves out; what is left to count
are the sets that can be seated. Where that is too much, there is a lower bound.
"""

from __future__ import annotations

from collections import Counter
from math import comb, prod
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.selection.assign import assign
from generator.selection.choose import forms_places
from generator.selection.seats import Seats, TooMany, unions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.diagnostics import Report
    from generator.selection.pool import Pool, Room

MOST_PRICED = 8  # different sections whose potentials are looked for, among all of their subsets

# Of a question in each section: 0, 1 for a misfit, None where it cannot stand.
Costs: TypeAlias = "tuple[int | None, ...]"


class Count(NamedTuple):
    """`papers` is a lower bound unless `exact`. There cannot be more than `variants` that share no question but
    the pinned ones; None when all are pinned."""

    papers: int
    exact: bool
    variants: int | None


def count_papers(pool: Pool, report: Report) -> Count:
    """The papers of a pool; when there is none, `report` says why."""
    places = forms_places(pool, str(pool.blueprint.seed), ("",))
    answer = assign(places, pool.enemies)
    if answer.chosen is None:
        from generator.selection.explain import explain

        explain(pool, ("",), report)
        return Count(0, not answer.cut, 0)
    drawn = [frozenset(chosen) for chosen in answer.chosen]
    counts = [_count(pool, group, [drawn[k] for k in group], answer.cut) for group in _groups(pool)]
    variants = [count.variants for count in counts if count.variants is not None]
    return Count(
        prod(count.papers for count in counts),
        all(count.exact for count in counts),
        min(variants, default=None),
    )


def _groups(pool: Pool) -> list[list[int]]:
    """Sections that draw something, together with those whose questions are theirs too, or enemies of theirs."""
    groups: list[tuple[list[int], set[int]]] = []
    for k, room in enumerate(pool.rooms):
        if not room.need:
            continue
        sections, questions = [k], set(room.eligible)
        reach = questions.union(*(pool.enemies[q] for q in questions))
        apart = []
        for group in groups:
            if reach.isdisjoint(group[1]):
                apart.append(group)
            else:
                sections += group[0]
                questions |= group[1]
        groups = [*apart, (sections, questions)]
    return [sorted(sections) for sections, _ in groups]


def _count(pool: Pool, group: Sequence[int], drawn: Sequence[frozenset[int]], cut: bool) -> Count:
    """The papers of a group of sections. `drawn` are the questions of one, of least cost unless `cut`."""
    rooms = [pool.rooms[k] for k in group]
    needs, costs = _merged(rooms)
    classes = Counter(costs.values())
    variants = _most_variants(needs, classes)
    least = sum(len(chosen & room.misfits) for chosen, room in zip(drawn, rooms, strict=True))
    prices = _potentials(needs, classes) if least and len(needs) <= MOST_PRICED else [0] * len(needs)
    # If it is not, enemies cost something, which potentials know nothing of.
    if _bound(prices, needs, classes) == least:
        try:
            return Count(_seated(pool, needs, costs, prices), True, variants)
        except TooMany:
            pass
    return Count(1 if cut else _at_least(pool, rooms, drawn), False, variants)


def _merged(rooms: Sequence[Room]) -> tuple[list[int], dict[int, Costs]]:
    """What different sections need, those with the same questions taken as one, and what each question costs."""
    needs: Counter[tuple[tuple[int, ...], frozenset[int]]] = Counter()
    for room in rooms:
        needs[room.eligible, room.misfits] += room.need
    costs: dict[int, list[int | None]] = {}
    for place, (eligible, misfits) in enumerate(needs):
        for question in eligible:
            costs.setdefault(question, [None] * len(needs))[place] = int(question in misfits)
    return list(needs.values()), {question: tuple(found) for question, found in costs.items()}


def _potentials(needs: Sequence[int], classes: Mapping[Costs, int]) -> list[int]:
    """Prices of the sections for which `_bound` is highest: then it is the least number of misfits.

    By steepest ascent, always with the smallest of the best sets of sections: the bound is L-natural concave.
    """
    prices = [0] * len(needs)
    subsets = sorted(range(1, 1 << len(needs)), key=int.bit_count)
    while True:
        raised = [[p + (s >> k & 1) for k, p in enumerate(prices)] for s in subsets]
        best = max(raised, key=lambda tried: _bound(tried, needs, classes))
        if _bound(best, needs, classes) <= _bound(prices, needs, classes):
            return prices
        prices = best


def _bound(prices: Sequence[int], needs: Sequence[int], classes: Mapping[Costs, int]) -> int:
    paid = sum(price * need for price, need in zip(prices, needs, strict=True))
    return paid - sum(_worth(prices, costs) * size for costs, size in classes.items())


def _worth(prices: Sequence[int], costs: Costs) -> int:
    return max(0, *(p - cost for p, cost in zip(prices, costs, strict=True) if cost is not None))


def _seated(pool: Pool, needs: Sequence[int], costs: Mapping[int, Costs], prices: Sequence[int]) -> int:
    """The sets of least cost, by complementary slackness: a question stands only where it is worth what the section
    pays for it, and a question that is worth something stands somewhere."""
    where: dict[int, int] = {}
    musts = set()
    for question, found in costs.items():
        worth = _worth(prices, found)
        mask = sum(1 << k for k, cost in enumerate(found) if cost is not None and prices[k] - cost == worth)
        if mask:
            where[question] = mask
        if worth:
            musts.add(question)
    return Seats(needs, where, musts, pool.enemies).count()


def _at_least(pool: Pool, rooms: Sequence[Room], drawn: Sequence[frozenset[int]]) -> int:
    """Papers that differ from the one drawn only in questions without enemies, each of them left to one section.

    As many fit in each section as in the one drawn, so they cost the same.
    """
    taken = {question: k for k, chosen in enumerate(drawn) for question in chosen}
    able: dict[int, list[int]] = {}
    for k, room in enumerate(rooms):
        for question in room.eligible:
            able.setdefault(question, []).append(k)
    free: list[set[int]] = [set() for _ in rooms]
    for question, sections in able.items():
        if pool.enemies[question].isdisjoint(able):
            home = taken.get(question, min(sections, key=lambda k: len(free[k]) / rooms[k].need))
            free[home].add(question)
    papers = 1
    for room, chosen, own in zip(rooms, drawn, free, strict=True):
        for kind in (own & room.misfits, own - room.misfits):
            papers *= comb(len(kind), len(kind & chosen))
    return papers


def _most_variants(needs: Sequence[int], classes: Mapping[Costs, int]) -> int:
    """How many papers without a question in two of them there can be, enemies aside: by the max-flow min-cut
    theorem what the sections outside of some set of sections have, over what they need."""
    sizes: Counter[int] = Counter()
    for costs, size in classes.items():
        sizes[sum(1 << k for k, cost in enumerate(costs) if cost is not None)] += size
    everything = (1 << len(needs)) - 1
    try:
        inner: Iterable[int] = [0, *unions(sizes)]
    except TooMany:  # then by the sections one by one, which bounds it too
        inner = [everything & ~(1 << k) for k in range(len(needs))]
    return min(
        sum(size for mask, size in sizes.items() if mask & ~inside)
        // sum(need for k, need in enumerate(needs) if not inside >> k & 1)
        for inside in inner
        if inside != everything
    )
