"""Quotation marks and brackets that have no partner in their paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.review.passages import HAN, HIDDEN, paragraphs, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.review.passages import Subject

_PARTNER = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "(", ")": "(", "】": "【"}
_OPENING = {"“": "“", "‘": "‘", "「": "「", "『": "『", "《": "《", "（": "(", "(": "(", "【": "【"}
_PAIRS = ("“”", "‘’", "「」", "『』", "《》", "（）", "()", "【】")
_LEVELS = 3
_mark = re.compile("[“”‘’「」『』《》（）()【】]")
# Half-open intervals and faces want no partner, nor does the bracket behind the number in a list.
_alone = re.compile(r"[\[(（]\s*[-+\w.∞√/]{1,12}\s*[,，]\s*[-+\w.∞√/]{1,12}\s*[\])）]|[:;]-?[()]")
_numbered = re.compile(r"(?:^|[\s；;。，,：:、|“”])[0-9A-Za-z一二三四五六七八九十]{1,3}\Z")
_latin = re.compile("[0-9A-Za-z\u00c0-\u024f]").match
_straight = re.compile('"')
_has_han = re.compile(f"[{HAN}]").search


def check(subject: Subject) -> Iterator[Diagnostic]:
    """The first mark without a partner in each text."""
    if subject.about_writing:
        return
    for passage in subject.passages:
        if passage.role == "blank" or not (_mark.search(passage.bare) or '"' in passage.bare):
            continue
        parts = list(paragraphs(passage.bare))
        for index, (begin, paragraph) in enumerate(parts):
            following = parts[index + 1][1].lstrip() if index + 1 < len(parts) else ""
            at = _unpaired(paragraph, following)
            if at is not None:
                yield warning("unpaired-mark", passage, begin + at, begin + at + 1)
                break


def _unpaired(paragraph: str, following: str) -> int | None:
    """Where the first mark without a partner stands.

    Of a quotation that goes over several paragraphs each begins with a mark, and only the last ends with one.
    """
    if not _rest("".join(_mark.findall(paragraph))):
        return _odd_straight(paragraph)
    text = _alone.sub(lambda found: HIDDEN * len(found[0]), paragraph)
    opened: list[tuple[str, int]] = []
    for found in _mark.finditer(text):
        mark, at = found[0], found.start()
        if mark in _OPENING:
            opened.append((_OPENING[mark], at))
        elif mark == "’" and _is_apostrophe(text, at, opened):
            continue
        elif opened and opened[-1][0] == _PARTNER[mark]:
            opened.pop()
        elif (
            mark in ")）"
            and _numbered.search(text[max(0, at - 4) : at])
            and "(" not in [kind for kind, _ in opened]
        ):
            continue
        else:
            return opened[-1][1] if opened else at
    if opened:
        mark, at = opened[0]
        goes_on = mark in "“「『" and len(opened) == 1 and following.startswith(mark)
        return None if goes_on and not text[:at].strip() else at
    return _odd_straight(text)


def _rest(marks: str) -> str:
    """What remains of marks when those that embrace nothing go, some levels deep: a fast look at sound texts."""
    for _ in range(_LEVELS):
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
    return marks


def _is_apostrophe(text: str, at: int, opened: list[tuple[str, int]]) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if _latin(before) and _latin(after):
        return True
    return not (opened and opened[-1][0] == "‘") and bool(_latin(before) or _latin(after))


def _odd_straight(text: str) -> int | None:
    """The last of an odd number of straight quotation marks in Chinese text; behind a digit it is an inch."""
    if '"' not in text:
        return None
    places = [found.start() for found in _straight.finditer(text)]
    inches = any(text[at - 1 : at].isdigit() for at in places)
    return places[-1] if len(places) % 2 and _has_han(text) and not inches else None
