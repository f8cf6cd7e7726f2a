"""Rows: tables that list questions or answers, a row for each, as lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import NOTED, kind_of
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.interpret.tables.cells import before, is_answer, words_of
from generator.exchange.interpret.words.columns import COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.tables.cells import Rows
    from generator.exchange.line import Line


def records(heads: list[str], rows: Rows) -> Iterator[Line]:
    """A row for each question, a column for each of its fields."""
    number = next((at for at, head in enumerate(heads) if head in COLUMNS["number"] or _counts(rows, at)), -1)
    stem = next(at for at, head in enumerate(heads) if head in COLUMNS["stem"])
    rows = [
        row for row in rows if [words_of(cell) for cell in row] != heads
    ]  # as a table repeats on each page
    for count, row in enumerate(rows, 1):
        if stem >= len(row) or not row[stem]:
            merged = [line for cell in row for line in cell]
            yield from dict.fromkeys(merged)  # a heading across all columns
            continue
        said = words_of(row[number]) if 0 <= number < len(row) else ""
        value = re.sub(r"[^0-9]", "", said) or str(count)
        first, *more = row[stem]
        held = number_at(flat(first.text), first.text)
        yield first if held is not None and held.value == int(value) else before(first, f"{value}. ")
        yield from more
        for at, cell in enumerate(row):
            if at in (stem, number) or not cell or at >= len(heads) or not heads[at]:
                continue
            letter = _OPTION.fullmatch(heads[at])
            yield before(cell[0], f"{letter[1].upper()}. " if letter else _label(heads[at]))
            yield from cell[1:]


def _counts(rows: Rows, at: int) -> bool:
    """Whether a column counts the rows from 1."""
    said = [words_of(row[at]) if at < len(row) else "" for row in rows]
    return len(said) > 1 and said == [str(n) for n in range(1, len(rows) + 1)]


_LEAST_ROWS, _LEAST_WORDS = 3, 6  # of a list of questions, and characters of its cells


def by_shape(rows: Rows) -> list[Line]:
    """The lines of a list of questions whose headers nobody knows: a shorter text and a longer one in each row."""
    heads, told = [words_of(cell) for cell in rows[0]], rows[1:]
    if len(told) < _LEAST_ROWS or any(head in COLUMNS["stem"] for head in heads) or not all(heads):
        return []
    if max(len(head) for head in heads) > 10:
        return []
    sizes = [_size(told, at) for at in range(len(heads))]
    texts = [at for at, size in enumerate(sizes) if size >= _LEAST_WORDS]
    answer = next((at for at in texts[1:] if is_answer(heads[at])), -1)
    if answer < 0:
        answer = max(texts[1:], key=lambda at: sizes[at], default=-1)
    stem = next((at for at in texts if at < answer and not kind_of(heads[at])), -1)
    if stem < 0 or answer < 0 or len({words_of(row[stem]) for row in told}) < len(told):
        return []
    heads[stem] = "题目"
    heads[answer] = heads[answer] if kind_of(heads[answer]) else "参考答案"
    return list(records(heads, told))


def _size(rows: Rows, at: int) -> float:
    """How many characters the cells of a column have in the middle; 0 where some are empty."""
    sizes = [len(words_of(row[at])) if at < len(row) else 0 for row in rows]
    return sum(sizes) / len(sizes) if all(sizes) else 0.0


_OPTION = re.compile(r"(?:备?选项|答案选项|option|choice)? ?([a-h])")


def _label(head: str) -> str:
    """The label a column gives to its cells; what no label has is for the note."""
    return f"【{head}】" if kind_of(head) else f"【{NOTED}{head}】"


def columns(heads: list[str], rows: Rows) -> Iterator[Line]:
    """A key with columns of numbers and answers, perhaps several pairs side by side."""
    numbers = [at for at, head in enumerate(heads) if head in COLUMNS["number"]]
    for at in numbers:
        answer = next((n for n in range(at + 1, len(heads)) if is_answer(heads[n])), -1)
        if answer < 0:
            continue
        for row in rows:
            if max(at, answer) < len(row) and row[at] and row[answer]:
                led = f"【{heads[answer]}】" if kind_of(heads[answer]) == "points" else ""
                yield from entry(words_of(row[at]), row[answer], led)
                for n in range(answer + 1, len(heads)):
                    if n in numbers:
                        break
                    if n < len(row) and row[n] and heads[n]:
                        yield before(row[n][0], _label(heads[n]))
                        yield from row[n][1:]


def entry(number: str, answer: Sequence[Line], label: str = "") -> Iterator[Line]:
    value = re.sub(r"[^0-9]", "", number)
    yield before(answer[0], f"{value or number}. {label}")
    yield from answer[1:]
