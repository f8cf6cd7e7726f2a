"""Signs: bars, squares and stars that only set a number or a label off: ▌真题1, ■题目一：, ★答案：."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import label_at
from generator.exchange.interpret.lexers.numerals import SECTIONS, number_at
from generator.exchange.line import changed, piece

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.exchange.line import Line

_SIGNS = re.compile(r"[▌▍▎▏█┃■□●◆◇★☆▶►▲△◉◎➤✦✿❖※]{1,4}[ \t\u3000]*")
_BULLET = re.compile(r"[·•●◆■▪][ \t\u3000]*(?=.{4,200}[？?。]$)")
_NUMBERED = frozenset(("1.", "第1题", *SECTIONS))
_LETTERS = 2  # letters by which a document must count
_HEAD = 60  # characters in which a number and a label begin


def without_signs(lines: Iterable[Line]) -> list[Line]:
    """The lines without a sign before a question's number or a label, or a bullet before what a line below answers."""
    told = list(lines)
    answered = False  # whether the next line that says something is the label of an answer
    for at in range(len(told) - 1, -1, -1):
        line = told[at]
        if line.role == "blank" or not line.text.strip():
            continue
        found = _SIGNS.match(line.text) if line.role == "text" and not line.automatic else None
        if found and _sets_off(line.text[found.end() :]):
            line = told[at] = piece(line, found.end())
        elif answered and line.role == "text" and (bullet := _BULLET.match(line.text)):
            line = told[at] = piece(line, bullet.end())
        label = label_at(flat(line.text[:_HEAD]))
        answered = label is not None and label.kind == "answer"
    return told


_CODE = re.compile(r"([A-H])([0-9]{1,2})[.．、](?![0-9])")
_ASKED = re.compile(r"[Qq][0-9]{0,2} ?[.．:：、]")


def without_codes(lines: Iterable[Line]) -> list[Line]:
    """The lines, those that count by letter, A1. A2. B1. B2., without it; with an answer's label where A1. is behind Q1."""
    told = list(lines)
    codes = {at: found for at, line in enumerate(told) if (found := _CODE.match(line.text)) is not None}
    values: dict[str, list[int]] = {}
    for found in codes.values():
        values.setdefault(found[1], []).append(int(found[2]))
    counts = all(numbers == list(range(1, len(numbers) + 1)) for numbers in values.values())
    if any(_ASKED.match(line.text) for line in told):  # A1. answers Q1.
        return [
            changed(line, [(0, codes[at].end(), "A：")]) if at in codes and codes[at][1] == "A" else line
            for at, line in enumerate(told)
        ]
    if len(values) < _LETTERS or not counts:
        return told
    return [piece(line, 1) if at in codes else line for at, line in enumerate(told)]


def _sets_off(text: str) -> bool:
    words = flat(text[:_HEAD])
    if len(text) > _HEAD:
        words += "…"  # a label that ends here is not the end of the line
    number = number_at(words, text)
    if number is not None and not number.weak and number.manner in _NUMBERED:
        return True
    label = label_at(words)
    return label is not None and not label.alone
