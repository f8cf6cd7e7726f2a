"""Questions from documents into a bank: by id, by stem, or as new ones; nearly equal ones are shown first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from generator.exchange.yaml import MISSING
from generator.kinds import DEFAULT, kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.exchange.yaml import Tree

ALIKE = (
    85.0  # percent of two stems that are the same, without punctuation, from which on a person should look
)

Entry = dict[str, "Tree"]
"""A question as its file holds it."""


class Placed(NamedTuple):
    """What became of one question: "added", "updated" (`fields` are those that changed), "unchanged", "alike"
    (not added: `other` is the id of the question it is nearly equal to) or "repeated" (`other` has just that text)."""

    action: str
    id: str
    fields: tuple[str, ...] = ()
    other: str = ""
    alike: float = 0.0


class Merged(NamedTuple):
    entries: list[Entry]
    placed: list[Placed]


def merge(existing: Sequence[Entry], incoming: Iterable[Entry], bank: str, *, alike: float = ALIKE) -> Merged:
    """`existing` with the `incoming` questions of the bank `bank`, each told what became of it, in order.

    A question goes to that with its id, else to that with its stem; what it does not say stays as it was. New ones
    come last, with ids that follow on. `alike` above 100 adds even those that are nearly equal to others.
    """
    return _Merger(existing, bank, alike).merge(incoming)


class _Merger:
    def __init__(self, existing: Sequence[Entry], bank: str, alike: float) -> None:
        self.bank, self.alike = bank, alike
        self.entries = [dict(entry) for entry in existing]
        self.by_id = {str(entry["id"]): entry for entry in self.entries}
        self.by_stem = {_bare(entry): entry for entry in reversed(self.entries)}
        self.stems = {
            str(entry["id"]): _bare(entry) for entry in self.entries
        }  # what new ones are held against
        self.next = self._following()

    def _following(self) -> int:
        pattern = re.compile(re.escape(self.bank) + r"\.(\d{1,9})")
        return (
            max((int(match[1]) for name in self.by_id if (match := pattern.fullmatch(name))), default=0) + 1
        )

    def merge(self, incoming: Iterable[Entry]) -> Merged:
        placed = []
        fresh: dict[str, Entry] = {}  # by stem, of this run
        for entry in incoming:
            given = str(entry["id"])  # empty where the document gives none
            stem = _bare(entry)
            target = self.by_id.get(given)
            if target is None and stem:
                target = self.by_stem.get(stem)
            if target is not None:
                placed.append(_update(target, entry))
                continue
            twin = fresh.get(stem) if stem else None
            if twin is not None and _same(twin, entry):
                placed.append(Placed("repeated", "", other=str(twin["id"])))
                continue
            near = self._nearest(stem)
            if near is not None:
                placed.append(Placed("alike", "", other=near[0], alike=near[1]))
                continue
            added = {**entry}
            placed.append(self._add(added, given))
            fresh.setdefault(stem, added)
        return Merged(self.entries, placed)

    def _add(self, entry: Entry, given: str) -> Placed:
        name = given if given and given not in self.by_id else self._new_id()
        entry["id"] = name
        self.by_id[name] = entry
        self.entries.append(entry)
        return Placed("added", name)

    def _new_id(self) -> str:
        name = f"{self.bank}.{self.next:03d}"
        self.next += 1
        return name if name not in self.by_id else self._new_id()

    def _nearest(self, stem: str) -> tuple[str, float] | None:
        """The question of the old bank whose stem is nearest to `stem`, if it is near."""
        if not self.stems or not stem or self.alike > 100:
            return None
        from rapidfuzz import fuzz, process

        found = process.extractOne(stem, self.stems, scorer=fuzz.ratio, score_cutoff=self.alike)
        return None if found is None else (found[2], found[1])


def _bare(entry: Entry) -> str:
    """The letters and digits of a stem, whatever their width and case, and of the options."""
    said = str(entry.get("stem", ""))
    options = entry.get("options")
    if isinstance(options, list):
        said += "".join(str(option) for option in options)
    return re.sub(r"[\W_]+", "", normalize("NFKC", said)).casefold()


def _same(one: Entry, other: Entry) -> bool:
    return {**one, "id": ""} == {**other, "id": ""}


def _update(target: Entry, entry: Entry) -> Placed:
    """What `entry` says, said in `target`. Empty values and a type that is only the usual one change nothing."""
    said = {name: value for name, value in entry.items() if name != "id" and value is not MISSING}
    old, new = str(target.get("type", DEFAULT)), str(said.get("type", DEFAULT))
    if kind(old).prose and kind(new).prose and "type" not in said:
        new = old
    before = dict(target)
    if new != old:
        for name in kind(old).fields:
            target.pop(name, None)
        target["type"] = new
    target |= said
    changed = [name for name in {**before, **target} if before.get(name) != target.get(name)]
    return Placed("updated" if changed else "unchanged", str(target["id"]), tuple(changed))


def in_order(entry: Entry) -> Entry:
    """The fields of a question in the order of the format."""
    from generator.exchange.yaml.tree import order

    return {name: entry[name] for name in order(str(entry.get("type", DEFAULT))) if name in entry}
