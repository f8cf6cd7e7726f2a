"""Truths: what 对, √, T and their like say."""

from __future__ import annotations

import re

from generator.exchange.interpret.lexers.flat import flat
from generator.kinds.true_false import FALSE, TRUE

_TRUE = TRUE | {"right", "correct", "v", "○", "对的", "正确的"}
_FALSE = FALSE | {"wrong", "incorrect", "x", "╳", "错的", "不对", "不正确", "错误的"}
_WORDS = "|".join(sorted(_TRUE | _FALSE, key=lambda word: (-len(word), word)))
_BEGUN = re.compile(rf"[\[(]?({_WORDS})[\])]?(?=$|[ .。,;:、(-])[ .。,;:、-]*")


def truth_of(words: str) -> bool | None:
    """The truth that words say which say no more, be it in brackets; None for others."""
    bare = flat(words).strip(" \t\n.。;()[]")
    return True if bare in _TRUE else False if bare in _FALSE else None


def truth_at(words: str) -> tuple[bool, int] | None:
    """The truth an answer (flat) begins with, and where it ends."""
    found = _BEGUN.match(words)
    return (found[1] in _TRUE, found.end()) if found else None
