"""Which question goes to which section of which form: an assignment of least cost.

A question stands at most once in a form. What is paid for, first things first: each pair of forms that a question
stands in (shared), each question whose marks do not fit its section (misfit), and ranks.

1. Greedy: form by form, the tightest section first, each takes the best ranked that is left. When it pays no more
   than has to be paid, this is the answer, and it nearly always is.
2. Otherwise a flow of least cost: places, then groups of questions, then questions. A group is a clique of enemies
   that suit the same sections, and gives a form one question at most; most groups are a single question.
3. Enemies in different groups are beyond a flow, so these are kept apart by branching, the cheapest branch first:
   a question that meets an enemy either stays out of that form, or all its enemies do. The first branch
   without a meeting is the best assignment there is; that no branch is left proves that there is none.

The third step is exponential at worst (it contains the independent set problem) and given up at MOST_BRANCHES, which
`Answer.cut` tells. So many forms that one flow over all of them would take long are filled in turn.
"""

from __future__ import annotations

import heapq
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from generator.selection.flow import Network

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Banned = frozenset[tuple[int, int]]  # (form, question)

MOST_BRANCHES = 300
MOST_AT_ONCE = 20_000  # units to send times arcs to look at, in one flow over all forms


class Place(NamedTuple):
    """A section of a form: how many questions it still needs, and those it may have, best first.

    Misfits come last. Places of one form stand together.
    """

    form: int
    need: int
    choice: tuple[int, ...]
    misfits: frozenset[int]


class Answer(NamedTuple):
    """`chosen[k]` are the questions of place k. `stuck` are places that cannot all be filled, enemies or not.

    `cut` tells that the search was given up: there may be another assignment, or a cheaper one. `cost` counts
    shared pairs and misfits, and compares answers for the same demand.
    """

    found: bool
    chosen: tuple[tuple[int, ...], ...] = ()
    cost: int = 0
    stuck: tuple[int, ...] = ()
    cut: bool = False


def assign(places: Sequence[Place], enemies: Sequence[frozenset[int]], least: int = 0) -> Answer:
    """The cheapest assignment without enemies in one form. `enemies[q]` are those of question q, both ways.

    An answer that costs `least` is known to be the best and taken at once.
    """
    greedy = _greedily(places, enemies)
    if greedy.found and greedy.cost <= least:
        return greedy
    demand = sum(place.need for place in places)
    if places[0].form != places[-1].form and demand * sum(len(p.choice) for p in places) > MOST_AT_ONCE:
        return _in_turn(places, enemies)
    best = _search(places, enemies, {}, demand)
    if best.cut and places[0].form != places[-1].form:
        best = _in_turn(places, enemies)
    return greedy._replace(cut=True) if best.cut and greedy.found else best


def _greedily(places: Sequence[Place], enemies: Sequence[frozenset[int]]) -> Answer:
    """Each place takes the best that is left, of least used questions; not found when one is left short."""
    shared = sum(place.need for place in places) + 1
    uses: dict[int, int] = {}
    chosen: list[tuple[int, ...]] = [()] * len(places)
    cost = 0
    for _, form in groupby(range(len(places)), key=lambda k: places[k].form):
        barred: set[int] = set()
        taken: list[int] = []
        for k in sorted(form, key=lambda k: len(places[k].choice) - places[k].need):
            place, own = places[k], []
            ranked = sorted(place.choice, key=lambda q: uses.get(q, 0)) if uses else place.choice
            for question in ranked:
                if len(own) == place.need:
                    break
                if question not in barred:
                    own.append(question)
                    barred.add(question)
                    barred |= enemies[question]
                    cost += question in place.misfits
            if len(own) < place.need:
                return Answer(False)
            chosen[k] = tuple(own)
            taken += own
        for question in taken:
            cost += shared * uses.get(question, 0)
            uses[question] = uses.get(question, 0) + 1
    return Answer(True, tuple(chosen), cost)


def _in_turn(places: Sequence[Place], enemies: Sequence[frozenset[int]]) -> Answer:
    """Each form as cheap as those before it allow: together perhaps not the cheapest."""
    uses: dict[int, int] = {}
    chosen: list[tuple[int, ...]] = []
    cost = 0
    demand = sum(place.need for place in places)
    for _, form in groupby(places, key=lambda place: place.form):
        answer = _search(list(form), enemies, uses, demand)
        if not answer.found:
            return answer
        chosen += answer.chosen
        cost += answer.cost
        for question in sorted(q for own in answer.chosen for q in own):
            uses[question] = uses.get(question, 0) + 1
    return Answer(True, tuple(chosen), cost, cut=True)


