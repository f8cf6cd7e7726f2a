"""What every draw promises, whatever the bank: valid forms, the same for the same seed, fair to each question."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.question import Level, Option, Point, Question, Response, Solution
from generator.selection.pool import matches
from tests.selection.factory import bank, blueprint, drawn, names, question, questions, section, text

if TYPE_CHECKING:
    from generator.model.blueprint import Blueprint

CATEGORIES = ("甲", "乙", "丙")
OPTIONS = [Option(text(words)) for words in ("一", "二", "三", "四")]


class Case(NamedTuple):
    asked: Blueprint
    listed: list[Question]
    variants: tuple[str, ...]
    seed: int


@st.composite
def cases(make: st.DrawFn) -> Case:
    """Sections over a small bank with pins, exclusions, enemies and marks; many of them cannot be filled."""
    count = make(st.integers(4, 24))
    ids = [f"q{k}" for k in range(count)]
    some = st.lists(st.sampled_from(ids), max_size=2, unique=True)
    listed = [
        question(
            name,
            make(st.sampled_from(CATEGORIES)),
            enemies=[enemy for enemy in make(some) if enemy != name],
            marks=make(st.sampled_from((None, 5, 8))),
            tags=make(st.lists(st.sampled_from(("x", "y")), unique=True)),
            difficulty=make(st.sampled_from((None, 1, 2))),
            options=make(st.sampled_from((OPTIONS, ()))),
        )
        for name in ids
    ]
    pins = make(st.lists(st.sampled_from(ids), max_size=3, unique=True))
    sections = []
    for k in range(make(st.integers(1, 3))):
        pinned, pins = pins[:1], pins[1:]
        excluded = [name for name in make(some) if name not in pinned]
        used = [q.category for q in listed]
        categories = make(st.lists(st.sampled_from(used), max_size=2, unique=True))
        least = max(1, len(pinned))
        sections.append(
            section(
                f"s{k}",
                make(st.integers(least, least + 3)),
                categories,
                marks=make(st.sampled_from((None, 5, 8))),
                pinned=pinned,
                exclude=excluded,
                bank_order=make(st.booleans()),
            )
        )
    return Case(
        blueprint(*sections),
        listed,
        make(st.sampled_from([("",), ("A", "B"), ("A", "B", "C")])),
        make(st.integers()),
    )


@settings(max_examples=80, deadline=None)
@given(cases())
def test_a_draw_is_valid(case: Case) -> None:
    forms, report = drawn(case.asked, bank(case.listed), seed=case.seed, variants=case.variants)
    assert bool(forms) != report.failed
    by_id = {q.id: q for q in case.listed}
    for form in forms:
        everything = [name for part in names(form) for name in part]
        assert len(set(everything)) == len(everything)
        assert not any(enemy in everything for name in everything for enemy in by_id[name].enemies)
        assert form.key.paper is form.paper
        assert list(form.key.solutions) == everything
        items = [item for part in form.paper.sections for item in part.items]
        assert [item.serial for item in items] == list(range(1, len(items) + 1))
        for spec, chosen in zip(case.asked.sections, names(form), strict=True):
            pinned, rest = chosen[: len(spec.pinned)], chosen[len(spec.pinned) :]
            assert tuple(pinned) == spec.pinned
            assert len(chosen) == spec.count
            assert all(matches(spec.filter, by_id[name]) and name not in spec.exclude for name in rest)
            if spec.bank_order:
                assert rest == sorted(rest, key=list(by_id).index)


def outcome(asked: Blueprint, listed: list[tuple[int, list[Question]]], case: Case) -> object:
    """All that a draw decides: questions and the order of their options."""
    banks = [bank(part, f"b{k}") for k, part in listed]
    forms, report = drawn(asked, *banks, seed=case.seed, variants=case.variants)
    codes = sorted(
        (d.code, str(d.values.get("section"))) for d in report.diagnostics if d.severity == "error"
    )
    return codes, [[(i.prompt.id, i.order) for s in f.paper.sections for i in s.items] for f in forms]


def split(listed: list[Question]) -> list[tuple[int, list[Question]]]:
    """Two banks by the questions' names, so that a shuffle moves no question to another bank."""
    return [(k, [q for q in listed if len(q.id) % 2 == k]) for k in (0, 1)]


