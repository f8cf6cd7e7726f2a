"""Faces: fonts by name, with the widths and charstrings of their characters. All lengths are 1/1000 em."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import category

from generator.render.pdf import outlines
from generator.render.pdf.subset import Extractor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import uharfbuzz

CHINESE = "justmytype_intl_cjk", "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
SERIF = "fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf"
SERIF_ITALIC = "fontpkg_source_serif_4", "files/SourceSerif4-Italic[opsz,wght].ttf"
CODE = "fontpkg_source_code_pro", "files/SourceCodePro[wght].ttf"

# What the installation brings: PostScript name, package and file, and where on its axes.
INSTALLED: dict[str, tuple[str, tuple[str, str], dict[str, float]]] = {
    "Noto Serif SC": ("NotoSerifSC-Regular", ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"), {}),
    "Noto Sans SC": ("NotoSansSC-Regular", ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"), {}),
    "Noto Sans SC Bold": ("NotoSansSC-Bold", CHINESE, {"wght": 700}),
    "Source Serif 4": ("SourceSerif4-Regular", SERIF, {"wght": 400, "opsz": 10}),
    "Source Serif 4 Bold": ("SourceSerif4-Bold", SERIF, {"wght": 700, "opsz": 10}),
    "Source Serif 4 Italic": ("SourceSerif4-It", SERIF_ITALIC, {"wght": 400, "opsz": 10}),
    "Source Code Pro": ("SourceCodePro-Regular", CODE, {"wght": 400}),
}

AXIS = r"\w{4}=-?[\d.]+"
FILE = re.compile(rf"(?P<path>.*?)(?:#(?P<index>\d+))?(?:\?(?P<axes>{AXIS}(?:&{AXIS})*))?", re.DOTALL)
RESTRICTED, PREVIEW_OR_EDIT, NO_SUBSET, BITMAPS_ONLY = 0x2, 0xC, 0x100, 0x200  # bits of fsType
OUTLINES = frozenset(("CFF ", "CFF2", "glyf"))
SURROGATES = range(0xD800, 0xE000)
# Shaping that does nothing but kern: one glyph a character, as the page shows them.
KERN = {"kern": True} | dict.fromkeys(("calt", "ccmp", "clig", "liga", "locl", "mark", "mkmk", "rlig"), False)


class FaceError(Exception):
    """A face cannot be used. `reason` is the code of a message with the field {name}."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class Glyph(NamedTuple):
    """`code` is the character's code in the strings of a page, two bytes."""

    code: int
    advance: int


class Traits(NamedTuple):
    """What a font descriptor says beside the vertical measures."""

    box: tuple[int, int, int, int]
    slant: float  # degrees from the vertical, negative to the right
    weight: int  # 100 to 900
    fixed_pitch: bool
    serif: bool


class Face:
    """One font at one place on its axes.

    A character's code is its code point. Code points past the BMP take codes that no character has: the
    surrogates in order, then codes of characters that the face lacks. So a code depends on the font only.
    """

    __slots__ = (
        "_advances", "_charstrings", "_codes", "_extractor", "_face", "_font", "_glyphs", "_inked",
        "ascent", "cap_height", "descent", "name", "traits",
    )  # fmt: skip

    def __init__(self, name: str, face: uharfbuzz.Face, axes: Mapping[str, float], inked: bool) -> None:
        """`inked`: no character of the font is blank that should not be."""
        from uharfbuzz import Font, OTMetricsTag

        self.name = name
        self._face = face
        self._font = Font(face)
        self._font.scale = (1000, 1000)
        if axes:
            self._font.set_variations(dict(axes))
        self._inked = inked
        self._glyphs: dict[str, Glyph | None] = {}
        self._advances: dict[int, int] = {}
        self._charstrings: dict[int, bytes] = {}
        self._codes: tuple[dict[int, int], dict[int, int]] | None = None
        self._extractor: Extractor | None = None
        extents = self._font.get_font_extents("ltr")
        self.ascent: int = extents.ascender
        self.descent: int = extents.descender
        self.cap_height: int = self._font.get_metric_position_with_fallback(OTMetricsTag.CAP_HEIGHT)
        self.traits = _traits(face, axes)

    def glyph(self, char: str) -> Glyph | None:
        """None when the face has nothing to show for the character."""
        try:
            return self._glyphs[char]
        except KeyError:
            glyph = self._glyphs[char] = self._find(char)
            return glyph

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
                yield from SURROGATES
                yield from (c for c in range(0xA0, 0xFFFF) if c not in points and c not in SURROGATES)

            there = dict(zip(astral, free(), strict=False))
            self._codes = there, {code: point for point, code in there.items()}
        return self._codes

    def character(self, code: int) -> str:
        """The character that a code stands for."""
        return chr(code) if self._font.get_nominal_glyph(code) else chr(self._astral[1][code])

    def advance(self, code: int) -> int:
        advance = self._advances.get(code)
        if advance is None:
            self.glyph(self.character(code))
            advance = self._advances[code]
        return advance

    def charstrings(self, codes: Sequence[int]) -> list[bytes]:
        """Type 2 charstrings of the characters with these codes, made once and kept."""
        made = self._charstrings
        missing = [code for code in codes if code not in made]
        if missing:
            self._make(missing)
        return [made[code] for code in codes]

    def _make(self, codes: list[int]) -> None:
        font = self._font
        glyphs = [font.get_nominal_glyph(ord(self.character(code))) for code in codes]
        found: list[bytes | None] = [None] * len(codes)
        if self._face.upem == 1000 and "CFF " in self._face.table_tags:
            self._extractor = self._extractor or Extractor(self._face)
            found = self._extractor.extract(glyphs)
        for code, glyph, charstring in zip(codes, glyphs, found, strict=True):
            self._charstrings[code] = outlines.width(self.advance(code)) + (
                charstring or outlines.draw(font, glyph)
            )

    def kerning(self, text: str) -> list[int]:
        """What kerning adds to the advance of each character of a word; the face must have all of them."""
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


