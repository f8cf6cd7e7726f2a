"""The formats in which Word counts, as far as Chinese and English documents use them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.numbering import chinese, circled, letters, numbered, roman

if TYPE_CHECKING:
    from collections.abc import Callable

_ORDINALS = {1: "st", 2: "nd", 3: "rd"}
_ZODIAC = "子丑寅卯辰巳午未申酉戌亥"
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_MAX = 9999  # what can be written in Chinese; Word's own limit is 32767


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else _ORDINALS.get(number % 10, 'th')}"


def _fullstop(number: int) -> str:
    return chr(0x2488 + number - 1) if number <= 20 else f"{number}."


def _repeated(number: int) -> str:
    """Word counts A … Z, AA, BB, …, not AA, AB as a sheet does."""
    return letters((number - 1) % 26 + 1) * min((number - 1) // 26 + 1, 20)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate(_WIDE),
    "decimalFullWidth2": lambda number: str(number).translate(_WIDE),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": _fullstop,
    "decimalEnclosedParen": lambda number: numbered("⑴", number),
    "numberInDash": lambda number: f"- {number} -",
    "ordinal": _ordinal,
    "upperLetter": _repeated,
    "lowerLetter": lambda number: _repeated(number).lower(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "ideographDigital": lambda number: str(number).translate(_DIGITS),
    "japaneseDigitalTenThousand": lambda number: str(number).translate(_DIGITS),
    "taiwaneseDigital": lambda number: str(number).translate(_DIGITS),
    "chineseLegalSimplified": lambda number: numbered("壹", number),
    "ideographLegalTraditional": lambda number: numbered("壹", number),
    "ideographTraditional": lambda number: numbered("甲", number),
    "ideographZodiac": lambda number: _ZODIAC[(number - 1) % len(_ZODIAC)],
    "ideographEnclosedCircle": lambda number: numbered("㈠", number),
    "none": lambda _: "",
}


def counted(number: int, form: str) -> str:
    """`number` in a format of Word's, in digits where the format is none of these."""
    return _FORMATS.get(form, str)(number) if 0 < number <= _MAX else str(number)
