"""Embedded fonts: exactly the characters asked for, drawn as the font draws them, read back as they were."""

from __future__ import annotations

import io
import random
import re
import zlib
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, TypeAlias

import pikepdf
import pypdfium2
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.statisticsPen import StatisticsPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pdfminer.high_level import extract_text

from generator.render.pdf.cff import embed, font_program
from generator.render.pdf.faces import INSTALLED, Face, FaceError, face
from generator.render.pdf.file import File, literal
from generator.render.pdf.fontfile import find
from generator.render.pdf.glyphs import Glyphs
from generator.render.pdf.variants import VARIANTS
from tests.render.pdf.fonts import builder, write_font

if TYPE_CHECKING:
    from pathlib import Path


def sample(found: Face, count: int) -> list[str]:
    """Characters of a face from all over its range, and all kinds of advances."""
    characters = [c for p in sorted(found._face.unicodes) if found.glyph(c := chr(p))]
    chosen = random.Random(1).sample(characters, min(count, len(characters)))
    astral = [c for c in characters if ord(c) > 0xFFFF][-5:]
    return sorted({*chosen, *astral, "A", "g", "1"})


def codes(found: Face, text: str | list[str]) -> list[int]:
    return [glyph.code for c in text if (glyph := found.glyph(c))]


def parsed(program: bytes) -> dict[int, T2CharString]:
    """The glyphs of a CFF font by CID, .notdef as 0."""
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    (top,) = (fonts[name] for name in fonts.fontNames)
    assert top.ROS == ("Adobe", "Identity", 0)
    assert len(top.CharStrings) == len(top.charset)
    glyphs = {0 if name == ".notdef" else int(name[3:]): top.CharStrings[name] for name in top.charset}
    for glyph in glyphs.values():
        glyph.draw(RecordingPen())  # which finds the width
    return glyphs


def of(found: Face) -> Glyphs:
    """Its glyphs, of which none is made yet."""
    return Glyphs(lambda: found)


