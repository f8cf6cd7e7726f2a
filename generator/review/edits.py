"""Changes of a text: what mends are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Edit(NamedTuple):
    """`text[start:end]`, which is not empty, becomes `new`. `code` is the warning that is mended by it."""

    start: int
    end: int
    new: str
    code: str = ""


def settled(text: str, rule: Callable[[str], Iterable[Edit]]) -> list[Edit]:
    """The edits of `text` after which `rule` has nothing more to mend, in order, none beside another.

    `rule` must come to an end.
    """
    now = text
    origin = list(range(len(text)))  # of each character now; -1 for a new one
    codes: list[str] = [""] * len(text)
    while edits := _apart(rule(now)):
        letters: list[str] = []
        from_: list[int] = []
        done = 0
        for start, end, new, code in (*edits, Edit(len(now), len(now), "")):
            letters += (now[done:start], new)
            from_ += origin[done:start] + [-1] * len(new)
            for index in origin[start:end]:
                if index >= 0:
                    codes[index] = code
            done = end
        now, origin = "".join(letters), from_
    return _between(text, now, origin, codes)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """In order; of two that overlap, the one that begins first."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept


def _between(text: str, now: str, origin: list[int], codes: list[str]) -> list[Edit]:
    """The edits that lead from `text` to `now`."""
    edits = []
    at, new = 0, ""
    for letter, index in zip((*now, ""), (*origin, len(text)), strict=True):
        if index < 0:
            new += letter
            continue
        if index > at:
            edits.append(Edit(at, index, new, codes[at]))
        at, new = index + 1, ""
    return edits


def made(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that are in order."""
    parts: list[str] = []
    done = 0
    for start, end, new, _ in edits:
        parts += (text[done:start], new)
        done = end
    return "".join((*parts, text[done:]))
