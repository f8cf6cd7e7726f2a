"""A paper beside its key: the same questions in the same order, and what the key adds to each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.verify.reading import Part

_OPENING, _CLOSING = "（(【[〔", "）)】]〕"
_LONGEST_INSERT = 120  # characters: what a question assesses, in brackets
_LONGEST_LABEL = 40  # of the next question, which stands before it on a line of its own
_PLACE = re.compile(r"\d|[一二三四五六七八九十]|[A-Za-z①-⑳]")


class Pair(NamedTuple):
    """A part of a paper and that of its key, None where there is none; `insert` is what one has in brackets."""

    paper: Part
    key: Part | None
    solution: str = ""
    insert: str = ""


class Paired(NamedTuple):
    pairs: list[Pair]
    apart: list[Part]  # parts of the key that are of no question
    strays: list[Part]  # questions of the key that the paper does not have


class _Match(NamedTuple):
    solution: str
    insert: str


def pair(paper: Sequence[Part], key: Sequence[Part]) -> Paired:
    """Parts matched in order. A key may have parts of its own between, before or behind those of the paper."""
    pairs: list[Pair] = []
    apart: list[Part] = []
    strays: list[Part] = []
    at = 0
    for place, part in enumerate(paper):
        left = len(paper) - place
        found = next((k for k in range(at, len(key) - left + 1) if _match(part, key[k])), None)
        if found is None:
            # It differs: the key's next question is taken for its counterpart.
            while at < len(key) - left and key[at].kind == "other":
                apart.append(key[at])
                at += 1
            pairs.append(Pair(part, key[at] if at < len(key) else None))
            at += at < len(key)
            continue
        for skipped in key[at:found]:
            (strays if skipped.kind in ("question", "section") else apart).append(skipped)
        match = _match(part, key[found])
        assert match is not None
        pairs.append(Pair(part, key[found], match.solution, match.insert))
        at = found + 1
    for rest in key[at:]:
        (strays if rest.kind in ("question", "section") else apart).append(rest)
    return Paired(pairs, apart, strays)


def agrees(found: Pair) -> bool:
    """Whether the two say the same question."""
    return found.key is not None and _match(found.paper, found.key) is not None


def _match(paper: Part, key: Part) -> _Match | None:
    """What the key adds to the paper's part; None when that is not all in which they differ."""
    if paper.kind and key.kind and paper.kind != key.kind:
        return None
    mine, other = paper.text, key.text
    if mine == other:
        return _Match("", "")
    direct = _around(mine, other)
    if direct is not None:
        return direct
    same = _alike(mine, other)
    for one, two, is_key in ((mine, other, True), (other, mine, False)):
        # What a question assesses may stand behind its stem on one side only.
        for start in (same, *(p for p in range(same - 1, max(same - 4, -1), -1) if two[p] in _OPENING)):
            if start >= len(two) or two[start] not in _OPENING:
                continue
            for end in range(start + 1, min(len(two), start + _LONGEST_INSERT)):
                if two[end] not in _CLOSING:
                    continue
                without = two[:start] + two[end + 1 :]
                rest = _around(one, without) if is_key else _around(without, one)
                if rest is not None or without == one:
                    return _Match(rest.solution if rest else "", two[start : end + 1])
    return None


def _around(mine: str, other: str) -> _Match | None:
    """What `other` has between a beginning and an end that together are `mine`."""
    if other.startswith(mine):
        return _Match(other[len(mine) :], "")
    head = _alike(mine, other)
    tail = len(mine) - head
    label = mine[head:]
    if (
        tail > _LONGEST_LABEL
        or not other.endswith(label)
        or len(other) < len(mine)
        or not _PLACE.search(label)
    ):
        return None
    # The end is the label of the next question, which begins a line of its own; the solution stands before it.
    solution = other[head : len(other) - tail]
    return _Match(solution, "") if len(solution) > 1 and head else None


def _alike(one: str, two: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (k for k, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
