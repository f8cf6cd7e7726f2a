"""What a name or number at fault was probably meant to be. Used only when there is a fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Collection


def nearest_name(name: str, known: Collection[str]) -> str:
    """The known name that `name` is most like; empty when none is near."""
    from difflib import get_close_matches

    folded = normalize("NFKC", name).strip().lower()[:100]
    candidates = {candidate.lower(): candidate for candidate in sorted(known)}
    for name_like in (folded, folded.replace("-", "_").replace(" ", "_")):
        if name_like in candidates:
            return candidates[name_like]
    found = get_close_matches(folded, list(candidates), 1, 0.6)
    return candidates[found[0]] if found else ""


def mended_identifier(value: str) -> str:
    """An identifier as near to `value` as can be; empty when nothing of it would be left."""
    folded = normalize("NFKC", value).strip().lower()[:100]
    if not folded.isascii():
        return ""
    return re.sub(r"[^a-z0-9._-]+", "-", folded).strip("-._")


def plain_digits(value: str) -> str:
    """Full-width digits, points and signs as plain ones."""
    return normalize("NFKC", value).replace("。", ".").strip()
