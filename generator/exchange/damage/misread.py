"""Misread: the numbers of questions that a scanner read as letters or ended with a comma, l、 lO. 3，, as they were."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.damage.lines import Tally
from generator.exchange.line import changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.diagnostics import Report
    from generator.exchange.line import Line, Manuscript

_NUMBER = re.compile(r"[ \t\u3000]*([0-9lI|OoQSZ]{1,3})( ?)([.．、，,])(?![0-9])")
_DIGITS = str.maketrans("lI|OoQSZ", "11100052")
_FEWEST = 2  # sound numbers of a document that show how it counts


class _Head(NamedTuple):
    """A number that line `at` begins with, from `start` to `end` with its stop; `sound` where nothing is wrong with it."""

    at: int
    value: int
    start: int
    end: int
    stop: str
    sound: bool


def mend(manuscript: Manuscript, report: Report) -> Manuscript:
    """A number is mended only where the one before it and the one behind it count with it."""
    heads = list(_heads(manuscript.lines))
    sound = sum(head.sound for head in heads)
    if sound == len(heads) or sound < _FEWEST:
        return manuscript
    tally = Tally()
    lines = list(manuscript.lines)
    open_: list[int] = []  # the counts that are going on, the innermost last
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        if not head.sound and not _is_due(head, following, open_):
            continue
        if not head.sound:
            line = lines[head.at]
            stop = head.stop if head.stop in ".．、" else "．"
            lines[head.at] = changed(line, [(head.start, head.end, f"{head.value}{stop}")])
            tally.add(line.number)
        while open_ and open_[-1] != head.value - 1 and head.value - 1 in open_:
            open_.pop()
        open_ = (
            [*open_[:-1], head.value] if open_ and open_[-1] == head.value - 1 else [*open_[-4:], head.value]
        )
    if not tally.count:
        return manuscript
    tally.tell("mended-misread", manuscript, report)
    return manuscript._replace(lines=tuple(lines))


def _heads(lines: Sequence[Line]) -> Iterator[_Head]:
    for at, line in enumerate(lines):
        found = _NUMBER.match(line.text) if line.role == "text" and not line.automatic else None
        if found is None:
            continue
        value = int(found[1].translate(_DIGITS))
        sound = found[1].isdigit() and found[3] in ".．、"
        if value:
            yield _Head(at, value, found.start(1), found.end(), found[3], sound)


def _is_due(head: _Head, following: _Head | None, open_: Sequence[int]) -> bool:
    """Whether a number goes on with a count, or begins one that the next goes on with."""
    if head.value == 1:
        return following is not None and following.value == 2
    goes_on = following is not None and following.value in (1, head.value + 1)
    return head.value - 1 in open_ and (goes_on or following is None)
