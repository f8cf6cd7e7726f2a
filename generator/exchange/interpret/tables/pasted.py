"""Tables pasted as text: columns between tabs, and the two rows of a key."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.tables.cells import is_answer
from generator.exchange.interpret.words.columns import COLUMNS
from generator.exchange.line import Line, piece

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROW = re.compile(r" *(题号|no\.?|question|q|答案|参考答案|正确答案|answer|key)[ :|]+")
_CELL = re.compile(r"[^\s|]+")


def keys_in_lines(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines, with 题号 1 2 3 over 答案 B B A as the entries of a key: 1.B 2.B 3.A"""
    skipped = False
    for line, after in zip_longest(lines, lines[1:]):
        if skipped:
            skipped = False
            continue
        head = _ROW.match(flat(line.text)) if line.role == "text" and len(line.text) < 400 else None
        below = _ROW.match(flat(after.text)) if head and after is not None and after.role == "text" else None
        if (
            head
            and below
            and after is not None
            and head[1] in COLUMNS["number"]
            and below[1] in COLUMNS["answer"]
        ):
            numbers = _CELL.findall(flat(line.text)[head.end() :])
            answers = _CELL.findall(after.text[below.end() :])
            if len(numbers) == len(answers) > 1 and all(number.isdigit() for number in numbers):
                said = " ".join(f"{number}.{answer}" for number, answer in zip(numbers, answers, strict=True))
                yield line._replace(text=said, marks=())
                skipped = True
                continue
        yield line


def tabbed(lines: Sequence[Line]) -> list[Line]:
    """Lines, with a table pasted as lines with tabs, its first row naming questions, as a table."""
    kept: list[Line] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        cells = line.text.split("\t") if line.role == "text" else []
        if not 2 <= len(cells) <= 12 or not _are_heads([flat(cell).strip() for cell in cells]):
            kept.append(line)
            continue
        rows = [_cells(line)]
        while at < len(lines) and lines[at].role == "text" and _is_row(lines[at].text, len(cells)):
            rows.append(_cells(lines[at]))
            at += 1
        kept.append(Line("", line.number, role="table", rows=tuple(rows)) if len(rows) > 1 else line)
    return kept


def _are_heads(heads: Sequence[str]) -> bool:
    """Whether these name the columns of a list of questions, or of a key."""
    if sum(head in COLUMNS["stem"] for head in heads) == 1:
        return True
    return heads[0] in COLUMNS["number"] and any(is_answer(head) for head in heads[1:])


def _is_row(text: str, columns: int) -> bool:
    """Whether a line has the cells of a row, the empty ones at its end perhaps lost with their tabs."""
    tabs = text.count("\t")
    return tabs < columns and tabs * 2 >= columns - 1 and tabs > 0


def _cells(line: Line) -> tuple[tuple[Line, ...], ...]:
    cells, start = [], 0
    for cell in line.text.split("\t"):
        cells.append((piece(line, start, start + len(cell)),))
        start += len(cell) + 1
    return tuple(cells)
