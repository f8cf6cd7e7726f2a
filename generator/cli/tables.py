"""The tables of `exampaper stats`, as wide as the terminal; plain text where there is none."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from rich import box
from rich.cells import cell_len
from rich.console import Console as Terminal
from rich.table import Table

from generator.exchange.table.types import TYPES
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.bank.stats import Stats
    from generator.cli.stats import Layout
    from generator.model.question import Bank

WORDS = {
    "bank": ("题库", "Banks"),
    "category": ("类别", "Category"),
    "total": ("合计", "Total"),
    "others": ("其余 {n} 类", "{n} others"),
    "difficulty": ("难度", "Difficulty"),
    "competencies": ("能力", "Competencies"),
    "tags": ("标签", "Tags"),
    "marks": ("分值", "Marks"),
    "minutes": ("分钟", "Minutes"),
    "with": ("写有", "With"),
    "analysis": ("解析", "analysis"),
    "points": ("得分点", "points"),
    "highlights": ("高分要点", "highlights"),
    "levels": ("评分档", "levels"),
    "follow_ups": ("追问", "follow-ups"),
    "enemies": ("互斥题", "enemies"),
    "none": ("未写", "none"),
    "more": ("另 {n} 种", "{n} more"),
    "questions": ("{banks} 个题库，{n} 道题。", "Banks: {banks}. Questions: {n}."),
    "section": ("部分", "Section"),
    "count": ("题数", "Draws"),
    "pinned": ("指定", "Pinned"),
    "pool": ("可抽", "Pool"),
    "repeats": ("几份不重题", "Papers without\nrepeats"),
    "no-papers": ("抽不出试卷。", "No paper can be drawn."),
    "papers": ("不同的试卷：{n} 份。", "Different papers: {n}."),
    "about": ("约 {n}", "about {n}"),
    "at-least": ("至少 {n}", "at least {n}"),
    "variants": (
        "互不重题的试卷：至多 {n} 份{pinned}。",
        "Papers that share no question: at most {n}{pinned}.",
    ),
    "but-pinned": ("（指定的题除外）", " (pinned ones aside)"),
}
MOST_CATEGORIES = 20
MOST_VALUES = 12
MOST_DIGITS = 9  # of a number that is written out
LEAST_WIDTH = 80  # below which a table is not to be read
GAP = 2


def tables(banks: Sequence[Bank], found: Stats, layouts: Sequence[Layout], language: str) -> str:
    """Everything there is to show, without a line end."""
    column = 0 if language == "zh" else 1
    width = max(Terminal().width, LEAST_WIDTH)
    terminal = Terminal(width=width, markup=False, emoji=False, highlight=False)
    with terminal.capture() as captured:
        terminal.print(WORDS["questions"][column].format(banks=len(banks), n=f"{found.questions:,}"))
        for table in (_categories(found, column), _values(banks, found, column, width)):
            terminal.print("", table, sep="\n")
        for layout in layouts:
            terminal.print(f"\n{layout.blueprint.id}  {layout.blueprint.title}\n")
            if layout.rooms:
                terminal.print(_sections(layout, column), "", sep="\n")
            terminal.print(_papers(layout, column))
    return "\n".join(line.rstrip() for line in captured.get().rstrip().split("\n"))


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold", padding=(0, 1))


def _categories(found: Stats, column: int) -> Table:
    table = _table()
    table.add_column(WORDS["category"][column], overflow="fold")
    for name in (*found.types, ""):
        table.add_column(
            _type(name, column) if name else WORDS["total"][column], justify="right", no_wrap=True
        )
    rows = [(name or WORDS["none"][column], types) for name, types in found.categories.items()]
    if len(rows) > MOST_CATEGORIES:
        rows.sort(key=lambda row: -sum(row[1].values()))
        rest = rows[MOST_CATEGORIES - 1 :]
        others = {type_: sum(types[type_] for _, types in rest) for type_ in found.types}
        rows[MOST_CATEGORIES - 1 :] = [(WORDS["others"][column].format(n=len(rest)), others)]
    if len(rows) > 1:
        total = {type_: sum(types[type_] for _, types in rows) for type_ in found.types}
        rows.append((WORDS["total"][column], total))
    for name, types in rows:
        table.add_row(name, *(f"{n:,}" if n else "-" for n in (*types.values(), sum(types.values()))))
    return table


def _type(name: str, column: int) -> str:
    return TYPES[name] if column == 0 else name.replace("_", "\n")


def _values(banks: Sequence[Bank], found: Stats, column: int, width: int) -> Table:
    """A line for everything that is counted by its values."""
    counts: dict[str, Mapping[Any, int]] = {
        "bank": {bank.id: len(bank.questions) for bank in banks} if len(banks) > 1 else {},
        "difficulty": found.difficulty,
        "competencies": found.competencies,
        "tags": found.tags,
        "marks": found.marks,
        "minutes": found.minutes,
        "with": {WORDS[part][column]: n for part, n in found.parts.items() if n},
    }
    shown = {name: values for name, values in counts.items() if set(values) - {"", None}}
    labels = {name: WORDS[name][column] for name in shown}
    left = width - GAP - max(map(cell_len, labels.values()), default=0)
    table = Table.grid(padding=(0, GAP, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, values in shown.items():
        table.add_row(labels[name], _filled(_pairs(values, column), left))
    return table


def _pairs(values: Mapping[Any, int], column: int) -> list[str]:
    pairs = [(value, n) for value, n in values.items() if value not in ("", None)]
    listed = [f"{_said(value)} ({n:,})" for value, n in pairs[:MOST_VALUES]]
    if len(pairs) > MOST_VALUES:
        listed.append(WORDS["more"][column].format(n=len(pairs) - MOST_VALUES))
    bare = values.get("", 0) + values.get(None, 0)
    return [*listed, f"{WORDS['none'][column]} ({bare:,})"] if bare else listed


def _said(value: object) -> str:
    return written(value) if isinstance(value, Fraction) else str(value)


def _filled(words: Sequence[str], width: int) -> str:
    """Words in lines, none of them broken but one longer than a line."""
    lines = [words[0]]
    for word in words[1:]:
        if cell_len(lines[-1]) + GAP + cell_len(word) <= width:
            lines[-1] += " " * GAP + word
        else:
            lines.append(word)
    return "\n".join(lines)


def _sections(layout: Layout, column: int) -> Table:
    table = _table()
    table.add_column(WORDS["section"][column], overflow="fold")
    for name in ("count", "pinned", "pool", "repeats"):
        table.add_column(WORDS[name][column], justify="right", no_wrap=True)
    for room in layout.rooms:
        marks = "" if room.spec.marks is None else f"×{written(room.spec.marks)}"
        repeats = f"{len(room.eligible) // room.need:,}" if room.need else "-"
        pinned = str(len(room.pinned)) if room.pinned else "-"
        table.add_row(
            room.spec.title, f"{room.spec.count}{marks}", pinned, f"{len(room.eligible):,}", repeats
        )
    return table


def _papers(layout: Layout, column: int) -> str:
    papers, exact, variants = layout.count
    if not papers:
        return WORDS["no-papers"][column]
    lines = [WORDS["papers"][column].format(n=_number(papers, exact, column))]
    if variants is not None:
        pinned = WORDS["but-pinned"][column] if any(room.pinned for room in layout.rooms) else ""
        lines.append(WORDS["variants"][column].format(n=f"{variants:,}", pinned=pinned))
    return "\n".join(lines)


def _number(number: int, exact: bool, column: int) -> str:
    """12,376, about 1.2×10^15, at least 1.2×10^15; rounded down."""
    if number < 10**MOST_DIGITS:
        said = f"{number:,}"
        return said if exact else WORDS["at-least"][column].format(n=said)
    exponent = int(math.log10(number))
    exponent += (10 ** (exponent + 1) <= number) - (10**exponent > number)  # logarithms are rounded
    tenths = number * 10 // 10**exponent
    said = f"{tenths // 10}.{tenths % 10}×10^{exponent}"
    return WORDS["about" if exact else "at-least"][column].format(n=said)
