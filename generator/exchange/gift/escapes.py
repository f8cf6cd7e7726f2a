"""Characters that mean something in GIFT, and how they are written where they mean nothing."""

from __future__ import annotations

import re

_SIGNS = ":#={}~"
_HIDDEN = {sign: chr(0xFDD0 + index) for index, sign in enumerate(_SIGNS)}
NEWLINE = chr(0xFDD0 + len(_SIGNS))  # one that was written as \n
_SHOWN = str.maketrans({hidden: sign for sign, hidden in _HIDDEN.items()})
_ESCAPE = re.compile(r"\\([:#={}~\\n])")
_SPECIAL = re.compile(r"[\\:#={}~\n]")


def hide(text: str) -> str:
    """The text with noncharacters for escaped signs, which no text has otherwise."""
    return _ESCAPE.sub(lambda found: _hidden(found[1]), text) if "\\" in text else text


def _hidden(sign: str) -> str:
    if sign == "\\":
        return "\\"
    return NEWLINE if sign == "n" else _HIDDEN[sign]


def show(text: str) -> str:
    """Hidden signs as they are; `NEWLINE` stays."""
    return text.translate(_SHOWN)


def one_line(text: str) -> str:
    """What a name or a path says: hidden signs as they are, a newline as a space."""
    return show(text).replace(NEWLINE, " ")


def escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else "\\" + found[0], text)
