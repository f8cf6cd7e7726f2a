from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.numbering import SIGNS, chinese, circled, counted, is_fixed, letters, numbered, roman


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (99, "九十九"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (115, "一百一十五"),
        (1000, "一千"),
        (1005, "一千零五"),
        (1050, "一千零五十"),
        (9999, "九千九百九十九"),
    ],
)
def test_chinese(number: int, written: str) -> None:
    assert chinese(number) == written


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_chinese_has_bounds(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        chinese(number)


def test_circled_goes_on_beyond_twenty() -> None:
    assert [circled(n) for n in (1, 10, 20, 21, 35, 36, 50, 51)] == [
        "①",
        "⑩",
        "⑳",
        "㉑",
        "㉟",
        "㊱",
        "㊿",
        "（51）",
    ]


@given(st.integers(1, 3999))
def test_roman_and_letters_are_read_back(number: int) -> None:
    values = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    found = [values[sign] for sign in roman(number)]
    assert sum(-v if v < max(found[k:]) else v for k, v in enumerate(found)) == number
    read = 0
    for letter in letters(number):
        read = read * 26 + ord(letter) - ord("A") + 1
    assert read == number


@pytest.mark.parametrize(
    ("mark", "number", "shown"),
    [
        ("1.", 3, "3."),
        ("（1）", 12, "（12）"),
        ("一、", 11, "十一、"),
        ("（一）", 2, "（二）"),
        ("①", 3, "③"),
        ("A.", 2, "B."),
        ("I.", 4, "IV."),
        ("-", 3, "-"),
        ("", 3, ""),
        ("第1题", 5, "第5题"),
        ("壹、", 1, "壹、"),
        ("壹、", 12, "拾贰、"),
        ("甲、", 10, "癸、"),
        ("甲、", 11, "十一、"),
        ("⑴", 20, "⒇"),
        ("⑴", 21, "(21)"),
        ("㈠", 10, "㈩"),
        ("㈠", 11, "（十一）"),
        ("Ⅰ.", 12, "Ⅻ."),
        ("Ⅰ.", 13, "XIII."),
        ("ⅰ", 4, "ⅳ"),
        ("（a）", 2, "（b）"),
        ("Part A", 2, "Part B"),
        ("Item i.", 2, "Item ii."),
        ("Item", 2, "Item"),
    ],
)
def test_numbered(mark: str, number: int, shown: str) -> None:
    assert numbered(mark, number) == shown


def test_every_sign_counts_from_itself() -> None:
    for sign in SIGNS:
        assert counted(sign) == numbered(sign, 1) == sign
        assert len({numbered(f"（{sign}）", number) for number in range(1, 60)}) == 59
        assert not is_fixed(sign)


@pytest.mark.parametrize(
    ("mark", "fixed"), [("-", True), ("★", True), ("", True), ("第x点", False), ("Item", False)]
)
def test_what_counts_nothing(mark: str, fixed: bool) -> None:
    assert not counted(mark)
    assert is_fixed(mark) == fixed
