"""Tables: those that only lay out a document become lines, those that list questions or answers too.

What is left a table belongs to the text of a question, or to its levels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import NOTED, kind_of, label_at
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.interpret.tables.asides import without_asides
from generator.exchange.interpret.tables.cells import before, filled, is_answer, spread, words_of
from generator.exchange.interpret.tables.pasted import keys_in_lines, tabbed
from generator.exchange.interpret.tables.rows import by_shape, columns, entry, records
from generator.exchange.interpret.tables.shapes import (
    are_bare,
    are_entries,
    are_levels,
    are_options,
    in_pairs,
    is_frame,
    is_furniture,
    is_labelled,
    is_summary,
)
from generator.exchange.interpret.tables.shares import shares
from generator.exchange.interpret.tables.sheets import is_sheet, names_sheet, remarks_sheet
from generator.exchange.interpret.words.columns import COLUMNS
from generator.exchange.line import Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.tables.cells import Rows


def laid_out(lines: Sequence[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """Lines in which only tables that belong to a text are left; and the tables left out, with why."""
    kept: list[Line] = []
    left: list[tuple[Line, str]] = []
    levels = False  # whether the line before names levels
    sheet = False  # whether the last thing before is a score sheet
    bare = are_bare(lines)
    for line in keys_in_lines(tabbed(lines)):
        if line.role != "table":
            if line.text.strip():
                if sheet and remarks_sheet(line):
                    left.append((line, "left-note"))
                    continue
                sheet = False
                label = label_at(flat(line.text).strip())
                levels = label is not None and label.kind in ("levels", "scheme")
            kept.append(line)
            continue
        rows = filled(spread(line))
        if not rows:
            continue
        if not levels and is_sheet(rows):
            left += [(held, "left-box") for held in (*_name_of_sheet(kept), line)]
            sheet = True
            continue
        if not is_furniture(rows):
            line, asides = without_asides(line)
            left += asides
            rows = filled(line) if asides else rows
        if levels and all(len(row) >= 2 for row in rows):
            kept.append(line)
        elif are_levels(rows):
            kept += [Line("【评分档】", line.number), line]
        elif is_furniture(rows):
            left.append((line, "left-box"))
        elif is_summary(rows):
            left.append((line, "left-summary"))
        elif (found_shares := shares(rows))[0]:
            kept += found_shares[0]
            left += [(line, "left-summary") for line in found_shares[1]]
        else:
            shaped = by_shape(rows) if bare else []
            if shaped:
                left.append((line._replace(rows=line.rows[:1]), "left-table-heads"))
            card = in_pairs(rows)
            left += [(line._replace(rows=((head,),)), "left-box") for head, body in card if not body]
            found = shaped or list(_card(card) if card else _lines(rows))
            kept += found or [line]
        levels = False
    return kept, left


def _name_of_sheet(kept: list[Line]) -> list[Line]:
    """The name of the score sheet that stands behind what is `kept`, taken from its end; none where it has no name."""
    at = next((at for at in range(len(kept) - 1, -1, -1) if kept[at].role != "blank"), -1)
    return [kept.pop(at)] if at >= 0 and names_sheet(kept[at]) else []


def _lines(rows: Rows) -> Iterator[Line]:
    """The lines a table lays out; none when it is a table for its own sake."""
    heads = [words_of(cell) for cell in rows[0]]
    if is_labelled(rows):
        yield from _frame(rows)
    elif (said := " ".join(words_of(cell) for row in rows for cell in row if cell)) and are_entries(
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
    elif are_options(rows):
        for row in rows:
            for cell in row:
                yield from cell
    elif is_frame(rows):
        yield from _frame(rows)


def _card(pairs: Rows) -> Iterator[Line]:
    """The lines of a card, its stem before all that is said of it."""
    told = [pair for pair in pairs if pair[1]]
    for head, body in sorted(told, key=lambda pair: kind_of(words_of(pair[0])) != "stem"):
        words = words_of(head)
        yield before(body[0], f"【{words if kind_of(words) else NOTED + words}】")
        yield from body[1:]


def _frame(rows: Rows) -> Iterator[Line]:
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
