"""Small fonts made on the spot, for what the installed ones do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

if TYPE_CHECKING:
    from pathlib import Path


def square(pen: TTGlyphPen | T2CharStringPen, size: int) -> None:
    pen.moveTo((0, 0))
    pen.lineTo((0, size))
    pen.lineTo((size, size))
    pen.lineTo((size, 0))
    pen.closePath()


def builder(characters: str, upem: int, outlines: str, fs_type: int, blank: str) -> FontBuilder:
    """A font whose characters are squares of half an em, `blank` ones nothing; advance 0.6 em."""
    names = {char: f"u{ord(char):05X}" for char in characters}
    order = [".notdef", *names.values()]
    font = FontBuilder(upem, isTTF=outlines == "glyf")
    font.setupGlyphOrder(order)
    font.setupCharacterMap({ord(char): name for char, name in names.items()})
    advance = upem * 6 // 10
    glyphs = {}
    empty = {names[char] for char in blank}
    for name in order:
        pen = TTGlyphPen(None) if outlines == "glyf" else T2CharStringPen(advance, None)
        if name not in empty:
            square(pen, upem // 2)
        glyphs[name] = pen.glyph() if outlines == "glyf" else pen.getCharString()
    if outlines == "glyf":
        font.setupGlyf(glyphs)
    else:
        font.setupCFF("Squares", {}, glyphs, {"defaultWidthX": 77, "nominalWidthX": 88})
    font.setupHorizontalMetrics(dict.fromkeys(order, (advance, 0)))
    font.setupHorizontalHeader(ascent=upem * 8 // 10, descent=-upem // 5)
    font.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares"})
    font.setupOS2(fsType=fs_type, sTypoAscender=upem * 8 // 10, sTypoDescender=-upem // 5)
    font.setupPost()
    return font


def write_font(
    path: Path,
    characters: str = "Ab永",
    upem: int = 1000,
    outlines: str = "glyf",
    fs_type: int = 0,
    blank: str = "",
) -> str:
    builder(characters, upem, outlines, fs_type, blank).save(path)
    return str(path)
