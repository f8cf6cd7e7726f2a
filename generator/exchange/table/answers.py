"""What the cells of answers consist of: letters, options in their own words, lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.table import lists
from generator.kinds.choice import letter

if TYPE_CHECKING:
    from collections.abc import Sequence

_LETTERS = re.compile(r"[(\[]?([a-z](?:[\s,、;/]{0,3}[a-z]){0,25})[)\]]?[.。;]?")


class Chosen(NamedTuple):
    """The `places` of the options that an answer names; `unknown`: letters or words in it that name none.

    `two_ways`: read by letters it names other ones than in their own words.
    """

    places: list[int]
    unknown: str = ""
    two_ways: bool = False


def chosen(options: Sequence[str], answer: str, *, in_words: bool) -> Chosen:
    """What `answer` chooses: by letter; with `in_words` rather in the words of options, be they letters too ("Bad")."""
    letters = letters_of(answer)
    by_letter = [at for at in range(len(options)) if letter(at) in letters]
    strange = "".join(sign for sign in letters if ord(sign) - ord("A") >= len(options))
    places, others = _in_words(options, answer)
    two_ways = in_words and bool(letters and places) and not strange and not others and places != by_letter
    if letters and not (in_words and places and len(answer.strip()) > 1):
        return Chosen(by_letter, strange, two_ways)
    return Chosen(places, "；".join(others), two_ways)


def letters_of(answer: str) -> str:
    """The letters an answer consists of, in order, each once; empty when it is anything else."""
    found = _LETTERS.fullmatch(flat(answer).strip())
    return "".join(sorted({sign for sign in found[1] if sign.isalpha()})).upper() if found else ""


def _in_words(options: Sequence[str], answer: str) -> tuple[list[int], list[str]]:
    """The options that an answer gives in their own words, and what of it is in none of them."""
    places: dict[str, int] = {}
    for at, option in enumerate(options):
        if option.strip():
            places.setdefault(flat(option).strip(), at)
    whole = flat(answer).strip()
    if whole in places:
        return [places[whole]], []
    parts = [part.strip() for part in re.split(r"[\n；;|]", answer) if part.strip()]
    others = [part for part in parts if flat(part) not in places]
    return sorted({places[flat(part)] for part in parts if flat(part) in places}), others


def is_list(answer: str) -> bool:
    """Whether an answer is a list and nothing else, be it in one line."""
    lines = [line for line in lists.lines_of(answer) if line.strip()]
    return len(lines) > 1 and all(map(lists.is_item, lines))
