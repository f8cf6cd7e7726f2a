"""Variants of glyphs: the same character with more or less room at its sides, under a code of its own.

Room that stands between two characters is thus a part of one of them, and who extracts the text finds
neither gaps, which look like spaces, nor overlaps, which look like new lines.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.render.pdf.characters import CLOSING, OPENING


class Sides(NamedTuple):
    """Room at a glyph's left and right that the glyph itself does not have, in 1/1000 em."""

    left: int = 0
    right: int = 0


PLAIN = Sides()
HALF, QUARTER = 500, 250

_NARROW = map(chr, (*range(0x21, 0x7F), *range(0xC0, 0x100), *range(0x391, 0x3CA)))
_VARIANTS = (
    *((char, Sides(right=-room)) for char in sorted(CLOSING) for room in (QUARTER, HALF)),
    *((char, Sides(left=-room)) for char in sorted(OPENING) for room in (QUARTER, HALF)),
    *(
        (char, Sides(*sides))
        for char in _NARROW
        for sides in ((QUARTER, 0), (0, QUARTER), (QUARTER, QUARTER))
    ),
)

# The last surrogates, which stand for no character in any face. Never change the order: files in which a
# code means something else would still be right, but no longer the same.
FIRST = 0xE000 - len(_VARIANTS)
VARIANTS = dict(enumerate(_VARIANTS, FIRST))
CODES = {variant: code for code, variant in VARIANTS.items()}
