"""Forms dealt out to seats, so that neighbours differ. What one gets depends on one's own row alone."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b
from string import ascii_uppercase
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.candidates import Candidate

LETTERS = ascii_uppercase
_PART = re.compile(r"\d+|[A-Za-z]")
_AROUND = re.compile(r"^(试卷|卷|FORM|PAPER)\s*|\s*[卷型]+$")  # a letter
_DIGITS = 300  # the last of a number, in which neighbours differ; int() refuses thousands


def letter_of(candidate: Candidate, forms: int) -> str:
    """The letter of a candidate's form among so many.

    Seats 1, 2, 3 … take the letters in turn; of a seat with row and place (3排5座, B07) both count, so that those before
    and behind differ too. Without a seat it is as good as random.
    """
    seat = unicodedata.normalize("NFKC", candidate.seat).upper()
    parts = _PART.findall(seat)
    if parts:
        place = sum(int(part[-_DIGITS:]) if part.isdigit() else ord(part) for part in parts) - 1
    else:
        place = int.from_bytes(blake2b(candidate.id.encode(), digest_size=4).digest(), "big")
    return LETTERS[place % forms]


def letter_meant(said: str) -> str:
    """The letter that a list says, as in A, b, Ａ卷 or Form A."""
    return _AROUND.sub("", unicodedata.normalize("NFKC", said).strip().upper())
