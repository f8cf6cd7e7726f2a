"""Spaced: letters that a scanner set apart, 下 列 属 于 and W h a t, together again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import Tally, each
from generator.exchange.line import changed, innermost

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_GAP = re.compile(r"(?<=\S)( +)(?=\S)")
_LETTER = re.compile(r"[A-Za-z0-9]")
_NUMBER = re.compile(r" *([0-9](?: ?[0-9]){0,2}) ?[.、．] *")
_TOKENS = 4  # that a line has which shows something
_SHARE = 0.8  # of them that are single characters
_WORD = 3  # spaces between words of a script that parts them; more set things apart


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Where most of a document's lines are characters with a space behind each, those spaces go."""
    told = [line.text for line in innermost(manuscript.lines)]
    spaced = sum(map(_is_spaced, told))
    if spaced < 3 or spaced * 2 < sum(len(text) >= _TOKENS for text in told):
        return manuscript
    tally = Tally()
    count = 0  # the number the last line with one begins with

    def mended(line: Line) -> Line:
        nonlocal count
        numbered = _NUMBER.match(line.text)
        value = int(numbered[1].replace(" ", "")) if numbered else 0
        due = numbered.end() if numbered and value in (1, count + 1) else 0  # 2 . 1 0 k V is question 2: 10kV
        count = value or count
        if line.role == "code" or not _is_spaced(line.text):
            return line
        tally.add(line.number)
        gaps = ((found, _gap(line.text, found)) for found in _GAP.finditer(line.text))
        return changed(
            line,
            [
                (found.start(), found.end(), gap or " " * (found.end() == due and line.text[due].isdigit()))
                for found, gap in gaps
            ],
        )

    manuscript = each(manuscript, mended)
    tally.tell("mended-spaced", manuscript, report)
    return manuscript


def _is_spaced(text: str) -> bool:
    tokens = text.split()
    return len(tokens) >= _TOKENS and sum(len(token) == 1 for token in tokens) >= _SHARE * len(tokens)


def _gap(text: str, found: re.Match[str]) -> str:
    size = len(found[0])
    if size == 1:
        return ""
    latin = _LETTER.match(text[found.start() - 1]) and _LETTER.match(text[found.end()])
    return " " if latin and size <= _WORD else found[0]
