"""Tables: those that only lay out a document become lines, those that list questions or answers too.

What is left a table belongs to the text of a question, or to its levels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.entries import entries_of
from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.labels import kind_of, label_at
from generator.exchange.interpret.numerals import number_at
from generator.exchange.interpret.pasted import is_answer, keys_in_lines, tabbed
from generator.exchange.interpret.rows import before, by_shape, columns, entry, records, words_of
from generator.exchange.interpret.shares import shares
from generator.exchange.interpret.words import COLUMNS, FORM_WORDS, SUMMARY_WORDS
from generator.exchange.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def laid_out(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Lines in which only tables that belong to a text are left; and the tables left out, with why."""
    kept: list[Line] = []
    left: list[tuple[Line, str]] = []
    levels = False  # whether the line before names levels
    bare = _are_bare(lines)
    for line in keys_in_lines(tabbed(lines)):
        if line.role != "table":
            if line.text.strip():
                label = label_at(flat(line.text).strip())
                levels = label is not None and label.kind in ("levels", "scheme")
            kept.append(line)
            continue
        rows = _filled(line)
        if not rows:
            continue
        if levels and all(len(row) >= 2 for row in rows):
            kept.append(line)
        elif _are_levels(rows):
            kept += [Line("【评分档】", line.number), line]
        elif _is_furniture(rows):
            left.append((line, "left-box"))
        elif _is_summary(rows):
            left.append((line, "left-summary"))
        elif (found_shares := shares(rows))[0]:
            kept += found_shares[0]
            left += [(line, "left-summary") for line in found_shares[1]]
        else:
            shaped = by_shape(rows) if bare else []
            if shaped:
                left.append((line._replace(rows=line.rows[:1]), "left-table-heads"))
            found = shaped or list(_lines(rows))
            kept += found or [line]
        levels = False
    return kept, left


def _filled(table: Line) -> list[list[tuple[Line, ...]]]:
    """Rows with any text in them; cells keep their places."""
    rows = [[tuple(_inner(cell)) for cell in row] for row in table.rows]
    return [row for row in rows if any(cell for cell in row)]


def _inner(cell: Sequence[Line]) -> Iterator[Line]:
    """The lines of a cell that say something, tables in it laid out too."""
    for line in cell:
        if line.role == "table":
            for row in line.rows:
                for inner in row:
                    yield from _inner(inner)
        elif line.text.strip():
            yield line


def _is_furniture(rows: list[list[tuple[Line, ...]]]) -> bool:
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


def _is_summary(rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether a table counts sections, their questions and marks, as stands before a paper or its key."""
    heads = [words_of(cell).replace(" ", "") for cell in rows[0]]
    told = [head for head in heads if head]
    return len(told) > 2 and len(rows) > 1 and sum(head in SUMMARY_WORDS for head in told) >= 0.7 * len(told)


def _is_number(words: str) -> bool:
    return re.fullmatch(r"[一二三四五六七八九十]{1,3}|[0-9]{1,3}|[ivx]{1,4}", words) is not None


def _lines(rows: list[list[tuple[Line, ...]]]) -> Iterator[Line]:
    """The lines a table lays out; none when it is a table for its own sake."""
    heads = [words_of(cell) for cell in rows[0]]
    if _is_labelled(rows):
        yield from _frame(rows)
    elif (said := " ".join(words_of(cell) for row in rows for cell in row if cell)) and _are_entries(
        said, rows
    ):
        yield next(line for cell in rows[0] for line in cell)._replace(
            text=said.upper(), marks=(), automatic=0
        )
    elif sum(head in COLUMNS["stem"] for head in heads) == 1 and len(rows) > 1 and len(heads) > 1:
        yield from records(heads, rows[1:])
    elif (
        len(rows) % 2 == 0
        and heads
        and heads[0] in COLUMNS["number"]
        and all(words_of(row[0]) in COLUMNS["answer"] for row in rows[1::2])
    ):
        for numbers, answers in zip(rows[::2], rows[1::2], strict=True):
            for number, answer in zip(numbers[1:], answers[1:], strict=False):
                if number and answer:
                    yield from entry(words_of(number), answer)
    elif (
        any(head in COLUMNS["number"] for head in heads)
        and any(is_answer(head) for head in heads)
        and len(rows) > 1
    ):
        yield from columns(heads, rows[1:])
    elif _are_options(rows):
        for row in rows:
            for cell in row:
                yield from cell
    elif _is_frame(rows):
        yield from _frame(rows)


def _are_bare(lines: Sequence[Line]) -> bool:
    """Whether a document has hardly a line with a number or a label outside its tables."""
    return sum(line.role == "text" and _begins(line) for line in lines) < 2


def _is_labelled(rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether each row is the label of a field and what it holds: one question a table."""
    told = [[cell for cell in row if cell] for row in rows]
    kinds = [kind_of(words_of(row[0])) for row in told if len(row) == 2]
    return len(kinds) == len(rows) > 1 and all(kinds) and len(set(kinds)) > 1


def _are_entries(said: str, rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether cells are the entries of a key: 1. A | 2. B"""
    cells = sum(1 for row in rows for cell in row if cell)
    found = entries_of(said, 0) if len(said) < 4000 else None
    return found is not None and cells > 1 and len(found.answers) >= cells


def _are_levels(rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether a table says by its headers that its rows are levels, with marks and words."""
    heads = [words_of(cell).replace(" ", "") for cell in rows[0]]
    return (
        2 <= len(heads) <= 4
        and len(rows) > 2
        and heads[0] in ("等级", "档次", "档位", "评分等级", "评价等级", "level", "band", "grade", "rating")
        and any(head.startswith(("分", "得分", "mark", "score", "point")) for head in heads[1:])
    )


def _are_options(rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether every cell begins with a letter, from A on."""
    told = [cell[0] for row in rows for cell in row if cell]
    numbers = [number_at(flat(line.text).strip(), line.text.strip()) for line in told]
    return len(told) > 1 and [n and n.manner in ("A.", "a.") and n.value for n in numbers] == list(
        range(1, len(told) + 1)
    )


def _is_frame(rows: list[list[tuple[Line, ...]]]) -> bool:
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


def _frame(rows: list[list[tuple[Line, ...]]]) -> Iterator[Line]:
    for row in rows:
        told = list(dict.fromkeys(cell for cell in row if cell))
        if len(told) == 2 and len(told[0]) == 1:
            head, body = told
            words = words_of(head)
            number = number_at(words, head[0].text.strip())
            if kind_of(words):
                yield before(body[0], f"【{words}】")
                yield from body[1:]
                continue
            if number is not None and number.end >= len(words) and number.manner in ("第1题", "1."):
                yield before(body[0], head[0].text.strip() + ("：" if number.manner != "1." else ""))
                yield from body[1:]
                continue
        for cell in told:
            yield from cell
