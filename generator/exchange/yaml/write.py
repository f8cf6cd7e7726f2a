"""A Bank to the text of its file, in the one canonical form."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from generator.exchange.yaml.comments import Comments
from generator.exchange.yaml.scalars import fits_block, inline, quoted
from generator.exchange.yaml.tree import Bare

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.exchange.yaml.comments import Path
    from generator.exchange.yaml.tree import Tree

WIDTH = 120  # columns of a line with several values; a Han character takes two
LONGEST_NAME = 24  # columns of what still stands in a list of names; longer ones have a line each


def write(root: dict[str, Tree], comments: Mapping[Path, Comments] | None = None) -> str:
    """The file of a bank as a tree. Every comment is written: at its value, or where that is gone at what held it.

    Reading the text gives the same bank; writing that bank gives the same text.
    """
    return _Writer(comments or {}).file(root)


class _Writer:
    def __init__(self, comments: Mapping[Path, Comments]) -> None:
        self.comments = dict(comments)
        self.commented: set[Path] = set()  # the values that hold something with a comment
        self.lines: list[str] = []

    def file(self, root: dict[str, Tree]) -> str:
        last = self.comments.pop((), Comments())
        self._move_up(root)
        self.commented = {path[:length] for path in self.comments for length in range(len(path))}
        for name, value in root.items():
            self._field(name, value, 0, (name,), "")
        self.lines += [_comment(words, 0) for words in _all(last)]
        return "\n".join(self.lines) + "\n"

    def _move_up(self, root: dict[str, Tree]) -> None:
        """Comments of values that are no more go to the nearest that is."""
        known = set(_paths(root, ()))
        for path in [path for path in self.comments if path not in known]:
            orphan = self.comments.pop(path)
            while path and path not in known:
                path = path[:-1]
            path = path or ("questions",)
            there = self.comments.get(path, Comments())
            self.comments[path] = Comments((*there.above, *_all(orphan)), there.beside)

    def _field(self, name: str, value: Tree, indent: int, path: Path, lead: str) -> None:
        """`name: value`; `lead` is what stands before it in its line ("- "), within `indent`."""
        said = self.comments.get(path, Comments())
        self._above(said, indent)
        start = " " * (indent - len(lead)) + lead + name + ":"
        self._value(start, value, indent, path, said.beside)

    def _value(self, start: str, value: Tree, indent: int, path: Path, beside: str) -> None:
        """`value` behind `start`, in its line where it fits, else below, deeper than `indent`."""
        behind = f"  # {beside}" if beside else ""
        if isinstance(value, Bare):
            self.lines.append((f"{start} {value}" if value else start) + behind)
        elif isinstance(value, str):
            self._text(start, value, indent, behind)
        elif (flow := self._flow(value, path)) and _columns(start) + 1 + _columns(flow) <= WIDTH:
            self.lines.append(f"{start} {flow}{behind}")
        elif isinstance(value, dict):
            self.lines.append(start + behind)
            for name, inner in value.items():
                self._field(name, inner, indent + 2, (*path, name), "")
        else:
            self.lines.append(start + behind)
            self._items(value, indent + 2, path)

    def _text(self, start: str, text: str, indent: int, behind: str) -> None:
        if "\n" not in text:
            self.lines.append(f"{start} {inline(text)}{behind}")
        elif fits_block(text):
            self.lines.append(f"{start} |{behind}")
            pad = " " * (indent + 2)
            self.lines += [pad + line if line else "" for line in text.split("\n")]
        else:
            self.lines.append(f"{start} {quoted(text)}{behind}")

    def _items(self, items: list[Tree], indent: int, path: Path) -> None:
        questions = path == ("questions",)
        for index, item in enumerate(items):
            if questions and index:
                self.lines.append("")
            inner: Path = (*path, _question_name(item, index) if questions else index)
            said = self.comments.get(inner, Comments())
            pad = " " * indent
            self._above(said, indent)
            flow = "" if questions else self._flow(item, inner)
            if isinstance(item, dict) and not (flow and indent + 2 + _columns(flow) <= WIDTH):
                self._mapping_item(item, indent, inner, said.beside)
            else:
                self._value(pad + "-", item, indent, inner, said.beside)

    def _mapping_item(self, item: dict[str, Tree], indent: int, path: Path, beside: str) -> None:
        """`- first: ..` with the other fields below; comments at the first field go over the item."""
        for index, (name, value) in enumerate(item.items()):
            inner = (*path, name)
            if index:
                self._field(name, value, indent + 2, inner, "")
                continue
            said = self.comments.get(inner, Comments())
            self._above(said, indent)
            words = " ".join(filter(None, (beside, said.beside)))
            self._value(" " * indent + f"- {name}:", value, indent + 2, inner, words)

    def _above(self, said: Comments, indent: int) -> None:
        self.lines += [_comment(words, indent) for words in said.above]

    def _flow(self, value: Tree, path: Path) -> str:
        """The value in one line; empty where it has comments inside, is deep, or holds long texts."""
        if isinstance(value, str):
            return ""
        if path in self.commented:
            return ""
        parts = []
        for name, inner in value.items() if isinstance(value, dict) else [("", item) for item in value]:
            if not isinstance(inner, str) or "\n" in inner:
                return ""
            if not name and _columns(inner) > LONGEST_NAME:
                return ""
            text = str(inner) if isinstance(inner, Bare) else inline(inner, in_flow=True)
            parts.append(f"{name}: {text}" if name else text)
        joined = ", ".join(parts)
        return f"{{{joined}}}" if isinstance(value, dict) else f"[{joined}]"


def _columns(text: str) -> int:
    return len(text) + sum(east_asian_width(sign) in "WF" for sign in text)


def _all(said: Comments) -> tuple[str, ...]:
    return (*said.above, said.beside) if said.beside else said.above


def _comment(words: str, indent: int) -> str:
    return " " * indent + (f"# {words}" if words else "#")


def _question_name(item: Tree, index: int) -> str | int:
    name = item.get("id") if isinstance(item, dict) else None
    return str(name) if isinstance(name, str) and name else index


def _paths(value: Tree, path: Path) -> list[Path]:
    found = [path]
    if isinstance(value, dict):
        for name, inner in value.items():
            found += _paths(inner, (*path, name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            key = _question_name(item, index) if path == ("questions",) else index
            found += _paths(item, (*path, key))
    return found
