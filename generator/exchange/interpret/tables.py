"""Tables: those that only lay out a document become lines, those that list questions or answers too.

What is left a table belongs to the text of a question, or to its levels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.labels import kind_of, label_at
from generator.exchange.interpret.numerals import number_at
from generator.exchange.interpret.pasted import keys_in_lines, tabbed
from generator.exchange.interpret.words import COLUMNS, FORM_WORDS, SUMMARY_WORDS
from generator.exchange.line import Line, changed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def laid_out(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Lines in which only tables that belong to a text are left; and the tables left out, with why."""
    kept: list[Line] = []
    left: list[tuple[Line, str]] = []
    levels = False  # whether the line before names levels
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
        elif _is_furniture(rows):
            left.append((line, "left-box"))
        elif _is_summary(rows):
            left.append((line, "left-summary"))
        else:
            found = list(_lines(rows))
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


def _words(cell: Sequence[Line]) -> str:
    return " ".join(flat(line.text).strip() for line in cell).strip(" :")


def _is_furniture(rows: list[list[tuple[Line, ...]]]) -> bool:
    """A box for names or marks: its words are those of forms, and most of the rest is empty."""
    cells = [_words(cell) for row in rows for cell in row]
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
    heads = [_words(cell).replace(" ", "") for cell in rows[0]]
    told = [head for head in heads if head]
    return len(told) > 2 and len(rows) > 1 and sum(head in SUMMARY_WORDS for head in told) >= 0.7 * len(told)


def _is_number(words: str) -> bool:
    return re.fullmatch(r"[一二三四五六七八九十]{1,3}|[0-9]{1,3}|[ivx]{1,4}", words) is not None


def _lines(rows: list[list[tuple[Line, ...]]]) -> Iterator[Line]:
    """The lines a table lays out; none when it is a table for its own sake."""
    heads = [_words(cell) for cell in rows[0]]
    if sum(head in COLUMNS["stem"] for head in heads) == 1 and len(rows) > 1 and len(heads) > 1:
        yield from _records(heads, rows[1:])
    elif (
        len(rows) % 2 == 0
        and heads
        and heads[0] in COLUMNS["number"]
        and all(_words(row[0]) in COLUMNS["answer"] for row in rows[1::2])
    ):
        for numbers, answers in zip(rows[::2], rows[1::2], strict=True):
            for number, answer in zip(numbers[1:], answers[1:], strict=False):
                if number and answer:
                    yield from _entry(_words(number), answer)
    elif (
        any(head in COLUMNS["number"] for head in heads)
        and any(head in COLUMNS["answer"] for head in heads)
        and len(rows) > 1
    ):
        yield from _columns(heads, rows[1:])
    elif _are_options(rows):
        for row in rows:
            for cell in row:
                yield from cell
    elif _is_frame(rows):
        yield from _frame(rows)


def _records(heads: list[str], rows: list[list[tuple[Line, ...]]]) -> Iterator[Line]:
    """A row for each question, a column for each of its fields."""
    number = next((at for at, head in enumerate(heads) if head in COLUMNS["number"]), -1)
    stem = next(at for at, head in enumerate(heads) if head in COLUMNS["stem"])
    for count, row in enumerate(rows, 1):
        if stem >= len(row) or not row[stem]:
            merged = [line for cell in row for line in cell]
            yield from dict.fromkeys(merged)  # a heading across all columns
            continue
        said = _words(row[number]) if 0 <= number < len(row) else ""
        value = re.sub(r"[^0-9]", "", said) or str(count)
        first, *more = row[stem]
        held = number_at(flat(first.text), first.text)
        yield first if held is not None and held.value == int(value) else _before(first, f"{value}. ")
        yield from more
        for at, cell in enumerate(row):
            if at in (stem, number) or not cell or at >= len(heads) or not heads[at]:
                continue
            yield _before(cell[0], f"【{heads[at]}】")
            yield from cell[1:]


def _columns(heads: list[str], rows: list[list[tuple[Line, ...]]]) -> Iterator[Line]:
    """A key with columns of numbers and answers, perhaps several pairs side by side."""
    numbers = [at for at, head in enumerate(heads) if head in COLUMNS["number"]]
    for at in numbers:
        answer = next((n for n in range(at + 1, len(heads)) if heads[n] in COLUMNS["answer"]), -1)
        if answer < 0:
            continue
        for row in rows:
            if max(at, answer) < len(row) and row[at] and row[answer]:
                yield from _entry(_words(row[at]), row[answer])
                for n in range(answer + 1, len(heads)):
                    if n in numbers:
                        break
                    if n < len(row) and row[n] and kind_of(heads[n]):
                        yield _before(row[n][0], f"【{heads[n]}】")
                        yield from row[n][1:]


def _entry(number: str, answer: Sequence[Line]) -> Iterator[Line]:
    value = re.sub(r"[^0-9]", "", number)
    yield _before(answer[0], f"{value or number}. ")
    yield from answer[1:]


def _before(line: Line, words: str) -> Line:
    """A line with words before its own."""
    return changed(line, [(0, 0, words)])


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
        label = label_at(_words(told[0]) + ":") if told and len(_words(told[0])) <= 16 else None
        number = number_at(_words(told[0]), told[0][0].text.strip()) if told else None
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
            words = _words(head)
            number = number_at(words, head[0].text.strip())
            if kind_of(words):
                yield _before(body[0], f"【{words}】")
                yield from body[1:]
                continue
            if number is not None and number.end >= len(words) and number.manner in ("第1题", "1."):
                yield _before(body[0], head[0].text.strip() + ("：" if number.manner != "1." else ""))
                yield from body[1:]
                continue
        for cell in told:
            yield from cell
