"""A face's characters as a font embedded in a PDF: a CID-keyed CFF program whose CIDs are the codes.

Each document gets a font of exactly its own characters, so that nothing tells of others.
"""

from __future__ import annotations

import sys
from array import array
from functools import lru_cache
from itertools import accumulate
from struct import Struct, pack
from typing import TYPE_CHECKING
from zlib import crc32

from generator.render.pdf.file import real
from generator.render.pdf.outlines import DEFAULT_WIDTH, NOMINAL_WIDTH
from generator.render.pdf.packing import NOTDEF, zlib_stream

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from generator.render.pdf.file import File
    from generator.render.pdf.glyphs import Glyphs

HEADER = b"\1\0\4\4"
FIXED_PITCH, SERIF, SYMBOLIC, ITALIC = 1, 2, 4, 64  # flags of a font descriptor
ADOBE, IDENTITY = 391, 392  # the first strings of a font's own

MAPPING_HEAD = b"""/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000><FFFF>
endcodespacerange
"""
MAPPING_TAIL = b"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend"
MAPPING_BLOCK = 100  # entries at most between begin and end


def embed(file: File, glyphs: Glyphs, shown: Set[int]) -> int:
    """The number of the Type 0 font that shows exactly these codes of a face."""
    return file.add(font_dictionary(file, glyphs, shown))


def font_dictionary(file: File, glyphs: Glyphs, shown: Set[int]) -> bytes:
    """The body of that font; what it refers to goes into the file."""
    codes = sorted(shown)
    name = subset_name(glyphs, codes)
    metrics = glyphs.metrics
    traits = metrics.traits
    flags = (
        SYMBOLIC
        | FIXED_PITCH * traits.fixed_pitch
        | SERIF * traits.serif
        | ITALIC * (traits.slant != 0)
    )  # fmt: skip
    program = file.packed_stream(font_program(glyphs, codes), b"/Subtype/CIDFontType0C")
    descriptor = file.add(
        b"<</Type/FontDescriptor/FontName/%b/Flags %d/FontBBox[%d %d %d %d]/ItalicAngle %b"
        b"/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile3 %d 0 R>>"
        % (
            name, flags, *traits.box, real(traits.slant), metrics.ascent, metrics.descent, metrics.cap_height,
            50 + (traits.weight / 65) ** 2, program,
        )
    )  # fmt: skip
    descendant = file.add(
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/%b/FontDescriptor %d 0 R/DW %d/W[%b]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
        % (name, descriptor, DEFAULT_WIDTH, _widths(glyphs.odd_advances(shown)))
    )
    mapping = file.stream(_to_unicode(glyphs, codes))
    return (
        b"<</Type/Font/Subtype/Type0/BaseFont/%b-Identity-H/Encoding/Identity-H"
        b"/DescendantFonts[%d 0 R]/ToUnicode %d 0 R>>" % (name, descendant, mapping)
    )


def subset_name(glyphs: Glyphs, codes: Sequence[int]) -> bytes:
    """The PostScript name of a subset, behind a tag of six letters that its codes decide."""
    face = glyphs.metrics.name.encode()
    number = crc32(pack(f">{len(codes)}H", *codes), crc32(face))
    letters = bytearray()
    for _ in range(6):
        number, letter = divmod(number, 26)
        letters.append(65 + letter)
    return b"%b+%b" % (bytes(letters), face)


def font_program(glyphs: Glyphs, codes: Sequence[int]) -> bytes:
    """A CFF font of .notdef, which is blank, and the characters of these codes, which ascend; as a zlib stream."""
    charstrings = glyphs.charstrings(codes)
    return zlib_stream(_before_glyphs(glyphs, codes, charstrings), charstrings, glyphs.packed(codes))


def _before_glyphs(glyphs: Glyphs, codes: Sequence[int], charstrings: Sequence[bytes]) -> bytes:
    """All of the font up to its glyphs, which end it."""
    count = len(codes) + 1
    head = HEADER + _index([subset_name(glyphs, codes)])
    charset = pack(f">B{count - 1}H", 0, *codes)
    selector = pack(">BHHBH", 3, 1, 0, 0, count)
    index = _index_head([NOTDEF, *charstrings])

    # The top DICT and the one of the only font tell where the others are; both are always of the same length.
    at = len(head) + TOP_LENGTH + len(STRINGS)
    selected = at + len(charset)
    own = selected + len(selector)
    fonts = own + len(PRIVATE)
    top = _top(at, selected, fonts, fonts + FONTS_LENGTH)
    return b"".join((head, top, STRINGS, charset, selector, PRIVATE, _fonts(own), index))


def _top(charset: int, selector: int, fonts: int, glyphs: int) -> bytes:
    """The top DICT's INDEX, of the places of the others."""
    return TOP_HEAD + TOP_PLACES.pack(
        29, charset, 15, 29, selector, 12, 37, 29, fonts, 12, 36, 29, glyphs, 17
    )


def _fonts(private: int) -> bytes:
    return _index([_entry(18, len(PRIVATE), private)])


def _entry(operator: int, *operands: int) -> bytes:
    """An entry of a DICT, its integers in the form whose length does not depend on them."""
    key = bytes((12, operator - 1200)) if operator >= 1200 else bytes((operator,))
    return b"".join(b"\x1d" + n.to_bytes(4, "big") for n in operands) + key


def _index(items: list[bytes]) -> bytes:
    return _index_head(items) + b"".join(items)


def _index_head(items: Sequence[bytes]) -> bytes:
    """All of an INDEX but its items."""
    if not items:
        return b"\0\0"
    offsets = array("I", accumulate(map(len, items), initial=1))
    if sys.byteorder == "little":
        offsets.byteswap()
    return pack(">HB", len(items), 4) + offsets.tobytes()


STRINGS = _index([b"Adobe", b"Identity"]) + _index([])
PRIVATE = _entry(20, DEFAULT_WIDTH) + _entry(21, NOMINAL_WIDTH)
TOP_PLACES = Struct(
    ">BIB BIBB BIBB BIB"
)  # each behind the mark of a number of four bytes, before its operator
TOP_HEAD = _index_head([_entry(1230, ADOBE, IDENTITY, 0) + _entry(1234, 65536) + b" " * TOP_PLACES.size])
TOP_HEAD += _entry(1230, ADOBE, IDENTITY, 0) + _entry(1234, 65536)
TOP_LENGTH, FONTS_LENGTH = len(_top(0, 0, 0, 0)), len(_fonts(0))


@lru_cache(maxsize=256)  # Latin letters and marks, of which most documents have the same
def _widths(others: tuple[tuple[int, int], ...]) -> bytes:
    """The W array, of codes and advances that are not the default. Neighbours of one advance share an entry."""
    out: list[bytes] = []
    first, run = 0, [0]
    for code, advance in (*others, (0, 0)):
        if code == first + len(run):
            run.append(advance)
            continue
        if len(run) > 2 and len(set(run)) == 1:
            out.append(b"%d %d %d" % (first, first + len(run) - 1, run[0]))
        elif first:
            out.append(b"%d[%b]" % (first, b" ".join([b"%d" % advance for advance in run])))
        first, run = code, [advance]
    return b" ".join(out)


def _to_unicode(glyphs: Glyphs, codes: Sequence[int]) -> bytes:
    entries = glyphs.mappings(codes)
    out = [MAPPING_HEAD]
    for at in range(0, len(entries), MAPPING_BLOCK):
        block = entries[at : at + MAPPING_BLOCK]
        out += (b"%d beginbfchar\n" % len(block), *block, b"endbfchar\n")
    out.append(MAPPING_TAIL)
    return b"".join(out)
