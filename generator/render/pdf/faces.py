"""Faces: fonts by name, with the widths and outlines of their characters. All lengths are 1/1000 em."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from generator.render.pdf import outlines
from generator.render.pdf.fontfile import INSTALLED, FaceError, FontFile, find, traits
from generator.render.pdf.recent import Recent
from generator.render.pdf.subset import Extractor
from generator.render.pdf.variants import CODES, FIRST, VARIANTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.render.pdf.variants import Sides

__all__ = ["INSTALLED", "Face", "FaceError", "Glyph", "face"]

KEPT_WORDS = 1_000  # the numbers of candidates are among them
SURROGATES = range(0xD800, 0xE000)
# Shaping that does nothing but kern: one glyph a character, as the page shows them.
KERN = {"kern": True} | dict.fromkeys(("calt", "ccmp", "clig", "liga", "locl", "mark", "mkmk", "rlig"), False)


class Glyph(NamedTuple):
    """`code` is the character's code in the strings of a page, two bytes."""

    code: int
    advance: int


class Face:
    """One font at one place on its axes.

    A character's code is its code point. Code points past the BMP take codes that no character has: the
    surrogates in order, but for the last, which are the variants'; then codes of characters that the face
    lacks. So a code depends on the font only.
    """

    __slots__ = (
        "_advances", "_characters", "_codes", "_extractor", "_face", "_font", "_glyphs", "_inked", "_kerns",
        "ascent", "cap_height", "descent", "name", "traits",
    )  # fmt: skip

    def __init__(self, file: FontFile) -> None:
        from uharfbuzz import Font, OTMetricsTag

        self.name = file.name
        self._face = file.font
        self._font = Font(file.font)
        self._font.scale = (1000, 1000)
        if file.axes:
            self._font.set_variations(dict(file.axes))
        self._inked = file.inked
        self._glyphs: dict[str, Glyph | None] = {}
        self._advances: dict[int, int] = {}
        self._kerns: Recent[str, list[int]] = Recent(
            KEPT_WORDS
        )  # of the words of a bank, each in many sizes and variants
        self._characters: dict[int, str] = {}
        self._codes: tuple[dict[int, int], dict[int, int]] | None = None
        self._extractor: Extractor | None = None
        extents = self._font.get_font_extents("ltr")
        self.ascent: int = extents.ascender
        self.descent: int = extents.descender
        self.cap_height: int = self._font.get_metric_position_with_fallback(OTMetricsTag.CAP_HEIGHT)
        self.traits = traits(file)

    def glyph(self, char: str) -> Glyph | None:
        """None when the face has nothing to show for the character."""
        try:
            return self._glyphs[char]
        except KeyError:
            glyph = self._glyphs[char] = self._find(char)
            return glyph

    def variant(self, char: str, sides: Sides) -> Glyph | None:
        """The character's glyph with such room at its sides; None where there is no variant like that."""
        code = CODES.get((char, sides))
        glyph = None if code is None else self.glyph(char)
        return None if code is None or glyph is None else Glyph(code, glyph.advance + sum(sides))

    def _find(self, char: str) -> Glyph | None:
        point = ord(char)
        if point < 0x20 or 0x7F <= point < 0xA0 or point in SURROGATES:
            return None
        index = self._font.get_nominal_glyph(point)
        if not index or not (self._inked or self._has_ink(char, index)):
            return None
        code = point if point < 0x10000 else self._astral[0].get(point)
        if code is None:
            return None
        advance = self._advances[code] = self._font.get_glyph_h_advance(index)
        return Glyph(code, advance)

    def _has_ink(self, char: str, index: int) -> bool:
        """Whether it is drawn, and in one colour; spaces and format characters need not be."""
        if category(char) in ("Zs", "Cf"):
            return True
        if self._face.has_color_layers and self._face.get_glyph_color_layers(index):
            return False
        extents = self._font.get_glyph_extents(index)
        return extents is not None and bool(extents.width and extents.height)

    @property
    def _astral(self) -> tuple[dict[int, int], dict[int, int]]:
        """The codes of the face's code points past the BMP, and the other way round."""
        if self._codes is None:
            points = set(self._face.unicodes)
            astral = sorted(p for p in points if p > 0xFFFF)

            def free() -> Iterator[int]:
                yield from range(SURROGATES.start, FIRST)
                yield from (c for c in range(0xA0, 0xFFFF) if c not in points and c not in SURROGATES)

            there = dict(zip(astral, free(), strict=False))
            self._codes = there, {code: point for point, code in there.items()}
        return self._codes

    def character(self, code: int) -> str:
        """The character that a code stands for."""
        char = self._characters.get(code)
        if char is None:
            if code in VARIANTS:
                char = VARIANTS[code][0]
            else:
                char = chr(code if self._font.get_nominal_glyph(code) else self._astral[1][code])
            self._characters[code] = char
        return char

    def advance(self, code: int) -> int:
        advance = self._advances.get(code)
        if advance is None:
            char = self.character(code)
            self.glyph(char)
            if code in VARIANTS:
                self._advances[code] = self._advances[ord(char)] + sum(VARIANTS[code][1])
            advance = self._advances[code]
        return advance

    def charstrings(self, codes: Sequence[int]) -> list[bytes]:
        """Type 2 charstrings of the characters with these codes. FaceError: the font is damaged."""
        font = self._font
        glyphs = [font.get_nominal_glyph(ord(self.character(code))) for code in codes]
        found: list[bytes | None] = [None] * len(codes)
        result: list[bytes] = []
        try:
            if self._face.upem == 1000 and "CFF " in self._face.table_tags:
                self._extractor = self._extractor or Extractor(self._face)
                found = self._extractor.extract(glyphs)
            for code, glyph, charstring in zip(codes, glyphs, found, strict=True):
                outline = charstring or outlines.draw(font, glyph)
                if code in VARIANTS:
                    outline = outlines.shifted(outline, VARIANTS[code][1].left)
                result.append(outlines.width(self.advance(code)) + outline)
        except (RuntimeError, ValueError, LookupError, OverflowError):
            # A damaged font, of which not all was read when it was opened.
            raise FaceError(self.name, "face-unreadable") from None
        return result

    def kerning(self, text: str) -> list[int]:
        """What kerning adds to the advance of each character of a word; the face must have all of them."""
        try:
            return self._kerns[text]
        except KeyError:
            return self._kerns.keep(text, self._kern(text))

    def _kern(self, text: str) -> list[int]:
        from uharfbuzz import Buffer, shape

        if not text:
            return []
        buffer = Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        shape(self._font, buffer, KERN)
        nominal = [self._font.get_nominal_glyph(ord(c)) for c in text]
        if [info.codepoint for info in buffer.glyph_infos] != nominal:
            return [0] * len(text)
        return [
            position.x_advance - self._font.get_glyph_h_advance(glyph)
            for position, glyph in zip(buffer.glyph_positions, nominal, strict=True)
        ]


_faces: dict[str, Face] = {}


def face(name: str) -> Face:
    """The face of that name: one the installation brings, or a path to a font file.

    A path may end in `#2`, the font's place in a collection, and `?wght=700&opsz=10`, its place on the axes.
    FaceError: there is no such font, or it may not be embedded.
    """
    found = _faces.get(name)
    if found is None:
        found = _faces[name] = Face(find(name))
    return found
