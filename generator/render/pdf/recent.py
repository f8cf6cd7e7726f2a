"""What came lately, in bounds: what keeps coming back stays, what came once goes."""

from __future__ import annotations

from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(dict[K, V]):
    """The `most` last new or asked for by `recent[key]`, and some before them: twice as many at most.

    A bank's words are thus not forgotten because every candidate brings some that never come again.
    """

    __slots__ = ("_before", "_most")

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._before: dict[K, V] = {}

    def __missing__(self, key: K) -> V:
        """KeyError: there is none."""
        return self.keep(key, self._before.pop(key))

    def keep(self, key: K, value: V) -> V:
        """`value`, which is kept."""
        if len(self) >= self._most:
            self._before = dict(self)
            self.clear()
        self[key] = value
        return value
