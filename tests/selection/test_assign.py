"""Assignments against brute force on instances small enough to try everything."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.selection.assign import MISFIT, SHARED, Place, assign

if TYPE_CHECKING:
    from collections.abc import Iterator


class Case(NamedTuple):
    places: list[Place]
    enemies: list[frozenset[int]]


@st.composite
def cases(make: st.DrawFn) -> Case:
    """At most 8 questions, 3 sections and 2 forms; the forms rank their questions differently."""
    count = make(st.integers(1, 8))
    every = list(range(count))
    pairs = make(st.lists(st.tuples(st.sampled_from(every), st.sampled_from(every)), max_size=10))
    hostile = {(a, b) for a, b in pairs if a != b}
    enemies = [frozenset(b for b in every if {(a, b), (b, a)} & hostile) for a in every]
    sections = make(st.integers(1, 3))
    needs = [make(st.integers(0, 3)) for _ in range(sections)]
    allowed = [make(st.lists(st.sampled_from(every), unique=True)) for _ in range(sections)]
    misfits = [frozenset(make(st.lists(st.sampled_from(every)))) for _ in range(sections)]
    places = []
    for form in range(make(st.integers(1, 2))):
        for need, own, misfit in zip(needs, allowed, misfits, strict=True):
            ranked = sorted(make(st.permutations(own)), key=lambda q, misfit=misfit: q in misfit)
            places.append(Place(form, need, tuple(ranked), misfit & frozenset(own)))
    return Case(places, enemies)


def fillings(places: list[Place], enemies: list[frozenset[int]]) -> Iterator[tuple[frozenset[int], int]]:
    """Each way to fill the sections of one form: the questions used, and how many misfit."""
    for chosen in product(*(combinations(place.choice, place.need) for place in places)):
        every = [question for own in chosen for question in own]
        if len(set(every)) == len(every) and not any(enemies[q] & set(every) for q in every):
            misfits = sum(q in place.misfits for place, own in zip(places, chosen, strict=True) for q in own)
            yield frozenset(every), misfits


def least_cost(case: Case) -> int | None:
    by_form = [[p for p in case.places if p.form == form] for form in (0, 1)]
    best: list[dict[frozenset[int], int]] = []
    for places in filter(None, by_form):
        cheapest: dict[frozenset[int], int] = {}
        for used, misfits in fillings(places, case.enemies):
            cheapest[used] = min(misfits, cheapest.get(used, misfits))
        best.append(cheapest)
    if len(best) == 1:
        return min((cost * MISFIT for cost in best[0].values()), default=None)
    first, second = best
    return min(
        (len(a & b) * SHARED + (first[a] + second[b]) * MISFIT for a in first for b in second), default=None
    )


@settings(max_examples=250, deadline=None)
@given(cases())
def test_found_exactly_when_there_is_one_and_the_cheapest(case: Case) -> None:
    answer = assign(case.places, case.enemies)
    best = least_cost(case)
    assert not answer.cut
    assert (answer.chosen is None) == (best is None)
    if answer.chosen is None:
        return
    assert answer.cost == best
    uses: list[int] = []
    misfits = 0
    for form in {place.form for place in case.places}:
        here: list[int] = []
        for place, own in zip(case.places, answer.chosen, strict=True):
            if place.form == form:
                assert len(own) == place.need
                assert set(own) <= set(place.choice)
                misfits += len(set(own) & place.misfits)
                here += own
        assert len(set(here)) == len(here)
        assert not any(case.enemies[q] & set(here) for q in here)
        uses += here
    assert answer.cost == (len(uses) - len(set(uses))) * SHARED + misfits * MISFIT


@settings(max_examples=50, deadline=None)
@given(cases())
def test_what_is_stuck_wants_more_than_there_is(case: Case) -> None:
    answer = assign(case.places, [frozenset()] * len(case.enemies))
    if answer.chosen is None:
        stuck = [case.places[k] for k in answer.stuck]
        assert sum(place.need for place in stuck) > len({q for place in stuck for q in place.choice})


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_many_forms_share_the_least(data: st.DataObject) -> None:
    """Without enemies the least sharing is known: a form's demand in all, less the most distinct questions."""
    count = data.draw(st.integers(3, 12))
    forms = data.draw(st.integers(3, 6))
    cut = data.draw(st.integers(1, count - 1))
    needs = (data.draw(st.integers(0, cut)), data.draw(st.integers(0, count - cut)))
    both = (tuple(range(cut)), tuple(range(cut, count)))
    places = [
        Place(form, need, tuple(data.draw(st.permutations(own))), frozenset())
        for form in range(forms)
        for need, own in zip(needs, both, strict=True)
    ]
    distinct = sum(min(forms * need, len(own)) for need, own in zip(needs, both, strict=True))
    assert assign(places, [frozenset()] * count).cost == (forms * sum(needs) - distinct) * SHARED


def test_the_first_paper_found_is_not_taken_for_the_cheapest() -> None:
    """Keeping 0, which is ranked best, would cost the second place a misfit."""
    nobody: frozenset[int] = frozenset()
    places = [Place(0, 1, (0, 1), nobody), Place(0, 1, (2, 3), frozenset({3}))]
    answer = assign(places, [frozenset({2}), nobody, frozenset({0}), nobody])
    assert (answer.chosen, answer.cost) == (((1,), (2,)), 0)


def test_a_form_gives_up_its_best_where_another_would_have_to_share() -> None:
    """With 0 and 2 in one form, only the enemies 1 and 3 are left for the other."""
    places = [Place(form, 2, (0, 2, 1, 3), frozenset()) for form in (0, 1)]
    answer = assign(places, [frozenset(), frozenset({3}), frozenset(), frozenset({1})])
    assert answer.cost == 0
    assert answer.chosen is not None
    assert sorted(q for own in answer.chosen for q in own) == [0, 1, 2, 3]
