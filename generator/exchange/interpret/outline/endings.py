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
    r"二维码|扫码|扫一扫|关注|点赞|在看|转发|收藏|公众号|加群|进群|领取|未完待续|敬请期待|感谢阅读|下期"
)
_FAREWELL = re.compile(r"subscribe|newsletter|follow (?:us|me) on|thanks for reading")
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
    at = next((n for n in range(len(owner) - 1, 0, -1) if not owner[n].piece.blank), 0)
    last = owner[at]
    parted = at and owner[at - 1].piece.blank and last.number is None and last.label is None
    return at if parted and len(last.piece.flat) <= 120 and _FAREWELL.search(last.piece.flat) else len(owner)
