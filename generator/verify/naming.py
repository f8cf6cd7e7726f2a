"""Whether the file of a room and session is named for them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 40  # characters of a name that surely stands whole in that of a file

Sitting = tuple[str, str, str]  # room, date, session


def lacking(path: str, sitting: Sitting, everyone: Iterable[Sitting]) -> str:
    """What the path should say of the sitting and does not: its room; date and session where the room has several."""
    alike = {other for other in everyone if other[0] == sitting[0]}
    several = [len({other[k] for other in alike}) > 1 for k in range(3)]
    named = [value for k, value in enumerate(sitting) if k == 0 or several[k]]
    return next((value for value in named if _is_plain(value) and not _says(path, value)), "")


def _is_plain(value: str) -> bool:
    """Whether it can stand in the name of a file as it is."""
    return value.isalnum() and len(value) <= _LONGEST


def _says(path: str, value: str) -> bool:
    return re.search(rf"(?<!\d){re.escape(_folded(value))}(?!\d)", _folded(path)) is not None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
