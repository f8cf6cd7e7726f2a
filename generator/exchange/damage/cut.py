"""A text that ends in the middle: it stays, and is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Location

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_OPEN = dict(zip("（([【《“‘「『", "）)]】》”’」』", strict=True))
_DANGLING = re.compile(r"[，、,；（(\[【《“‘「『]$")
_BARE = re.compile(r"(?:第?\s*\d{1,3}\s*[.、．题]|[A-H][.、．])$")
_UNREAD = re.compile(r"(?:还剩|剩余)\s*\d+\s*页|未完|试读|阅读全文|展开全文|查看全文|继续阅读")
_SENTENCE = 15  # characters that are more than a heading
_ENDS = frozenset("。！？!?.…；;：:”’」』）)】]")
_TAIL = 5000  # characters that are looked at


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Nothing is changed: that the last line breaks off is a warning with its place."""
    last = _last(manuscript.lines)
    if last is None:
        return manuscript
    told_so = any(
        why == "left-notice" and number >= last.number and _UNREAD.search(words)
        for number, words, why in manuscript.unread
    )
    if told_so or breaks_off(last.text) or _is_unlike_the_others(last, manuscript.lines):
        report.warning("damage-cut", Location(manuscript.file, last.number), "look-at-the-end")
    return manuscript


def breaks_off(text: str) -> bool:
    """Whether a text stops in the middle: behind a comma, inside brackets or quotes, behind a bare number."""
    text = text.strip()[-_TAIL:]
    if not text:
        return False
    if _DANGLING.search(text) or _BARE.match(text):
        return True
    waiting: list[str] = []
    for char in text:
        if char in _OPEN:
            waiting.append(_OPEN[char])
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return any(char not in ")]" for char in waiting) and text[-1] not in "。！？!?…"


def _is_unlike_the_others(last: Line, lines: tuple[Line, ...]) -> bool:
    """Whether the last line is a sentence without an end, where nearly all sentences have one."""
    if len(last.text) < _SENTENCE or last.text.rstrip()[-1] in _ENDS or not last.text.rstrip()[-1].isalpha():
        return False
    others = [line.text.rstrip() for line in lines if len(line.text) >= _SENTENCE and line is not last]
    ended = sum(text[-1:] in _ENDS for text in others)
    return len(others) >= 4 and ended * 10 >= len(others) * 9


def _last(lines: tuple[Line, ...]) -> Line | None:
    for line in reversed(lines):
        if line.role == "table":
            return None
        if line.text.strip() and line.role != "furniture":
            return line
    return None
