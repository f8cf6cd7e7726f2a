"""Types as a cell of a table says them."""

from __future__ import annotations

import re

from generator.exchange.interpret.lexers.flat import flat
from generator.kinds import NAMES

TYPES = {
    "essay": "论述题",
    "short_answer": "简答题",
    "single_choice": "单选题",
    "multiple_choice": "多选题",
    "true_false": "判断题",
    "fill_blank": "填空题",
}
"""What each type is called in a Chinese table; in an English one it keeps its name."""

_MORE = {  # as people call them, where a column or a bracket says the type and nothing else
    "essay": "论述 问答 问答题 案例 案例题 案例分析 案例分析题 主观 主观题 开放题 开放式"
    " openended openquestion freetext longanswer",
    "short_answer": "简答 简述 简述题 shorttext",
    "single_choice": "单选 单项选择 单项选择题 singleanswer",
    "multiple_choice": "多选 可多选 多项选择 多项选择题 不定项 不定项选择 不定项选择题 multipleanswer multipleanswers multiselect"
    " selectallthatapply",
    "true_false": "判断 是非 是非题 truefalse tf",
    "fill_blank": "填空 fillin fillintheblank fillintheblanks blank",
    "choice": "选择 选择题 mcq",
}
_BY_WORDS = (
    {word: name for name, words in _MORE.items() for word in words.split()}
    | {words: name for name, words in TYPES.items()}
    | {name.replace("_", ""): name for name in NAMES}
)
_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,24})[)\]]")
_ENDS = 40  # characters of a stem, at either end, in which a type may stand in brackets


def type_words(name: str, column: int) -> str:
    """A type as a table calls it; `column` is 0 for Chinese and 1 for English."""
    return name if column else TYPES[name]


def said_type(words: str) -> str:
    """The type that a table calls so, "choice" for either of two; empty for others."""
    bare = "".join(sign for sign in flat(words) if sign.isalnum())
    return _BY_WORDS.get(bare, "")


def said_in_stem(stem: str) -> str:
    """The type that a stem names in brackets: （多选）; empty for none."""
    ends = stem if len(stem) <= 2 * _ENDS else f"{stem[:_ENDS]}\n{stem[-_ENDS:]}"
    return next(filter(None, (said_type(found[1]) for found in _BRACKETS.finditer(flat(ends)))), "")