def _traits(face: uharfbuzz.Face, axes: Mapping[str, float]) -> Traits:
    def numbers(tag: str, at: int, size: int, count: int) -> list[int]:
        data = face.reference_table(tag).data[at : at + size * count].ljust(size * count, b"\0")
        return [int.from_bytes(data[i : i + size], "big", signed=True) for i in range(0, size * count, size)]

    left, bottom, right, top = (n * 1000 // face.upem for n in numbers("head", 36, 2, 4))
    family, style = numbers("OS/2", 32, 1, 2)  # PANOSE
    return Traits(
        (left, bottom, right, top),
        numbers("post", 4, 4, 1)[0] / 65536,
        int(axes.get("wght", numbers("OS/2", 4, 2, 1)[0])),
        bool(numbers("post", 12, 4, 1)[0]),
        family == 2 and 2 <= style <= 10,
    )


_faces: dict[str, Face] = {}


def face(name: str) -> Face:
    """The face of that name: one the installation brings, or a path to a font file.

    A path may end in `#2`, the font's place in a collection, and `?wght=700&opsz=10`, its place on the axes.
    FaceError: there is no such font, or it may not be embedded.
    """
    found = _faces.get(name)
    if found is None:
        found = _faces[name] = _installed(name) if name in INSTALLED else _from_file(name)
    return found


def _installed(name: str) -> Face:
    from importlib.util import find_spec

    postscript, (package, file), axes = INSTALLED[name]
    spec = find_spec(package)  # finds a package without running it
    if spec is None or not spec.submodule_search_locations:
        raise FaceError(name, "face-not-installed")
    return Face(postscript, _open(name, Path(spec.submodule_search_locations[0], file), 0), axes, inked=True)


def _from_file(name: str) -> Face:
    from zlib import crc32

    match = FILE.fullmatch(name)
    assert match  # the path alone takes anything
    axes = {axis[:4]: axis[5:] for axis in (match["axes"] or "").split("&") if axis}
    try:
        places = {axis: float(value) for axis, value in axes.items()}
    except ValueError:
        raise FaceError(name, "face-axis") from None
    font = _open(name, Path(match["path"]), int(match["index"] or 0))
    ranges = {axis.tag: axis for axis in font.axis_infos}
    for axis, place in places.items():
        if axis not in ranges or not ranges[axis].min_value <= place <= ranges[axis].max_value:
            raise FaceError(name, "face-axis")
    # Fonts that share a PostScript name must not be taken for one another; `head` holds a checksum.
    mark = crc32(font.reference_table("head").data + repr((font.index, sorted(places.items()))).encode())
    postscript = re.sub(r"[^A-Za-z0-9-]", "", font.get_name(6) or "") or "Font"
    return Face(f"{postscript[:40]}-{mark:08X}", font, places, inked=False)


def _open(name: str, path: Path, index: int) -> uharfbuzz.Face:
    from uharfbuzz import Blob, Face, HarfBuzzError

    if not path.is_file():
        raise FaceError(name, "face-missing")
    try:
        blob = Blob.from_file_path(str(path))
    except HarfBuzzError:
        raise FaceError(name, "face-unreadable") from None
    font = Face(blob, index)
    if not font.glyph_count or not font.unicodes or OUTLINES.isdisjoint(font.table_tags):
        raise FaceError(name, "face-unreadable")
    rights = int.from_bytes(font.reference_table("OS/2").data[8:10], "big")
    if (rights & RESTRICTED and not rights & PREVIEW_OR_EDIT) or rights & (NO_SUBSET | BITMAPS_ONLY):
        raise FaceError(name, "face-restricted")
    return font
