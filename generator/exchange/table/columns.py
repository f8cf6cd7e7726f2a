"""Columns whose meaning depends on what stands in them: marks, levels of difficulty, mere counting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.facts import difficulty
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.table.headers import is_level_header, is_running_header

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from generator.exchange.table.headers import Columns
    from generator.office.table import Row

_BETWEEN = frozenset(("较易", "较难", "偏易", "偏难", "较容易", "较困难"))
_FIVE = {"易": "1", "容易": "1", "简单": "1", "难": "5", "困难": "5"}  # in a column that has levels between
_NUMBER = re.compile(r"\s*[0-9]{1,6}(?:\.[0-9]{1,6})?\s*(?:分|points?|pts\.?|marks?)?\s*", re.IGNORECASE)
_ORDINAL = re.compile(r"第?[（(]?[0-9]{1,4}(?:[.-][0-9]{1,2})?[.、．)）]?题?")
_STEP = 3  # most by which counting goes on: rows may have been deleted


def counted(columns: Columns, rows: Sequence[Row]) -> Columns:
    """ "Points" over nothing but numbers are marks; "level" over nothing but easy and hard is the difficulty."""
    if columns.markdown:
        return columns
    fields = [*columns.fields]
    if "points" in fields:
        at = fields.index("points")
        if _all(rows, at, lambda cell: bool(_NUMBER.fullmatch(cell))):
            fields[at] = "" if "marks" in fields else "marks"
    levels = [at for at, header in enumerate(columns.headers) if is_level_header(header) and not fields[at]]
    if (
        "difficulty" not in fields
        and levels
        and _all(rows, levels[0], lambda cell: bool(difficulty(flat(cell).strip())))
    ):
        fields[levels[0]] = "difficulty"
    return columns._replace(fields=tuple(fields))


def _all(rows: Sequence[Row], at: int, is_one: Callable[[str], bool]) -> bool:
    said = cells(rows, at)
    return bool(said) and all(map(is_one, said))


def cells(rows: Sequence[Row], at: int) -> list[str]:
    """The cells of a column that are filled."""
    return [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at].strip()]


def levels_between(columns: Columns, rows: Sequence[Row]) -> Mapping[str, str]:
    """What 易 and 难 are where there are levels between them and the middle; nothing where there are none."""
    if "difficulty" not in columns.fields:
        return {}
    said = {cell.strip() for cell in cells(rows, columns.fields.index("difficulty"))}
    return _FIVE if said & _BETWEEN else {}


def is_running(columns: Columns, rows: Sequence[Row]) -> bool:
    """Whether the column of ids only counts the `rows`, be it anew in each part of the table."""
    if columns.markdown or "id" not in columns.fields:
        return False
    said = [cell.strip() for cell in cells(rows, columns.fields.index("id"))]
    if not all(cell.isascii() and cell.isdigit() and len(cell) < 7 for cell in said):
        return False
    numbers = list(map(int, said))
    pairs = zip([-1, *numbers], numbers, strict=False)
    return all(
        number <= 1 or 0 < number - before <= (_STEP if before >= 0 else 0) for before, number in pairs
    )


def running_number(columns: Columns, cell: str) -> bool:
    """Whether a cell of the column of ids is but the number of its row, as its header makes one expect."""
    if columns.markdown or not cell.strip():
        return False
    header = columns.headers[columns.fields.index("id")]
    return is_running_header(header) and bool(_ORDINAL.fullmatch(cell.strip()))
