"""Types of questions, by the words that name them: 单选题, true or false."""

from __future__ import annotations

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.words.titles import TYPES

CHOICES = ("single_choice", "multiple_choice")
LETTERED = (*CHOICES, "choice", "true_false")
"""Types a letter may answer; "choice" is one or the other."""


def type_of(words: str) -> str:
    """The type of question that words of a title or a label name; "" for none, "choice" for either of two."""
    low = flat(words).strip()
    low = low if low.isascii() else low.replace(" ", "")
    low += "题" * (low in ("判断", "填空", "简答", "问答", "选择", "是非", "编程", "排序"))
    return next((name for word, name in TYPES if word in low), "")


def names_type(title: str) -> bool:
    """Whether a title is the name of a type and no more: 填空题, 单项选择"""
    low = flat(title).replace(" ", "").removesuffix("题")
    return any(low == word.removesuffix("题") for word, _ in TYPES)
