"""Which characters a font embedded in a PDF can show: by its ToUnicode table, and by the program itself."""

from __future__ import annotations

import re
from itertools import pairwise

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


def characters(table: bytes) -> set[str]:
    """The characters that a ToUnicode table leads to."""
    found: set[str] = set()
    for kind, block in _BLOCK.findall(table):
        numbers = _HEX.findall(block)
        if kind == b"char":
            for target in numbers[1::2]:
                found.update(bytes.fromhex(target.decode()).decode("utf-16-be", "ignore"))
        else:
            for first, last, target in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=False):
                start = int(target, 16)
                found.update(
                    map(chr, range(start, min(start + int(last, 16) - int(first, 16), 0x10FFFF) + 1))
                )
    return found


def program(data: bytes) -> frozenset[str] | None:
    """The characters of a CFF program whose CIDs are code points; those in the private use area say nothing."""
    try:
        cids = _charset(data)
    except (IndexError, ValueError):
        return None
    return frozenset(chr(cid) for cid in cids if not 0xD800 <= cid <= 0xF8FF)


def outlines(data: bytes) -> list[tuple[int, int]]:
    """Where the outline of each glyph of a CFF program begins and ends. IndexError, ValueError: it is none of ours."""
    return _index(data, _top(data)[17][0])[0]


def _top(data: bytes) -> dict[int, list[int]]:
    """The operands of each operator of the top dictionary. IndexError, ValueError."""
    _, at = _index(data, data[2])
    tops, at = _index(data, at)
    start, end = tops[0]
    entries: dict[int, list[int]] = {}
    operands: list[int] = []
    while start < end:
        first = data[start]
        if first <= 21:
            if first == 12:
                start += 1
                first = 1200 + data[start]
            entries[first], operands = operands, []
            start += 1
        elif first == 29:
            operands.append(int.from_bytes(data[start + 1 : start + 5], "big", signed=True))
            start += 5
        elif first == 28:
            operands.append(int.from_bytes(data[start + 1 : start + 3], "big", signed=True))
            start += 3
        elif first >= 247:
            operands.append(0)
            start += 2
        elif first >= 32:
            operands.append(first - 139)
            start += 1
        else:
            raise ValueError(first)
    if not entries.get(17) or not entries.get(15):
        raise ValueError
    return entries


def _charset(data: bytes) -> list[int]:
    """IndexError, ValueError: it is no CFF of ours."""
    at, wanted = _top(data)[15][0], len(outlines(data)) - 1
    form, at = data[at], at + 1
    cids: list[int] = []
    if form == 0:
        cids = [int.from_bytes(data[at + 2 * i : at + 2 * i + 2], "big") for i in range(wanted)]
    else:
        while len(cids) < wanted:
            first = int.from_bytes(data[at : at + 2], "big")
            left = int.from_bytes(data[at + 2 : at + 2 + form], "big")
            cids += range(first, first + left + 1)
            at += 2 + form
            if at > len(data):
                raise ValueError
    return cids


def _index(data: bytes, at: int) -> tuple[list[tuple[int, int]], int]:
    """Where each item of an INDEX begins and ends, and what follows it."""
    count = int.from_bytes(data[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = data[at + 2]
    offsets = [
        int.from_bytes(data[p : p + size], "big") for p in range(at + 3, at + 3 + (count + 1) * size, size)
    ]
    base = at + 2 + (count + 1) * size
    if base + offsets[-1] > len(data) or offsets != sorted(offsets):
        raise ValueError(at)
    return [(base + a, base + b) for a, b in pairwise(offsets)], base + offsets[-1]
