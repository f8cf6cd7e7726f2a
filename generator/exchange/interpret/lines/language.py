"""The language of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.tables.cells import texts_in
from generator.markdown.characters import has_chinese

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.exchange.line import Line

_ENOUGH = 400  # Chinese characters that settle it


def language_of(lines: Iterable[Line]) -> str:
    """zh-CN where a good part of the letters are Chinese, else en."""
    chinese = latin = 0
    for line in lines:
        for text in [line.text] if line.role != "table" else texts_in(line):
            if text.isascii():
                latin += len(text)
            else:
                chinese += sum(has_chinese(char) for char in text[:2000])
        if chinese > _ENOUGH:
            break
    return "zh-CN" if chinese * 8 >= latin and chinese else "en"
