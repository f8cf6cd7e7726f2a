"""Questions from documents into a bank: by id, by stem, or as new ones; nearly equal ones are shown first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.choices import Choices
from generator.exchange.matching import alone, bare, firsts, looks, matched
from generator.exchange.update import updated, usual
from generator.kinds import DEFAULT
from generator.review.likeness import Likeness, frequencies

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.exchange.matching import Entry
    from generator.exchange.update import Doubt
    from generator.exchange.yaml import Tree


class Change(NamedTuple):
    """What a field was and is; None where there was or is none."""

    field: str
    old: Tree | None
    new: Tree | None


class Placed(NamedTuple):
    """What became of one question: "added", "updated" (`changes`), "unchanged", "alike" (not added: `other` is the id
    of the question it is nearly equal to), "taken" (not added: its id is that of `other`, whose stem is quite another)
    or "repeated" (`other` has just that text).

    Of one that is "alike" or "taken" `changes` are what an update of `other` would change. `doubt` is the code of a
    warning about a question that shares its id or stem with `other`; `doubts` are about what an update could not take.
    """

    action: str
    id: str
    changes: tuple[Change, ...] = ()
    other: str = ""
    alike: float = 0.0
    doubt: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def overwrites(self) -> bool:
        """Whether something that the bank said is gone."""
        return self.action == "updated" and any(change.old for change in self.changes)

    @property
    def waits(self) -> bool:
        """Whether a person is to say what becomes of it."""
        return self.action in ("alike", "taken")


class Merged(NamedTuple):
    entries: list[Entry]
    placed: list[Placed]


def merge(
    existing: Sequence[Entry],
    incoming: Sequence[Entry],
    bank: str,
    *,
    similar: bool = False,
    update: Collection[str] = (),
) -> Merged:
    """`existing` with the `incoming` questions of the bank `bank`, each told what became of it, in order.

    A question goes to that with its id, else to that with its stem, and only one goes to each; what it does not say
    stays as it was. New ones come last, with ids that follow on. `similar` adds even those that are nearly
    equal to others, or have the id of another; the questions of the ids `update` become what these say.
    """
    return _Merger(existing, bank, similar, update).merge(incoming)


class _Merger:
    def __init__(self, existing: Sequence[Entry], bank: str, similar: bool, update: Collection[str]) -> None:
        self.bank, self.similar, self.update = bank, similar, update
        self.entries = [dict(entry) for entry in existing]
        self.by_id = {str(entry["id"]): entry for entry in self.entries}
        self.ids = set(self.by_id)
        self.old = [str(entry["id"]) for entry in self.entries]  # what new ones are held against
        self.alone: dict[str, list[str]] = {}
        self.options, self.added = Choices(), Choices()  # of the old bank, and of those added in this run
        for entry in self.entries:
            self.alone.setdefault(alone(entry), []).append(str(entry["id"]))
            self.options.add(entry)
        self.likeness = Likeness({})
        self.next = self._following()
        self.of_stem: dict[str, str] = {}  # ids of the first questions of this run
        self.of_given: dict[str, str] = {}
        self.done: set[str] = set()  # ids of the bank's own questions that one of this run has gone to

    def _following(self) -> int:
        pattern = re.compile(re.escape(self.bank) + r"\.(\d{1,9})")
        return max((int(match[1]) for name in self.ids if (match := pattern.fullmatch(name))), default=0) + 1

    def merge(self, incoming: Sequence[Entry]) -> Merged:
        first = firsts(incoming)
        placed: list[Placed] = []
        targets = matched(self.entries, incoming, first, self.update)
        for at, target in enumerate(targets):  # which ids the bank's own questions keep
            if target is not None:
                self._remember(incoming[at], str(self.entries[target]["id"]))
                self.done.add(str(self.entries[target]["id"]))
        self._learn([looks(entry) for entry, target in zip(incoming, targets, strict=True) if target is None])
        for at, (entry, target) in enumerate(zip(incoming, targets, strict=True)):
            if target is not None:
                placed.append(_update(self.entries[target], entry))
            elif first[at] != at and placed[first[at]].id:
                placed.append(Placed("repeated", "", other=placed[first[at]].id))
            else:
                placed.append(self._new(entry))
        return Merged(self.entries, placed)

    def _learn(self, new: Sequence[str]) -> None:
        """Make the bank's questions known by what they have in common with `new` ones."""
        if not new or not self.old or (self.similar and not self.update):
            return
        old = [looks(self.by_id[name]) for name in self.old]
        wanted = frequencies(new)
        self.likeness = Likeness({run: count for run, count in frequencies(old).items() if run in wanted})
        for number, text in enumerate(old):
            self.likeness.add(number, text)

    def _new(self, entry: Entry) -> Placed:
        given, stem = str(entry["id"]), bare(entry)
        doubt, other = "import-same-id", self.of_given.get(given, "")
        if not other:
            doubt, other = "import-same-stem", self.of_stem.get(stem, "")
        if not other:
            doubt, twin = "", self._but_for_options(entry)
            if twin and self._agrees(entry, twin):
                return self._update(entry, twin)
            near = (twin, 100.0) if twin else self._of_stem(entry) or self._nearest(entry)
            if near is not None and (near[0] in self.update or not self.similar):
                return self._alike(entry, *near)
            if given in self.by_id:
                if not self.similar:
                    return Placed("taken", "", self._differs(entry, given), given, doubt="import-id-taken")
                doubt, other = "import-same-id", given
        if not other:
            other = self.added.nearest(entry)
            doubt = "import-same-stem" if other else ""
        name = given if given and given not in self.ids else self._new_id()
        self.ids.add(name)
        self.entries.append(usual({**entry, "id": name}))
        self.added.add(self.entries[-1])
        self._remember(entry, name)
        return Placed("added", name, other=other, doubt=doubt)

    def _but_for_options(self, entry: Entry) -> str:
        """The id of the bank's question with this stem, where one of the two has options and the other none."""
        names = self.alone.get(alone(entry), []) if entry.get("stem") else []
        found = [name for name in names if ("options" in self.by_id[name]) != ("options" in entry)]
        return next((name for name in found if name not in self.done), found[0] if found else "")

    def _of_stem(self, entry: Entry) -> tuple[str, float] | None:
        """The question of the old bank with this stem and other options, and how like it is in percent.

        One that another question of this run has gone to counts only if they share most options: 下列说法正确的是 is
        the stem of many.
        """
        names = self.alone.get(alone(entry), []) if entry.get("stem") and "options" in entry else []
        free = (name for name in names if name not in self.done and "options" in self.by_id[name])
        found = self.options.nearest(entry) or next(free, "")
        if not found:
            return None
        from rapidfuzz import fuzz

        return found, fuzz.ratio(looks(self.by_id[found]), looks(entry))

    def _agrees(self, entry: Entry, other: str) -> bool:
        """Whether `entry` can only be the question `other`, and says nothing else than that does."""
        told = _update(dict(self.by_id[other]), entry)
        return (
            len(self.alone[alone(entry)]) == 1
            and other not in self.done
            and not (told.overwrites or told.doubts)
        )

    def _update(self, entry: Entry, other: str) -> Placed:
        self.done.add(other)
        self._remember(entry, other)
        return _update(self.by_id[other], entry)

    def _alike(self, entry: Entry, other: str, alike: float) -> Placed:
        """What nearly equals `other` becomes its update where that is wanted, once; else it waits."""
        if other in self.update and other not in self.done:
            return self._update(entry, other)
        return Placed("alike", "", self._differs(entry, other), other, alike)

    def _differs(self, entry: Entry, other: str) -> tuple[Change, ...]:
        return _update(dict(self.by_id[other]), entry).changes

    def _remember(self, entry: Entry, name: str) -> None:
        for key, names in ((str(entry["id"]), self.of_given), (bare(entry), self.of_stem)):
            if key:
                names.setdefault(key, name)

    def _new_id(self) -> str:
        while (name := f"{self.bank}.{self.next:03d}") in self.ids:
            self.next += 1
        return name

    def _nearest(self, entry: Entry) -> tuple[str, float] | None:
        """The question of the old bank that is nearest to `entry`, if it is near."""
        found = self.likeness.nearest(looks(entry)) if entry.get("stem") else None
        return None if found is None else (self.old[found[0]], found[1])


def _update(target: Entry, entry: Entry) -> Placed:
    """What `entry` says, said in `target`."""
    before = dict(target)
    made, doubts = updated(before, entry)
    target.clear()
    target.update(made)
    changes = tuple(
        Change(name, before.get(name), target.get(name))
        for name in {**before, **target}
        if before.get(name) != target.get(name)
    )
    return Placed("updated" if changes else "unchanged", str(target["id"]), changes, doubts=doubts)


def in_order(entry: Entry) -> Entry:
    """The fields of a question in the order of the format."""
    from generator.exchange.yaml.tree import order

    return {name: entry[name] for name in order(str(entry.get("type", DEFAULT))) if name in entry}
