"""Where a long word may be parted: at the joints of an identifier, between syllables of English."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LONG = 16  # letters; GB/T and --previous are not long
_JOINT = re.compile(r"(?<=[0-9A-Za-z][/._\-=&?])(?=[0-9A-Za-z])|(?<=://)(?=\w)")
_COMPOUND = re.compile(r"(?<=[A-Za-z]{2}-)(?=[A-Za-z]{2})|(?<=\w[—–])(?=\w)")
_LETTERS = re.compile(r"([^\w]*)([^\W\d_]{5,})((?:’s)?[^\w]*)")

UNITS = frozenset(
    (
        *("%", "‰", "°", "°C", "℃", "nm", "μm", "mm", "cm", "dm", "m", "km", "mg", "g", "kg", "t", "ml"),
        *("mL", "L", "ns", "μs", "ms", "s", "min", "h", "Hz", "kHz", "MHz", "GHz", "V", "kV", "A", "mA"),
        *("W", "kW", "MW", "Ω", "J", "kJ", "Pa", "kPa", "MPa", "K", "mol", "B", "kB", "KB", "MB", "GB"),
        *("TB", "KiB", "MiB", "GiB", "bit", "bps", "Mbps", "Gbps", "px", "pt", "dpi", "dB"),
    )
)
"""Units that stay with the number before them."""


def parted(word: str, chinese: bool) -> list[str]:
    """`word` cut where a line may end inside it without a hyphen."""
    parts = _JOINT.split(word) if len(word) >= _LONG or "://" in word else [word]
    return parts if chinese else [piece for part in parts for piece in _COMPOUND.split(part)]


@lru_cache(maxsize=1)
def _dictionary(language: str) -> Pyphen | None:
    import pyphen

    # The library's plain "en" is British and parts "res-ized".
    name = pyphen.language_fallback("en_US" if language == "en" else language.replace("-", "_"))
    return pyphen.Pyphen(lang=name, left=2, right=3) if name else None


@lru_cache(maxsize=4096)
def hyphenated(word: str, language: str) -> tuple[str, ...]:
    """The syllables of a word, with the marks around it; the word alone where it is not to be parted."""
    dictionary = _dictionary(language)
    match = _LETTERS.fullmatch(word)
    if dictionary is None or match is None:
        return (word,)
    before, letters, after = match.groups()
    first, *others = dictionary.inserted(letters, "\0").split("\0")
    return (*(before + first, *others)[:-1], (others or [before + first])[-1] + after)
