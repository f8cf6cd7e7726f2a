"""Numbers at the beginning of a line: 1. （1） ① 一、 第1题 Q1: Part A, each with its manner, its value and where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from generator.exchange.interpret.lexers.values import HAN, circle_value, formal_value, han_value, roman_value
from generator.exchange.interpret.words.titles import UNITS

if TYPE_CHECKING:
    from collections.abc import Callable


class Number(NamedTuple):
    """A number a line begins with.

    `manner` tells numberings apart: "1." (also 1、 and 1．), "1)", "(1)", "①", "一、", "(一)", "第1题", "part" (第一部分,
    Part A), "A.", "a.", "I.", "-" (bullets; value 0). `end` is where the text behind it begins. `weak` is a number
    that may as well be the beginning of a sentence (2 people, 1.5). The `word` of "1.1" is the number of its chapter.
    """

    manner: str
    value: int
    end: int
    weak: bool = False
    word: str = ""


SECTIONS = ("一、", "part", "(一)", "I.")
"""The manners in which the headings over questions are numbered."""
_UNIT = "|".join(UNITS)
_N = rf"(?:[0-9]{{1,3}}|[{HAN}]{{1,5}})"
_S = " {0,4}"
_BEGIN = re.compile(
    "|".join(
        (
            rf"(?P<nth>[\[(]?第{_S}(?P<nth_n>{_N}){_S}(?:小题|道题|题|问)(?!的|目的|组|卷)[\])]?{_S}[.、:,]?)",
            rf"(?P<part>第{_S}(?P<part_n>{_N}){_S}(?:{_UNIT}){_S}[.、:,]?|(?:模块|板块|单元|专题|维度|主题|环节|阶段){_S}(?P<unit_n>{_N})(?![个"
rf"条]){_S}[.、:,]?"
            rf"|(?:part|section|chapter|module|unit|round|stage|phase|theme){_S}(?P<sect_n>[0-9]{{1,2}}|[ivx]{{1,4}}|[a-h])(?![a-z0-9]){_S}[-.:、]?)",
            rf"(?P<round>(?:第?(?P<round_n>[{HAN}])|hr|终|主管|技术|群){_S}面(?= {{0,2}}(?:[(:]|$)| [^ 。?!]{{2,8}}$):?)",
            rf"(?P<stand>(?P<stand_n>{_N})号(?:台|签|桌|题包|选手)(?= {{0,2}}(?:[(:]|$)):?)",
            rf"(?P<word>\[?(?P<word_w>题目|试题|面试题|问题|例题|考题|真题|例|案例|情景|情境|场景|题|"
rf"question|task|item|problem|case|scenario|"
            rf"example|exercise|q|no\.?|#){_S}(?P<word_n>{_N}(?![0-9]))(?:{_S}\][.:、]?|{_S}[.:、)]|(?= )|(?=\()|$))",
            r"(?P<han_p>[(\[](?P<han_pn>[一二三四五六七八九十百]{1,4})[)\]][.、:]?)",
            rf"(?P<han>(?P<han_n>[一二三四五六七八九十百]{{1,4}})(?:{_S}(?:、|[.:,](?!\d))|(?P<han_w> {{1,4}}(?=\S))|\)))",
            r"(?P<formal>(?P<formal_n>[壹贰叁肆伍陆柒捌玖拾]{1,3})[.、:,])",
            r"(?P<par>\( {0,2}(?P<par_n>[0-9]{1,3}) {0,2}\)[.、:]?)",
            r"(?P<rpar>(?P<rpar_n>[0-9]{1,3})\))",
            r"(?P<multi>(?P<multi_a>[0-9]{1,2}|[一二三四五六七八九十]{1,3})\.(?P<multi_n>[0-9]{1,2})(?:[.、] {0,4}|(?= )))",
            r"(?P<dash>(?P<dash_a>[0-9]{1,2}) ?--? ?(?P<dash_n>[0-9]{1,2})(?:[.、:] {0,4}| {1,8})(?=[^0-9 ]))",
            rf"(?P<box>\[{_S}(?P<box_n>[0-9]{{1,3}}){_S}\][.、:]?)",
            rf"(?P<dot>(?P<dot_n>[0-9]{{1,3}}){_S}(?:[.、]+|:(?![0-9]))(?P<dot_w>(?=[0-9]))?)",
            r"(?P<bare>(?P<bare_n>[0-9]{1,3})(?: {1,8}(?=\S)|(?= *$)))",
            r"(?P<keycap>(?:(?P<keycap_n>(?:[0-9]{1,2}\ufe0f?\u20e3\ufe0f?){1,3})|\U0001f51f)[.、:]?)",
            r"(?P<circle>[①-⑳㉑-㉟㊱-㊿⑴-⒇⒈-⒛❶-❿➀-➉➊-➓㈠-㈩])[.、:]?",
            r"(?P<roman>(?P<roman_n>[ivx]{1,5}|[ⅰ-ⅻⅠ-Ⅻ])[.、)](?![a-z0-9]))",
            r"(?P<letter_p>\((?P<letter_pn>[a-h])\)[.、:]?)",
            r"(?P<letter>(?P<letter_n>[a-h])(?:[.、):](?![a-z]\.)))",
            r"(?P<bullet>[•·●○◆◇■□▪▫▶►➢➤✓✔☆◎◦‣※\uf0b7\uf06c\uf0d8]|[-*+](?=[^-*+0-9\s]|\s+\S)|-{2}(?=[^-\s]))",
        )
    )
)  # fmt: skip
_AFTER_POINT = re.compile(
    r"(?:19|20)[0-9]{2}(?![0-9.])|[0-9]{2}后|[0-9]+(?:岁|个|名|位|人|年|月|天|日|元|点|号|小时|分钟)|12345"
)
_BARE_NO = re.compile(
    r"[0-9]{1,3} +(?:个|名|位|人|年|月|天|日|元|点|号|小时|分|次|家|条|项|万|亿|%|类|种|款|people|"
    r"years|days|hours|minutes|of|-|/|=|x )"
)


def number_at(flat: str, text: str, start: int = 0) -> Number | None:
    """The number that `flat`, the half-width form of `text`, has at `start`; None for none."""
    found = _BEGIN.match(flat, start)
    if found is None:
        return None
    kind = found.lastgroup or ""
    for name in _KINDS:
        if found[name] is not None:
            kind = name
            break
    end = _skip(flat, found.end())
    return _KINDS[kind](found, flat, text, end)


def _skip(flat: str, at: int) -> int:
    while at < len(flat) and flat[at] == " ":
        at += 1
    return at


def _nth(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    # 第1题 begins a question; “第一题的难点在于” a sentence.
    value = han_value(found["nth_n"])
    closed = flat[found.end() - 1] in " .、:,])" or end > found.end() or end == len(flat)
    return Number("第1题", value, end, not closed) if value else None


def _part(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    written = found["part_n"] or found["unit_n"] or found["sect_n"]
    if found["sect_n"] and written.isalpha():
        value = roman_value(written) if set(written) <= set("ivx") else ord(written) - 96
    else:
        value = han_value(written)
    return Number("part", value, end) if value else None


def _word(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    value, word = han_value(found["word_n"]), found["word_w"]
    closed = flat[found.end() - 1] in ".:、)]" or end == len(flat)
    several = _OF.match(flat, found.end())
    if several:  # Question 3 of 20
        return Number("第1题", value, _skip(flat, several.end()), False, word) if value else None
    weak = not closed or word in ("案例", "情景", "情境", "场景", "case", "scenario", "题", "#")
    return Number("第1题", value, end, weak, word) if value else None


_OF = re.compile(r" ?(?:of|/) ?[0-9]{1,3}(?![0-9a-z]) ?[.:、)]?")


def _dot(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    weak = False
    if found["dot_w"] is not None:
        if text[found.end() - 1] == "．":
            pass  # 1．3；10 counts; a decimal has a narrow point
        elif flat[found.end() - 1] == ".":
            if not _AFTER_POINT.match(flat, end):
                return None
            weak = not flat.startswith(("19", "20"), end) or flat[end + 4 : end + 5] != "年"
    elif flat[found.end() - 1] == ":":
        weak = True
    return Number("1.", int(found["dot_n"]), end, weak)


def _bare(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    apart = found["bare_n"].startswith("0") or _set_apart(text, found.end("bare_n"), end)
    if not apart and _BARE_NO.match(flat, found.start()):
        return None
    return Number("1.", int(found["bare_n"]), end, not apart)


def _set_apart(text: str, at: int, end: int) -> bool:
    """Whether the text behind a number stands in a column of its own: behind a tab, or two spaces or more."""
    gap = text[at:end]
    return (len(gap) > 1 or gap in ("\t", "\u3000")) and not text[end : end + 1].isdigit()


def _multi(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    return Number("1.1", int(found["multi_n"]), end, word=str(han_value(found["multi_a"])))


def _dash(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    # 2-3 in chapter 2; but 2-3 people, and 1-5 ABCDA
    weak = flat[found.end() - 1] == " " and not _set_apart(text, found.end("dash_n"), end)
    if (weak and _BARE_NO.match(flat, found.start("dash_n"))) or _RANGE_OF.match(flat, end):
        return None
    return Number("1.1", int(found["dash_n"]), end, weak, found["dash_a"])


_RANGE_OF = re.compile(r"(?:[a-h]{1,9}|[√×✓✗对错]+)(?![^\s,、;.])|小?题")


def _han(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    value = han_value(found["han_n"])
    return (
        Number("一、", value, end, found["han_w"] is not None or flat[found.end() - 1] == ",")
        if value
        else None
    )


def _circle(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    counted = circle_value(found["circle"])
    return Number(*counted, end) if counted else None


def _roman(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    written = found["roman_n"]
    if written.isascii():
        upper = text[found.start("roman_n")].isupper()
        return Number("I." if upper else "i.", roman_value(written), end)
    value = ord(written) - ord("ⅰ") + 1 if written >= "ⅰ" else ord(written) - ord("Ⅰ") + 1
    return Number("I.", value, end)


def _letter(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    written = found["letter_pn"] or found["letter_n"]
    at = found.start("letter_pn" if found["letter_pn"] else "letter_n")
    return Number("A." if text[at].isupper() else "a.", ord(written) - 96, end)


_NO_DIGIT = re.compile(r"[^0-9]")  # 1️⃣2️⃣ is 12


def _bullet(found: re.Match[str], flat: str, text: str, end: int) -> Number | None:
    at = found.start("bullet")
    spoken = text[at] in "—―" and flat[at + 1 : at + 2].isascii() and flat[at + 1 : at + 2].isalpha()
    return None if spoken else Number("-", 0, end)  # —Why? —Because: a dialogue


_Read: TypeAlias = "Callable[[re.Match[str], str, str, int], Number | None]"


_KINDS: dict[str, _Read] = {
    "keycap": lambda f, _, __, end: Number("1.", int(_NO_DIGIT.sub("", f["keycap_n"] or "10")), end),
    "nth": _nth,
    "part": _part,
    "round": lambda f, _, __, end: Number("part", han_value(f["round_n"] or ""), end),
    "stand": lambda f, _, __, end: Number("(一)", han_value(f["stand_n"]), end, word="台"),
    "word": _word,
    "han_p": lambda f, _, __, end: Number("(一)", han_value(f["han_pn"]), end),
    "han": _han,
    "formal": lambda f, _, __, end: Number("一、", formal_value(f["formal_n"]), end),
    "par": lambda f, _, __, end: Number("(1)", int(f["par_n"]), end),
    "rpar": lambda f, _, __, end: Number("1)", int(f["rpar_n"]), end),
    "multi": _multi,
    "dash": _dash,
    "box": lambda f, _, __, end: Number("[1]", int(f["box_n"]), end),
    "dot": _dot,
    "bare": _bare,
    "circle": _circle,
    "roman": _roman,
    "letter_p": _letter,
    "letter": _letter,
    "bullet": _bullet,
}
