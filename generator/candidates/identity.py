"""Chinese identity numbers: six digits of a place, the date of birth, three digits, a check digit or X."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

_FORM = re.compile(r"[1-9][0-9]{5}((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})[0-9]{3}[0-9Xx]")
_ANYWHERE = re.compile(r"(?<![0-9０-９])[0-9０-９]{17}[0-9０-９XxＸｘ](?![0-9０-９])")
_YOUNGEST = 2019  # year of birth; a later date is that of an exam, in a number of another kind
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"


def masked(number: str) -> str:
    """A Chinese identity number without the date of birth, 110101********1234; any other number as it is.

    One with a wrong check digit is masked too: it is somebody's, mistyped.
    """
    return f"{number[:6]}********{number[14:]}" if is_identity(number) else number


def masked_in(text: str) -> str:
    """A text with every identity number in it masked; no character moves."""
    return _ANYWHERE.sub(lambda found: masked(found[0]), text)


def is_identity(number: str) -> bool:
    """Whether it has the form of an identity number, be the check digit right or wrong."""
    if len(number) != 18:
        return False
    found = _FORM.fullmatch(normalize("NFKC", number))
    if not found or int(found[1]) > _YOUNGEST:
        return False
    try:
        date(*map(int, found.groups()))
    except ValueError:
        return False
    return True


def checks(number: str) -> bool:
    """Whether the check digit of 17 digits and a digit or X is right (GB 11643)."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _CHECKS[total % 11] == number[17].upper()
