"""Places that were left to be filled in: XX元, （待补）, TODO, [插入], a blank where nothing is to be filled in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.review.passages import HAN, mentions, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.review.passages import Subject

_slot = re.compile(
    rf"""(?<![0-9A-Za-zＸ×√✓])(?:[XＸ]{{2,}}|×{{2,}}|x{{3,}})(?![0-9A-Za-zＸ×√✓])
    |(?<=[{HAN}])xx(?![0-9A-Za-z])|(?<![0-9A-Za-z])xx(?=[{HAN}])
    |[○〇]{{2,}}(?=[{HAN}])
    |[（(\[【]\s*(?:此处)?(?:待补充?|待定|待填写?|待完善|待确认|插入|填写|补充|略写)[^）)\]】\n]{{0,20}}[）)\]】]
    |待补充(?=[。；]?\s*(?:\n|\Z))
    |\b(?:TODO|FIXME|TBD|TBC)\b
    |[\[(](?:insert|placeholder|fill\ in|to\ be\ (?:added|completed|confirmed))\b[^\])\n]{{0,40}}[\])]
    |\{{\{{[^{{}}\n]{{1,40}}\}}\}}|\blorem\ ipsum\b
    """,
    re.VERBOSE,
)
# No slot is without one of these.
_SIGNS = (
    *("XX", "ＸＸ", "××", "xx", "○○", "〇〇", "{{", "____"),
    *("待补", "待定", "待填", "待完善", "待确认", "插入", "填写", "补充", "略写"),
    *("TODO", "FIXME", "TBD", "TBC", "insert", "placeholder", "lorem", "fill in", "(to be", "[to be"),
)
_says_to_fill = re.compile("补|填|空|续写|接着|完成|blank|complete|fill", re.IGNORECASE).search
_FILLED = ("fill_blank", "single_choice", "multiple_choice")  # types whose stems may well have blanks
_UNREAD = ("blank", "level")


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The first open slot in each text."""
    if not mentions(subject.words, _SIGNS):
        return
    prompt = subject.question.prompt
    blanks_are_meant = prompt.type in _FILLED or _says_to_fill(prompt.stem.markdown)
    for passage in subject.passages:
        found = _slot.search(passage.bare)
        if found is None and "____" in passage.bare and passage.role not in _UNREAD:
            at = passage.bare.index("____")
            meant = passage.role == "stem" and blanks_are_meant
            if not meant and passage.role != "option":
                yield warning("open-slot", passage, at, at + 4)
        elif found is not None:
            yield warning("open-slot", passage, *found.span())
