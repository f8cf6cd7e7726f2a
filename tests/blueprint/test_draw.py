from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.blueprint.draw import MOST_QUESTIONS, parse_draw


@pytest.mark.parametrize(
    ("said", "count", "marks"),
    [
        ("5x8", 5, 8),
        ("5×8", 5, 8),
        ("5*8", 5, 8),
        ("5X8", 5, 8),
        (" 5 x 8 ", 5, 8),
        ("5＊8", 5, 8),
        ("10x2.5", 10, Fraction(5, 2)),
        ("10x2.50", 10, Fraction(5, 2)),
        ("10", 10, None),
        ("500x0.5", 500, Fraction(1, 2)),
    ],
)
def test_the_notation(said: str, count: int, marks: Fraction | None) -> None:
    draw = parse_draw(said)
    assert draw is not None
    assert (draw.count, draw.marks) == (count, marks)


@pytest.mark.parametrize(
    "said",
    [
        "",
        "x",
        "5x",
        "x8",
        "0x8",
        "0",
        "501x1",
        "5x0",
        "5x-8",
        "5x8x2",
        "5 8",
        "5x0.3",
        "五x八",
        "1e3x2",
        "5x8分",
        "５x８",
        "5x８",
        "٥x8",
        "1x1000.5",
    ],
)
def test_what_is_none(said: str) -> None:
    assert parse_draw(said) is None


@given(st.text(max_size=20))
def test_never_raises_and_keeps_its_bounds(said: str) -> None:
    draw = parse_draw(said)
    if draw is not None:
        assert 1 <= draw.count <= MOST_QUESTIONS
        assert draw.marks is None or (draw.marks > 0 and (draw.marks * 2).denominator == 1)
