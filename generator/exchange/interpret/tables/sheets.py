"""Score sheets: tables in which those who mark write, what names them above, and the notes to them below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.tables.cells import words_of
from generator.exchange.interpret.words.columns import COLUMNS, WRITTEN_ENDS

if TYPE_CHECKING:
    from generator.exchange.interpret.tables.cells import Rows
    from generator.exchange.line import Line

_NAMES = re.compile(
    r"[^。?!;:]{0,16}(?:评分|记分|计分|打分|测评|评价|评定|成绩|评委|考官|面试)(?:[^。?!;:]{0,6})?[表单](?: ?\([^()]{1,16}\))?"
    r"|[^.?!;:]{0,24}(?:score|scoring|marking|rating|assessment|evaluation) ?(?:sheet|form|card|table|grid)"
)
_REMARKS = re.compile(r"\(?(?:注|备注|说明|填表说明|评分说明|notes?|remarks?) ?:")
_HEADS = 2  # rows that may be the headers


def is_sheet(rows: Rows) -> bool:
    """Whether a table has a column named for what is written in it, score or signature, and nothing in that column."""
    heads = [[words_of(cell) for cell in row] for row in rows[:_HEADS]]
    if any(head in COLUMNS[kind] for row in heads for head in row for kind in ("stem", "answer")):
        return False
    return any(
        _is_place(head) and _is_empty(rows, at, place)
        for at, row in enumerate(heads)
        for place, head in enumerate(row)
        if len([told for told in row if told]) > 1
    )


def _is_place(head: str) -> bool:
    name = head if head.isascii() else head.replace(" ", "")
    return len(name) <= 16 and name.endswith(WRITTEN_ENDS)


def _is_empty(rows: Rows, at: int, place: int) -> bool:
    """Whether a column holds nothing below row `at`."""
    column = [words_of(row[place]).strip(" _/") for row in rows[at + 1 :] if place < len(row)]
    return len(column) > 1 and not any(column)


def names_sheet(line: Line) -> bool:
    """Whether a line is the name of the score sheet below it."""
    words = flat(line.text).strip()
    return line.role == "text" and len(words) <= 40 and _NAMES.fullmatch(words) is not None


def remarks_sheet(line: Line) -> bool:
    """Whether a line is a note to the score sheet above it."""
    return line.role == "text" and _REMARKS.match(flat(line.text[:20]).strip()) is not None
