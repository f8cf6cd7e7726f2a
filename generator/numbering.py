"""Numbers as they stand in headings and lists: 一、 （一） 1. （1） ① A. i. -"""

from __future__ import annotations

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


_COUNTERS: dict[str, Callable[[int], str]] = {
    "一": chinese,
    "①": circled,
    "1": str,
    "A": letters,
    "I": roman,
    "a": lambda number: letters(number).lower(),
    "i": lambda number: roman(number).lower(),
}


def counted(mark: str) -> str:
    """The sign in `mark` that counts: one of 一 ① 1 A I, or a or i where it is the only letter; empty for none."""
    for sign in _COUNTERS:
        if sign in mark and (sign.isupper() or not sign.isalpha() or sign == "一" or _alone(mark)):
            return sign
    return ""


def _alone(mark: str) -> bool:
    return sum(char.isalpha() for char in mark) == 1


def numbered(mark: str, number: int) -> str:
    """`number` in the manner of `mark`: "1." gives "3.", "（一）" "（三）", "①" "③", "(a)" "(c)"; "-" and "" stay."""
    sign = counted(mark)
    return mark.replace(sign, _COUNTERS[sign](number), 1) if sign else mark
