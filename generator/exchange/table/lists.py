"""Several texts in one cell, in a notation a person would use and a program reads back exactly.

Names and accepted answers are parted by signs; one that holds such a sign stands in double quotes. Points and the like
stand one below another behind their numbers: 1. then （1） then ①. A line that goes on with a point and would be taken
for something else has `| ` before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.numbering import circled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

# Names and accepted answers ------------------------------------------------------------------------

NAMES = "、，,；;|\n"
BLANKS = "；;\n"
ACCEPTED = "|"
_UNSAFE = re.compile(r'[、，,；;|/"\n]|^\s|\s$')


def joined(items: Iterable[str], sign: str) -> str:
    """`items` parted by `sign`, so that `parted` gives them back."""
    return sign.join(
        f'"{item.replace(chr(34), chr(34) * 2)}"' if _UNSAFE.search(item) else item for item in items
    )


def parted(cell: str, signs: str) -> list[str]:
    """What any of `signs` part; an item in double quotes may hold them itself."""
    return [_bare(item) for item in _raw(cell, signs) if item]


def _raw(cell: str, signs: str) -> list[str]:
    """The items as they are written; those in quotes keep them."""
    item = re.compile(rf'[ \t]*(?:("(?:[^"]|"")*+")[ \t]*(?=[{signs}]|\Z)|([^{signs}]*))')
    items: list[str] = []
    at = 0
    while at <= len(cell):
        found = item.match(cell, at)
        assert found
        items.append(found[1] or found[2].strip())
        at = found.end() + 1
    return items


def _bare(item: str) -> str:
    return item[1:-1].replace('""', '"') if re.fullmatch(r'"(?:[^"]|"")*+"', item) else item


def blanks_written(blanks: Iterable[Sequence[str]]) -> str:
    """A line for each blank, what is accepted parted by bars."""
    return "\n".join(joined(accepted, " | ") for accepted in blanks)


def blanks_read(cell: str, count: int) -> list[list[str]] | None:
    """What is accepted in each of `count` blanks; None where the cell does not come to as many."""
    if count == 1:
        found = [
            one for blank in _raw(cell.strip("\n"), BLANKS) for one in _raw(blank, ACCEPTED + "/") if one
        ]
        return [[_bare(one) for one in found]] if found else None
    for signs in ("\n", BLANKS, "|", "、，,", " \t　"):
        blanks = [blank for blank in _raw(cell, signs) if blank]
        if len(blanks) == count:
            return [[_bare(one) for one in _raw(blank, ACCEPTED + "/") if one] for blank in blanks]
    return None


# Lists ---------------------------------------------------------------------------------------------


class Item(NamedTuple):
    """A text of a list and its depth, from 0."""

    text: str
    depth: int = 0


_STYLES = (
    ("1.", re.compile(r"[0-9０-９]{1,2}[.．、)）](?![0-9０-９])")),
    ("（1）", re.compile(r"[（(][0-9０-９]{1,2}[)）]")),
    ("①", re.compile(r"[①-⑳㉑-㉟㊱-㊿]")),
    ("一、", re.compile(r"[一二三四五六七八九十]{1,3}[、.．]")),
    ("（一）", re.compile(r"[（(][一二三四五六七八九十]{1,3}[)）]")),
    ("a.", re.compile(r"[a-z][.)）](?=\s)")),
    ("-", re.compile(r"[-*+•·●○■◆▪](?=\s)")),
)
_NUMBERS: tuple[Callable[[int], str], ...] = (
    lambda number: f"{number}. ",
    lambda number: f"（{number}）",
    circled,
)
_INLINE = (
    re.compile(r"(?:^|(?<=[\s；;。，,]))([0-9]{1,2})[.．、)）](?![0-9])"),
    re.compile(r"[（(]([0-9]{1,2})[)）]"),
    re.compile(r"([①-⑳])"),
)
_HELD = "| "  # before a line that is to be taken as it stands


def items_written(items: Sequence[Item]) -> str:
    """The items one below another; `items_read` gives them back."""
    lone = items[0].text if len(items) == 1 else ""
    if lone and items_read(lone) == list(items):
        return lone
    written = _written(items, _holds)
    return written if items_read(written) == list(items) else _written(items, lambda _line, _first: True)


def _written(items: Sequence[Item], held: Callable[[str, bool], bool]) -> str:
    lines: list[str] = []
    counts: list[int] = []
    for item in items:
        counts = [*counts, 0][: item.depth + 1]
        counts[-1] += 1
        for at, line in enumerate(item.text.split("\n")):
            lead = "   " * item.depth + (_NUMBERS[item.depth](counts[-1]) if not at else "   ")
            lines.append((lead + _HELD * held(line, not at) + line) if line or not at else "")
    return "\n".join(lines)


def _holds(line: str, first: bool) -> bool:
    """Whether a line of an item would not be read as it stands."""
    return (
        line != line.lstrip()
        or line.startswith("|")
        or (first and not line)
        or (not first and bool(_style(line)))
    )


def items_read(cell: str, *, deep: bool = True) -> list[Item]:
    """The items of a cell: those behind numbers or bullets, else its lines; all of one depth unless `deep`.

    Numbers of another style than those around begin a deeper list.
    """
    lines = lines_of(cell)
    items: list[list[str]] = []
    depths: list[int] = []
    styles: list[str] = []
    for line in lines:
        bare = line.lstrip()
        style = _style(bare)
        if style and (deep or not styles or style == styles[0]):
            styles = styles[: styles.index(style) + 1] if style in styles else [*styles, style]
            items.append([_kept(_behind(bare, style))])
            depths.append(min(len(styles), len(_NUMBERS)) - 1)
        elif bare and not styles:
            items.append([_kept(bare)])
            depths.append(0)
        elif items:
            items[-1].append(_kept(bare))
    texts = ["\n".join(lines).rstrip("\n") for lines in items]
    return [Item(text, depth) for text, depth in zip(texts, depths, strict=True) if text.strip()]


def is_item(line: str) -> bool:
    """Whether a line begins with a number or bullet."""
    return bool(_style(line.lstrip()))


def behind_number(line: str) -> str:
    """A line without the number or bullet it may begin with."""
    bare = line.lstrip()
    style = _style(bare)
    return _behind(bare, style) if style else line


def _style(line: str) -> str:
    return next((name for name, pattern in _STYLES if pattern.match(line)), "")


def _behind(line: str, style: str) -> str:
    found = next(pattern for name, pattern in _STYLES if name == style).match(line)
    assert found
    return line[found.end() :].lstrip()


def _kept(line: str) -> str:
    return line[len(_HELD) :] if line.startswith(_HELD) else "" if line == _HELD.strip() else line


def lines_of(cell: str) -> list[str]:
    """The lines of a cell; what stands in one line as 1. … 2. … is cut there."""
    lines = cell.strip("\n").split("\n")
    if len(lines) > 1 or _HELD in cell:
        return lines
    for pattern in _INLINE:
        cuts: list[int] = []
        for found in pattern.finditer(cell):
            sign = found[1]
            number = int(sign) if sign.isdecimal() else ord(sign) - ord("①") + 1
            if number == len(cuts) + 1:
                cuts.append(found.start())
        if len(cuts) > 1 and not cell[: cuts[0]].strip():
            ends = [*cuts[1:], len(cell)]
            return [cell[start:end].strip(" \t；;，,") for start, end in zip(cuts, ends, strict=True)]
    return lines
