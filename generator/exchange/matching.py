"""Which question of a bank each one of a document is: the surest first, and none twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.exchange.yaml import MISSING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.exchange.yaml import Tree

_TELLING = 12  # characters of an answer that no two questions share by chance

Entry = dict[str, "Tree"]
"""A question as its file holds it."""


def matched(existing: Sequence[Entry], incoming: Sequence[Entry], first: Sequence[int]) -> list[int | None]:
    """For each incoming question the index of the existing one it is, or None.

    By id and stem, by id, by stem where nothing else differs, by stem; one without a stem by its answer. One that only
    repeats another (`first` as `firsts` gives it) is no other question of that stem, and goes by its id alone.
    """
    ids = {str(entry["id"]): at for at, entry in enumerate(existing)}
    stems = _places(bare(entry) for entry in existing)
    answers = _places(_answer(entry) for entry in existing)
    by_id: list[int | None] = [ids.get(str(entry["id"])) for entry in incoming]
    said = [bare(entry) for entry in incoming]

    def of_stem(at: int) -> list[int]:
        return stems.get(said[at], []) if said[at] and first[at] == at else []

    rules: tuple[Callable[[int], Iterable[int]], ...] = (
        lambda at: [place for place in _one(by_id[at]) if bare(existing[place]) == said[at]],
        lambda at: _one(by_id[at]),
        lambda at: [place for place in of_stem(at) if _holds(existing[place], incoming[at])],
        of_stem,
        lambda at: [] if said[at] or first[at] != at else answers.get(_answer(incoming[at]), []),
    )
    found: list[int | None] = [None] * len(incoming)
    taken: set[int] = set()
    for rule in rules:
        for at in range(len(incoming)):
            if found[at] is None:
                found[at] = next((place for place in rule(at) if place not in taken), None)
                taken.update(_one(found[at]))
    return found


def firsts(incoming: Sequence[Entry]) -> list[int]:
    """For each question the index of the first that says just the same, whatever their ids."""
    seen: dict[str, int] = {}
    return [seen.setdefault(repr({**entry, "id": ""}), at) for at, entry in enumerate(incoming)]


def bare(entry: Entry) -> str:
    """The letters and digits of a stem, whatever their width and case, and of the options."""
    said = str(entry.get("stem", ""))
    options = entry.get("options")
    if said and isinstance(options, list):
        said += "".join(str(option) for option in options)
    return re.sub(r"[\W_]+", "", normalize("NFKC", said)).casefold()


def _answer(entry: Entry) -> str:
    """The options and the answer, if they are long enough to tell a question by."""
    answer = str(entry.get("answer", ""))
    return repr((entry.get("options"), answer)) if "options" in entry or len(answer) >= _TELLING else ""


def _holds(entry: Entry, said: Entry) -> bool:
    """Whether nothing that is said differs from `entry`."""
    return all(
        entry.get(name) == value for name, value in said.items() if name != "id" and value is not MISSING
    )


def _places(keys: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, key in enumerate(keys):
        if key:
            places.setdefault(key, []).append(at)
    return places


def _one(place: int | None) -> tuple[int, ...]:
    return () if place is None else (place,)
