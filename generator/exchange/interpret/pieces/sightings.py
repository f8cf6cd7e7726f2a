"""Sightings: what each piece of a document may be, judged by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.entries import Entries, Span, entries_of, series_of
from generator.exchange.interpret.lexers.headings import Heading, heading_of
from generator.exchange.interpret.lexers.labels import Label, label_at
from generator.exchange.interpret.lexers.numerals import SECTIONS, Number, number_at
from generator.exchange.interpret.words.labels import LABELS

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.piece import Piece


class Sighting(NamedTuple):
    """What a piece may be: its number, the label behind that (or at its beginning), the heading, entries of a key.

    `key` is the cost of reading it as the heading of a key (None: it is none). `asks` says how much it reads like a
    question, `bold` whether all of it is. `body` is where the text begins behind number and label.
    """

    piece: Piece
    number: Number | None = None
    label: Label | None = None
    heading: Heading | None = None
    entries: Entries | None = None
    key: float | None = None
    asks: float = 0.0
    bold: bool = False
    body: int = 0
    run: tuple[tuple[str, int], ...] = ()  # the list that begins right behind the label or number: 答案：1.…
    series: tuple[
        Span, ...
    ] = ()  # answers in words that may be those of several questions: 1. 甲骨文  2. 仁；墨子

    @property
    def answered(self) -> tuple[int, ...]:
        """The numbers of the questions that a line of a key may answer, several of them."""
        if self.entries is not None:
            return tuple(number for number, _ in self.entries.answers)
        return tuple(span.number for span in self.series)

    @property
    def counted_label(self) -> bool:
        """Whether the label has a number before it, as a point or an entry of a key has: 1. 分析：…"""
        return self.number is not None and self.number.manner in COUNTED


_NO_HEADING = frozenset(LABELS) - {"answer", "umbrella", "scheme", "category"}
_FIRST_ENTRY = re.compile(r"[ :).]{1,3}(?=\(?[0-9]{1,3} ?(?:[-.、~:)]))")
COUNTED = frozenset(("1.", "1)", "(1)", "①", "1.1", "[1]", "第1题", "a.", "A.", "i."))

_KEY = re.compile(
    r"(?:附件?[一二三1-3]?[:.、]? ?|\[|\()?[^。?!;:]{0,24}?(?:参考答案|标准答案|试题答案|答案"
r"|解答)(?:部分|汇总|集)?(?:(?:及|与|和|、|/)?(?:评分(?:标准|细则|要点|参考|说明)|解析|详"
r"解|解析部分|答题要点|评分参考))*"
    r"(?:部分|一览|速查|对照表|表)?(?:\]|\))?(?: ?\([^()]{0,20}\))? *[:.]?"
    r"|(?:the )?(?:answer key|answers?|answers and explanations|answers? & explanations?|answer "
r"keys?|key|solutions?|answer sheet|model answers?|suggested answers?|mark(?:ing)? scheme|answers "
r"and (?:analysis|rationales?|marking notes))(?: \([^()]{0,30}\))? *[:.]?"
)  # fmt: skip
_FREE_KEY = re.compile(
    r"[^。?!;:]{0,16}(?:答案|解答)[^。?!;:]{0,24}[.:。]?"
    r"|(?:the |suggested |model |sample )?(?:answers?(?: (?:key|sheet|section|page))?|key|solutions?|mark(?:ing)? scheme)"
    r"(?![a-z])[^?.!;]{0,40}[.:]?"
)
"""The heading of a key in words of its own: 以下为参考答案，请勿外传"""
_TELLS = re.compile(
    r"[写填涂选作没无未个一交誊抄]|唯一|多种|不止|对应|得分|什么|如何"
    r"|\b(?:must|should|writ|questions?|each|your|candidates?|only one)\b"
)
"""Words of a sentence about answers, which stands over none."""
_RULES = " -=*_~★☆※◆■━─═—"
_ASKS = re.compile(
    r"[?]|(?:请|如何|怎么|怎样|为什么|什么|哪些|哪个|吗|谈谈|简述|论述|试述|分析|说明|describe|explain|how|what|why|tell me)"
)
_ENDS_LIKE_ITEM = re.compile(r"[;,]$")


def sighting_of(piece: Piece) -> Sighting:
    if piece.blank or piece.line.role in ("table", "code"):
        return Sighting(piece)
    text, line = piece.flat, piece.line
    number = number_at(text, piece.text)
    begin = number.end if number else 0
    bolds = [mark for mark in line.marks if mark.kind == "strong"]
    emphasised = next(
        (m.end - piece.start for m in bolds if m.start - piece.start <= begin < m.end - piece.start), 0
    )
    bold = (
        sum(min(m.end, piece.stop) - max(m.start, piece.start) for m in bolds if m.end > piece.start)
        >= len(text) * 0.9
    )
    leaning = next((m.end - piece.start for m in line.marks
                    if m.kind == "emphasis" and m.start - piece.start <= begin < m.end - piece.start), 0)  # fmt: skip
    apart = min(emphasised or leaning, len(text))
    label = label_at(text, begin, emphasised=min(emphasised, len(text)))
    if label and begin < apart <= label.end < len(text) and text[begin:apart].strip(" :*"):
        label = label._replace(boxed=True)  # **Why:** …, *Why:* …
    if label and label.kind == "levels" and label.alone and len(text) > 12:
        label = None
    body = label.end if label else begin
    heading = None
    headed = number is not None and number.manner in SECTIONS
    if len(text) < 400 and not (
        label and not headed and (label.kind in _NO_HEADING or text[label.end :].strip()) and not line.heading
    ):
        heading = heading_of(text, piece.text, number, line.heading, bold)
    key = _key_cost(text[begin:], number, line.heading, bold, label)
    entries = entries_of(text, 0) or (entries_of(text, body) if body else None)
    if number is not None and number.manner in SECTIONS:
        if entries is not None and (heading is None or heading.cost > 0.5):
            heading = Heading("", 0, None, None, 0, 0.5)
        elif heading is None and begin >= len(text) and piece.stop < len(line.text):
            heading = Heading("", 0, None, None, 0, 0.5)  # cut from before its first question
        elif entries is None and (first := _FIRST_ENTRY.search(text, begin)):
            entries = entries_of(text, first.end())
    if (
        label is None
        and entries is None
        and (lead := text.find(":", 0, 60) + 1)
        and _KEY.fullmatch(text[:lead].strip())
    ):
        entries, body = entries_of(text, lead), lead
        key = 0.4 if entries is not None else key
    asks = _asks(text[body:]) if number or line.heading or bold else _asks(text)
    run: tuple[tuple[str, int], ...] = ()
    if 0 < body < len(text) and entries is None:
        behind = number_at(text, piece.text, body)
        if behind is not None and not behind.weak and behind.value == 1 and behind.manner not in ("A.", "a."):
            run = ((behind.manner, 1),)
    answers = label is None or label.kind in ("answer", "umbrella", "points")
    series = _series(piece, number, body) if entries is None and answers else ()
    return Sighting(piece, number, label, heading, entries, key, asks, bold, body, run, series)


def _series(piece: Piece, number: Number | None, body: int) -> tuple[Span, ...]:
    """The answers in words of a line that counts several, from its own number or from one behind its label."""
    if number is not None and number.manner in _SERIES:
        return series_of(piece.flat, body, number.value)
    if number is not None or not body:
        return ()
    first = number_at(piece.flat, piece.text, body)
    return series_of(piece.flat, first.end, first.value) if first and first.manner in _SERIES else ()


_SERIES = ("1.", "1)", "(1)")


def _asks(words: str) -> float:
    if words.endswith("?") or words[-40:].rstrip(" ()0-9分_").endswith("?"):
        return 1.0
    if _ENDS_LIKE_ITEM.search(words):
        return -1.0
    return 0.4 if _ASKS.search(words[:400]) else 0.0


def _key_cost(words: str, number: Number | None, level: int, bold: bool, label: Label | None) -> float | None:
    """How unlike the heading of a key a line is; None for none."""
    if (
        label is not None
        and label.kind in ("answer", "umbrella", "points")
        and not words[label.end - (number.end if number else 0) :].strip()
    ):
        cost = 1.0 if label.number == 0 else 4.0
        if words.rstrip().endswith(":"):
            cost += 0.3
    elif len(words) <= 80 and _KEY.fullmatch(words.strip(" -=*_~")):
        cost = 0.4
    elif len(words) <= 60 and _FREE_KEY.fullmatch(words.strip(_RULES)) and not _TELLS.search(words):
        cost = 1.0
    else:
        return None
    if number and number.manner not in (*SECTIONS, "A."):
        cost += 3.0
    return max(cost - 0.6 * bool(level) - 0.2 * bold, 0.0)
