"""Lists of contents in front that repeat headings and stems: found by their heading, or by repeating what follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import label_at
from generator.exchange.interpret.lexers.numerals import number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.line import Line

_HEADING = re.compile(
    r"[\[(]?(?:目 {0,4}录|contents|table of contents|in this (?:article|post|guide)|on this page|what's inside|"
    r"(?:本文|文章|本页)(?:目录|导航)|题目目录|试题目录|题目一览|题目列表|题目清单|题目总览)[\])]? *:?"
)
_LEADER = re.compile(r"[ .·…⋯_-]{0,80}(?:[.·…⋯_\t-]{2,}| {2,}|\t) {0,4}\(?[0-9]{1,4}\)? *$")

_TAIL = 120  # characters in which a leader and a page number may stand


def without_contents(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines that are not of a list of contents, and those that are."""
    told = [at for at, line in enumerate(lines) if line.role == "text" and line.text.strip()]
    heading = next(
        (n for n, at in enumerate(told[:400]) if _HEADING.fullmatch(flat(lines[at].text).strip())), None
    )
    keys = [_key(lines[at]) for at in told]
    later = {key: n for n, key in enumerate(keys)}
    found: list[int] = []
    if heading is not None:
        found = [heading]
        n = heading + 1
        while n < len(told) and (_leads(lines[told[n]]) or (later[keys[n]] > n and _fresh(keys, found, n))):
            found.append(n)
            n += 1
        if len(found) == 1:
            found = []
    else:
        n = next(
            (n for n, at in enumerate(told[:40]) if number_at(flat(lines[at].text), lines[at].text)),
            len(told),
        )
        while (
            n < len(told) and later[keys[n]] > n and _fresh(keys, found, n) and not _is_label(lines[told[n]])
        ):
            found.append(n)
            n += 1
        if len(found) < 4 or not _plain_list(lines, told, found):
            found = []
    gone = {told[n] for n in found}
    return [line for at, line in enumerate(lines) if at not in gone], [lines[at] for at in sorted(gone)]


def _fresh(keys: Sequence[str], found: Sequence[int], n: int) -> bool:
    """A list of contents ends where it begins to be repeated."""
    return not found or keys[n] != keys[found[1 if len(found) > 1 and keys[found[0]] == "目录" else 0]]


def _plain_list(lines: Sequence[Line], told: Sequence[int], found: Sequence[int]) -> bool:
    return (
        sum(number_at(flat(lines[told[n]].text), lines[told[n]].text) is not None for n in found)
        >= len(found) * 0.6
    )


def _is_label(line: Line) -> bool:
    return label_at(flat(line.text).lstrip(" ")) is not None


def _leads(line: Line) -> bool:
    return (
        _LEADER.search(line.text[-_TAIL:].replace("．", ".")) is not None
        and number_at(flat(line.text), line.text) is not None
    )


def _key(line: Line) -> str:
    """What a line says without its number, its page and its spaces."""
    text = flat(line.text).strip()
    leader = _LEADER.search(text, max(len(text) - _TAIL, 0))
    if leader:
        text = text[: leader.start()]
    number = number_at(text, line.text.strip()[: len(text)] or text)
    return "".join(text[number.end if number else 0 :].split())
