"""Font files: found by name, opened, and refused where the font cannot or may not be embedded."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import uharfbuzz

CHINESE = "justmytype_intl_cjk", "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"
SERIF = "fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf"
SERIF_ITALIC = "fontpkg_source_serif_4", "files/SourceSerif4-Italic[opsz,wght].ttf"
CODE = "fontpkg_source_code_pro", "files/SourceCodePro[wght].ttf"

# What the installation brings: PostScript name, package and file, and where on its axes. Source Serif stands where its
# strokes are as light as the Song's.
INSTALLED: dict[str, tuple[str, tuple[str, str], dict[str, float]]] = {
    "Noto Serif SC": ("NotoSerifSC-Regular", ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"), {}),
    "Noto Sans SC": ("NotoSansSC-Regular", ("pylopdf_fonts_zh_cn", "NotoSansSC-Regular.otf"), {}),
    "Noto Sans SC Bold": ("NotoSansSC-Bold", CHINESE, {"wght": 700}),
    "Source Serif 4": ("SourceSerif4-Regular", SERIF, {"wght": 350, "opsz": 16}),
    "Source Serif 4 Bold": ("SourceSerif4-Bold", SERIF, {"wght": 700, "opsz": 16}),
    "Source Serif 4 Italic": ("SourceSerif4-It", SERIF_ITALIC, {"wght": 350, "opsz": 16}),
    "Source Code Pro": ("SourceCodePro-Regular", CODE, {"wght": 400}),
}

AXIS = r"\w{4}=-?[\d.]+"
FILE = re.compile(rf"(?P<path>.*?)(?:#(?P<index>\d+))?(?:\?(?P<axes>{AXIS}(?:&{AXIS})*))?", re.DOTALL)
RESTRICTED, PREVIEW_OR_EDIT, NO_SUBSET, BITMAPS_ONLY = 0x2, 0xC, 0x100, 0x200  # bits of fsType
OUTLINES = frozenset(("CFF ", "CFF2", "glyf"))


class FaceError(Exception):
    """A face cannot be used. `reason` is the code of a message with the field {name}."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class Traits(NamedTuple):
    """What a font descriptor says beside the vertical measures."""

    box: tuple[int, int, int, int]
    slant: float  # degrees from the vertical, negative to the right
    weight: int  # 100 to 900
    fixed_pitch: bool
    serif: bool


class FontFile(NamedTuple):
    """A font at one place on its axes.

    `name` is its PostScript name; no two different fonts have the same. `inked` is known of fonts that came
    with the installation: no character of theirs is blank that should not be.
    """

    name: str
    font: uharfbuzz.Face
    axes: Mapping[str, float]
    inked: bool


def find(name: str) -> FontFile:
    """The font that `faces.face` explains."""
    return _installed(name) if name in INSTALLED else _from_file(name)


def font_versions() -> dict[str, str]:
    """Versions of what decides how a PDF's fonts come out: HarfBuzz and the packages that bring the faces.

    Read from the names of their metadata folders: importlib.metadata takes as long as reading the bank.
    """
    import uharfbuzz

    packages = sorted({package for _, (package, _), _ in INSTALLED.values()})
    return {"harfbuzz": uharfbuzz.version_string(), **{package: _version(package) for package in packages}}


@cache
def _version(package: str) -> str:
    folder = _package(package)
    found = sorted(folder.parent.glob(f"{package}-*.dist-info")) if folder else []
    return found[0].name.removeprefix(f"{package}-").removesuffix(".dist-info") if found else "?"


def installed_file(name: str) -> tuple[Path, str] | None:
    """The file of a face that the installation brings, and its package's version; None for other faces."""
    if name not in INSTALLED:
        return None
    _, (package, file), _ = INSTALLED[name]
    folder = _package(package)
    return (folder / file, _version(package)) if folder else None


@cache
def _package(name: str) -> Path | None:
    """The folder of an installed package, found without running it."""
    from importlib.util import find_spec

    spec = find_spec(name)
    return Path(spec.submodule_search_locations[0]) if spec and spec.submodule_search_locations else None


def _installed(name: str) -> FontFile:
    postscript, _, axes = INSTALLED[name]
    found = installed_file(name)
    if found is None:
        raise FaceError(name, "face-not-installed")
    return FontFile(postscript, _open(name, found[0], 0), axes, inked=True)


def _from_file(name: str) -> FontFile:
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
    return FontFile(f"{postscript[:40]}-{mark:08X}", font, places, inked=False)


def _open(name: str, path: Path, index: int) -> uharfbuzz.Face:
    from uharfbuzz import Blob, Face, HarfBuzzError

    if not path.is_file():
        raise FaceError(name, "face-missing")
    try:
        font = Face(Blob.from_file_path(str(path)), index)
        usable = font.glyph_count and font.unicodes and not OUTLINES.isdisjoint(font.table_tags)
    except (HarfBuzzError, UnicodeDecodeError):  # the latter for tags of tables that are no text
        usable = False
    if not usable:
        raise FaceError(name, "face-unreadable")
    rights = int.from_bytes(font.reference_table("OS/2").data[8:10], "big")
    if (rights & RESTRICTED and not rights & PREVIEW_OR_EDIT) or rights & (NO_SUBSET | BITMAPS_ONLY):
        raise FaceError(name, "face-restricted")
    return font


def traits(file: FontFile) -> Traits:
    """Read from the tables, for which HarfBuzz has no functions."""
    face = file.font

    def numbers(tag: str, at: int, size: int, count: int) -> list[int]:
        data = face.reference_table(tag).data[at : at + size * count].ljust(size * count, b"\0")
        return [int.from_bytes(data[i : i + size], "big", signed=True) for i in range(0, size * count, size)]

    left, bottom, right, top = (n * 1000 // face.upem for n in numbers("head", 36, 2, 4))
    family, style = numbers("OS/2", 32, 1, 2)  # PANOSE
    return Traits(
        (left, bottom, right, top),
        numbers("post", 4, 4, 1)[0] / 65536,
        int(file.axes.get("wght", numbers("OS/2", 4, 2, 1)[0])),
        bool(numbers("post", 12, 4, 1)[0]),
        family == 2 and 2 <= style <= 10,
    )
