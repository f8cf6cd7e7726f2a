"""Control characters, which no text of a bank may hold."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]|\r\n?")


def clean(text: str) -> str:
    """The text without control characters; of line ends, newlines alone. A text has as many lines as before."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROLS.sub("", _BREAKS.sub(" ", text))


def is_clean(text: str) -> bool:
    return clean(text) == text
