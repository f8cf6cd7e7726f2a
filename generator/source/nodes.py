"""The tree a file is read into. Every scalar is text, and every node knows its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from generator.diagnostics import Location

if TYPE_CHECKING:
    from generator.diagnostics import SourceFile

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


class ScalarNode:
    """A value as typed. `style` is empty for a plain one, else its first character: ' " | or >."""

    __slots__ = ("column", "end_line", "file", "line", "style", "value")

    def __init__(
        self, file: SourceFile, value: str, style: str, line: int, column: int, end_line: int
    ) -> None:
        self.file = file
        self.value = value
        self.style = style
        self.line = line
        self.column = column
        self.end_line = end_line

    @property
    def location(self) -> Location:
        return Location(self.file, self.line, self.column)

    @property
    def is_null(self) -> bool:
        """Left out: nothing, or one of YAML's words for it written plain."""
        return self.value in _NULLS and not self.style


class SequenceNode:
    __slots__ = ("column", "file", "items", "line")

    def __init__(self, file: SourceFile, line: int, column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.items: list[Node] = []

    @property
    def location(self) -> Location:
        return Location(self.file, self.line, self.column)


class MappingNode:
    """`entries` in the file's order; `places` has the line and column of each key."""

    __slots__ = ("_keys", "column", "entries", "file", "line", "places")

    def __init__(self, file: SourceFile, line: int, column: int) -> None:
        self.file = file
        self.line = line
        self.column = column
        self.entries: dict[str, Node] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self._keys: dict[str, ScalarNode] | None = None

    @property
    def location(self) -> Location:
        return Location(self.file, self.line, self.column)

    @property
    def keys(self) -> dict[str, ScalarNode]:
        """The keys as nodes: made when first asked for, since few are ever looked at."""
        if self._keys is None:
            self._keys = {
                name: ScalarNode(self.file, name, "", line, column, line)
                for name, (line, column) in self.places.items()
            }
        return self._keys

    @keys.setter
    def keys(self, keys: dict[str, ScalarNode]) -> None:
        self._keys = keys


Node: TypeAlias = "ScalarNode | SequenceNode | MappingNode"
