"""Headings over questions: 一、情景应变题（共5题，每题8分，总分40分）, Part A: Reasoning (5 questions, 8 marks each)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.figures import divide, figures, per_blank, without_figures
from generator.exchange.interpret.words.titles import FRONT, TITLE_ENDS, TYPES

if TYPE_CHECKING:
    from generator.exchange.interpret.lexers.numerals import Number
    from generator.model.question import Marks


class Heading(NamedTuple):
    """What a heading says of its section. `note` is where further words begin behind it (0: none).

    `cost` is how unlike a heading the line is: 0 for one that counts its questions, 5 for what reads like a question.
    """

    title: str
    count: int  # type: ignore[assignment]  # nobody asks a heading for tuple.count
    each: Marks | None
    total: Marks | None
    note: int
    cost: float
    blank: Marks | None = None  # of each blank: 每空2分
    aside: bool = False  # whether its figures stand among other words


_FRONT = tuple(word for word in FRONT if word not in ("试题", "题库", "试卷"))
_SENTENCE = re.compile(r"[。?!;]|\.(?: |$)")
_MOST = 300
_SIGNS = re.compile("^[\U0001f000-\U0001faff\u2600-\u26ff\u2705-\u27bf\ufe0f\u200d ]+")  # 📊 before a title


def heading_of(words: str, text: str, number: Number | None, level: int, bold: bool) -> Heading | None:
    """The heading a line may be; None for what is surely none. `level` is that of the document's own headings."""
    start = number.end if number else 0
    if len(words) - start > _MOST or (
        start >= len(words.rstrip()) and not (number and number.manner == "part")
    ):
        return None
    head = words[start:]
    title_end, note, said = divide(head)
    count, each, total = figures(said)
    title = text[start : start + title_end].strip(" 　:：,，-—、").strip()
    title = _SIGNS.sub("", title)
    if not title and number and number.manner == "part":
        title = text[: number.end].strip(" 　:：,，.、-")
    if not title or (number is None and words.lstrip("[( ").startswith(_FRONT)):
        return None
    blank = per_blank(said)
    figured = count or each or blank or (total and not _SENTENCE.search(head))
    behind = head[note:] if note else ""
    cost = _cost(head[:title_end], number, level, bold, bool(figured), behind)
    return (
        None
        if cost > 5
        else Heading(
            title,
            int(count or 0),
            each,
            total,
            start + note if note else 0,
            cost,
            blank,
            len(without_figures(said)) > 3,
        )
    )


def _cost(title: str, number: Number | None, level: int, bold: bool, figured: bool, behind: str) -> float:
    title = title.strip(" :")
    sentence = _SENTENCE.search(title) is not None or title.endswith((",", "、"))
    manner = number.manner if number else ""
    cost = {"一、": 0.6, "part": 0.0, "(一)": 0.9, "I.": 0.8, "A.": 2.5, "1.": 2.6, "1.1": 3.0, "": 2.6}.get(
        manner, 4.0
    )
    if number and number.weak:
        cost += 0.8
    if figured:
        cost -= 2.6
    elif any(word in title for word, _ in TYPES) and len(title) <= 14:
        cost -= 1.8
    elif title.endswith(TITLE_ENDS):
        cost -= 0.5
    if level:
        cost -= 2.2
    elif bold:
        cost -= 1.0
    if sentence:
        cost += 3.0
    length = len(title) if not title.isascii() else len(title) // 2
    if length > 18:
        cost += min((length - 18) / 8, 3.0)
    if not manner and not (figured or level) and not any(word in title for word, _ in TYPES):
        cost += 1.5
    if behind and not figured:
        cost += 2.0
    return max(cost, 0.0)
