"""A paper beside its key: the same questions in the same order, and what the key adds to each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.verify.reading import Part

_OPENING, _CLOSING = "（(【[〔", "）)】]〕"
_LONGEST_INSERT = 120  # characters: what a question assesses, in brackets
_LONGEST_LABEL = 40  # of the next question, which stands before it on a line of its own
_LABEL = re.compile(r"[^:：]{2,12}[:：]")


class Pair(NamedTuple):
    """A part of a paper and its counterpart in the key. They are at odds when there is none, or it differs.

    `solution` is what the key adds, squeezed; `insert` is what one of the two has more in brackets; `label` is what
    both end with behind the solution.
    """

    paper: Part
    key: Part | None
    agree: bool = False
    solution: str = ""
    insert: str = ""
    label: str = ""


class Paired(NamedTuple):
    pairs: list[Pair]
    apart: list[Part]  # parts of the key that are of no question
    strays: list[Part]  # questions of the key that the paper does not have


def pair(paper: Sequence[Part], key: Sequence[Part]) -> Paired:
    """Parts matched in order. A key may have parts of its own between, before or behind those of the paper."""
    pairs: list[Pair] = []
    skipped: list[Part] = []
    at = 0
    for place, part in enumerate(paper):
        most = len(key) - (len(paper) - place) + 1
        found = next(((k, match) for k in range(at, most) if (match := _match(part, key[k]))), None)
        if found is None:
            # It differs: the key's next question is taken for its counterpart.
            while at < most - 1 and key[at].kind == "other":
                skipped.append(key[at])
                at += 1
            pairs.append(Pair(part, key[at] if at < len(key) else None))
            at += 1
        else:
            skipped += key[at : found[0]]
            pairs.append(found[1])
            at = found[0] + 1
    skipped += key[at:]
    return Paired(
        pairs,
        [part for part in skipped if part.kind not in ("question", "section")],
        [part for part in skipped if part.kind in ("question", "section")],
    )


def _match(paper: Part, key: Part) -> Pair | None:
    """The two as a pair; None when they differ in more than what the key adds."""
    if key.kind not in ("", paper.kind):
        return None
    mine = paper.text
    if paper.kind == "section":
        return Pair(paper, key, True) if mine == key.text else None
    if key.asked is not None:
        solution = "".join(key.solution)
        if mine == key.asked:
            return Pair(paper, key, True, solution)
        for insert, without in _without_insert(key.asked, mine):
            if without == mine:
                return Pair(paper, key, True, solution, insert)
        for insert, without in _without_insert(mine, key.asked):
            if without == key.asked:
                return Pair(paper, key, True, solution, insert)
        return None
    # Where the question ends and the solution begins is not known.
    if added := _added(mine, key.text):
        return Pair(paper, key, True, added[0], "", added[1])
    for insert, without in _without_insert(key.text, mine):
        if added := _added(mine, without):
            return Pair(paper, key, True, added[0], insert, added[1])
    for insert, without in _without_insert(mine, key.text):
        if (added := _added(without, key.text)) and insert not in added[0]:
            return Pair(paper, key, True, added[0], insert, added[1])
    return None


def _without_insert(longer: str, other: str) -> Iterator[tuple[str, str]]:
    """What stands in brackets where two texts begin to differ, and the one without it."""
    same = _alike(longer, other)
    for start in range(same, max(same - 3, -1), -1):
        if longer[start : start + 1] and longer[start] in _OPENING:
            for end in range(start + 1, min(len(longer), start + _LONGEST_INSERT)):
                if longer[end] in _CLOSING:
                    yield longer[start : end + 1], longer[:start] + longer[end + 1 :]


def _added(mine: str, other: str) -> tuple[str, str] | None:
    """What `other` has behind `mine`, or before the label of the next question, with which both end; and that."""
    if other.startswith(mine):
        return other[len(mine) :], ""
    head = _alike(mine, other)
    label = mine[head:]
    if not head or len(label) > _LONGEST_LABEL or not other.endswith(label) or len(other) < len(mine) + 2:
        return None
    return other[head : len(other) - len(label)], label


def _alike(one: str, two: str) -> int:
    """How many characters two texts begin with alike."""
    return next(
        (k for k, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )


def label_of(solution: str) -> str:
    """The label with which a solution begins; empty when it has none."""
    found = _LABEL.match(solution)
    return found[0] if found else ""


def answers_within(pairs: Sequence[Pair]) -> list[Pair]:
    """Pairs whose question seems to hold the beginning of its answer: the label with which other solutions begin.

    It is needed where nothing else tells where a question ends.
    """
    labels = [label for each in pairs if (label := label_of(each.solution))]
    usual = {label for label in labels if labels.count(label) > 1}
    return [
        each
        for each in pairs
        if any(label in each.paper.text and not each.solution.startswith(label) for label in usual)
    ]


def labels_astray(pairs: Sequence[Pair], before: Sequence[str]) -> list[Pair]:
    """Pairs that end in what is no label of a question: without a number, and unlike the label of any first question,
    which closes one of the texts `before` it.
    """
    endings = [_masked(text) for text in before]
    return [
        each
        for each in pairs
        if each.label
        and not (any(map(str.isdigit, each.label)) and any(map(str.isalpha, each.label)))
        and not any(text.endswith(_masked(each.label)) for text in endings)
    ]


def _masked(text: str) -> str:
    return re.sub(r"\d+", "#", text)
