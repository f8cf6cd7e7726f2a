"""Headings over questions: 一、情景应变题（共5题，每题8分，总分40分）, Part A: Reasoning (5 questions, 8 marks each)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.figures import divide, figures, per_blank, without_figures
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.interpret.words.titles import CASES, FRONT, MATERIAL, NOTE_LABELS, TITLE_ENDS, TYPES

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
    shown: bool = False  # whether brackets or capitals show that it is one


_FRONT = tuple(word for word in FRONT if word not in ("试题", "题库", "试卷"))
_SENTENCE = re.compile(r"[。?!;]|\.(?: |$)")
_MOST = 300
_SIGNS = re.compile("^[\U0001f000-\U0001faff\u2600-\u26ff\u2705-\u27bf\ufe0f\u200d ]+")  # 📊 before a title


def heading_of(words: str, text: str, number: Number | None, level: int, bold: bool) -> Heading | None:
    """The heading a line may be; None for what is surely none. `level` is that of the document's own headings."""
    start = number.end if number else 0
    alone = number is not None and (number.manner == "part" or number.word in (*CASES, "台"))
    if len(words) - start > _MOST or (start >= len(words.rstrip()) and not alone):
        return None
    boxed = _BOXED.fullmatch(words.strip()) if number is None else None
    if boxed:
        words = boxed[1]
        text = text.strip()[1 : 1 + len(words)]
    head = words[start:]
    title_end, note, said = divide(head)
    count, each, total = figures(said)
    instructs = 0
    if number is not None or said or head.startswith(_STATEMENTS):
        instructs = _before_instruction(head[:title_end])
    if instructs and not said:
        note = instructs + 1
    title_end = instructs or title_end
    title = text[start : start + title_end].strip(" 　:：,，-—、").strip()
    title = _SIGNS.sub("", title)
    if (below := _BELOW.match(title)) and type_of(title):
        title = re.split("[,，。]", title[below.end() :])[0]
    title = _RULED.sub("", title)
    title, chosen = _CHOSEN.subn("", title)
    if number and alone and (not title or head.startswith("(")):  # 一面（55min）
        title = text[: number.end].strip(" 　:：,，.、-")
    if (framed := _FRAMED.fullmatch(title)) and not boxed:
        title = framed[1]
    if number is None and not level and len(_SENTENCE.findall(head)) > 1 and not title.endswith("题"):
        return None  # a paragraph that tells how many questions there are
    if not title or (number is None and words.lstrip("[( ").startswith((*_FRONT, *_NOTES))):
        return None
    if boxed and title.startswith(_IN_STEM):
        return None
    if each is None and (valued := _VALUED.fullmatch(title)):
        each = Fraction(valued[1])
    blank = per_blank(said)
    figured = count or each or blank or (total and not _SENTENCE.search(head))
    behind = head[note:] if note else ""
    shown = boxed is not None or (number is None and _in_capitals(title))
    bold = bold or shown
    cost = _cost(head[:title_end], number, level, bold, bool(figured), "" if instructs else behind)
    cost = max(cost - 1.2 * shown, 0.0)
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
            len(without_figures(said)) > 3 or bool(instructs and said) or chosen > 0,
            shown,
        )
    )


_BELOW = re.compile(r"(?:以下|下面|下列)(?:各题)?(?:均|都|全部)?(?:为|是)")  # 以下为单选题
_RULED = re.compile(r"[（(](?=[^（()）]{0,12}[对错])[^（()）]{4,40}分[）)]$")  # （答对加20分，答错扣20分）
_BOXED = re.compile(r"\[([^\[\]:。?!;]{2,24})\]:?")
_CHOSEN = re.compile(
    r" ?[（(](?:(?:pick|choose|select|answer|ask) [^()]{1,40}|(?:从中|任|可)?选(?:做|答|问)?[^（()）]{1,12})[)）]$",
    re.IGNORECASE,
)
_FRAMED = re.compile(r"[【\[]([^【】\[\]]{2,24})[】\]]")  # 【A1型题】（每题2分）
_VALUED = re.compile(r"([0-9]{1,3})分(?:题|值题)")  # 20分题
_NOTES = tuple(f"{word}:" for word in NOTE_LABELS)
_IN_STEM = (*MATERIAL, "图", "表", "示例", "对话")
_STATEMENTS = ("判断题", "是非题")
_LONGEST = 14  # characters a title has at most that instructions follow


_INSTRUCTED = re.compile(r"[:。]|\((?=[^()]{0,40}(?:填|写|打|选|划|涂|√)[^()]{0,40}\))")


def _before_instruction(head: str) -> int:
    """Where a title ends that instructions follow: 判断题：正确的填A，错误的填B. 0 for none."""
    cut = _INSTRUCTED.search(head)
    if cut is None or cut.start() > _LONGEST or not head[cut.end() :].strip():
        return 0
    title = head[: cut.start()].strip()
    return cut.start() if title.endswith("题") and len(head) - cut.end() > len(title) else 0


def _in_capitals(title: str) -> bool:
    """Whether a line of capitals sets itself apart: MUST ASK."""
    letters = [char for char in title if char.isalpha()]
    return len(letters) > 3 and title.isascii() and title.isupper() and len(title.split()) <= 6


def _cost(title: str, number: Number | None, level: int, bold: bool, figured: bool, behind: str) -> float:
    title = title.strip(" :")
    sentence = _SENTENCE.search(title) is not None or title.endswith((",", "、"))
    manner = number.manner if number else ""
    if number and number.word in CASES:
        manner = "case"
    cost = {
        "case": 2.0,
        "一、": 0.6,
        "part": 0.0,
        "(一)": 0.9,
        "I.": 0.8,
        "A.": 2.5,
        "1.": 2.6,
        "1.1": 3.0,
        "": 2.6,
    }.get(manner, 4.0)
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
