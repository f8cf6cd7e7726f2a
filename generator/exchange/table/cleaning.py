"""What a stranger's cell may hold and no bank may."""

from __future__ import annotations

import re

from generator.exchange.documents import cleaning

_CONTROLS = re.compile("[\x80-\x9f]+")


def cleaned(text: str) -> str:
    """Without control characters but tabs and newlines, and without what is no character."""
    return text if text.isprintable() else "\n".join(map(one_line, text.split("\n")))


def one_line(text: str) -> str:
    """The same in one line."""
    return _CONTROLS.sub(" ", cleaning.one_line(text))
