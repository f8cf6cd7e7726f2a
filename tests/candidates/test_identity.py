from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.candidates import masked
from generator.candidates.identity import checks, is_identity


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("11010519491231002X", "110105********002X"),  # the example of GB 11643
        ("11010519491231002x", "110105********002x"),
        ("110101199003071234", "110101********1234"),  # a wrong check digit is still somebody's
        ("１１０１０５１９４９１２３１００２Ｘ", "１１０１０５********００２Ｘ"),
        ("110101199013071234", "110101199013071234"),  # no such month
        ("110101202611220001", "110101202611220001"),  # the date of an exam
        ("20260001", "20260001"),
        ("", ""),
    ],
)
def test_masked(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_the_check_digit() -> None:
    assert [digit for digit in "0123456789X" if checks(f"11010519491231002{digit}")] == ["X"]
    assert checks("440524188001010014")


@given(st.from_regex(r"[1-9][0-9]{5}19[0-9]{6}[0-9]{3}[0-9X]", fullmatch=True))
def test_no_birthday_is_left(number: str) -> None:
    assert is_identity(number) == (number[6:14] not in masked(number) and len(masked(number)) == 18)