@settings(max_examples=40, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_order_of_banks_and_questions_is_nothing(case: Case, random) -> None:
    asked = case.asked._replace(sections=tuple(s._replace(bank_order=False) for s in case.asked.sections))
    shuffled = case.listed.copy()
    random.shuffle(shuffled)
    assert outcome(asked, split(case.listed), case) == outcome(asked, split(shuffled)[::-1], case)


@settings(max_examples=40, deadline=None)
@given(cases())
def test_solutions_decide_nothing(case: Case) -> None:
    other = Solution(
        response=Response(choices=(2,)),
        text=text("别的答案"),
        points=(Point(text("一"), Fraction(3), (Point(text("二"), Fraction(1)),)),),
        analysis=text("别的解析"),
        highlights=(text("别的要点"),),
        levels=(Level("好", Fraction(2), Fraction(3), text("好")),),
        follow_ups=(text("追问"),),
        marks=Fraction(3),
    )
    changed = [q._replace(solution=other, source="别处") for q in case.listed]
    assert outcome(case.asked, split(case.listed), case) == outcome(case.asked, split(changed), case)


@settings(max_examples=25, deadline=None)
@given(cases())
def test_the_same_seed_gives_the_same_forms(case: Case) -> None:
    first, _ = drawn(case.asked, bank(case.listed), seed=case.seed, variants=case.variants)
    again, _ = drawn(case.asked, bank(case.listed), seed=case.seed, variants=case.variants)
    assert first == again


def unevenness(counts: Counter[str], cells: int) -> float:
    """Chi-square over the mean of each cell; about `cells` when every cell is as likely."""
    mean = counts.total() / cells
    return sum((count - mean) ** 2 for count in counts.values()) / mean + (cells - len(counts)) * mean


def test_every_question_is_drawn_as_often() -> None:
    asked = blueprint(section("s", 5), section("t", 4, "乙"), section("u", 3))  # s and u draw from the same
    some = [*questions(20), *questions(10, "乙", 100)]
    asked = asked._replace(
        sections=tuple(
            s._replace(filter=s.filter._replace(category=(c,)))
            for s, c in zip(asked.sections, "甲乙甲", strict=True)
        )
    )
    parts = [Counter[str](), Counter[str](), Counter[str]()]
    for seed in range(2000):
        forms, _ = drawn(asked, bank(some), seed=seed)
        for count, chosen in zip(parts, names(forms[0]), strict=True):
            count.update(chosen)
    # 99.9 % of chi-square for 19 and 9 degrees of freedom; drawing without replacement only lowers it.
    assert unevenness(parts[0], 20) < 43.8
    assert unevenness(parts[1], 10) < 27.9
    assert unevenness(parts[2], 20) < 43.8


def test_places_in_a_section_are_even() -> None:
    """Neither the first place nor a variant favours a question."""
    first = Counter[str]()
    second = Counter[str]()
    for seed in range(2000):
        forms, _ = drawn(blueprint(section("s", 3, "甲")), bank(questions(10)), seed=seed, variants="AB")
        first[names(forms[0])[0][0]] += 1
        second.update(names(forms[1])[0])
    assert unevenness(first, 10) < 27.9
    assert unevenness(second, 10) < 27.9


def test_a_draw_prefers_marks_that_fit() -> None:
    some = [question(f"q{k}", marks=8 if k % 2 else 5) for k in range(12)]
    for seed in range(20):
        forms, report = drawn(blueprint(section("s", 7, "甲")), bank(some), seed=seed)
        chosen = names(forms[0])[0]
        assert sum(int(name[1:]) % 2 for name in chosen) == 6  # all that fit, and one that had to be
        assert not report.diagnostics  # nothing inside is scaled


def test_variants_share_as_few_as_can_be_and_say_so() -> None:
    asked = blueprint(section("甲部", 3, "甲", pinned=["q00000"]), section("乙部", 2, "乙"))
    some = bank([*questions(4), *questions(4, "乙", 10)])
    forms, report = drawn(asked, some, variants=("A", "B"))
    told = {d.code: d.values for d in report.diagnostics}
    assert set(told) == {"shared", "pinned-shared"}
    assert told["shared"]["section"] == "甲部"
    assert told["shared"]["count"] == 1  # two of three each: one at least in both
    assert told["pinned-shared"]["count"] == 1
    assert not set(names(forms[0])[1]) & set(names(forms[1])[1])


def test_a_question_shared_across_sections_is_told() -> None:
    asked = blueprint(section("一", 1, "甲"), section("二", 1, "甲"))
    for seed in range(10):
        _, report = drawn(asked, bank(questions(2)), seed=seed, variants=("A", "B"))
        told = [d for d in report.diagnostics if d.code == "shared"]
        assert sum(int(str(d.values["count"])) for d in told) == 2


def test_questions_that_are_scaled_are_told_once() -> None:
    inner = Solution(points=(Point(text("一"), Fraction(5)),), marks=Fraction(5))
    some = [question(f"q{k}", marks=5, solution=inner) for k in range(2)]
    forms, report = drawn(blueprint(section("s", 2, "甲", marks=8)), bank(some), variants=("A", "B"))
    scaled = [d.values for d in report.diagnostics if d.code == "scaled"]
    assert sorted(str(v["id"]) for v in scaled) == ["q0", "q1"]
    assert scaled[0]["own"] == "5"
    assert scaled[0]["marks"] == "8"
    assert all(s.points[0].marks == 8 for form in forms for s in form.key.solutions.values())
