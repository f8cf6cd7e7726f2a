"""Colours of words: those that set words apart from the black of a text, as rrggbb; "" for none."""

from __future__ import annotations

import re
from typing import NamedTuple

_NAMED = {
    "red": "ff0000", "darkred": "800000", "blue": "0000ff", "darkblue": "000080", "green": "00ff00", "lime": "00ff00",
    "darkgreen": "008000", "yellow": "ffff00", "darkyellow": "808000", "gold": "ffd700", "orange": "ffa500",
    "cyan": "00ffff", "aqua": "00ffff", "darkcyan": "008080", "magenta": "ff00ff", "fuchsia": "ff00ff",
    "darkmagenta": "800080", "purple": "800080", "pink": "ffc0cb", "crimson": "dc143c", "maroon": "800000",
}  # fmt: skip
_HEX = re.compile(r"#?([0-9a-f]{6}|[0-9a-f]{3})")
_RGB = re.compile(r"rgba?\(([0-9]{1,3}),([0-9]{1,3}),([0-9]{1,3})\b")
_HUE = 0x50  # how far apart the channels of a colour are that is no grey


class Colours(NamedTuple):
    """The colour of the letters and that of what is behind them."""

    letters: str = ""
    behind: str = ""


def colour(written: str) -> str:
    """A colour as Word or CSS writes it; empty for black, white, grey and what is no colour."""
    low = written.lower().replace(" ", "")
    plain = _HEX.fullmatch(low)
    parts = _RGB.match(low)
    if plain:
        digits = plain[1] if len(plain[1]) == 6 else "".join(char * 2 for char in plain[1])
    elif parts:
        digits = "".join(f"{min(int(part), 255):02x}" for part in parts.groups())
    else:
        digits = _NAMED.get(low, "")
    channels = [int(digits[at : at + 2], 16) for at in (0, 2, 4)] if digits else [0]
    return digits if max(channels) - min(channels) >= _HUE else ""
