"""Names that a text lists: 沟通表达、应变能力."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_SPLIT = re.compile(
    r"[、，,；;/|｜／]+|\s{2,}|[①-⑳]|(?:^|(?<=\s))[-•·*]\s*|(?:(?<=[\u3000-\u9fff）)])\s+(?=[\u4e00-\u9fff]))"
)
_LEADING = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）.．、]|[-•·*●])\s*")


def _names(text: str) -> Iterator[str]:
    text = text.strip().rstrip("。.；;）)】]" if not ("（" in text or "(" in text) else "。.；;")
    for part in _SPLIT.split(text):
        name = _LEADING.sub("", part).strip(" 　。.")
        if name:
            yield name


def names(texts: Iterable[str]) -> tuple[str, ...]:
    """The names texts list, each once: 沟通表达、应变能力, or one a line."""
    return tuple(dict.fromkeys(name for text in texts for name in _names(text)))
