"""Closed: the sections a reading has behind it, shared between readings that agree on them."""

from __future__ import annotations

from generator.exchange.interpret.lexers.flat import flat


class Closed:
    """A section that has ended, and those before it. Questions `from_` to `to`, `count` of them.

    `answered` is 0 where none of them has an answer, 1 where there are some in stems alone, else 2.
    """

    __slots__ = (
        "_after",
        "_all",
        "answered",
        "before",
        "count",
        "from_",
        "index",
        "manner",
        "outer",
        "title",
        "to",
        "value",
    )

    def __init__(
        self,
        before: Closed | None,
        manner: str,
        value: int,
        title: str,
        from_: int,
        to: int,
        count: int,
        answered: int,
        outer: tuple[tuple[str, int], ...],
    ) -> None:
        self.before = before
        self.index: int = before.index + 1 if before is not None else 0
        self.manner, self.value, self.title = manner, value, flat(title).strip()
        self.from_, self.to, self.count, self.answered = from_, to, count, answered
        self.outer = outer  # manner and value of the headings above
        self._after: dict[tuple[object, ...], Closed] = {}
        self._all: list[Closed] = []

    @classmethod
    def after(cls, before: Closed | None, *facts: object) -> Closed:
        """The one section of these facts behind `before`: readings that agree get the same one."""
        if before is None:
            return cls(None, *facts)  # type: ignore[arg-type]
        found = before._after.get(facts)
        if found is None:
            found = before._after[facts] = cls(before, *facts)  # type: ignore[arg-type]
        return found

    def all(self) -> list[Closed]:
        if not self._all:
            one: Closed | None = self
            while one is not None:
                self._all.append(one)
                one = one.before
            self._all.reverse()
        return self._all

    def at(self, index: int) -> Closed | None:
        return self.all()[index] if 0 <= index <= self.index else None

    def first_unanswered(self, begin: int, *, in_stem: bool = False) -> int:
        """The first section from `begin` without an answer, but for those in its stems when `in_stem`; -1 for none."""
        most = int(in_stem)
        return next((section.index for section in self.all()[begin:] if section.answered <= most), -1)

    def find(self, manner: str, value: int, title: str, after: int) -> tuple[int, float] | None:
        """The section a heading of a key repeats, and how unlike its heading it is; a key at `after` goes on forward.

        For a heading above several sections that is the first of them.
        """
        title = flat(title).strip()
        best: tuple[float, int] | None = None
        for section in self.all():
            same = section.title and (
                section.title == title or section.title in title or title in section.title
            )
            if section.manner == manner and section.value == value and value:
                cost = 0.0 if same else 0.8
            elif same:
                cost = 0.5 if section.title == title else 1.0
                cost += 1.2 * (
                    section.manner == manner and 0 < section.value < value
                )  # the next of that name
            elif value and (manner, value) in section.outer:
                cost = 0.3
            else:
                continue
            cost += 0.6 * (section.index < after)
            if best is None or (cost, section.index) < best:
                best = (cost, section.index)
        return (best[1], best[0]) if best else None
