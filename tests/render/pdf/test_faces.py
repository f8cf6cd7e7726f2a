"""Faces: found by name, characters to codes and advances, and refusals."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given
from hypothesis import strategies as st

from generator.render.pdf.faces import INSTALLED, Face, FaceError, face
from generator.render.pdf.fontfile import find
from generator.render.pdf.variants import CODES, FIRST, VARIANTS, Sides
from tests.render.pdf.fonts import builder, write_font

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", INSTALLED)
def test_installed_faces(name: str) -> None:
    found = face(name)
    assert face(name) is found
    assert found.ascent > found.cap_height > 500 > 0 > found.descent
    for char in "Aa1，永" if "SC" in name else "Aa1é":
        glyph = found.glyph(char)
        assert glyph is not None
        assert glyph.code == ord(char)
        assert glyph.advance == (1000 if char in "，永" else found.advance(ord(char)))
        assert 200 < glyph.advance <= 1000


def test_names_tell_faces_apart() -> None:
    assert len({face(name).name for name in INSTALLED}) == len(INSTALLED)


def test_bold_is_bold() -> None:
    def ink(name: str) -> float:
        """Area of a bar of the character 一, in em²/10⁶."""
        from fontTools.pens.areaPen import AreaPen

        pen = AreaPen()
        found = face(name)
        found._font.draw_glyph_with_pen(found._font.get_nominal_glyph(ord("一")), pen)
        return abs(pen.value)

    assert ink("Noto Sans SC Bold") > 1.5 * ink("Noto Sans SC")


@pytest.mark.parametrize("char", ["\0", "\n", "\x7f", "\x85", "\ud842", "😀", "\U0010ffff"])
def test_what_a_face_lacks(char: str) -> None:
    assert face("Noto Serif SC").glyph(char) is None


def test_astral_codes_are_ranks_and_never_collide() -> None:
    song = face("Noto Serif SC")
    points = sorted(p for p in song._face.unicodes if p > 0xFFFF)
    codes = [glyph.code for p in points if (glyph := song.glyph(chr(p)))]
    assert codes == list(range(0xD800, 0xD800 + len(points)))
    assert [song.character(code) for code in codes] == [chr(p) for p in points]


def test_more_astral_characters_than_surrogates(tmp_path: Path) -> None:
    astral = [chr(0x20000 + i) for i in range(2100)]
    found = face(write_font(tmp_path / "ext.ttf", "".join(["A\xa1", *astral])))
    codes = [glyph.code for c in ["A", "\xa1", *astral] if (glyph := found.glyph(c))]
    assert len(set(codes)) == 2102
    assert [found.character(code) for code in codes] == ["A", "\xa1", *astral]


def test_variants_have_codes_of_their_own_that_never_change() -> None:
    assert len(CODES) == len(VARIANTS)
    assert (min(VARIANTS), max(VARIANTS)) == (FIRST, 0xDFFF)
    assert FIRST - 0xD800 > 500  # astral characters of a large face keep their ranks
    song, other = Face(find("Noto Serif SC")), face("Noto Serif SC")
    for code, (char, sides) in reversed(VARIANTS.items()):
        glyph = song.variant(char, sides)
        if glyph is None:
            assert song.glyph(char) is None
            continue
        plain = other.glyph(char)
        assert plain is not None
        assert glyph == (code, plain.advance + sum(sides))
        assert (other.character(code), other.advance(code)) == (char, glyph.advance)
    assert song.variant("永", Sides(left=250)) is None
    assert song.variant("A", Sides(left=1)) is None


def test_lengths_are_thousandths_whatever_the_font_counts_in(tmp_path: Path) -> None:
    found = face(write_font(tmp_path / "2048.ttf", upem=2048))
    glyph = found.glyph("永")
    assert glyph is not None
    assert (glyph.advance, found.ascent, found.descent) == (600, 800, -200)


def test_blank_characters_count_as_missing(tmp_path: Path) -> None:
    found = face(write_font(tmp_path / "blank.ttf", "A 永\u3000", blank=" 永\u3000"))
    assert [found.glyph(c) is None for c in "A 永\u3000"] == [False, False, True, False]


@pytest.mark.parametrize(
    ("fs_type", "restricted"),
    [(0, False), (2, True), (4, False), (8, False), (6, False), (0x104, True), (0x200, True)],
)
def test_rights(tmp_path: Path, fs_type: int, restricted: bool) -> None:
    name = write_font(tmp_path / f"{fs_type}.ttf", fs_type=fs_type)
    if restricted:
        with pytest.raises(FaceError) as caught:
            face(name)
        assert (caught.value.name, caught.value.reason) == (name, "face-restricted")
    else:
        assert face(name).glyph("A")


def test_collections(tmp_path: Path) -> None:
    collection = TTCollection()
    collection.fonts = []
    for characters in ("A", "永"):
        font = builder(characters, 1000, "glyf", 0, "").font
        assert isinstance(font, TTFont)
        collection.fonts.append(font)
    path = tmp_path / "two.ttc"
    collection.save(path)
    assert [face(f"{path}#1").glyph(c) is None for c in "A永"] == [True, False]
    assert face(str(path)).name != face(f"{path}#1").name
    with pytest.raises(FaceError, match="face-unreadable"):
        face(f"{path}#2")


def test_places_on_axes() -> None:
    from importlib.util import find_spec

    spec = find_spec("fontpkg_source_code_pro")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    path = f"{spec.submodule_search_locations[0]}/files/SourceCodePro[wght].ttf"
    names = [path, f"{path}?wght=400", f"{path}?wght=900"]
    assert len({face(name).name for name in names}) == 3
    assert face(names[1]).charstrings([65]) == face("Source Code Pro").charstrings([65])
    assert face(names[1]).charstrings([65]) != face(names[2]).charstrings([65])
    for wrong in ("wght=2000", "opsz=10", "wght=1.2.3"):
        with pytest.raises(FaceError, match="face-axis"):
            face(f"{path}?{wrong}")


def test_what_is_no_font(tmp_path: Path) -> None:
    (tmp_path / "text.ttf").write_text("not a font", encoding="utf-8")
    whole = (tmp_path / "whole.ttf", tmp_path / "half.ttf")
    write_font(whole[0])
    whole[1].write_bytes(whole[0].read_bytes()[:300])
    for path, reason in (
        (tmp_path / "text.ttf", "face-unreadable"),
        (whole[1], "face-unreadable"),
        (tmp_path, "face-missing"),
        (tmp_path / "none.ttf", "face-missing"),
        ("Comic Sans", "face-missing"),
    ):
        with pytest.raises(FaceError, match=reason):
            face(str(path))


def test_reasons_have_messages() -> None:
    from generator.messages import MESSAGES

    for reason in ("face-missing", "face-unreadable", "face-restricted", "face-axis", "face-not-installed"):
        for words in MESSAGES[reason]:
            assert "X.ttf" in words.format(name="X.ttf")


def test_kerning_pulls_pairs_together() -> None:
    serif = face("Source Serif 4")
    adjustments = serif.kerning("AVAT")
    assert len(adjustments) == 4
    assert adjustments[0] < -50
    assert adjustments[-1] == 0


@given(st.text("fiflAVToé.,", max_size=12))
def test_kerning_never_exchanges_glyphs(word: str) -> None:
    assert len(face("Source Serif 4").kerning(word)) == len(word)
    assert face("Source Code Pro").kerning(word) == [0] * len(word)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """Nor the packages of the fonts themselves, ever."""
    code = (
        "import sys; from generator.render.pdf import cff, faces, file, pictures; a = set(sys.modules)\n"
        "faces.face('Noto Serif SC').glyph('永'); b = set(sys.modules)\n"
        "heavy = {'uharfbuzz', 'PIL', 'reportlab', 'fontTools'}\n"
        "packages = {'pylopdf_fonts_zh_cn', 'importlib.metadata', 'importlib.resources'}\n"
        "print(sorted(a & (heavy | packages)), sorted(b & packages))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[0] == "[] []"


def test_characters_in_colours_count_as_missing(tmp_path: Path) -> None:
    """Their outlines would come out as something else, or as nothing."""
    font = builder("AB", 1000, "glyf", 0, "")
    font.setupCPAL([[(1, 0, 0, 1)]])
    font.setupCOLR({"u00041": [("u00042", 0)]})
    font.save(tmp_path / "colour.ttf")
    found = face(str(tmp_path / "colour.ttf"))
    assert [found.glyph(c) is None for c in "AB"] == [True, False]
