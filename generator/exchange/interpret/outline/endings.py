"""Endings: what stands behind the last question and is none of it: closing words, notices, signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.pieces.sightings import Sighting

_END = re.compile(
    r"[-=*_~ .·]{3,}|[-=*_~( ]*(?:试卷到此结束|试题到此结束|试卷结束|全文完|全卷完|完|结束|end|"
    r"the end|end of (?:paper|test|exam|document|questions))[-=*_~). 。!]*"
)
_SIGNED = re.compile(
    r"(?:[^ :。]{0,6}(?:签名|签字|签章|盖章)|(?:[a-z]{2,12}'?s? )?signature)(?: ?\([^()]{0,10}\))? ?[:_].{0,60}"
    r"|(?:日期|备注|总评|[^ :。]{0,6}评语|综合评价|综合意见|面试结论|录用意见|总分|得分|date|remarks?|comments?|total(?: score)?)"
    r" ?: ?[ _年月日/.-]*"
)
_RULE = re.compile(r"[-=*_~]{3,}")
_NOTICE = re.compile(
    r"subscribe|newsletter|sign up|follow (?:us|me|our)|share (?:this|it)|enjoyed|thanks for reading|clap|"
    r"本站|更多|更新|二维码|扫码|扫一扫|关注|点赞|在看|转发|收藏|公众号|加群|进群|领取|未完待续|敬请期待|感谢阅读|下期"
)
_FAREWELL = re.compile(
    r"subscribe|newsletter|follow (?:us|me) on|thanks for reading"
    r"|点赞|点个|在看|不迷路|上岸|(?:对你|觉得)有(?:帮助|用)|评论区|公众号|扫码|"
    r"二维码|转发给|收藏起来|建议收藏|^(?:#\S+ *)+$"
)
_CLOSES = re.compile(
    r"(?:closing|wrap[- ]?up|结束语|结语|收尾)(?: ?:|$)|"
    r"(?:please )?(?:thank|remind) (?:the |every )?(?:candidate|applicant|him|her|them)|"
    r"(?:本次)?(?:面试|考试|答题)(?:到此)?(?:结束|完毕)|(?:感谢|谢谢)(?:您|你|各位)?(?:的)?(?:候选人|应聘者|考生|参加|参与|配合)"
)
_NEAR = 12  # pieces behind the last question that may be its document's end


def ending(owner: list[Sighting]) -> Iterator[Sighting]:
    """Take the closing words from the end of what the last question has, and give them, last first."""
    begin = _begin(owner)
    while len(owner) > 1 and (
        len(owner) > begin
        or owner[-1].piece.blank
        or _END.fullmatch(owner[-1].piece.flat.strip())
        or _SIGNED.fullmatch(owner[-1].piece.flat.strip())
    ):
        yield owner.pop()


def _begin(owner: Sequence[Sighting]) -> int:
    """Where the end begins: at words that say so, or at a rule with notices behind it."""
    for at in range(max(len(owner) - _NEAR, 1), len(owner)):
        words = owner[at].piece.flat.strip()
        if not words or not _END.fullmatch(words):
            continue
        behind = [held.piece.flat for held in owner[at + 1 :] if not held.piece.blank]
        if not _RULE.fullmatch(words):
            return at
        if behind and all(len(said) <= 120 for said in behind) and any(map(_NOTICE.search, behind)):
            return at
        if behind and all(
            len(said) <= 120 and s.label is None and s.number is None
            for s, said in zip(
                (held for held in owner[at + 1 :] if not held.piece.blank), behind, strict=True
            )
        ):
            return at
    for at in range(max(len(owner) - _NEAR, 1), len(owner)):
        if (
            _CLOSES.match(owner[at].piece.flat)
            and len(owner[at].piece.flat) <= 200
            and owner[at].number is None
        ):
            return at
    at = next((n for n in range(len(owner) - 1, 0, -1) if not owner[n].piece.blank), 0)
    last = owner[at]
    parted = at and owner[at - 1].piece.blank and last.number is None and last.label is None
    inside = max((n for n, held in enumerate(owner) if held.piece.line.indent), default=0)
    outside = owner[inside + 1 :]
    if (
        inside
        and owner[0].piece.line.automatic
        and all(s.number is None and s.label is None for s in outside)
    ):
        return inside + 1  # behind the list that the question stands in
    if not parted or len(last.piece.flat) > 120:
        return len(owner)
    words = last.piece.flat
    if words.startswith("(") and words.endswith(")") and _NOTICE.search(words):
        return at
    while at > 1 and (owner[at - 1].piece.blank or _says_farewell(owner[at - 1])):
        at -= 1
    return at if _says_farewell(last) else len(owner)


def _says_farewell(s: Sighting) -> bool:
    words = s.piece.flat
    return s.number is None and s.label is None and len(words) <= 120 and _FAREWELL.search(words) is not None
