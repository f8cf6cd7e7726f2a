"""How many papers there are: against every set of questions, each tried with the draw itself."""

from __future__ import annotations

from itertools import combinations
from math import comb
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import Report
from generator.selection import seats
from generator.selection.assign import assign
from generator.selection.choose import draw_forms, forms_places
from generator.selection.count import Count, count_papers
from generator.selection.pool import prepare
from tests.selection.factory import bank, blueprint, question, questions, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.blueprint import SectionSpec
    from generator.model.question import Question
    from generator.selection.pool import Pool


def pool_of(sections: Sequence[SectionSpec], listed: Sequence[Question]) -> Pool:
    pool = prepare(blueprint(*sections), [bank(listed)], Report())
    assert pool is not None
    return pool


def counted(sections: Sequence[SectionSpec], listed: Sequence[Question]) -> Count:
    return count_papers(pool_of(sections, listed), Report())


def tried(pool: Pool) -> set[frozenset[int]]:
    """Every set of questions that makes a paper with as few misfits as can be."""
    least = assign(forms_places(pool, "", ("",)), pool.enemies)
    if least.chosen is None:
        return set()
    eligible = sorted({q for room in pool.rooms for q in room.eligible})
    found = set()
    for chosen in map(frozenset, combinations(eligible, sum(room.need for room in pool.rooms))):
        rooms = tuple(
            room._replace(
                eligible=tuple(q for q in room.eligible if q in chosen),
                misfits=room.misfits & chosen,
                fitting=tuple(q for q in room.fitting if q in chosen),
            )
            for room in pool.rooms
        )
        answer = assign(forms_places(pool._replace(rooms=rooms), "", ("",)), pool.enemies)
        if answer.chosen is not None and answer.cost == least.cost:
            found.add(chosen)
    return found


def most_variants(pool: Pool) -> int:
    """The most variants of which the draw makes no two share a question, enemies aside."""
    number = 0
    while True:
        variants = [str(k) for k in range(number + 1)]
        forms = draw_forms(pool._replace(enemies=(frozenset(),) * len(pool.questions)), "", variants)
        assert forms is not None
        used = [q for form in forms for chosen, room in zip(form, pool.rooms, strict=True) for q in chosen
                if q not in room.pinned]  # fmt: skip
        if len(used) > len(set(used)):
            return number
        number += 1


NAMES = [f"q{k}" for k in range(9)]


@st.composite
def problems(draw: st.DrawFn) -> tuple[list[SectionSpec], list[Question]]:
    listed = [
        question(
            name,
            draw(st.sampled_from("甲乙丙")),
            marks=draw(st.sampled_from((None, 8, 8, 5))),
            enemies=draw(st.sets(st.sampled_from(NAMES), max_size=1)) if draw(st.booleans()) else (),
        )
        for name in NAMES[: draw(st.integers(3, len(NAMES)))]
    ]
    known = {q.category for q in listed}
    pins = draw(st.sets(st.sampled_from([q.id for q in listed]), max_size=1))
    sections = []
    for k in range(draw(st.integers(1, 4))):
        pinned = pins if not k else ()
        categories = draw(st.sets(st.sampled_from(sorted(known)), max_size=2))
        excluded = draw(st.sets(st.sampled_from([q.id for q in listed]), max_size=1)) - pins
        wanted = draw(st.integers(max(len(pinned), 1), 3))
        marks = draw(st.sampled_from((8, 5)))
        sections.append(
            section(str(k), wanted, sorted(categories), marks=marks, pinned=sorted(pinned), exclude=sorted(excluded))
        )  # fmt: skip
    return sections, listed


@settings(max_examples=150, deadline=None)
@given(problems())
def test_as_many_as_the_draw_can_come_to(problem: tuple[list[SectionSpec], list[Question]]) -> None:
    pool = pool_of(*problem)
    report = Report()
    found = count_papers(pool, report)
    papers = tried(pool)
    assert report.failed == (not papers)
    if found.exact:
        assert found.papers == len(papers)
    else:
        assert 1 <= found.papers <= len(papers)
    with pytest.MonkeyPatch.context() as patch:  # where it is too much
        patch.setattr(seats, "MOST_TERMS", 0)
        patch.setattr(seats, "MOST_UNIONS", 0)
        bound = count_papers(pool, Report())
    assert bool(papers) <= bound.papers <= len(papers)
    if any(room.need for room in pool.rooms) and papers:
        assert not bound.exact
        assert found.variants == most_variants(pool)
        assert bound.variants is not None
        assert bound.variants >= found.variants
    forms = [draw_forms(pool, str(seed), ("",)) for seed in range(3)]
    assert {frozenset(q for chosen in form[0] for q in chosen) for form in forms if form} <= {
        paper.union(*(room.pinned for room in pool.rooms)) for paper in papers
    }


def test_sections_apart() -> None:
    listed = [*questions(10, "甲"), *questions(7, "乙", 100)]
    asked = [section("一", 4, "甲", exclude=["q00000"]), section("二", 3, "乙", pinned=["q00100"])]
    assert counted(asked, listed) == Count(comb(9, 4) * comb(6, 2), True, 2)
    assert counted([section("一", 1, pinned=["q00000"])], listed) == Count(1, True, None)
    assert counted([section("一", 500)], questions(10_000)) == Count(comb(10_000, 500), True, 20)


def test_sections_that_share_questions() -> None:
    listed = [*questions(50, "甲"), *questions(70, "乙", 100)]
    asked = [section("一", 20, "甲"), section("二", 30), section("三", 10)]
    papers = sum(comb(50, k) * comb(70, 60 - k) for k in range(20, 51))
    assert counted(asked, listed) == Count(papers, True, 2)


def test_many_enemies() -> None:
    pairs = [question(f"q{k:05d}", enemies=[f"q{k ^ 1:05d}"]) for k in range(400)]
    papers = sum(comb(200, k) * 2**k * comb(100, 10 - k) for k in range(11))
    assert counted([section("一", 10)], [*pairs, *questions(100, first=400)]) == Count(papers, True, 50)
    names = [f"q{k:05d}" for k in range(100)]
    alike = [question(name, enemies=[other for other in names if other != name]) for name in names]
    papers = comb(50, 10) + 100 * comb(50, 9)
    assert counted([section("一", 10)], [*alike, *questions(50, first=100)]) == Count(papers, True, 15)


def test_other_marks_are_drawn_only_when_they_must_be() -> None:
    listed = [question(f"q{k}", marks=8 if k < 6 else 5) for k in range(10)]
    assert counted([section("一", 4, marks=8)], listed).papers == comb(6, 4)
    assert counted([section("一", 8, marks=8)], listed).papers == comb(4, 2)


def test_none_is_explained_as_a_draw_would() -> None:
    report = Report()
    assert count_papers(pool_of([section("一", 4)], questions(3)), report) == Count(0, True, 0)
    assert [d.code for d in report.diagnostics] == ["section-short"]
