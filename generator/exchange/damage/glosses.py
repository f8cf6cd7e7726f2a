"""Pinyin that was copied along with the characters it stood above: 網(wǎng)絡(luò)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import Tally, each
from generator.exchange.line import changed

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_VOWELS = "aeiouüvāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_SYLLABLE = rf"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?[{_VOWELS}ɑɡ]{{1,3}}(?:ng|n|r|ɡ)?|[ḿńňǹ]g?|n[ńňǹ]?g?"
_GLOSS = re.compile(rf"(?<=[\u3400-\u9fff])\((?:{_SYLLABLE})\d?\)")
_TONED = re.compile("[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ]")


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """A syllable in narrow brackets behind a character goes, where a text has at least three, most with tones.

    A gloss in wide brackets, or of a whole word, is an author's own and stays.
    """
    count = toned = 0
    for line in manuscript.lines:
        if "(" in line.text:
            found = _GLOSS.findall(line.text)
            count += len(found)
            toned += sum(_TONED.search(gloss) is not None for gloss in found)
    if count < 3 or toned * 2 < count:
        return manuscript
    tally = Tally()

    def mended(line: Line) -> Line:
        if "(" not in line.text:
            return line
        found = [(gloss.start(), gloss.end(), "") for gloss in _GLOSS.finditer(line.text)]
        if not found:
            return line
        tally.add(line.number, len(found))
        return changed(line, found)

    manuscript = each(manuscript, mended)
    tally.tell("mended-glosses", manuscript, report)
    return manuscript
