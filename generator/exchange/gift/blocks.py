"""A GIFT file as its questions: blank lines part them, but not inside braces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.gift.escapes import hide

if TYPE_CHECKING:
    from collections.abc import Iterator

_BRACE = re.compile(r"[{}]")
_CATEGORY = re.compile(r"\s*\$CATEGORY\s*[:：]")
_NAMED = re.compile(r"\s*(?:::|：：)")
_ENDS = tuple("。！？.!?；;…”）)")
_WIDE = str.maketrans("｛｝＝～＃％", "{}=~#%")


class Block(NamedTuple):
    """A question or a category: its text without comments, escaped signs hidden, and the comments as they are.

    `whole` is False when a brace is never closed. `wide` says that it was written with full-width signs.
    `parting` says how sure it is that it begins here.
    """

    text: str
    first: int
    last: int
    comments: tuple[tuple[int, str], ...]
    whole: bool
    wide: bool
    parting: str


CLEAR, RUN_ON, UNSURE = "", "run-on", "unsure"
"""How a block is parted from the one before: by a blank line or a sign of its own; by braces alone; and not for sure."""


def blocks(text: str) -> Iterator[Block]:
    lines = text.split("\n")
    signs = [hide(line) for line in lines]
    at = 0
    parting = CLEAR
    while at < len(lines):
        if lines[at].strip():
            end, following = _end(signs, at)
            yield _block(lines, signs, at, end, parting)
            at, parting = end, following
        else:
            at += 1


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("//")


def _end(lines: list[str], start: int) -> tuple[int, str]:
    """One past the last line of the block that begins at `start`, and the parting there.

    An open brace takes in blank lines, unless what follows one must be a question of its own.
    """
    is_open = False
    closed = -1  # the line of the last closing brace
    behind = ""  # what stands there behind the brace
    blank = -1  # the first blank line since a brace was opened
    last = start - 1  # the last line that is no comment; comments belong to what follows them
    for at in range(start, len(lines)):
        line = lines[at]
        if not line.strip():
            if not is_open:
                return at, CLEAR
            blank = at if blank < 0 else blank
            continue
        if _is_comment(line):
            continue
        if _CATEGORY.match(line) and not (is_open and blank < 0):
            return (blank if is_open else last + 1 if last >= start else at + 1), CLEAR
        if is_open and blank >= 0 and (_NAMED.match(line) or "{" in line.partition("}")[0]):
            return blank, CLEAR
        if closed >= 0 and not is_open:
            if _NAMED.match(line):
                return last + 1, CLEAR
            if _has_brace(line):  # no question has answers in two places
                if last == closed:
                    return last + 1, RUN_ON
                return (closed if not behind or behind.endswith(_ENDS) else last) + 1, UNSURE
        last = at
        for brace in _BRACE.finditer(_narrow(line)):
            if brace[0] == "{" and not is_open:
                is_open, blank = True, -1
            elif brace[0] == "}" and is_open:
                is_open, closed = False, at
                behind = line[brace.end() :].strip()
    return (blank if is_open and blank >= 0 else len(lines)), CLEAR


def _has_brace(line: str) -> bool:
    return "{" in _narrow(line)


def _narrow(line: str) -> str:
    """The line with plain signs, where its braces are full-width ones."""
    return line.translate(_WIDE) if ("｛" in line or "｝" in line) and not _BRACE.search(line) else line


def _block(lines: list[str], signs: list[str], start: int, end: int, parting: str) -> Block:
    numbered = [(number, line) for number, line in enumerate(signs[start:end], start + 1)]
    comments = tuple((number, lines[number - 1].strip()) for number, line in numbered if _is_comment(line))
    kept = [(number, line) for number, line in numbered if not _is_comment(line)]
    filled = [number for number, line in kept if line.strip()] or [number for number, _ in numbered]
    text = "\n".join(line for _, line in kept).strip()
    wide = "｛" in text and "｝" in text and not _BRACE.search(text)
    if wide:
        text = text.translate(_WIDE)
    whole = text.find("}") > text.find("{") if "{" in text else "}" not in text
    return Block(text, filled[0], filled[-1], comments, whole, wide, parting)
