"""Rows of a table that are none of its questions: places to write in, and the sum at its end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.lexers.scores import FIGURE, UNIT
from generator.exchange.interpret.tables.cells import words_of
from generator.exchange.interpret.words.columns import COLUMNS, FORM_WORDS, WRITTEN_ENDS

if TYPE_CHECKING:
    from generator.exchange.line import Line

_SUMS = frozenset(
    ("合计", "总计", "小计", "总分", "共计", "满分", "总和", "total", "sum", "subtotal", "totals")
)
_FIGURE = re.compile(rf"{FIGURE} ?{UNIT}?|100 ?%|-|/")


def without_asides(table: Line) -> tuple[Line, list[tuple[Line, str]]]:
    """A table without such rows, and each of them as a table, with why it is left out."""
    listed = any(words_of(cell) in COLUMNS["stem"] for cell in table.rows[0]) if table.rows else False
    kept: list[tuple[tuple[Line, ...], ...]] = []
    left: list[tuple[Line, str]] = []
    for row in table.rows:
        words = [words_of(cell) for cell in row]
        told = [said for said in words if said]
        why = ""
        if len(told) == 1 == bool(words[0]) and len(row) > 1 and any(row[1:]) and _is_place(told[0]):
            why = "left-box"
        elif listed and kept and told and _is_sum(told):
            why = "left-summary"
        if why:
            left.append((table._replace(rows=(row,)), why))
        else:
            kept.append(row)
    return (table._replace(rows=tuple(kept)), left) if kept and left else (table, [])


def _is_place(words: str) -> bool:
    """Whether a cell names what is to be written in the empty one beside it."""
    name = words.replace(" ", "") if not words.isascii() else words
    return name in FORM_WORDS or (
        kind_of(words) in ("", "marks", "remark") and len(name) <= 24 and name.endswith(WRITTEN_ENDS)
    )


def _is_sum(told: list[str]) -> bool:
    names = [words.replace(" ", "") for words in told if _FIGURE.fullmatch(words) is None]
    return bool(names) and all(name in _SUMS for name in names)
