"""The options of a row, each at the place of its letter: a cell each, or all in one cell.

An answer names options by letter, so that one which is missing must leave its letter free.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.flat import flat
from generator.kinds.choice import MAX_OPTIONS, letter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TYPED = re.compile(r"[(（]?([A-Za-zＡ-Ｚａ-ｚ])[.．、:：)）][ \t\u3000]*")
_INSIDE = re.compile(r"(?:^|(?<=[\s;|,。]))\(?([a-z])(?:([.、:)])[ \t]*|[ \t]+)", re.MULTILINE)
_MOST_MISSING = 2  # letters one after another that a list of options may lack


class Options(NamedTuple):
    """`texts` by letter; empty where there is none. `unsure`: the letters typed before them do not say which is which."""

    texts: list[str]
    unsure: bool = False

    @property
    def gaps(self) -> str:
        """The letters below the last that have no option."""
        return "".join(letter(at) for at, text in enumerate(self.texts) if not text.strip())

    @property
    def given(self) -> list[str]:
        return [text for text in self.texts if text.strip()]


def from_cells(cells: Mapping[int, str]) -> Options:
    """The options of cells by the places of their columns. Letters typed in the cells themselves go before these."""
    texts = [cells.get(at, "") for at in range(max(cells, default=-1) + 1)]
    typed = {at: found for at, text in cells.items() if (found := _TYPED.match(text))}
    if len(cells) < 2 or len(typed) < len(cells):
        return Options(texts)
    places = {at: ord(flat(found[1])) - ord("a") for at, found in typed.items()}
    moved = any(at != place for at, place in places.items())
    if (
        moved and max(places.values()) >= len(cells) + _MOST_MISSING
    ):  # C. elegans, E. coli: no letters of options
        return Options(texts)
    if len(set(places.values())) < len(places):
        return Options(texts, unsure=True)
    bare = [""] * (max(places.values()) + 1)
    for at, found in typed.items():
        bare[places[at]] = cells[at][found.end() :]
    return Options(bare, unsure=moved)


def verbatim(cells: Mapping[int, str]) -> Options:
    """The options of cells whose texts are a bank's own; letters that somebody typed before all of them are none of it."""
    found = from_cells(cells)
    return Options([cells.get(at, "") for at in range(max(cells) + 1)]) if found.unsure else found


def from_cell(cell: str) -> Options:
    """The options of one cell: behind their letters, else a line each, else parted by bars or semicolons."""
    cuts = _cuts(cell)
    if len(cuts) > 1:
        texts = [""] * (cuts[-1][0] + 1)
        ends = [*(start for _, start, _ in cuts[1:]), len(cell)]
        for (place, _, start), end in zip(cuts, ends, strict=True):
            texts[place] = cell[start:end].strip(" \t\n;；|\u3000")
        unsure = any("\n" in text and any(map(_TYPED.match, text.split("\n")[1:])) for text in texts)
        return Options(texts, unsure)
    if "\n" in cell.strip():
        lines = [line.strip() for line in cell.split("\n") if line.strip()]
        return Options(lines, unsure=all(map(_TYPED.match, lines)))
    for sign in "|；;":
        if sign in cell.strip(" \t|；;"):
            return Options([part.strip() for part in cell.strip(" \t|；;").split(sign)])
    return Options([cell] if cell.strip() else [])


def _cuts(cell: str) -> list[tuple[int, int, int]]:
    """Where options begin in a cell that begins with one: the place of the letter, its start, the text's start.

    A letter may be skipped only where it stands nowhere below, and the others are written alike.
    """
    low = flat(cell)
    found = list(_INSIDE.finditer(low))
    if not found or low[: found[0].start()].strip():
        return []
    if not found[0][2]:
        return _in_order(found)
    last: dict[int, int] = {}
    for index, sign in enumerate(found):
        last[_place(sign)] = index
    wide = cell[found[0].start(1)].isupper()
    cuts: list[tuple[int, int, int]] = []
    for index, sign in enumerate(found):
        due, place = len(cuts) and cuts[-1][0] + 1, _place(sign)
        alike = sign[2] == found[0][2] and cell[sign.start(1)].isupper() == wide
        skips = due < place <= due + _MOST_MISSING and not any(
            last.get(at, -1) > index for at in range(due, place)
        )
        if place < MAX_OPTIONS and (place == due or (alike and skips)):
            cuts.append((place, sign.start(), sign.end()))
    return cuts


def _in_order(found: Sequence[re.Match[str]]) -> list[tuple[int, int, int]]:
    """The same for letters with nothing but a space behind the first, of which none may be skipped."""
    cuts: list[tuple[int, int, int]] = []
    for sign in found:
        if _place(sign) == len(cuts):
            cuts.append((len(cuts), sign.start(), sign.end()))
    return cuts


def _place(sign: re.Match[str]) -> int:
    return ord(sign[1]) - ord("a")


def from_stem(stem: str) -> tuple[str, Sequence[str]]:
    """A stem that has its options behind it, and these; none where their letters do not run on from A."""
    low = flat(stem)
    first = re.search(r"(?:^|(?<=[\s;|,。?()]))\(?a[.、:)]", low, re.MULTILINE)
    if first is None or not stem[: first.start()].strip():
        return stem, ()
    found = from_cell(stem[first.start() :])
    if len(found.texts) < 2 or found.gaps or found.unsure:
        return stem, ()
    return stem[: first.start()].rstrip(), found.texts
