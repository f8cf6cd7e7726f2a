"""Shares: tables that list what earns marks, 评分标准 | 分值, made the numbered lines of a mark scheme."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.lexers.scores import FIGURE, UNIT
from generator.exchange.interpret.words.columns import COLUMNS
from generator.exchange.line import Line, changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CRITERIA = frozenset(
    [
        "评分项",
        "评分项目",
        "评分内容",
        "评分依据",
        "评价要点",
        "评价项目",
        "评分维度",
        "criterion",
        "criteria",
        "requirement",
    ]
) | {"marking point", "marking points", "answer point", "what earns marks"}
_MARKS = frozenset(
    ["分值", "分数", "得分", "满分", "赋分", "配分", "标准分", "marks", "mark", "points", "score"]
)
_FIGURE = re.compile(rf"({FIGURE}) ?{UNIT}?")
_SUM = re.compile(r"合计|总计|总分|小计|共计|total|sum")


def shares(rows: Sequence[Sequence[Sequence[Line]]]) -> tuple[list[Line], list[Line]]:
    """The lines of a mark scheme, its label first, and the rows that only add up; none where the table is no such."""
    heads = ["".join(flat(line.text) for line in cell).strip(" :") for cell in rows[0]]
    said = next((at for at, head in enumerate(heads) if _earns(head)), -1)
    marks = next((at for at, head in enumerate(heads) if at > said and head in _MARKS), -1)
    if any(head in COLUMNS["number"] for head in heads):
        return [], []  # a key
    if said != 0 or marks != 1 or len(heads) != 2 or len(rows) < 2:
        return [], []
    lines, sums = [Line("【评分标准】", rows[0][said][0].number)], []
    for row in rows[1:]:
        if len(row) != len(heads):
            return [], []
        words, figure = row[said], " ".join(flat(line.text).strip() for line in row[marks])
        found = _FIGURE.fullmatch(figure)
        if not found or not words:
            merged = [line for cell in row for line in cell]
            if not merged or not _SUM.search(flat(merged[0].text)):
                return [], []
            sums += merged
        elif _SUM.match(flat(words[0].text).strip()):
            sums += [*words, *row[marks]]
        else:
            lines += _counted(words, len(lines), found[1])
    return (lines, sums) if len(lines) > 1 else ([], [])


def _earns(head: str) -> bool:
    return head in _CRITERIA or kind_of(head) in ("scheme", "points", "answer")


def _counted(words: Sequence[Line], number: int, marks: str) -> Iterator[Line]:
    """The lines of a cell as a point: its number before the first, its marks at that line's end."""
    first, *more = words
    first = first._replace(part="point")  # whatever else its number may say
    yield changed(first, [(0, 0, f"{number}. "), (len(first.text), len(first.text), f"（{marks}分）")])
    yield from more
