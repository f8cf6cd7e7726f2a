"""What should be the same wherever it stands: where it is not, most are believed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from generator.verify.record import Row


class _Said:
    """What some say, who was the first of them, and how many they are."""

    __slots__ = ("count", "first")

    def __init__(self, first: Row) -> None:
        self.first = first
        self.count = 0


class Odd(NamedTuple):
    name: Hashable  # of the thing
    value: Hashable  # that it has in the line of `row`, though not in most, as that of `like`
    row: Row
    like: Row


class Alike:
    """The values that things of a name have, each with the first line that has it."""

    def __init__(self) -> None:
        self._found: dict[Hashable, dict[Hashable, _Said]] = {}

    def add(self, name: Hashable, value: Hashable, row: Row) -> None:
        """A text that is another one's beginning is the same."""
        values = self._found.setdefault(name, {})
        if values and value not in values and isinstance(value, str):
            value = next((known for known in values if _is_one(str(known), value)), value)
        said = values.setdefault(value, _Said(row))
        said.count += 1

    def odd(self) -> Iterator[Odd]:
        """Each value that fewer have; of two that as many have, the one found later."""
        for name, values in self._found.items():
            if len(values) > 1:
                usual = max(values.values(), key=lambda said: said.count)
                for value, said in values.items():
                    if said is not usual:
                        yield Odd(name, value, said.first, usual.first)


def _is_one(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)
