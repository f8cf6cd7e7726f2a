"""What sites and pages put around a text: notices, page numbers, lists of conditions. None of it is lost: it goes to `unread`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.damage.besides import besides
from generator.exchange.damage.lines import Tally
from generator.exchange.damage.notices import is_notice
from generator.exchange.damage.pages import (
    alone,
    fractions,
    headers,
    is_page_number,
    paged,
    running,
    without_pages,
)

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_LONGEST = 200  # characters of a notice
_ARROWS = " \t\u3000>＞»›→▶►▸"


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """Lines that are furniture leave the text, and page numbers that stand inside lines."""
    tally = Tally()
    unread: list[tuple[int, str, str]] = []
    lines = tuple(
        without_pages(line, unread, tally) if "页" in line.text else line for line in manuscript.lines
    )
    why: dict[int, str] = {}
    for at, line in enumerate(lines):
        if line.role == "furniture":
            why[at] = "left-furniture"
        elif line.role == "text" and not line.automatic and len(line.text) <= _LONGEST:
            text = line.text.strip()
            if is_page_number(text.lstrip(_ARROWS)):
                why[at] = "left-page-number"
            elif is_notice(text.lstrip(_ARROWS)):
                why[at] = "left-notice"
    lines, heads = paged(lines, unread, tally)
    why.update(dict.fromkeys(heads, "left-header"))
    why.update(besides(lines))
    why.update(fractions(lines))
    why.update(alone(lines))
    why.update(headers(lines, why))
    why = running(lines) | why
    kept: list[Line] = []
    for at, line in enumerate(lines):
        if at in why and line.role != "blank":
            unread.append((line.number, line.text.strip(), why[at]))
            tally.add(line.number)
            line = line._replace(text="", marks=(), automatic=0, heading=0, role="blank")
        kept.append(line)
    if not tally.count:
        return manuscript
    tally.tell("mended-furniture", manuscript, report)
    unread.sort(key=lambda entry: entry[0])
    return manuscript._replace(lines=tuple(kept), unread=(*manuscript.unread, *unread))
