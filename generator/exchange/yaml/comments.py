"""The comments of a bank's file, each with the value it stands at, so that they can be written again with it."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path = tuple[str | int, ...]
"""The way to a value: names of fields and numbers in lists; a question goes by its id."""


class Comments(NamedTuple):
    """`above` are lines over a value, `beside` the words behind it, without their `#`."""

    above: tuple[str, ...] = ()
    beside: str = ""


def comments_of(text: str) -> dict[Path, Comments]:
    """The comments of a well-formed file by the value they belong to.

    A comment of its own line belongs to the value below, the last ones of a file to (); one behind a value
    to the value of that line.
    """
    found = list(_found(text))
    if not found:
        return {}
    places = _places(text)
    outer: dict[int, Path] = {}
    for line, path in places:
        outer.setdefault(line, path)
    starts = sorted(outer)
    above: dict[Path, list[str]] = {}
    beside: dict[Path, list[str]] = {}
    at = 0
    for line, words, own in found:
        if own:
            while at < len(starts) and starts[at] < line:
                at += 1
            above.setdefault(outer[starts[at]] if at < len(starts) else (), []).append(words)
        else:
            before = bisect_right(starts, line)
            beside.setdefault(outer[starts[before - 1]] if before else (), []).append(words)
    return {
        path: Comments(tuple(above.get(path, ())), " ".join(beside.get(path, ())))
        for path in [*above, *(path for path in beside if path not in above)]
    }


def paths_at(text: str, lines: Iterable[int]) -> list[Path]:
    """The value that each of `lines`, from 1, belongs to: the last that begins in it or above."""
    outer: dict[int, Path] = {}
    for start, path in _places(text):
        outer.setdefault(start, path)
    starts = sorted(outer)
    before = [bisect_right(starts, line - 1) for line in lines]
    return [outer[starts[at - 1]] if at else () for at in before]


def _found(text: str) -> Iterator[tuple[int, str, bool]]:
    """Each comment: its line from 0, its words, and whether it has the line for itself.

    A comment is what stands between two tokens and is not white space.
    """
    if "#" not in text:
        return
    loader: Any = _Loader(text)
    end, line = 0, 0
    try:
        while loader.check_token():
            token = loader.get_token()
            start = token.start_mark.index
            yield from _between(text, end, start, line)
            if isinstance(token, yaml.ScalarToken) and token.style in ("|", ">"):
                head = text[
                    start : text.find("\n", start)
                ]  # what stands behind the sign belongs to the token
                yield from _between(head, 1, len(head), token.start_mark.line)
            if token.end_mark.index > end:
                end, line = token.end_mark.index, token.end_mark.line
    finally:
        loader.dispose()
    yield from _between(text, end, len(text), line)


def _between(text: str, start: int, end: int, line: int) -> Iterator[tuple[int, str, bool]]:
    if start >= end:
        return
    first = text.rfind("\n", 0, start) + 1
    for number, part in enumerate(text[start:end].split("\n"), line):
        at = part.find("#")
        if at >= 0:
            yield number, part[at + 1 :].strip(), number > line or not text[first:start].strip()


def _places(text: str) -> list[tuple[int, Path]]:
    """The line from 0 where each value begins (the key of a field), in the order of the file."""
    node = yaml.compose(text, Loader=_Loader)
    places: list[tuple[int, Path]] = []
    waiting: list[tuple[Any, Path, int]] = [(node, (), -1)]
    while waiting:
        node, path, line = waiting.pop()
        if line >= 0:
            places.append((line, path))
        if isinstance(node, yaml.MappingNode):
            waiting += [
                (value, (*path, key.value), key.start_mark.line) for key, value in reversed(node.value)
            ]
        elif isinstance(node, yaml.SequenceNode):
            waiting += [
                (item, (*path, _name(item, index) if path == ("questions",) else index), item.start_mark.line)
                for index, item in reversed([*enumerate(node.value)])
            ]
    return places


def _name(node: Any, index: int) -> str | int:
    """The id of a question, else its number."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                return str(value.value)
    return index
