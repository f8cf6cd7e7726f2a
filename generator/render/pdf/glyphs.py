"""Glyphs: what fonts in a file need of a face, made once a character and kept. All of it goes by codes."""

from __future__ import annotations

from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf import kept, packing
from generator.render.pdf.faces import face
from generator.render.pdf.fontfile import Traits
from generator.render.pdf.outlines import DEFAULT_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence, Set
    from typing import Any

    from generator.cache import Entry
    from generator.render.pdf.faces import Face


MOST_KEPT = 4_000  # of a face, of some 300 bytes


class Metrics(NamedTuple):
    """What a font descriptor says of a face. Lengths are 1/1000 em."""

    name: str  # PostScript
    ascent: int
    descent: int
    cap_height: int
    traits: Traits


class Made(NamedTuple):
    """What was made of a face, by codes."""

    charstrings: dict[int, bytes]
    packed: dict[int, bytes]
    mappings: dict[int, bytes]
    odd: dict[int, tuple[int, int]]  # code and advance, where that is not the default


class Glyphs:
    """The glyphs of one face, which is opened when one is not there yet."""

    __slots__ = ("_face", "grown", "made", "metrics")

    def __init__(
        self, face: Callable[[], Face], metrics: Metrics | None = None, made: Made | None = None
    ) -> None:
        self._face = face
        self.metrics = metrics or _metrics(face())
        self.made = made or Made({}, {}, {}, {})
        self.grown = False  # since it was kept for other processes

    def charstrings(self, codes: Sequence[int]) -> Sequence[bytes]:
        """Type 2 charstrings of the characters with these codes, filled to be packed. FaceError: damaged."""
        return _taken(self.made.charstrings, codes, self._make)

    def packed(self, codes: Sequence[int]) -> Sequence[bytes]:
        """The same as a font's stream holds them."""
        return _taken(self.made.packed, codes, self._pack)

    def mappings(self, codes: Sequence[int]) -> Sequence[bytes]:
        """Lines of a CMap that tell what characters these codes are."""
        return _taken(self.made.mappings, codes, self._map)

    def odd_advances(self, codes: Set[int]) -> tuple[tuple[int, int], ...]:
        """Ascending codes whose advance is not the default, with it. Their charstrings must be there."""
        odd = self.made.odd
        return tuple([odd[code] for code in sorted(odd.keys() & codes)])

    def _make(self, codes: list[int]) -> None:
        self.grown = True
        font, made = self._face(), self.made
        for code, charstring in zip(codes, font.charstrings(codes), strict=True):
            advance = font.advance(code)
            if advance != DEFAULT_WIDTH:
                made.odd[code] = code, advance
            made.charstrings[code] = packing.filled(charstring)

    def _pack(self, codes: list[int]) -> None:
        self.grown = True
        for code, charstring in zip(codes, self.charstrings(codes), strict=True):
            self.made.packed[code] = packing.packed(charstring)

    def _map(self, codes: list[int]) -> None:
        self.grown = True
        character = self._face().character
        for code in codes:
            written = character(code).encode("utf-16-be").hex().upper().encode()
            self.made.mappings[code] = b"<%04X><%b>\n" % (code, written)


def _metrics(face: Face) -> Metrics:
    return Metrics(face.name, face.ascent, face.descent, face.cap_height, face.traits)


def _taken(
    made: dict[int, bytes], codes: Sequence[int], make: Callable[[list[int]], None]
) -> Sequence[bytes]:
    """What is kept for each code, after what is missing is made."""
    if len(codes) < 2:  # of which itemgetter makes no tuple
        if missing := [code for code in codes if code not in made]:
            make(missing)
        return [made[code] for code in codes]
    take: Callable[[dict[int, bytes]], Sequence[bytes]] = itemgetter(*codes)
    try:
        return take(made)
    except KeyError:
        make([code for code in codes if code not in made])
        return take(made)


_glyphs: dict[str, Glyphs] = {}


def glyphs(name: str) -> Glyphs:
    """The glyphs of the face of that name, with those that other processes have made."""
    found = _glyphs.get(name)
    if found is None:
        before = kept.load(_entry(name))
        found = Glyphs(partial(face, name)) if before is None else _restored(name, *before)
        _glyphs[name] = found
    return found


def keep_glyphs(names: Iterable[str]) -> None:
    """Keep what was made of these faces for other processes; above the bound the oldest go."""
    for name in names:
        found = _glyphs.get(name)
        entry = _entry(name) if found and found.grown else None
        if found and entry:
            newest = list(found.made.charstrings)[-MOST_KEPT:]
            made = [{code: of_code[code] for code in newest if code in of_code} for of_code in found.made]
            kept.store(entry, ((*found.metrics[:-1], tuple(found.metrics.traits)), made))
            found.grown = False


def _entry(name: str) -> Entry | None:
    return kept.entry("face", [name])


def _restored(name: str, metrics: tuple[Any, ...], made: list[dict[int, Any]]) -> Glyphs:
    return Glyphs(partial(face, name), Metrics._make((*metrics[:-1], Traits._make(metrics[-1]))), Made(*made))
