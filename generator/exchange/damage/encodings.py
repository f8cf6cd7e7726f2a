"""Text that was read in the wrong encoding and written again: ä½ å¥½, 浣犲ソ, or GBK that lost a byte.

Mended only where reading it rightly gives sound and familiar text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.damage.lines import Tally, each
from generator.exchange.familiar import FAMILIAR, familiarity
from generator.exchange.line import changed

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_BEYOND = re.compile("[\x80-\U0010ffff]+")
_LOST = re.compile("(?:锟斤拷|锟斤|斤拷|\ufffd){1,}")
_WESTERN = re.compile(
    "[\x80-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2010-\u203a\u20ac\u2122]+"
)
_SHORTEST = 4
_STRANGE = re.compile(f"[^\ufffd{''.join(sorted(FAMILIAR))}]{{3}}")
_SHIFTED = 5  # different characters that must read better
_GONE = re.compile("\ufffd+")


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Wrongly read text is read rightly; what is lost for good is a warning."""
    mended_, lost = Tally(), Tally()

    def mended(line: Line) -> Line:
        if line.text.isascii():
            return line
        gone = sum(1 for _ in _LOST.finditer(line.text))
        if gone:
            lost.add(line.number, gone)
        changes = [
            (found.start(), found.end(), new)
            for found in _BEYOND.finditer(line.text)
            if len(found[0]) >= _SHORTEST and (new := right(found[0])) != found[0]
        ]
        if not changes:
            return line
        mended_.add(line.number)
        return changed(line, changes)

    manuscript = each(manuscript, mended)
    mended_.tell("mended-encoding", manuscript, report)
    if lost.count:
        report.warning(
            "damage-lost", Location(manuscript.file, lost.first), "retype-character", count=lost.count
        )
    return manuscript


def right(text: str) -> str:
    """A run of characters beyond ASCII as it was meant; unchanged where that is not certain."""
    if _WESTERN.fullmatch(text):
        return _western(text)
    sound = familiarity(text)
    if sound < 0.5:
        new = _decoded(_as_gbk(text), "utf-8", 0.3)
        if familiarity(new) >= max(0.5, sound + 0.2):
            return new
    return _realigned(text) if _STRANGE.search(text) else text


def _realigned(text: str) -> str:
    """GBK that lost the first byte of a character, as it was meant; U+FFFD stands for that character."""
    parts = text.split("\ufffd")
    cuts = [_shift(part) for part in parts]
    wrong = dict.fromkeys("".join(part[cut:] for part, cut in zip(parts, cuts, strict=True)))
    if (
        len(wrong) < _SHIFTED or familiarity("".join(wrong)) > 0.25
    ):  # of one character again and again nothing is told
        return text
    shifted = [
        _as_gbk(part[cut:])[1:].decode("gb18030", "replace") for part, cut in zip(parts, cuts, strict=True)
    ]
    if familiarity("".join(dict.fromkeys("".join(shifted)))) < 0.65:
        return text
    meant = (
        f"{part[:cut]}\ufffd{new}" if cut < len(part) else part
        for part, cut, new in zip(parts, cuts, shifted, strict=True)
    )
    return _GONE.sub("\ufffd", "\ufffd".join(meant))


def _shift(text: str) -> int:
    """From which character on the bytes read better when one is left out; the length of the text for none."""
    data = _as_gbk(text)
    if len(data) != 2 * len(text):
        return len(text)
    score = best = 0
    cut = len(text)
    for at in range(len(text) - 1, -1, -1):
        meant = data[2 * at + 1 : 2 * at + 3].decode("gb18030", "replace")
        score += (meant in FAMILIAR) - (text[at] in FAMILIAR)
        if score > best:
            best, cut = score, at
    return cut


def _western(text: str) -> str:
    """UTF-8 or GBK that was read as Latin-1 or Windows-1252."""
    data = bytearray()
    for char in text:
        if char <= "\xff":
            data.append(ord(char))
            continue
        try:
            data += char.encode("cp1252")
        except UnicodeEncodeError:
            return text
    for codec, least, shortest in (("utf-8", 0.0, _SHORTEST), ("gb18030", 0.6, 6)):
        new = _decoded(bytes(data), codec, 0.0) if len(data) >= shortest else ""
        if new and familiarity(new) >= least and len(new) < len(text):
            return new
    return text


def _as_gbk(text: str) -> bytes:
    """The bytes of a text that was read as GBK, in which Windows reads a lone 80 as the euro.

    For what had been lost stands FF, which is no text in any encoding.
    """
    sound = text.replace("\ufffd", "€€")
    return b"\x80".join(part.encode("gb18030", "ignore") for part in sound.split("€")).replace(
        b"\x80\x80", b"\xff"
    )


def _decoded(data: bytes, codec: str, losses: float) -> str:
    """The text of bytes; empty where more than that share of it is lost."""
    new = data.decode(codec, "replace")
    lost = new[:-1].count("\ufffd")
    return _GONE.sub("\ufffd", new) if lost <= losses * len(new) and new.isprintable() else ""
