"""Tables: those that only lay out a document become lines, those that list questions or answers too.

What is left a table belongs to the text of a question, or to its levels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.entries import entries_of
from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.labels import NOTED, kind_of, label_at
from generator.exchange.interpret.numerals import number_at
from generator.exchange.interpret.pasted import is_answer, keys_in_lines, tabbed
from generator.exchange.interpret.shares import shares
from generator.exchange.interpret.words import COLUMNS, FORM_WORDS, SUMMARY_WORDS
from generator.exchange.line import Line, changed

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
    if _is_labelled(rows):
        yield from _frame(rows)
    elif (said := " ".join(_words(cell) for row in rows for cell in row if cell)) and _are_entries(
        said, rows
    ):
        yield next(line for cell in rows[0] for line in cell)._replace(
            text=said.upper(), marks=(), automatic=0
        )
    elif sum(head in COLUMNS["stem"] for head in heads) == 1 and len(rows) > 1 and len(heads) > 1:
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
        and any(is_answer(head) for head in heads)
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
    number = next((at for at, head in enumerate(heads) if head in COLUMNS["number"] or _counts(rows, at)), -1)
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
            letter = _OPTION.fullmatch(heads[at])
            yield _before(cell[0], f"{letter[1].upper()}. " if letter else _label(heads[at]))
            yield from cell[1:]


def _are_bare(lines: Sequence[Line]) -> bool:
    """Whether a document has hardly a line with a number or a label outside its tables."""
    return sum(line.role == "text" and _begins(line) for line in lines) < 2


def _counts(rows: list[list[tuple[Line, ...]]], at: int) -> bool:
    """Whether a column counts the rows from 1."""
    said = [_words(row[at]) if at < len(row) else "" for row in rows]
    return len(said) > 1 and said == [str(n) for n in range(1, len(rows) + 1)]


_LEAST_ROWS, _LEAST_WORDS = 3, 6  # of a list of questions, and characters of its cells


def by_shape(rows: list[list[tuple[Line, ...]]]) -> list[Line]:
    """The lines of a list of questions whose headers nobody knows: a shorter text and a longer one in each row."""
    heads, told = [_words(cell) for cell in rows[0]], rows[1:]
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
    if stem < 0 or answer < 0 or len({_words(row[stem]) for row in told}) < len(told):
        return []
    heads[stem] = "题目"
    heads[answer] = heads[answer] if kind_of(heads[answer]) else "参考答案"
    return list(_records(heads, told))


def _size(rows: list[list[tuple[Line, ...]]], at: int) -> float:
    """How many characters the cells of a column have in the middle; 0 where some are empty."""
    sizes = [len(_words(row[at])) if at < len(row) else 0 for row in rows]
    return sum(sizes) / len(sizes) if all(sizes) else 0.0


_OPTION = re.compile(r"(?:备?选项|答案选项|option|choice)? ?([a-h])")


def _label(head: str) -> str:
    """The label a column gives to its cells; what no label has is for the note."""
    return f"【{head}】" if kind_of(head) else f"【{NOTED}{head}】"


def _columns(heads: list[str], rows: list[list[tuple[Line, ...]]]) -> Iterator[Line]:
    """A key with columns of numbers and answers, perhaps several pairs side by side."""
    numbers = [at for at, head in enumerate(heads) if head in COLUMNS["number"]]
    for at in numbers:
        answer = next((n for n in range(at + 1, len(heads)) if is_answer(heads[n])), -1)
        if answer < 0:
            continue
        for row in rows:
            if max(at, answer) < len(row) and row[at] and row[answer]:
                led = f"【{heads[answer]}】" if kind_of(heads[answer]) == "points" else ""
                yield from _entry(_words(row[at]), row[answer], led)
                for n in range(answer + 1, len(heads)):
                    if n in numbers:
                        break
                    if n < len(row) and row[n] and heads[n]:
                        yield _before(row[n][0], _label(heads[n]))
                        yield from row[n][1:]


def _entry(number: str, answer: Sequence[Line], label: str = "") -> Iterator[Line]:
    value = re.sub(r"[^0-9]", "", number)
    yield _before(answer[0], f"{value or number}. {label}")
    yield from answer[1:]


def _before(line: Line, words: str) -> Line:
    """A line with words before its own."""
    return changed(line, [(0, 0, words)])


def _is_labelled(rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether each row is the label of a field and what it holds: one question a table."""
    told = [[cell for cell in row if cell] for row in rows]
    kinds = [kind_of(_words(row[0])) for row in told if len(row) == 2]
    return len(kinds) == len(rows) > 1 and all(kinds) and len(set(kinds)) > 1


def _are_entries(said: str, rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether cells are the entries of a key: 1. A | 2. B"""
    cells = sum(1 for row in rows for cell in row if cell)
    found = entries_of(said, 0) if len(said) < 4000 else None
    return found is not None and cells > 1 and len(found.answers) >= cells


def _are_levels(rows: list[list[tuple[Line, ...]]]) -> bool:
    """Whether a table says by its headers that its rows are levels, with marks and words."""
    heads = [_words(cell).replace(" ", "") for cell in rows[0]]
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
