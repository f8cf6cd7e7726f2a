"""Deflate for fonts: each glyph is packed once, and the packed glyphs of a document are only joined.

All glyphs share one Huffman code, which is that of charstrings at large. A charstring gets a few bytes more behind its
end, where nothing reads on, so that it fills whole bytes when packed. Outlines of Han are nearly noise: what is lost
against looking for repetitions is a tenth, and deflate took most of the time of a paper.
"""

from __future__ import annotations

from struct import pack
from typing import TYPE_CHECKING

from deflate import adler32

from generator.render.pdf.outlines import ENDCHAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

END = 256  # of a block
# Bits of each byte, and of END, counted over the glyphs of the fonts that the installation brings.
BITS = [
    int(digit, 16)
    for digit in "9999965659aaaa8aaaaaa59a7888aa8799999999999999999999999999999999999999999999999999999999"
    "9999999998888888888888888888888887888887777788888886877777777777777788878888888888888888"
    "88888899999999999999999999999999999999aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa467a478bcc"
]
# And of each number that occurs among them, and of the 1 that says that distances are never used.
BITS_OF_BITS = {9: 1, 8: 2, 10: 3, 7: 4, 5: 6, 6: 6, 1: 7, 4: 7, 11: 7, 12: 7}
ORDER = (16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)  # in which deflate tells those
# Operands that fill a byte of which so many bits are taken.
FILLINGS = (b"", b"\x79", b"\x8b", b"\x8b\x79", b"\x8b\x8b", b"\x20\xd6", b"\xd6", b"\x20")
STORED = 0xFFFF  # bytes at most of a block that is not packed


def _codes(bits: Mapping[int, int]) -> dict[int, str]:
    """The canonical Huffman code of symbols with these lengths, as strings of 0 and 1."""
    codes: dict[int, str] = {}
    code = last = 0
    for length, symbol in sorted((length, symbol) for symbol, length in bits.items()):
        code <<= length - last
        codes[symbol] = f"{code:0{length}b}"
        code, last = code + 1, length
    return codes


def _number(value: int, bits: int) -> str:
    """A number as deflate writes it, the lowest bit first."""
    return f"{value:0{bits}b}"[::-1]


def _start() -> str:
    """The head of the only packed block, with its code."""
    of_bits = _codes(BITS_OF_BITS)
    return "".join((
        "1", _number(2, 2), _number(len(BITS) - 257, 5), _number(1, 5), _number(len(ORDER) - 4, 4),
        *(_number(BITS_OF_BITS.get(symbol, 0), 3) for symbol in ORDER),
        *(of_bits[length] for length in (*BITS, 1, 1)),
    ))  # fmt: skip


def _whole(bits: str) -> bytes:
    return int(bits[::-1], 2).to_bytes(len(bits) // 8, "little")


_CODES = _codes(dict(enumerate(BITS)))


def filled(charstring: bytes) -> bytes:
    """The charstring with what it needs behind it to be packed."""
    return charstring + FILLINGS[sum(map(BITS.__getitem__, charstring)) % 8]


def packed(charstring: bytes) -> bytes:
    """One that is filled, packed."""
    return _whole("".join(map(_CODES.__getitem__, charstring)))


def _blank() -> tuple[bytes, bytes]:
    """A blank glyph filled so that it is packed together with the head of its block."""
    start = _start() + "".join(map(_CODES.__getitem__, ENDCHAR))
    filling = FILLINGS[len(start) % 8]
    return ENDCHAR + filling, _whole(start + "".join(map(_CODES.__getitem__, filling)))


NOTDEF, _HEAD = _blank()  # the first glyph of every font
_TAIL = _whole(_CODES[END] + "0" * (-BITS[END] % 8))


def zlib_stream(before: bytes, glyphs: Iterable[bytes], packed_glyphs: Iterable[bytes]) -> bytes:
    """A zlib stream of `before`, NOTDEF and glyphs, all of them filled."""
    check = adler32(b"".join((NOTDEF, *glyphs)), adler32(before))
    return b"".join((b"\x78\x01", *_stored(before), _HEAD, *packed_glyphs, _TAIL, pack(">I", check)))


def _stored(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), STORED):
        block = data[at : at + STORED]
        yield b"\0" + pack("<HH", len(block), len(block) ^ STORED) + block
