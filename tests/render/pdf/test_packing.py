"""Packed glyphs put together are a zlib stream like any other."""

from __future__ import annotations

import zlib

from hypothesis import given
from hypothesis import strategies as st

from generator.render.pdf.packing import NOTDEF, filled, packed, zlib_stream

CHARSTRINGS = st.binary(min_size=1, max_size=400)


@given(before=st.binary(max_size=300), charstrings=st.lists(CHARSTRINGS, max_size=20))
def test_what_is_packed_comes_out_again(before: bytes, charstrings: list[bytes]) -> None:
    glyphs = [filled(charstring) for charstring in charstrings]
    stream = zlib_stream(before, glyphs, [packed(glyph) for glyph in glyphs])
    assert zlib.decompress(stream) == before + NOTDEF + b"".join(glyphs)


@given(CHARSTRINGS)
def test_what_fills_a_charstring_are_operands(charstring: bytes) -> None:
    more = filled(charstring).removeprefix(charstring)
    assert len(more) <= 2
    assert all(32 <= byte < 247 for byte in more)  # numbers of one byte, in which nothing is begun


def test_what_is_before_the_glyphs_may_be_long() -> None:
    before = bytes(range(256)) * 1000
    assert zlib.decompress(zlib_stream(before, [], [])) == before + NOTDEF
