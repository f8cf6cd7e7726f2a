"""Choice questions by what they ask and offer: which one has the stem of another and most of its options."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.exchange.matching import alone, option_letters

if TYPE_CHECKING:
    from generator.exchange.matching import Entry


class Choices:
    """Questions by their stem with each of their options."""

    __slots__ = ("_named",)

    def __init__(self) -> None:
        self._named: dict[tuple[str, str], list[str]] = {}

    def add(self, entry: Entry) -> None:
        for option in dict.fromkeys(option_letters(entry)):
            self._named.setdefault((alone(entry), option), []).append(str(entry["id"]))

    def nearest(self, entry: Entry) -> str:
        """The id of the question that has this stem and the most of these options, at least half; else empty."""
        options = dict.fromkeys(option_letters(entry))
        found = Counter(name for option in options for name in self._named.get((alone(entry), option), ()))
        name, shared = next(iter(found.most_common(1)), ("", 0))
        return name if 2 * shared >= len(options) else ""