def page_of(found: Face, text: list[str], per_line: int = 30) -> bytes:
    file = File()
    pages = file.reserve()
    font = embed(file, of(found), frozenset(codes(found, text)))
    lines = [
        b"1 0 0 1 20 %d Tm" % (2000 - 30 * at)
        + b"".join(
            b"%bTj 1 0 0 1 %d %d Tm" % (literal(code.to_bytes(2, "big")), 20 + 30 * (i + 1), 2000 - 30 * at)
            for i, code in enumerate(codes(found, text[at * per_line : (at + 1) * per_line]))
        )
        for at in range(-(-len(text) // per_line))
    ]
    content = file.stream(b"BT/F 20 Tf\n%b ET" % b"\n".join(lines))
    page = file.add(
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 1000 2050]/Contents %d 0 R"
        b"/Resources<</Font<</F %d 0 R>>>>>>" % (pages, content, font)
    )
    file.put(pages, b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % page)
    return file.finish(file.add(b"<</Type/Catalog/Pages %d 0 R>>" % pages), file.add(b"<<>>"))


@pytest.mark.parametrize("name", INSTALLED)
def test_the_program_holds_what_was_asked_for_as_the_font_draws_it(name: str) -> None:
    found = face(name)
    wanted = sorted(codes(found, sample(found, 150)))
    glyphs = parsed(zlib.decompress(font_program(of(found), wanted)))
    assert sorted(glyphs) == [0, *wanted]
    for code in wanted:
        ours, theirs = RecordingPen(), RecordingPen()
        glyphs[code].draw(ours)
        found._font.draw_glyph_with_pen(found._font.get_nominal_glyph(ord(found.character(code))), theirs)
        assert glyphs[code].width == found.advance(code)
        assert close(ours, theirs), found.character(code)


def close(ours: RecordingPen, theirs: RecordingPen) -> bool:
    """Whether two outlines have the same extents within a rounding, and nearly the same area and centre."""
    if not theirs.value:
        return not ours.value
    measured = []
    for pen in (ours, theirs):
        bounds, statistics = BoundsPen(None), StatisticsPen(None)
        pen.replay(bounds)
        pen.replay(statistics)
        measured.append((bounds.bounds, statistics.area, statistics.meanX, statistics.meanY))
    (box, area, x, y), (their_box, their_area, their_x, their_y) = measured
    around = sum(b - a for a, b in ((their_box[0], their_box[2]), (their_box[1], their_box[3])))
    return (
        all(abs(a - b) <= 0.51 for a, b in zip(box, their_box, strict=True))
        and abs(area - their_area) <= 1.2 * around
        and (abs(area) < 1000 or (abs(x - their_x) < 2 and abs(y - their_y) < 2))
    )


@pytest.mark.parametrize("name", INSTALLED)
def test_readers_find_the_characters_and_nothing_is_wrong(name: str) -> None:
    found = face(name)
    text = [c for c in sample(found, 300) if not c.isspace() and c.isprintable()]
    data = page_of(found, text)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    assert sorted("".join(extract_text(io.BytesIO(data)).split())) == text
    document = pypdfium2.PdfDocument(data)
    page = document[0].get_textpage()
    read = page.get_text_range()
    ligatures = set("ﬀﬁﬂﬃﬄﬅﬆ")  # pdfium takes these apart
    assert set(text) - ligatures <= set(read)
    page.close()
    document.close()


@pytest.mark.parametrize("name", ["Noto Serif SC", "Source Serif 4 Italic", "Source Code Pro"])
def test_to_unicode_and_widths_are_exact(name: str) -> None:
    found = face(name)
    text = sample(found, 250)
    with pikepdf.open(io.BytesIO(page_of(found, text))) as pdf:
        font = pdf.pages[0].Resources.Font.F
        mapping = font.ToUnicode.read_bytes().decode()
        blocks = re.findall(r"(\d+) beginbfchar\n(.*?)endbfchar", mapping, re.DOTALL)
        pairs = [pair for _, block in blocks for pair in re.findall(r"<(.*?)><(.*?)>", block)]
        assert [int(count) for count, _ in blocks] == [block.count("\n") for _, block in blocks]
        assert max(int(count) for count, _ in blocks) <= 100
        read = {int(code, 16): bytes.fromhex(char).decode("utf-16-be") for code, char in pairs}
        assert read == dict(zip(codes(found, text), text, strict=True))
        descendant = font.DescendantFonts[0]
        assert widths(descendant) == {
            code: found.advance(code) for code in codes(found, text) if found.advance(code) != 1000
        }
        names = {str(font.BaseFont).removesuffix("-Identity-H"), str(descendant.BaseFont)}
        names.add(str(descendant.FontDescriptor.FontName))
        assert len(names) == 1
        assert re.fullmatch(rf"/[A-Z]{{6}}\+{re.escape(found.name)}", names.pop())


def widths(descendant: pikepdf.Object) -> dict[int, int]:
    assert descendant.DW == 1000
    out: dict[int, int] = {}
    items = list(descendant.W)
    while items:
        first, second, *items = items
        if isinstance(second, pikepdf.Array):
            out |= {int(first) + i: int(width) for i, width in enumerate(second)}
        else:
            out |= dict.fromkeys(range(int(first), int(second) + 1), int(items.pop(0)))
    return out


def test_a_monospaced_face_says_its_width_once_a_run() -> None:
    found = face("Source Code Pro")
    with pikepdf.open(io.BytesIO(page_of(found, list("abcdefgh")))) as pdf:
        descendant = pdf.pages[0].Resources.Font.F.DescendantFonts[0]
        assert list(descendant.W) == [97, 104, 600]
        assert descendant.FontDescriptor.Flags & 1


def test_order_and_repetition_of_codes_do_not_matter() -> None:
    found = face("Noto Serif SC")

    def made(text: str) -> bytes:
        file = File()
        embed(file, of(found), frozenset(codes(found, text)))
        return file.finish(1, 1)

    assert made("永远") == made("远永永")
    assert made("永远") != made("永")


def test_charstrings_do_not_depend_on_what_was_made_before() -> None:
    """As processes of a batch meet characters in different orders."""
    text = "永国酬鹰Aé…—"
    song = find("Noto Serif SC")
    alone, other, third = Face(song), Face(song), Face(song)
    together = list(alone.charstrings(codes(alone, text)))
    assert [other.charstrings([code])[0] for code in reversed(codes(other, text))] == [*together[::-1]]
    astral = codes(alone, [chr(p) for p in sorted(song.font.unicodes) if p > 0xFFFF])[:3]
    assert third.charstrings(astral) == alone.charstrings(astral)  # has seen no character, only codes


@pytest.mark.parametrize("outlines", ["glyf", "CFF"])
@pytest.mark.parametrize("upem", [1000, 2048, 256])
def test_fonts_from_files(tmp_path: Path, outlines: str, upem: int) -> None:
    found = face(write_font(tmp_path / "font", "Ab永 ", upem, outlines, blank=" "))
    wanted = sorted(codes(found, "Ab永 "))
    glyphs = parsed(zlib.decompress(font_program(of(found), wanted)))
    assert [glyphs[code].width for code in wanted] == [found.advance(code) for code in wanted]
    assert abs(found.advance(65) - 600) <= 2
    pen = BoundsPen(None)
    glyphs[65].draw(pen)
    assert pen.bounds == (0, 0, 500, 500)
    space = RecordingPen()
    glyphs[32].draw(space)
    assert space.value == []


Point: TypeAlias = tuple[int, int]
numbers = st.integers(-3000, 3000)
points = st.tuples(numbers, numbers)
near = st.tuples(st.sampled_from([0, 0, 1, -7]), st.sampled_from([0, 0, 1, -7]))
steps = st.one_of(
    st.tuples(st.just("line"), st.tuples(near)), st.tuples(st.just("line"), st.tuples(points)),
    st.tuples(st.just("curve"), st.tuples(near, points, near)),
    st.tuples(st.just("curve"), st.tuples(points, points, points)),
)  # fmt: skip


@given(st.lists(st.tuples(points, st.lists(steps, max_size=60)), max_size=4))
def test_any_outline_comes_back(contours: list[tuple[Point, list[tuple[str, tuple[Point, ...]]]]]) -> None:
    """Runs of every operator, in every mixture, up to the stack's limit and past it."""
    from fontTools.pens.basePen import BasePen

    from generator.render.pdf.outlines import CURVE, LINE, MOVE, encode

    kinds: list[int] = []
    places: list[float] = [0, 0]
    expected: list[tuple[int, ...]] = []
    for start, segments in contours:
        kinds.append(MOVE)
        places += start
        x, y = start
        expected.append(start)
        for kind, moves in segments:
            path: list[int] = []
            for dx, dy in moves:
                x, y = x + dx, y + dy
                path += (x, y)
            kinds.append(LINE if kind == "line" else CURVE)
            places += path
            if kind == "curve" or moves != ((0, 0),):
                expected.append(tuple(path))
    limit = 20_000
    if max(map(abs, places)) > limit:
        return
    drawn: list[tuple[int, ...]] = []

    class Pen(BasePen):
        def _moveTo(self, pt: Point) -> None:  # noqa: N802
            drawn.append(pt)

        def _lineTo(self, pt: Point) -> None:  # noqa: N802
            drawn.append(pt)

        def _curveToOne(self, a: Point, b: Point, c: Point) -> None:  # noqa: N802
            drawn.append((*a, *b, *c))

    private = SimpleNamespace(nominalWidthX=0, defaultWidthX=0)
    T2CharString(bytecode=encode(kinds, places), private=private, globalSubrs=[]).draw(Pen(None))
    assert drawn == expected


@pytest.mark.parametrize("name", INSTALLED)
def test_variants_are_the_glyph_moved(name: str) -> None:
    found = face(name)
    wanted = [code for code, (char, _) in VARIANTS.items() if found.glyph(char)]
    plain = sorted({ord(VARIANTS[code][0]) for code in wanted})
    glyphs = parsed(zlib.decompress(font_program(of(found), sorted([*plain, *wanted]))))
    for code in wanted:
        char, sides = VARIANTS[code]
        ours, theirs = RecordingPen(), RecordingPen()
        glyphs[code].draw(ours)
        glyphs[ord(char)].draw(TransformPen(theirs, (1, 0, 0, 1, sides.left, 0)))
        assert ours.value == theirs.value
        assert glyphs[code].width == glyphs[ord(char)].width + sum(sides)


@given(
    st.sampled_from(["rmoveto", "hmoveto", "vmoveto"]),
    st.lists(
        st.one_of(numbers, st.integers(-(2**30), 2**30).map(lambda n: n / 65536)), min_size=2, max_size=2
    ),
    st.sampled_from([-500, -250, 250]),
)
def test_an_outline_is_moved_whatever_move_it_begins_with(move: str, operands: list[float], dx: int) -> None:
    from generator.render.pdf.outlines import shifted

    private = SimpleNamespace(nominalWidthX=0, defaultWidthX=0)
    first = operands if move == "rmoveto" else operands[:1]
    glyph = T2CharString(
        program=[*first, move, 10, 20, "rlineto", 30, -700, "rmoveto", 5, "hlineto", "endchar"]
    )
    glyph.private = private
    glyph.compile()
    ours, theirs = RecordingPen(), RecordingPen()
    T2CharString(bytecode=shifted(glyph.bytecode, dx), private=private, globalSubrs=[]).draw(ours)
    T2CharString(bytecode=glyph.bytecode, private=private, globalSubrs=[]).draw(
        TransformPen(theirs, (1, 0, 0, 1, dx, 0))
    )
    for (ours_do, ours_at), (theirs_do, theirs_at) in zip(ours.value, theirs.value, strict=True):
        assert ours_do == theirs_do
        for a, b in zip(ours_at, theirs_at, strict=True):
            assert a == pytest.approx(b, abs=1e-4)


def flattened(pen: RecordingPen) -> list[complex]:
    """Points along an outline of lines, quadratics and cubics, 32 a segment."""
    out: list[complex] = []
    for operator, operands in pen.value:
        ends = [complex(*p) for p in operands]
        if operator in ("moveTo", "lineTo"):
            out += ends
        elif ends:
            hull = [out[-1], *ends]
            for step in range(1, 33):
                at = hull
                while len(at) > 1:  # de Casteljau
                    at = [a + (b - a) * step / 32 for a, b in pairwise(at)]
                out += at
    return out


def distance(point: complex, line: list[complex]) -> float:
    best = 1e9
    for a, b in pairwise(line):
        along = b - a
        share = ((point - a) * along.conjugate()).real / abs(along) ** 2 if along else 0.0
        best = min(best, abs(point - a - along * min(1.0, max(0.0, share))))
    return best


def test_quadratics_keep_their_shape(tmp_path: Path) -> None:
    """Both those that are halves of one cubic and those that only look so."""
    chance = random.Random(7)
    shapes = []
    for _ in range(30):
        pen = TTGlyphPen(None)
        pen.moveTo((0, 0))
        for _ in range(3):
            hull = [(chance.randrange(900), chance.randrange(900)) for _ in range(chance.randrange(2, 6))]
            pen.qCurveTo(*hull)
            if chance.random() < 0.5:
                pen.lineTo((chance.randrange(900), chance.randrange(900)))
        pen.closePath()
        shapes.append(pen.glyph())
    text = [chr(0x4E00 + i) for i in range(len(shapes))]
    font = builder("".join(text), 1000, "glyf", 0, "")
    font.setupGlyf(
        {".notdef": TTGlyphPen(None).glyph()}
        | {f"u{ord(c):05X}": g for c, g in zip(text, shapes, strict=True)}
    )
    font.save(tmp_path / "shapes.ttf")
    found = face(str(tmp_path / "shapes.ttf"))
    glyphs = parsed(zlib.decompress(font_program(of(found), codes(found, text))))
    for char in text:
        ours, theirs = RecordingPen(), RecordingPen()
        glyphs[ord(char)].draw(ours)
        found._font.draw_glyph_with_pen(found._font.get_nominal_glyph(ord(char)), theirs)
        one, other = flattened(ours), flattened(theirs)
        one.append(one[0])
        assert max(distance(p, one) for p in other[::4]) < 1.5
        assert max(distance(p, other) for p in one[::4]) < 1.5


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    st.sampled_from(["glyf", "CFF"]),
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1),
)
def test_a_damaged_font_works_or_is_refused(
    tmp_path: Path, outlines: str, damage: list[tuple[int, int]]
) -> None:
    path = tmp_path / "whole"
    if not path.with_suffix(f".{outlines}").exists():
        write_font(path.with_suffix(f".{outlines}"), "Ab永", outlines=outlines)
    data = bytearray(path.with_suffix(f".{outlines}").read_bytes())
    for at, byte in damage:
        data[at % len(data)] = byte
    broken = tmp_path / f"{zlib.crc32(data)}.ttf"  # faces are kept by name
    broken.write_bytes(data)
    try:
        found = face(str(broken))
        embed(File(), of(found), frozenset(codes(found, "Ab永")))
    except FaceError as error:
        assert error.reason.startswith("face-")


