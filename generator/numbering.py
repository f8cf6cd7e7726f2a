"""Numbers as they stand in headings and lists: 一、 （一） 1. （1） ① A. Ⅰ i. -"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")


def chinese(number: int) -> str:
    """A number from 1 to 9999 in Chinese: 十, 十一, 二十, 一百零五."""
    if not 1 <= number <= 9999:
        raise ValueError(number)
    written = ""
    digits = str(number)
    for place, digit in enumerate(digits):
        unit = len(digits) - place - 1
        if digit != "0":
            written += _DIGITS[int(digit)] + _UNITS[unit]
        elif written and not written.endswith("零") and digits[place:].strip("0"):
            written += "零"
    return written[1:] if written.startswith("一十") else written


def circled(number: int) -> str:
    """①, ②, … ⑳, ㉑ … ㊿; beyond that （51）."""
    for first, start, last in ((1, 0x2460, 20), (21, 0x3251, 35), (36, 0x32B1, 50)):
        if first <= number <= last:
            return chr(start + number - first)
    return f"（{number}）"


def letters(number: int) -> str:
    """A, B, … Z, AA, AB, …"""
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("A") + rest) + written
    return written


def roman(number: int) -> str:
    written = ""
    values = (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1)
    signs = ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I")
    for value, sign in zip(values, signs, strict=True):
        while number >= value:
            written += sign
            number -= value
    return written


_STEMS = "甲乙丙丁戊己庚辛壬癸"
_FORMAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


def _run(first: str, last: int, beyond: Callable[[int], str]) -> Callable[[int], str]:
    """Signs that stand one after another from `first`, `last` of them, and what goes on behind them."""
    return lambda number: chr(ord(first) + number - 1) if number <= last else beyond(number)


_COUNTERS: dict[str, Callable[[int], str]] = {
    "一": chinese,
    "壹": lambda number: chinese(number).translate(_FORMAL),
    "甲": lambda number: _STEMS[number - 1] if number <= len(_STEMS) else chinese(number),
    "①": circled,
    "⑴": _run("⑴", 20, lambda number: f"({number})"),
    "㈠": _run("㈠", 10, lambda number: f"（{chinese(number)}）"),
    "1": str,
    "Ⅰ": _run("Ⅰ", 12, roman),
    "ⅰ": _run("ⅰ", 12, lambda number: roman(number).lower()),
    "A": letters,
    "I": roman,
    "a": lambda number: letters(number).lower(),
    "i": lambda number: roman(number).lower(),
}
SIGNS = tuple(_COUNTERS)
_LETTER = "[A-Za-z]"


@cache
def _place(mark: str) -> tuple[str, int]:
    """The sign in `mark` that counts and where it stands; empty for none. A letter counts where it stands alone."""
    for sign in SIGNS:
        alone = rf"(?<!{_LETTER}){sign}(?!{_LETTER})" if sign.isascii() and sign.isalpha() else sign
        found = re.search(alone, mark)
        if found:
            return sign, found.start()
    return "", 0


def counted(mark: str) -> str:
    """The sign in `mark` that counts, one of SIGNS; empty for none."""
    return _place(mark)[0]


def is_fixed(mark: str) -> bool:
    """A mark that counts nothing and does not look as if it did: - • ★, or none."""
    return not any(char.isalnum() for char in mark)


def numbered(mark: str, number: int) -> str:
    """`number` in the manner of `mark`: "1." gives "3.", "（一）" "（三）", "①" "③", "(a)" "(c)"; "-" and "" stay."""
    sign, place = _place(mark)
    return mark[:place] + _COUNTERS[sign](number) + mark[place + 1 :] if sign else mark
