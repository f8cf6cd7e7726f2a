"""Spaced: letters that a scanner set apart, 下 列 属 于 and W h a t, together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import Tally, each
from generator.exchange.line import changed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_GAP = re.compile(r"(?<=\S)( +)(?=\S)")
_LETTER = re.compile(r"[A-Za-z0-9]")
_TOKENS, _SHARE = (
    4,
    0.8,
)  # tokens a line has that shows something, and the share of them that are single characters
_WORD = 3  # spaces between words of a script that parts them; more set things apart


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Where most of a document's lines are characters with a space behind each, those spaces go."""
    told = [text for line in manuscript.lines for text in _texts(line)]
    spaced = sum(map(_is_spaced, told))
    if spaced < 3 or spaced * 2 < sum(len(text) >= _TOKENS for text in told):
        return manuscript
    tally = Tally()

    def mended(line: Line) -> Line:
        if line.role == "code" or not _is_spaced(line.text):
            return line
        tally.add(line.number)
        return changed(
            line, [(found.start(), found.end(), _gap(line.text, found)) for found in _GAP.finditer(line.text)]
        )

    manuscript = each(manuscript, mended)
    tally.tell("mended-spaced", manuscript, report)
    return manuscript


def _texts(line: Line) -> Iterator[str]:
    if line.role != "table":
        yield line.text
    for row in line.rows:
        for cell in row:
            for inner in cell:
                yield from _texts(inner)


def _is_spaced(text: str) -> bool:
    tokens = text.split()
    return len(tokens) >= _TOKENS and sum(len(token) == 1 for token in tokens) >= _SHARE * len(tokens)


def _gap(text: str, found: re.Match[str]) -> str:
    size = len(found[0])
    if size == 1:
        return ""
    latin = _LETTER.match(text[found.start() - 1]) and _LETTER.match(text[found.end()])
    return " " if latin and size <= _WORD else found[0]
