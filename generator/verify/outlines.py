"""A PDF with a box in place of each glyph.

PDFium measures every glyph it meets, which takes longer than everything else. What a text says and where it stands
is written in the pages and in the ToUnicode tables of fonts, not in the outlines.
"""

from __future__ import annotations

import re
import zlib

from generator.verify.fonts import outlines

_PROGRAM = re.compile(rb"/FontFile3 (\d{1,9}) 0 R")
# -120 vmoveto, 1000 1000 -1000 hlineto, endchar: the square of a Han character
_BOX = bytes((251, 12, 4, 250, 124, 250, 124, 254, 124, 6, 14))


def without_outlines(data: bytes) -> bytes:
    """The file in the same number of bytes; a font that is not of ours stays what it is."""
    out = bytearray(data)
    for number in sorted(set(_PROGRAM.findall(data))):
        head = re.search(rb"\n%b 0 obj\n<<[^>]*/Length (\d{1,9})>>\nstream\n" % number, data)
        if head is None:
            continue
        start, length = head.end(), int(head[1])
        try:
            packed = zlib.compress(_boxed(zlib.decompress(data[start : start + length])), 1)
        except (zlib.error, IndexError, ValueError):
            continue
        if len(packed) <= length:
            out[start : start + length] = packed.ljust(length, b"\0")
    return bytes(out)


def _boxed(program: bytes) -> bytes:
    """IndexError, ValueError: it is no CFF of ours."""
    out = bytearray(program)
    for start, end in outlines(program):
        if end - start >= len(_BOX):  # a shorter one is blank
            out[start:end] = _BOX.ljust(end - start, b"\0")
    return bytes(out)
