"""The blocks of our Markdown: facts in a line, texts behind labels, and how a text is kept from looking like either."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.exchange.table.headers import NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

FACTS = (
    "type", "label", "language", "difficulty", "minutes", "marks", "lines", "fixed", "shuffle", "numbering", "tags",
    "source", "enemies", "silence",
)  # fmt: skip
"""Fields that stand in one line below a question's heading."""

LABELLED = (
    "options",
    "competencies",
    "answer",
    "points",
    "analysis",
    "highlights",
    "levels",
    "follow_ups",
    "note",
)
"""Fields behind labels, in the order they are written."""

COLONS = ("：", ": ")
NO_CATEGORY = ("（无分类）", "(no category)")
_OPTIONS = ("选项", "options")
_BETWEEN = " · "


def label(field: str, column: int) -> str:
    """What a field is called in Chinese (column 0) or English (1)."""
    words = _OPTIONS[column] if field == "options" else NAMES[field][column]
    return words[0].upper() + words[1:]


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    return {label(field, column).casefold(): field for field in (*FACTS, *LABELLED) for column in (0, 1)}


# Facts ---------------------------------------------------------------------------------------------


def facts_written(cells: Mapping[str, str], column: int) -> str:
    """`> 题型：论述题 · 难度：3`"""
    facts = [
        f"{label(field, column)}{COLONS[column]}{_whole(cells[field])}" for field in FACTS if cells.get(field)
    ]
    return "> " + _BETWEEN.join(facts)


def _whole(value: str) -> str:
    unsafe = "·" in value or value != value.strip() or value.startswith('"')
    return '"' + value.replace('"', '""') + '"' if unsafe else value


_S = r"[ \t]{0,4}"
_FACT = re.compile(
    rf'{_S}([^：:"·]{{1,40}}?){_S}[：:]{_S}(?:"((?:[^"]|"")*+)"(?={_S}(?:·|\Z)){_S}|([^·]*))(?:·|\Z)'
)


def facts_read(line: str) -> tuple[dict[str, str], dict[str, str]]:
    """The facts of a line by field, and by name what else stands in it."""
    cells: dict[str, str] = {}
    others: dict[str, str] = {}
    at = 0
    text = line.lstrip().removeprefix(">")
    while at < len(text):
        found = _FACT.match(text, at)
        if not found:
            others[">"] = text[at:].strip()
            break
        name, whole, plain = found.groups()
        field = _fields().get(name.casefold(), "")
        value = whole.replace('""', '"') if whole is not None else plain.strip()
        if field in FACTS:
            cells[field] = value
        else:
            others[name] = value
        at = found.end()
    return cells, {name: value for name, value in others.items() if value}


# Labels and what stands behind them ------------------------------------------------------------------

_LABEL = re.compile(r"\*\*([^*\n：:]{1,40})(?:[：:]\*\*[ \t]?|\*\*(?:：|:[ \t]?|[ \t]*$))")
_HEADING = re.compile(r"#{1,3} ")
_HELD = re.compile(r"\\+(?=#{1,3} |\s*$|\*\*[^*\n]{1,40}\*\*)")


def labelled(line: str) -> tuple[str, str] | None:
    """The field whose label a line begins with, and the rest of the line."""
    found = _LABEL.match(line)
    field = _fields().get(found[1].strip().casefold(), "") if found else ""
    return (field, line[found.end() :]) if found and field in LABELLED else None


def held(text: str) -> list[str]:
    """The lines of a text; those that would be taken for something else behind a backslash."""
    lines = text.split("\n")
    return [
        f"\\{line}"
        if _HEADING.match(line)
        or labelled(line)
        or _HELD.match(line)
        or (not line.strip() and at in (0, len(lines) - 1))
        else line
        for at, line in enumerate(lines)
    ]


def released(lines: list[str]) -> str:
    """The text of lines that `held` has written, blank ones around them left out."""
    first, last = 0, len(lines)
    while first < last and not lines[first].strip():
        first += 1
    while last > first and not lines[last - 1].strip():
        last -= 1
    return "\n".join(line[1:] if _HELD.match(line) else line for line in lines[first:last])


# Lists, so that they show as such ----------------------------------------------------------------------

_DEEP = re.compile(r"^( +)(?=（[0-9]+）|[①-⑳㉑-㉟㊱-㊿])", re.MULTILINE)
_DEEP_SHOWN = re.compile(r"^( +)- (?=（[0-9]+）|[①-⑳㉑-㉟㊱-㊿])", re.MULTILINE)
_OPTION = re.compile(r"- ([A-Z])\. ?")
_NUMBERED = re.compile(r"([0-9]{1,3})\. ")


def shown(field: str, cell: str) -> str:
    """A cell of a table as Markdown that shows its lines as a list."""
    lines = cell.split("\n")
    if field == "points":
        return _DEEP.sub(r"\1- ", cell)
    if field == "levels":
        return "\n".join(line if line.startswith("| ") else f"- {line}" for line in lines)
    if field == "blanks" and len(lines) > 1:
        return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    return cell


def unshown(field: str, text: str) -> str:
    """The cell that `shown` made Markdown of."""
    lines = text.split("\n")
    if field == "points":
        return _DEEP_SHOWN.sub(r"\1", text)
    if field == "levels":
        return "\n".join(line.removeprefix("- ") for line in lines)
    if field == "blanks":
        numbers = [_NUMBERED.match(line) for line in lines]
        if len(lines) > 1 and all(m and int(m[1]) == number for number, m in enumerate(numbers, 1)):
            return "\n".join(line[m.end() :] for line, m in zip(lines, numbers, strict=True) if m)
    return text


def options_shown(options: list[str]) -> str:
    """Options as a list with letters."""
    return "\n".join(
        f"- {chr(ord('A') + at)}. " + option.replace("\n", "\n  ") for at, option in enumerate(options)
    )


def options_read(lines: list[str]) -> list[str]:
    """The options of a list with letters."""
    options: list[list[str]] = []
    for line in lines:
        found = _OPTION.match(line)
        if found and ord(found[1]) == ord("A") + len(options):
            options.append([line[found.end() :]])
        elif options:
            options[-1].append(line.removeprefix("  "))
        elif line.strip():
            options.append([line])
    return ["\n".join(option).rstrip("\n") for option in options]
