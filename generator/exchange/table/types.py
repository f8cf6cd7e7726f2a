"""Types and truths as a cell of a table says them."""

from __future__ import annotations

from generator.exchange.interpret.flat import flat
from generator.kinds import NAMES
from generator.kinds.true_false import FALSE, TRUE

TYPES = {
    "essay": "论述题",
    "short_answer": "简答题",
    "single_choice": "单选题",
    "multiple_choice": "多选题",
    "true_false": "判断题",
    "fill_blank": "填空题",
}
"""What each type is called in a Chinese table; in an English one it keeps its name."""

_BY_WORDS = {words: name for name, words in TYPES.items()} | {name.replace("_", ""): name for name in NAMES}
_TRUE = TRUE | {"right", "correct", "v", "对的", "正确的", "○"}
_FALSE = FALSE | {"wrong", "incorrect", "x", "错的", "不对", "不正确", "错误的", "╳"}


def type_words(name: str, column: int) -> str:
    """A type as a table calls it; `column` is 0 for Chinese and 1 for English."""
    return name if column else TYPES[name]


def said_type(words: str) -> str:
    """The type our own tables call so; empty for others."""
    bare = "".join(sign for sign in flat(words) if sign.isalnum())
    return _BY_WORDS.get(bare, "")


def truth_of(words: str) -> bool | None:
    """What 对, √, T or their like say; None for other words."""
    bare = flat(words).strip(" \t\n.。;()[]")
    return True if bare in _TRUE else False if bare in _FALSE else None