def test_accented_letters_that_old_fonts_build_of_two(tmp_path: Path) -> None:
    """`endchar` with four operands draws one glyph over another; CID-keyed fonts have no such thing."""
    font = FontBuilder(1000, isTTF=False)
    font.setupGlyphOrder([".notdef", "A", "acute", "Aacute"])
    font.setupCharacterMap({0x41: "A", 0xB4: "acute", 0xC1: "Aacute"})
    programs = {
        ".notdef": ["endchar"],
        "A": [0, "hmoveto", 300, "hlineto", 400, "vlineto", "endchar"],
        "acute": [0, 500, "rmoveto", 100, "hlineto", 90, "vlineto", "endchar"],
        "Aacute": [50, 10, 65, 194, "endchar"],
    }
    charstrings = {name: T2CharString(program=program) for name, program in programs.items()}
    font.setupCFF("Accents", {}, charstrings, {"defaultWidthX": 600})
    font.setupHorizontalMetrics(dict.fromkeys(programs, (600, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Accents", "styleName": "Regular", "psName": "Accents"})
    font.setupOS2()
    font.setupPost()
    font.save(tmp_path / "accents.otf")
    source = find(str(tmp_path / "accents.otf"))
    whole, single = Face(source), Face(source)
    glyphs = parsed(zlib.decompress(font_program(of(whole), [0x41, 0xB4, 0xC1])))
    pen = BoundsPen(None)
    glyphs[0xC1].draw(pen)
    assert pen.bounds == (0, 0, 300, 600)
    assert single.charstrings([0x41]) == whole.charstrings([0x41])
    assert single.charstrings([0xC1]) == whole.charstrings([0xC1])
