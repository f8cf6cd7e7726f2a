"""Characters nobody sees, odd spaces, and bullets from the private codes of symbol fonts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.damage.lines import Tally, each
from generator.exchange.line import changed

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_INVISIBLE = (
    "\u0080-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f"
_ODD = re.compile(f"[{_INVISIBLE}{_SPACES}\ue000-\uf8ff]+")
_SPACE = re.compile(f"[{_SPACES}]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SYMBOLS = {
    "\uf0fc": "√",
    "\uf0fb": "×",
    "\uf0a3": "□",
    "\uf0fe": "☑",
    "\uf052": "☑",
    "\uf0e0": "→",
    "\uf0d8": "➢",
}
_BULLET = re.compile("^[ \t\u3000]*$")
# Joiners are part of emoji and of scripts that join; there they stay.
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Invisible characters go, odd spaces become spaces, private ones bullets at a line's beginning."""
    removed, lost = Tally(), Tally()

    def mended(line: Line) -> Line:
        if line.text.isascii() or not _ODD.search(line.text):
            return line
        changes = []
        for found in _ODD.finditer(line.text):
            new = _visible(line.text, found)
            if new != found[0]:
                changes.append((found.start(), found.end(), new))
                if not _SPACE.search(found[0]):
                    removed.add(line.number)
            if "\ufffd" in new:
                lost.add(line.number)
        return changed(line, changes) if changes else line

    manuscript = each(manuscript, mended)
    removed.tell("mended-invisible", manuscript, report)
    lost.tell("damage-private", manuscript, report)
    return manuscript


def _visible(text: str, found: re.Match[str]) -> str:
    written = []
    before = text[found.start() - 1 : found.start()]
    for char in found[0]:
        if _SPACE.match(char):
            written.append(" ")
        elif _PRIVATE.match(char):
            at_start = not written and (not before or _BULLET.match(text[: found.start()]) is not None)
            written.append(_SYMBOLS.get(char) or (_bullet(text, found.end()) if at_start else "\ufffd"))
        elif char in _JOINERS and before and not _is_plain(before):
            written.append(char)
    return "".join(written)


def _bullet(text: str, behind: int) -> str:
    return "•" if text[behind : behind + 1].isspace() else "• "


def _is_plain(char: str) -> bool:
    """Han, Latin, digits and their punctuation join with nothing."""
    return (
        char < "\u0590"
        or "\u2000" <= char < "\u2190"
        or "\u3000" <= char < "\ua000"
        or "\uff00" <= char < "\uffe0"
    )
