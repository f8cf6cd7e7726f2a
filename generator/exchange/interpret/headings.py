"""Headings over questions: 一、情景应变题（共5题，每题8分，总分40分）, Part A: Reasoning (5 questions, 8 marks each)."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.numerals import han_value
from generator.exchange.interpret.words import FRONT, TITLE_ENDS, TYPES

if TYPE_CHECKING:
    from generator.exchange.interpret.numerals import Number
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


_N = r"([0-9]{1,4}(?:\.[0-9]{1,2})?|[零一二两三四五六七八九十百]{1,5})"
_S = " {0,3}"
_COUNT = re.compile(
    rf"(?:共有?|计|包括|包含|含|有){_S}:?{_S}{_N}{_S}(?:个|道)?(?:小|大)?(?:题|道|问题)(?!目?中"
    rf")|(?<![-~至到0-9.第一二三四五六七八九十]){_N}{_S}(?:道|个)?(?:小|大)?题"
    rf"|{_N}{_S}(?:questions|question|items)\b"
)
_EACH = re.compile(
    rf"每{_S}(?:小|道|个|大)?{_S}(?:小)?(?:题|道){_S}(?:各|为|:)?{_S}{_N}{_S}分|(?:各|均为){_S}{_N}{_S}分"
    rf"|{_N}{_S}分{_S}(?:/|每|一){_S}(?:小|道)?(?:题|道)"
    rf"|{_N}{_S}(?:marks?|points?|pts){_S}(?:each|per question|apiece|/ ?question)|(?:worth|each){_S}{_N}{_S}(?:marks?|"
    rf"points?|pts)"
)
_SPAN = re.compile(rf"第?{_S}([0-9]{{1,3}}){_S}(?:-{{1,2}}|~|至|到){_S}第?([0-9]{{1,3}}){_S}(?:小|道)?题")
_TIMES = re.compile(
    rf"(?<![0-9.]){_N}{_S}(分)?(?:道?题)?{_S}[x×*]{_S}{_N}{_S}(?:分|题|marks?)?(?:{_S}={_S}{_N}{_S}(?:分|marks?)?)?"
)
_PER_BLANK = re.compile(
    rf"每{_S}(?:个)?空{_S}:?{_S}{_N}{_S}分|{_N}{_S}分{_S}(?:/|每){_S}空|{_N}{_S}(?:marks?|points?) (?:per|for each) blank"
)
_TOTAL = re.compile(
    rf"(?:总分|总计|合计|共计|满分|分值|总共|本题共|本大题共|大题|小计|共|计)(?:值|数|为)?{_S}:?{_S}{_N}{_S}分"
    rf"(?!钟)|(?:^|[(,;，；]){_S}{_N}{_S}分{_S}(?=[),;，；。]|$)"
    rf"|{_N}{_S}(?:marks?|points?){_S}(?:in total|total|altogether)|(?:total|totaling|totalling)(?: "
    rf"of)?{_S}:?{_S}{_N}(?:{_S}(?:marks?|points?))?"
    rf"|(?:^|[(,;]){_S}{_N}{_S}(?:marks|points){_S}(?=[),;.]|$)"
)
_BRACKET = re.compile(r"\(([^()]{1,200})\)|\[([^\[\]]{1,200})\]")
_FRONT = tuple(word for word in FRONT if word not in ("试题", "题库", "试卷"))
_SENTENCE = re.compile(r"[。?!;]|\.(?: |$)")
_CUT = re.compile(
    r"[:。,;]|\.(?= )|(?<=\S) - | {2,}|(?=本大?题共)|(?=共 ?[0-9一二两三四五六七八九十]+ ?(?:小"
    r"|道)?题)|(?=每(?:小)?题 ?[0-9])"
)
_MOST = 300
_SIGNS = re.compile("^[\U0001f000-\U0001faff\u2600-\u26ff\u2705-\u27bf\ufe0f\u200d ]+")  # 📊 before a title


def _number(found: re.Match[str] | None) -> Fraction | None:
    if found is None:
        return None
    for written in found.groups():
        if written and written != "分":
            return Fraction(written) if written[0].isdigit() else Fraction(han_value(written))
    return None


def heading_of(words: str, text: str, number: Number | None, level: int, bold: bool) -> Heading | None:
    """The heading a line may be; None for what is surely none. `level` is that of the document's own headings."""
    start = number.end if number else 0
    if len(words) - start > _MOST or (
        start >= len(words.rstrip()) and not (number and number.manner == "part")
    ):
        return None
    head = words[start:]
    title_end, note, said = _divide(head)
    count, each, total = _figures(said)
    title = text[start : start + title_end].strip(" 　:：,，-—、").strip()
    title = _SIGNS.sub("", title)
    if not title and number and number.manner == "part":
        title = text[: number.end].strip(" 　:：,，.、-")
    if not title or (number is None and words.lstrip("[( ").startswith(_FRONT)):
        return None
    blank = _number(_PER_BLANK.search(said))
    figured = count or each or blank or (total and not _SENTENCE.search(head))
    behind = head[note:] if note else ""
    cost = _cost(words, head[:title_end], number, level, bold, bool(figured), behind)
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
            len(_without_figures(said)) > 3,
        )
    )


