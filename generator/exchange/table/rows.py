"""Rows of a table that are no questions: headings, sums."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEADING = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十0-9]{1,3}(部分|章|节|单元|大题)"
)
_COUNT = re.compile(r"[（(][^（()）]*[)）]\s*$")
_NUMBER = r"共?\s{0,4}[0-9]{1,9}(?:\.[0-9]{1,9})?\s{0,4}(?:分钟|[题道分个%]|marks?|points?)?"
_TOTAL = re.compile(
    r"(?:合\s?计|总\s?计|小\s?计|共\s?计|累\s?计|总\s?分|总\s?数|总\s?和|(?:sub|grand )?-?total|sum)"
    rf"(?:分值?|题数|数)?\s{{0,4}}[:：]?\s{{0,4}}(?:{_NUMBER})?",
    re.IGNORECASE,
)
_SUM = re.compile(_NUMBER, re.IGNORECASE)


def no_question(filled: Sequence[str], stem: str) -> str:
    """Why a row of these cells, all of them `filled`, is no question, as a phrase; empty where it is one."""
    if is_total(filled):
        return "left-table-total"
    if len(filled) == 1 and _HEADING.match(filled[0].strip()):
        return "left-table-heading"
    return "left-table-row" if not stem.strip() and len(filled) == 1 else ""


def heading_of(cell: str) -> str:
    """What a heading calls the rows below it."""
    return _COUNT.sub("", _HEADING.sub("", cell.strip(), count=1)) or cell.strip()


def is_total(cells: Iterable[str]) -> bool:
    """Whether a row adds up those above it: 合计, and numbers."""
    said = [cell.strip() for cell in cells if cell.strip()]
    total = [bool(len(cell) < 40 and _TOTAL.fullmatch(cell)) for cell in said]
    return any(total) and all(
        adds or (len(cell) < 40 and _SUM.fullmatch(cell)) for adds, cell in zip(total, said, strict=True)
    )
