"""What keeps being asked for stays, and there is never more than twice as much as was wanted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.pdf.recent import Recent

MOST = 3


@given(st.lists(st.integers(0, 9)))
def test_the_last_that_were_asked_for_are_there(asked: list[int]) -> None:
    recent: Recent[int, str] = Recent(MOST)
    for place, key in enumerate(asked):
        lately = asked[:place][-MOST:]
        try:
            assert recent[key] == str(key)
        except KeyError:
            assert key not in lately
            assert recent.keep(key, str(key)) == str(key)
        assert len(recent) <= MOST


def test_what_comes_once_goes_and_what_comes_back_stays() -> None:
    recent: Recent[int, object] = Recent(MOST)
    kept = recent.keep(-1, object())
    for number in range(100):
        recent.keep(number, object())
        assert recent[-1] is kept
    there = 0
    for number in range(100):
        try:
            recent[number]
        except KeyError:
            continue
        there += 1
    assert there <= 2 * MOST
    with pytest.raises(KeyError):
        recent[0]
