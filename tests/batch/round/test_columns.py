"""Widths of an attendance sheet's columns, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.batch.round.lists.columns import column_widths

HEADS = ("座位", "准考证号", "姓名", "应聘岗位", "签名", "备注")
SIZE = 10.5
said = st.text("张伟·aW-1 （", max_size=40)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(said, said, said, said, st.just(""), said), min_size=1, max_size=4),
    st.sampled_from([250.0, 425.0, 510.0]),
)
def test_nothing_is_pushed_off_the_page_and_there_is_room_to_sign(
    rows: list[tuple[str, ...]], room: float
) -> None:
    shown = [c for c in range(6) if c >= 4 or any(row[c] for row in rows)]
    widths = column_widths({c: [row[c] for row in rows] for c in shown}, HEADS, room, SIZE)
    assert len(widths) == len(shown)
    assert sum(widths) >= room - 1e-6
    assert all(width >= 2 * SIZE + 2 * 5.4 for width in widths)  # a head of two characters in its cell
    assert widths[-2] >= 7 * SIZE
    if room > 500 and max(len(cell) for row in rows for cell in row) <= 8:
        assert sum(widths) == pytest.approx(room)