def _search(
    places: Sequence[Place], enemies: Sequence[frozenset[int]], uses: Mapping[int, int], demand: int
) -> Answer:
    """Branch where enemies meet, the cheapest first. `uses` counts the forms before these."""
    groups = _groups(places, enemies)
    first = _flow(places, groups, uses, frozenset(), demand)
    if first.stuck:
        return first
    heap: list[tuple[int, int, int, Answer, Banned]] = [(first.cost, 0, 0, first, frozenset())]
    tried = 0
    while heap:
        _, depth, _, answer, banned = heapq.heappop(heap)
        clash = _clash(places, answer, enemies)
        if clash is None:
            return answer
        form, question = clash
        for ban in ({(form, question)}, {(form, enemy) for enemy in enemies[question]}):
            tried += 1
            if tried > MOST_BRANCHES:
                return Answer(False, cut=True)
            branch = _flow(places, groups, uses, banned | ban, demand)
            if not branch.stuck:
                heapq.heappush(heap, (branch.cost, depth - 1, tried, branch, banned | ban))
    return Answer(False)


def _clash(
    places: Sequence[Place], answer: Answer, enemies: Sequence[frozenset[int]]
) -> tuple[int, int] | None:
    """The form and the question that meets the most enemies there."""
    standing: dict[int, set[int]] = {}
    for place, own in zip(places, answer.chosen, strict=True):
        standing.setdefault(place.form, set()).update(own)
    met = [
        (-len(enemies[question] & standing[place.form]), place.form, question)
        for place, own in zip(places, answer.chosen, strict=True)
        for question in own
        if enemies[question]
    ]
    most = min(met, default=(0, 0, 0))
    return most[1:] if most[0] else None


def _groups(
    places: Sequence[Place], enemies: Sequence[frozenset[int]]
) -> dict[int, dict[int, tuple[int, ...]]]:
    """For each form, the group of every question that has enemies of its own kind there.

    Of a kind are questions that the same sections of the form may have, equally well.
    """
    kinds: dict[int, dict[int, list[tuple[int, bool]]]] = {}
    for k, place in enumerate(places):
        form = kinds.setdefault(place.form, {})
        for question in place.choice:
            if enemies[question]:
                form.setdefault(question, []).append((k, question in place.misfits))
    found: dict[int, dict[int, tuple[int, ...]]] = {}
    for number, form in kinds.items():
        groups = found[number] = {}
        for question in sorted(form):
            if question in groups:
                continue
            clique = [question]
            for other in sorted(enemies[question]):
                if other in form and other not in groups and form[other] == form[question]:
                    if all(other in enemies[member] for member in clique):
                        clique.append(other)
            groups.update((member, tuple(clique)) for member in clique)
    return found


def _flow(
    places: Sequence[Place],
    groups: Mapping[int, Mapping[int, tuple[int, ...]]],
    uses: Mapping[int, int],
    banned: Banned,
    demand: int,
) -> Answer:
    """The cheapest assignment that keeps only enemies of one group apart."""
    longest = max(len(place.choice) for place in places)
    misfit = 1 + demand * 2 * (longest + 1)
    shared = misfit * (demand + 1)
    forms = len({place.form for place in places})
    net = Network()
    sink = net.node()
    start = [net.node() for _ in places]
    questions: dict[int, int] = {}
    entries: dict[tuple[int, tuple[int, ...]], int] = {}  # (form, group) -> node
    into: list[list[tuple[int, int, tuple[int, ...]]]] = [[] for _ in places]  # arc, form, group
    out: dict[tuple[int, tuple[int, ...]], list[tuple[int, int]]] = {}  # (form, group) -> arc, question
    for k, place in enumerate(places):
        joined: set[tuple[int, ...]] = set()
        own = groups.get(place.form, {})
        for rank, question in enumerate(place.choice):
            if (place.form, question) in banned:
                continue
            group = own.get(question, (question,))
            entry = place.form, group
            if entry not in entries:
                entries[entry] = net.node()
                out[entry] = []
            if group not in joined:
                joined.add(group)
                price = rank + misfit * (question in place.misfits)
                into[k].append((net.arc(start[k], entries[entry], price), *entry))
            if all(question != other for _, other in out[entry]):
                if question not in questions:
                    questions[question] = net.node()
                    before = uses.get(question, 0)
                    for again in range(forms):
                        net.arc(questions[question], sink, (before + again) * shared)
                out[entry].append((net.arc(entries[entry], questions[question], len(out[entry])), question))
    cost = 0
    for k, place in enumerate(places):
        for _ in range(place.need):
            paid = net.send(start[k], sink)
            if paid is None:
                reached = net.reached(start[k])
                return Answer(False, stuck=tuple(j for j, node in enumerate(start) if node in reached))
            cost += paid
    chosen = tuple(
        tuple(
            question
            for arc, form, group in arcs
            if net.used(arc)
            for way, question in out[form, group]
            if net.used(way)
        )
        for arcs in into
    )
    return Answer(True, chosen, cost // misfit)
