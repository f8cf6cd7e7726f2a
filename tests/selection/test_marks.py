"""Marks inside a question, scaled to those of its section: exact sums, halves, order kept."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.question import Level, Point, Solution
from generator.selection.marks import apportion, own_marks, scaled
from tests.selection.factory import text

halves = st.integers(1, 60).map(lambda units: Fraction(units, 2))
shares = st.integers(0, 40).map(lambda units: Fraction(units, 2))


def point(marks: float | None = None, *inner: Point) -> Point:
    return Point(text("要点"), None if marks is None else Fraction(marks), inner)


def level(low: float, high: float) -> Level:
    return Level("档", Fraction(low), Fraction(high), text("说明"))


def marked(points: tuple[Point, ...]) -> list[float | None]:
    return [None if p.marks is None else float(p.marks) for p in points]


def ranges(solution: Solution) -> list[tuple[float, float]]:
    return [(float(found.low), float(found.high)) for found in solution.levels]


@settings(deadline=None)
@given(st.lists(shares, min_size=1, max_size=12), halves)
def test_apportion(weights: list[Fraction], marks: Fraction) -> None:
    found = apportion(weights, marks)
    assert sum(found) == marks
    assert all(share >= 0 and (share * 2).denominator == 1 for share in found)
    for a, weight in zip(found, weights, strict=True):
        for b, other in zip(found, weights, strict=True):
            assert weight <= other or a >= b
            assert weight != other or abs(a - b) <= Fraction(1, 2)
    positive = [share for share, weight in zip(found, weights, strict=True) if weight]
    if positive and len(positive) <= marks * 2:
        assert all(positive)
    if sum(weights) == marks:
        assert found == weights


def points_of(depth: int) -> st.SearchStrategy[tuple[Point, ...]]:
    inner = points_of(depth - 1) if depth else st.just(())
    some = st.one_of(st.none(), st.integers(1, 12).map(lambda units: Fraction(units, 2)))
    return st.lists(st.builds(Point, st.just(text("点")), some, inner), max_size=4).map(tuple)


def add_up(points: tuple[Point, ...], whole: Fraction) -> None:
    """Where points print marks, all of them together are their parent's."""
    given_marks = [p.marks for p in points if p.marks is not None]
    assert not given_marks or sum(given_marks) == whole
    for inner in points:
        assert inner.marks is None or (inner.marks > 0 and (inner.marks * 2).denominator == 1)
        if inner.marks is None:
            assert all(p.marks is None for p in inner.points)
        else:
            add_up(inner.points, inner.marks)


@settings(deadline=None)
@given(points_of(2), st.one_of(st.none(), halves), halves)
def test_points_add_up_at_every_depth(
    points: tuple[Point, ...], own: Fraction | None, marks: Fraction
) -> None:
    solution = scaled(Solution(points=points, marks=own), marks)
    assert solution.marks == marks
    assert not points or sum(p.marks or 0 for p in solution.points) == marks
    add_up(solution.points, marks)
    assert [p.text for p in solution.points] == [p.text for p in points]


@settings(deadline=None)
@given(points_of(1), halves)
def test_what_fits_stays(points: tuple[Point, ...], own: Fraction) -> None:
    """With the section's marks its own, nothing an author gave is changed."""
    total = sum((p.marks for p in points if p.marks is not None), Fraction(0))
    bare = sum(p.marks is None and not p.points for p in points)
    if any(p.marks is None and p.points for p in points) or total > own or (not bare and total != own):
        return
    solution = scaled(Solution(points=points, marks=own), own)
    for before, after in zip(points, solution.points, strict=True):
        assert before.marks in (None, after.marks)


@pytest.mark.parametrize(
    ("points", "own", "marks", "expected"),
    [
        ((point(3), point(5)), None, 4, [1.5, 2.5]),
        ((point(3), point(), point()), 8, 8, [3, 2.5, 2.5]),
        ((point(3), point(), point()), 8, 16, [6, 5, 5]),
        ((point(3), point()), None, 8, [3, 5]),  # what is left of the section's
        ((point(5), point()), None, 4, [2, 2]),  # nothing would be left: as much as the other
        ((point(), point(), point()), None, 8, [3, 2.5, 2.5]),
        ((point(), point(), point()), None, 1, [0.5, 0.5, None]),  # not even a half: no marks to print
        ((point(None, point(1), point(2)), point(5)), None, 8, [3, 5]),  # a point is worth its own points
        ((point(None, point(1), point(2)), point()), 8, 8, [3, 5]),
        ((point(2.25), point(0.75)), None, 3, [2.25, 0.75]),  # quarters stay where nothing is scaled
        ((point(2.25), point(0.75)), None, 6, [4.5, 1.5]),
        ((point(9), point(0.5), point(0.5)), None, 2, [1, 0.5, 0.5]),
    ],
)
def test_points(
    points: tuple[Point, ...], own: float | None, marks: int, expected: list[float | None]
) -> None:
    solution = Solution(points=points, marks=None if own is None else Fraction(own))
    assert marked(scaled(solution, Fraction(marks)).points) == expected


