"""Shapes of tables: what a table is, by its headers and by what its cells begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.entries import entries_of
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of, label_at
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.interpret.lexers.scores import SPAN
from generator.exchange.interpret.tables.cells import words_of
from generator.exchange.interpret.words.columns import (
    COLUMNS,
    EVIDENCE_WORDS,
    FORM_WORDS,
    SCORE_WORDS,
    SUMMARY_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.tables.cells import Rows
    from generator.exchange.line import Line


def is_furniture(rows: Rows) -> bool:
    """A box for names or marks: its words are those of forms, and most of the rest is empty."""
    cells = [words_of(cell) for row in rows for cell in row]
    told = [words for words in cells if words and not _is_number(words)]
    named = [
        words
        for words in told
        if words.replace(" ", "") in FORM_WORDS or words.rstrip(" _:").replace(" ", "") in FORM_WORDS
    ]
    return (
        bool(named)
        and len(named) >= 0.6 * len(told)
        and not any(words in COLUMNS["answer"] for words in told)
    )


def is_summary(rows: Rows) -> bool:
    """Whether a table counts sections, their questions and marks, as stands before a paper or its key."""
    heads = [words_of(cell).replace(" ", "") for cell in rows[0]]
    told = [head for head in heads if head]
    return len(told) > 2 and len(rows) > 1 and sum(head in SUMMARY_WORDS for head in told) >= 0.7 * len(told)


def _is_number(words: str) -> bool:
    return re.fullmatch(r"[一二三四五六七八九十]{1,3}|[0-9]{1,3}|[ivx]{1,4}", words) is not None


def are_bare(lines: Sequence[Line]) -> bool:
    """Whether a document has hardly a line with a number or a label outside its tables."""
    return sum(line.role == "text" and _begins(line) for line in lines) < 2


def is_labelled(rows: Rows) -> bool:
    """Whether each row is the label of a field and what it holds: one question a table."""
    told = [[cell for cell in row if cell] for row in rows]
    kinds = [kind_of(words_of(row[0])) for row in told if len(row) == 2]
    return len(kinds) == len(rows) > 1 and all(kinds) and len(set(kinds)) > 1


def in_pairs(rows: Rows) -> Rows:
    """The rows of a card with several labels in a row, 题号|001|题型|单选题, each label in its own; none for other tables."""
    if not any(len(row) >= 4 and len(row) % 2 == 0 and row[2] for row in rows):
        return []
    pairs = [[row[at], row[at + 1]] for row in rows for at in range(0, len(row) - 1, 2) if row[at]]
    kinds = [kind_of(words_of(label)) for label, _ in pairs]
    told = {kind for kind in kinds if kind}
    loose = sum(1 for row in rows for at in range(1, len(row), 2) if row[at] and not row[at - 1])
    short = all(len(words_of(label)) <= 12 for label, _ in pairs)
    known = 4 * sum(map(bool, kinds)) >= 3 * len(kinds)
    return pairs if known and short and not loose and "stem" in told and len(told) > 2 else []


def are_entries(said: str, rows: Rows) -> bool:
    """Whether cells are the entries of a key: 1. A | 2. B"""
    cells = sum(1 for row in rows for cell in row if cell)
    found = entries_of(said, 0) if len(said) < 4000 else None
    return found is not None and cells > 1 and len(found.answers) >= cells


def are_levels(rows: Rows) -> bool:
    """Whether a table says by its headers that its rows are levels, with marks and words."""
    heads = [words_of(cell).replace(" ", "") for cell in rows[0]]
    if (
        len(heads) == 2
        and heads[0] in SCORE_WORDS
        and (heads[1] in EVIDENCE_WORDS or heads[1].startswith("whatit"))
    ):
        return len(rows) > 2 and all(row[0] and _SPAN.fullmatch(words_of(row[0])) for row in rows[1:])
    return (
        2 <= len(heads) <= 4
        and len(rows) > 2
        and heads[0] in ("等级", "档次", "档位", "评分等级", "评价等级", "level", "band", "grade", "rating")
        and any(head.startswith(("分", "得分", "mark", "score", "point")) for head in heads[1:])
    )


_SPAN = re.compile(SPAN)


def are_options(rows: Rows) -> bool:
    """Whether every cell begins with a letter, from A on."""
    told = [cell[0] for row in rows for cell in row if cell]
    numbers = [number_at(flat(line.text).strip(), line.text.strip()) for line in told]
    return len(told) > 1 and [n and n.manner in ("A.", "a.") and n.value for n in numbers] == list(
        range(1, len(told) + 1)
    )


def is_frame(rows: Rows) -> bool:
    """Whether cells are parts of a document: one column, or labels and numbers at the beginning of cells."""
    if all(
        len({line.number: 0 for cell in row for line in cell}) and sum(1 for cell in row if cell) == 1
        for row in rows
    ):
        cells = [line for row in rows for cell in row for line in cell]
        return len(rows) > 1 or len(cells) > 1 or _begins(cells[0])
    led = 0
    for row in rows:
        told = [cell for cell in row if cell]
        label = label_at(words_of(told[0]) + ":") if told and len(words_of(told[0])) <= 16 else None
        number = number_at(words_of(told[0]), told[0][0].text.strip()) if told else None
        if (
            (label is not None and len(told) <= 2)
            or (number is not None and number.manner == "第1题" and len(told) <= 2)
            or any(_begins(line) for cell in told for line in cell[1:])
            or len(told) == 1
        ):
            led += 1
    return led >= 0.75 * len(rows) and led > 0


def _begins(line: Line) -> bool:
    words = flat(line.text).strip()
    label = label_at(words)
    return label is not None or number_at(words, line.text.strip()) is not None
