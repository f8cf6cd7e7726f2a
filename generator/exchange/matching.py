"""Which question of a bank each one of a document is: the surest first, and none twice."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from generator.exchange.fitted import option_texts
from generator.exchange.yaml import MISSING
from generator.kinds import DEFAULT
from generator.kinds.choice import letter
from generator.review.likeness import ends, letters

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from generator.exchange.yaml import Tree

_TELLING = 12  # characters of an answer that no two questions share by chance
_MOST = 48  # questions of one stem among which the one is looked for that says nothing else
_AKIN = 40.0  # percent of two stems that are the same, below which one is no rewording of the other

Entry = dict[str, "Tree"]
"""A question as its file holds it."""


def matched(
    existing: Sequence[Entry], incoming: Sequence[Entry], first: Sequence[int], meant: Container[str] = ()
) -> list[int | None]:
    """For each incoming question the index of the existing one it is, or None.

    By id and stem, by id where the stems are akin or the id is `meant` all the same, by stem where nothing else
    differs, by stem, by stem and options in whatever order if the same of them are right; one without a stem by what
    else it says. One that only repeats another (`first` as `firsts` gives it) is no other question of that stem, and
    goes by its id alone.
    """
    ids = {str(entry["id"]): at for at, entry in enumerate(existing)}
    wholes = _places(map(_whole, existing))
    stems = _places(map(bare, existing))
    reordered = _places(map(looks, existing))
    others = _places(map(_otherwise, existing))
    by_id: list[int | None] = [ids.get(str(entry["id"])) for entry in incoming]
    said = [bare(entry) for entry in incoming]
    found: list[int | None] = [None] * len(incoming)
    taken: set[int] = set()

    def free(places: deque[int] | None) -> list[int]:
        while places and places[0] in taken:
            places.popleft()
        return list(islice(places or (), _MOST))

    def of_stem(at: int) -> list[int]:
        return free(stems.get(said[at])) if said[at] and first[at] == at else []

    rules: tuple[Callable[[int], Iterable[int]], ...] = (
        lambda at: [place for place in _one(by_id[at]) if bare(existing[place]) == said[at]],
        lambda at: [
            place
            for place in _one(by_id[at])
            if existing[place]["id"] in meant or _akin(existing[place], incoming[at])
        ],
        lambda at: free(wholes.get(_whole(incoming[at]))) if said[at] and first[at] == at else [],
        lambda at: [place for place in of_stem(at) if _holds(existing[place], incoming[at])],
        of_stem,
        lambda at: [
            place
            for place in (free(reordered.get(looks(incoming[at]))) if said[at] and first[at] == at else [])
            if _keyed_alike(existing[place], incoming[at])
        ],
        lambda at: [] if said[at] or first[at] != at else free(others.get(_otherwise(incoming[at]))),
    )
    for rule in rules:
        for at in range(len(incoming)):
            if found[at] is None:
                found[at] = next((place for place in rule(at) if place not in taken), None)
                taken.update(_one(found[at]))
    return found


def firsts(incoming: Sequence[Entry]) -> list[int]:
    """For each question the index of the first that says just the same; different ids make different questions."""
    seen: dict[tuple[str, str], int] = {}
    found = []
    for at, entry in enumerate(incoming):
        said = repr({**entry, "id": ""})
        first = seen.setdefault((said, str(entry["id"])), at)
        seen.setdefault((said, ""), first)
        found.append(first)
    return found


def bare(entry: Entry) -> str:
    """The letters and digits of a stem, whatever their width and case, and of the options."""
    return alone(entry) + letters("".join(_options(entry)))


def alone(entry: Entry) -> str:
    """The letters and digits of a stem without options."""
    return letters(str(entry.get("stem", "")))


def looks(entry: Entry) -> str:
    """As `bare`, whatever the options' order."""
    return alone(entry) + "".join(sorted(map(letters, _options(entry))))


def _options(entry: Entry) -> list[str]:
    return option_texts(entry.get("options")) if entry.get("stem") else []


def option_letters(entry: Entry) -> list[str]:
    """The letters and digits of each option."""
    return list(map(letters, _options(entry)))


def _otherwise(entry: Entry) -> str:
    """What tells a question whose stem is a gap: the options and the answer if they are long enough, else all it says."""
    answer = str(entry.get("answer", ""))
    if "options" in entry or len(answer) >= _TELLING:
        return repr((entry.get("options"), answer))
    return "" if entry.get("stem") else repr({**entry, "id": ""})


def _akin(entry: Entry, said: Entry) -> bool:
    """Whether two questions of one id may be one: their stems say something alike, or all else that tells them does."""
    whole = ("options" in entry) == ("options" in said)
    stems = (bare(entry), bare(said)) if whole else (alone(entry), alone(said))
    if not all(stems) or (_otherwise(entry) and _otherwise(entry) == _otherwise(said)):
        return True
    from rapidfuzz import fuzz

    return fuzz.ratio(*map(ends, stems)) >= _AKIN


def _holds(entry: Entry, said: Entry) -> bool:
    """Whether nothing that is said differs from `entry`."""
    return all(
        entry.get(name, DEFAULT if name == "type" else None) == value
        for name, value in said.items()
        if name != "id" and value is not MISSING
    )


def _keyed_alike(entry: Entry, said: Entry) -> bool:
    """Whether two questions have the same options in some order and the same of them right, or one has no answer."""
    before, after = (option_letters(asked) for asked in (entry, said))
    if not after or len({*after}) < len(after) or sorted(before) != sorted(after):
        return False
    return not entry.get("answer") or not said.get("answer") or _right(entry) == _right(said)


def _right(entry: Entry) -> list[str]:
    """The letters and digits of the options that the answer names, sorted."""
    return sorted(
        option
        for at, option in enumerate(option_letters(entry))
        if letter(at) in str(entry.get("answer", ""))
    )


def _whole(entry: Entry) -> str:
    """All that a question says."""
    said = {"type": DEFAULT} | {name: value for name, value in entry.items() if value is not MISSING}
    return repr(sorted((name, value) for name, value in said.items() if name != "id"))


def _places(keys: Iterable[str]) -> dict[str, deque[int]]:
    places: dict[str, deque[int]] = {}
    for at, key in enumerate(keys):
        if key:
            places.setdefault(key, deque()).append(at)
    return places


def _one(place: int | None) -> tuple[int, ...]:
    return () if place is None else (place,)
