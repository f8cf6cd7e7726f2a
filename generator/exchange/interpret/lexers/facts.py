"""Facts a label may state in a word: difficulty, minutes, marks, type, id, source, tags."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.scores import FIGURE, UNIT
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.interpret.lexers.values import han_value

FACTS = ("difficulty", "minutes", "marks", "type", "id", "source", "tags", "category")

_DIFFICULTY = {
    "易": 2, "容易": 2, "简单": 2, "较易": 2, "较容易": 2, "低": 2, "基础": 2, "初级": 2, "很容易": 1, "极易": 1, "非常简单": 1,
    "中": 3, "中等": 3, "适中": 3, "一般": 3, "中级": 3, "难": 4, "较难": 4, "困难": 4, "高": 4, "高级": 4, "偏难": 4,
    "中等偏难": 4,
    "中等偏易": 2, "很难": 5, "极难": 5, "非常难": 5, "较高": 4, "中高": 4, "very easy": 1, "easy": 2, "low": 2, "medium": 3,
    "moderate": 3, "intermediate": 3, "hard": 4, "difficult": 4, "high": 4, "advanced": 4, "very hard": 5, "expert": 5,
    "beginner": 2, "basic": 2, "senior": 4,
}  # fmt: skip
_ESSAYS = ("论述", "论述题", "案例分析", "案例分析题", "面试", "面试题", "essay", "open", "open question")
"""Types of questions whose answers are free."""
_MINUTES = re.compile(
    r"(?:约|大约|about|approx\.?)? ?([0-9]{1,4}|[一二三四五六七八九十]{1,3})(?: ?(?:-|~|至|到"
    r"|to) ?([0-9]{1,4}))? ?(分钟|分|min(?:ute)?s?\.?|'|h(?:our)?s?|小时)(?:钟|以内|之内|内|"
    r"左右)?(?: ?\(.{0,20}\))?[.。]?"
)
_MARKS = re.compile(rf"(?:满分|共|计)? ?({FIGURE}) ?{UNIT}?[.。]?")
_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}")


def fact(kind: str, said: str) -> object | None:
    """What words behind a label of `kind` (one of FACTS) state; None when they state nothing of the kind."""
    words = flat(said).strip()
    if not words or len(words) > 200:
        return None
    if kind == "difficulty":
        return difficulty(words)
    if kind == "minutes":
        found = _MINUTES.fullmatch(words)
        if not found:
            return None
        most = int(found[2]) if found[2] else han_value(found[1])
        minutes = most * 60 if found[3].startswith(("h", "小")) else most
        return minutes if 1 <= minutes <= 1440 else None
    if kind == "marks":
        found = _MARKS.fullmatch(words)
        return Fraction(found[1]) if found else None
    if kind == "type":
        return words if len(words) <= 30 and (type_of(words) or words in _ESSAYS) else None
    if kind == "id":
        return words if _ID.fullmatch(words) else None
    if kind == "category":
        return said.strip() if len(words) <= 40 else None
    return said.strip().rstrip("。") or None


def difficulty(words: str) -> int | None:
    """1 to 5 from a word (易, 中等, hard), stars, n/5 or a coefficient (0.65: the share that solve it)."""
    words = words.strip(" .。()")
    stars = sum(words.count(sign) for sign in "★⭐🌟")
    if stars:
        return min(stars, 5)
    for cut in (words, words.removesuffix("题").removesuffix("度").removesuffix("级")):
        if cut in _DIFFICULTY:
            return _DIFFICULTY[cut]
    found = re.fullmatch(r"([1-5]) ?(?:/ ?5|级|星|分|颗星)?", words)
    if found:
        return int(found[1])
    found = re.fullmatch(r"0?\.([0-9]{1,3})", words)
    if found:
        share = float("0." + found[1])
        return 1 if share >= 0.85 else 2 if share >= 0.7 else 3 if share >= 0.5 else 4 if share >= 0.3 else 5
    return None
