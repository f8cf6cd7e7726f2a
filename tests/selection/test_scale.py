"""Large banks, many forms, dense enemies: a draw stays valid and ends soon.

Bounds on time are many times what a draw takes, so that a busy machine does not fail them.
"""

from __future__ import annotations

from string import ascii_uppercase
from time import process_time
from typing import TYPE_CHECKING

import pytest

from generator.diagnostics import Report
from generator.selection import assign
from generator.selection.draw import draw_forms
from generator.selection.pool import prepare
from tests.selection.factory import bank, blueprint, question, questions, section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.blueprint import SectionSpec
    from generator.model.question import Question
    from generator.selection.pool import Pool


def pool_of(sections: Sequence[SectionSpec], listed: Sequence[Question]) -> Pool:
    report = Report()
    pool = prepare(blueprint(*sections), [bank(listed)], report)
    assert pool is not None, report.diagnostics
    return pool


def clique(count: int, categories: str = "甲") -> list[Question]:
    names = [f"c{k:03d}" for k in range(count)]
    return [question(n, categories[k % len(categories)], enemies=names[:k]) for k, n in enumerate(names)]


def shared(pool: Pool, variants: str) -> int:
    """How many places of all forms repeat a question, once the forms are seen to be valid."""
    forms = draw_forms(pool, "1", variants)
    assert forms is not None
    used = []
    for form in forms:
        here = [question for chosen in form for question in chosen]
        assert len(set(here)) == len(here)
        assert not any(pool.enemies[q] & set(here) for q in here)
        for room, chosen in zip(pool.rooms, form, strict=True):
            assert len(chosen) == room.spec.count
            assert set(chosen) <= {*room.eligible, *room.pinned}
        used += here
    return len(used) - len(set(used))


def test_a_single_draw_takes_less_than_a_millisecond() -> None:
    listed = [*questions(25), *questions(20, "乙", 100), *questions(15, "丙", 200)]
    pool = pool_of([section("一", 5, "甲"), section("二", 4, "乙"), section("三", 3, "丙")], listed)
    start = process_time()
    for seed in range(200):
        assert draw_forms(pool, str(seed), ("",))
    assert process_time() - start < 0.2


@pytest.mark.parametrize(("variants", "seconds"), [("A", 1), ("AB", 1), (ascii_uppercase, 6)])
def test_ten_thousand_questions(variants: str, seconds: float) -> None:
    listed = [*clique(40, "甲乙丙"), *(question(f"q{k:05d}", "甲乙丙"[k % 3]) for k in range(9960))]
    sections = [section("一", 10, [*"甲乙"]), section("二", 10, [*"乙丙"]), section("三", 5, [*"甲丙"])]
    pool = pool_of(sections, listed)
    start = process_time()
    assert shared(pool, variants) == 0
    assert process_time() - start < seconds


def test_a_clique_and_few_others_in_many_forms() -> None:
    """Each form has one of the clique at most: 26 of these and all 20 others are the most that can differ."""
    pool = pool_of([section("一", 5, "甲")], [*clique(40), *questions(20)])
    start = process_time()
    assert shared(pool, ascii_uppercase) == 26 * 5 - (26 + 20)
    assert process_time() - start < 15


def test_a_bank_smaller_than_its_forms() -> None:
    listed = [*questions(25), *questions(20, "乙", 100), *questions(15, "丙", 200)]
    sections = [section("一", 5, "甲"), section("二", 4, "乙"), section("三", 3, "丙")]
    pool = pool_of(sections, listed)
    assert shared(pool, ascii_uppercase) == 26 * 12 - 60
    forms = draw_forms(pool, "1", ascii_uppercase) or []
    assert (
        len({frozenset(q for chosen in form for q in chosen) for form in forms}) == 26
    )  # each a draw of its own


def test_no_more_of_a_clique_than_one_is_proven_at_once() -> None:
    pool = pool_of([section("一", 5, "甲")], [*clique(40), *questions(3)])
    start = process_time()
    assert draw_forms(pool, "1", ascii_uppercase) is None
    assert process_time() - start < 1


def test_where_one_form_is_found_all_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """However soon the search for different forms is given up, the same form again is left."""
    monkeypatch.setattr(assign, "MORE_STEPS", 400)
    pool = pool_of([section("一", 5, "甲")], [*clique(40), *questions(4)])
    assert shared(pool, ascii_uppercase) <= 25 * 5
