"""Figures of a heading: how many questions it counts, and their marks: 共5题，每题8分，总分40分."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.exchange.interpret.lexers.values import han_value

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
_CUT = re.compile(
    r"[:。,;]|\.(?= )|(?<=\S) - | {2,}|(?=本大?题共)|(?=共 ?[0-9一二两三四五六七八九十]+ ?(?:小"
    r"|道)?题)|(?=每(?:小)?题 ?[0-9])"
)


def _number(found: re.Match[str] | None) -> Fraction | None:
    if found is None:
        return None
    for written in found.groups():
        if written and written != "分":
            return Fraction(written) if written[0].isdigit() else Fraction(han_value(written))
    return None


def divide(head: str) -> tuple[int, int, str]:
    """Where the title ends, where a note begins behind the figures (0: none), and the words with the figures."""
    for bracket in _BRACKET.finditer(head):
        inner = bracket[1] or bracket[2]
        if _says_figures(inner):
            tail = head[bracket.end() :]
            rest = len(tail) - len(tail.lstrip(" :。,.-"))
            note = bracket.end() + rest if tail.strip(" :。,.-") else 0
            if note and _says_figures(tail) and not without_figures(tail):
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


def without_figures(words: str) -> str:
    """What words say besides figures."""
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


def figures(said: str) -> tuple[Fraction | None, Fraction | None, Fraction | None]:
    """The number of questions, the marks of each and of all that words state."""
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


def per_blank(said: str) -> Fraction | None:
    """The marks of each blank: 每空2分."""
    return _number(_PER_BLANK.search(said))