def _divide(head: str) -> tuple[int, int, str]:
    """Where the title ends, where a note begins behind the figures (0: none), and the words with the figures."""
    for bracket in _BRACKET.finditer(head):
        inner = bracket[1] or bracket[2]
        if _says_figures(inner):
            tail = head[bracket.end() :]
            rest = len(tail) - len(tail.lstrip(" :。,.-"))
            note = bracket.end() + rest if tail.strip(" :。,.-") else 0
            if note and _says_figures(tail) and not _without_figures(tail):
                return bracket.start(), 0, inner + ";" + tail
            return bracket.start(), note, inner
    cut = _CUT.search(head)
    if cut and _says_figures(head[cut.start() :]):
        tail = head[cut.start() :]
        stop = _end_of_figures(tail)
        note = cut.start() + stop if tail[stop:].strip() else 0
        return cut.start(), note, tail[:stop]
    return len(head.rstrip()), 0, ""


def _says_figures(words: str) -> bool:
    return bool(
        _COUNT.search(words)
        or _EACH.search(words)
        or _TOTAL.search(words)
        or _TIMES.search(words)
        or _SPAN.search(words)
        or _PER_BLANK.search(words)
    )


def _without_figures(words: str) -> str:
    for pattern in (_TIMES, _EACH, _PER_BLANK, _SPAN, _TOTAL, _COUNT):
        words = pattern.sub("", words)
    return words.strip(" ()[],;:.。、")


def _end_of_figures(tail: str) -> int:
    last = max(
        (f.end() for p in (_COUNT, _EACH, _TOTAL, _TIMES, _PER_BLANK) for f in p.finditer(tail)), default=0
    )
    while last < len(tail) and tail[last] in " ).,;:。])":
        last += 1
    return last


def _figures(said: str) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    times = _TIMES.search(said)
    if times:
        first, of_marks, second, total = times.groups()
        count, each = (second, first) if of_marks else (first, second)
        if "每" not in said and all(v and v[0].isdigit() for v in (count, each)):
            return Fraction(count), Fraction(each), Fraction(total) if total else None
    each = _number(_EACH.search(said))
    span = _SPAN.search(said)
    rest = _EACH.sub(";", _SPAN.sub(";", said))
    count, total = _number(_COUNT.search(rest)), _number(_TOTAL.search(rest))
    if count is None and span:
        count = Fraction(max(int(span[2]) - int(span[1]) + 1, 0))
    if not count and each and total and (total / each).denominator == 1:
        count = total / each
    return count, each, total


def _cost(
    flat: str, title: str, number: Number | None, level: int, bold: bool, figured: bool, behind: str
) -> float:
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


def type_of(words: str) -> str:
    """The type of question that words of a title or a label name; "" for none, "choice" for either of two."""
    low = flat(words).strip()
    low = low if low.isascii() else low.replace(" ", "")
    low += "题" * (low in ("判断", "填空", "简答", "选择", "是非", "编程", "排序"))
    return next((name for word, name in TYPES if word in low), "")
