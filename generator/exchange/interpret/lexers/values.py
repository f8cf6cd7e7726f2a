"""Values of numbers as they are written: 十二, 12, xii."""

from __future__ import annotations

HAN = "零〇一二三四五六七八九十百两"
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_ROMAN = {"i": 1, "v": 5, "x": 10}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾", "一二三四五六七八九十")
_SIGNS = (
    ("①", 20, 1, "①"), ("㉑", 15, 21, "①"), ("㊱", 15, 36, "①"), ("⑴", 20, 1, "(1)"), ("⒈", 20, 1, "1."),
    ("❶", 10, 1, "①"), ("➀", 10, 1, "①"), ("➊", 10, 1, "①"), ("㈠", 10, 1, "(一)"),
)  # fmt: skip
"""Of each series of signs the first, how many there are, the value of the first, and the manner they count in."""


def circle_value(sign: str) -> tuple[str, int] | None:
    """The manner and the value of a sign that is a whole number: ① ⑴ ⒈ ㈠; None for none."""
    for first, many, value, manner in _SIGNS:
        if ord(first) <= ord(sign) < ord(first) + many:
            return manner, ord(sign) - ord(first) + value
    return None


def formal_value(written: str) -> int:
    """The value of a number in the characters of banks: 壹, 拾贰."""
    return han_value(written.translate(_FORMAL))


def han_value(written: str) -> int:
    """The value of a Chinese or an Arabic number below 1000; 0 for none."""
    if written.isascii():
        return int(written) if written.isdigit() and len(written) < 7 else 0
    total, digit = 0, 0
    for sign in written:
        if sign in _DIGITS:
            digit = digit * 10 + _DIGITS[sign]  # 二三 as digits, too
        else:
            total, digit = total + (digit or 1) * (10 if sign == "十" else 100), 0
    return total + digit


def roman_value(written: str) -> int:
    """The value of a Roman number below 40, in small letters."""
    values = [_ROMAN[sign] for sign in written]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
