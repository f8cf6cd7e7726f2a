"""Characters that no line may hold, whatever the format it came from."""

from __future__ import annotations

import re

_SPACES = re.compile("[\r\n\x0b\x0c\u2028\u2029]+")
_NEVER = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def one_line(text: str) -> str:
    """The text without line ends, control characters but tabs, and what is no character.

    U+0080 to U+009F stay: in text that was read in a wrong encoding they are halves of letters.
    """
    if text.isprintable():
        return text
    return _NEVER.sub("", _SPACES.sub(" ", text))
