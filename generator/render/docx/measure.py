"""How wide a text comes out in Word, roughly: enough to choose columns, never to break lines."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from generator.model.content import Blank, LineBreak, Span, Str
from generator.render.docx.formats import CODE_ROLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.model.content import Inline
    from generator.model.document import Page

# Widths of Arial, about; Times is narrower, so that an estimate seldom falls short.
_NARROW = frozenset(" .,:;'|!()[]{}/\\ijlftrI-")
_BROAD = frozenset("mwMW@%")
_FIXED = 0.6  # of Courier
_LATIN = {"W": 1.0, "F": 1.0}
_CHINESE = {"W": 1.0, "F": 1.0, "A": 1.0}


@lru_cache(maxsize=512)  # words of tables, which come back in many documents
def ems(inlines: tuple[Inline, ...], chinese: bool) -> float:
    """Width in ems of the paragraph's size. Signs of ambiguous width are full width in Chinese."""
    return sum(_inline(inline, chinese, text_ems) for inline in inlines)


def _inline(inline: Inline, chinese: bool, measure: Callable[[str, bool], float]) -> float:
    if isinstance(inline, Str):
        return measure(inline.text, chinese)
    if isinstance(inline, Span):
        measure = _code_ems if inline.role == CODE_ROLE else measure
        return sum(_inline(child, chinese, measure) for child in inline.children)
    if isinstance(inline, Blank):
        return inline.width
    if isinstance(inline, LineBreak):
        return 0.0
    return 1.0  # the number of a page


def text_ems(text: str, chinese: bool) -> float:
    wide = _CHINESE if chinese else _LATIN
    width = 0.0
    for char in text:
        if char < "\x7f":
            width += 0.33 if char in _NARROW else 0.9 if char in _BROAD else 0.72 if char.isupper() else 0.56
        else:
            width += wide.get(east_asian_width(char), 0.55)
    return width


def _code_ems(text: str, chinese: bool) -> float:
    wide = _CHINESE if chinese else _LATIN
    return sum(wide.get(east_asian_width(char), _FIXED) for char in text)


def column_width(page: Page) -> float:
    """Points between the margins, of one column."""
    text = page.width - page.left - page.right
    return (text - page.gutter * (page.columns - 1)) / page.columns
