"""What the cells of answers and options consist of: letters, options in their own words, lists."""

from __future__ import annotations

import re

from generator.exchange.interpret.flat import flat
from generator.exchange.table import lists
from generator.kinds.choice import MAX_OPTIONS, letter

_LETTERS = re.compile(r"[(\[]?([a-z](?:[\s,、;/]{0,3}[a-z]){0,25})[)\]]?[.。;]?")
_OPTION = re.compile(r"(?:^|(?<=[\s;；。，,|]))[(（]?([A-Za-z])(?:[.．、:：)）][ \t]*|[ \t]+)", re.MULTILINE)


def letters_of(answer: str) -> str:
    """The letters an answer consists of, in order, each once; empty when it is anything else."""
    found = _LETTERS.fullmatch(flat(answer).strip())
    return "".join(sorted({sign for sign in found[1] if sign.isalpha()})).upper() if found else ""


def named(options: list[str], answer: str) -> list[int]:
    """The options that an answer gives in their own words."""
    said = [answer.strip(), *(part.strip() for part in re.split(r"[\n；;|]", answer))]
    places: dict[str, int] = {}
    for at, option in enumerate(options):
        places.setdefault(flat(option).strip(), at)
    return sorted({places[flat(part)] for part in said if part and flat(part) in places})


def options_in(cell: str) -> list[str]:
    """The options of one cell: behind their letters, else a line each, else parted by bars or semicolons."""
    cuts: list[tuple[int, int]] = []
    for found in _OPTION.finditer(cell):
        if found[1].upper() == letter(len(cuts)) and len(cuts) < MAX_OPTIONS:
            cuts.append((found.start(), found.end()))
    if len(cuts) > 1 and not cell[: cuts[0][0]].strip():
        ends = [*(start for start, _ in cuts[1:]), len(cell)]
        return [cell[start:end].strip(" \t\n;；|") for (_, start), end in zip(cuts, ends, strict=True)]
    for sign in ("\n", "|", "；", ";"):
        if sign in cell.strip():
            return [part.strip() for part in cell.split(sign) if part.strip()]
    return [cell] if cell.strip() else []


def is_list(answer: str) -> bool:
    """Whether an answer is a list and nothing else, be it in one line."""
    lines = [line for line in lists.lines_of(answer) if line.strip()]
    return len(lines) > 1 and all(map(lists.is_item, lines))