def test_points_of_points_print_only_when_given() -> None:
    solution = Solution(points=(point(2, point(), point()), point(6, point(4), point(2))))
    plain, given_ones = scaled(solution, Fraction(12)).points
    assert marked(plain.points) == [None, None]
    assert marked(given_ones.points) == [6, 3]


def test_a_section_without_marks_prints_none() -> None:
    solution = scaled(Solution(points=(point(6, point(4), point(2)),), marks=Fraction(6)), None)
    assert solution.marks is None
    assert marked(solution.points) == [None]
    assert marked(solution.points[0].points) == [None, None]


@pytest.mark.parametrize(
    ("solution", "own"),
    [
        (Solution(marks=Fraction(6), points=(point(2), point(4))), 6),
        (Solution(points=(point(2), point(5))), 7),
        (Solution(points=(point(2), point()), levels=(level(7, 9),)), 9),
        (Solution(levels=(level(7, 9), level(0, 6))), 9),
        (Solution(points=(point(2), point())), 8),  # leaves something of the section's: not scaled
        (Solution(points=(point(9), point())), 18),
        (Solution(), 8),
    ],
)
def test_own_marks_in_a_section_of_8(solution: Solution, own: int) -> None:
    assert own_marks(solution, Fraction(8)) == own


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 40), min_size=2, max_size=12, unique=True).map(sorted), st.integers(0, 4), halves
)
def test_levels_stay_apart(bounds: list[int], above: int, marks: Fraction) -> None:
    """Any levels with gaps or without, scaled: best first, none overlapping, within 0 to the marks."""
    pairs = list(zip(bounds[::2], bounds[1::2], strict=False))[::-1]
    levels = tuple(level(low / 2, high / 2) for low, high in pairs)
    own = levels[0].high + Fraction(above, 2)
    found = scaled(Solution(levels=levels, marks=own), marks).levels
    if own == marks:
        assert found == levels
    for one in found:
        assert 0 <= one.low <= one.high <= marks
        assert (one.low * 2).denominator == (one.high * 2).denominator == 1
    if len(levels) <= marks * 2 + 1:
        assert all(worse.high < better.low for better, worse in pairwise(found))
    else:
        assert all(worse.high <= better.low for better, worse in pairwise(found))
    if not above:
        assert found[0].high == marks


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (8, [(7, 8), (5, 6), (3, 4), (0, 2)]),
        (10, [(9, 10), (6, 8), (4, 5), (0, 3)]),  # whole marks stay whole, and what met still meets
        (15, [(13, 15), (9, 12), (6, 8), (0, 5)]),
        (2.5, [(2, 2.5), (1.5, 1.5), (1, 1), (0, 0.5)]),
        (2, [(2, 2), (1.5, 1.5), (1, 1), (0, 0.5)]),
        (1, [(1, 1), (0.5, 0.5), (0, 0), (0, 0)]),  # three halves for four levels
    ],
)
def test_levels(marks: float, expected: list[tuple[float, float]]) -> None:
    levels = (level(7, 8), level(5, 6), level(3, 4), level(0, 2))
    assert ranges(scaled(Solution(levels=levels), Fraction(marks))) == expected


def test_levels_keep_their_gaps() -> None:
    levels = (level(9, 10), level(5, 6), level(0, 1))
    assert ranges(scaled(Solution(levels=levels), Fraction(20))) == [(18, 20), (10, 12), (0, 2)]


def test_each_level_is_left_something_where_there_is_enough() -> None:
    levels = (level(9, 10), level(1, 1), level(0, 0))
    assert ranges(scaled(Solution(levels=levels), Fraction(1))) == [(1, 1), (0.5, 0.5), (0, 0)]
