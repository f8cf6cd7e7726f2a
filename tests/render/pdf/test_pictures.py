"""Pictures: what goes in comes out of the PDF pixel by pixel, and what is broken is refused."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from generator.render.pdf import pictures
from generator.render.pdf.file import File
from generator.render.pdf.pictures import PictureError, embed_picture, read_picture

if TYPE_CHECKING:
    from pathlib import Path

SIZE = (24, 16)


def painting(mode: str = "RGB") -> Image.Image:
    """No two quarters and no two corners are alike."""
    image = Image.new("RGB", SIZE, (250, 250, 240))
    for box, colour in (
        ((0, 0, 12, 8), (200, 30, 30)),
        ((12, 8, 24, 16), (20, 90, 200)),
        ((0, 8, 6, 16), (0, 0, 0)),
    ):
        image.paste(colour, box)
    if mode in ("LA", "RGBA"):
        image = image.convert(mode)
        image.putalpha(Image.linear_gradient("L").resize(SIZE))
        return image
    return image.convert(mode)


def page_with(path: str, width: int, height: int) -> bytes:
    file = File()
    pages = file.reserve()
    picture = embed_picture(file, path)
    content = file.stream(b"%d 0 0 %d 0 0 cm/I Do" % (width, height))
    page = file.add(
        b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>"
        % (pages, width, height, content, picture)
    )
    file.put(pages, b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % page)
    return file.finish(file.add(b"<</Type/Catalog/Pages %d 0 R>>" % pages), file.add(b"<<>>"))


def shown(path: Path, size: tuple[int, int] = SIZE) -> Image.Image:
    """The picture as pdfium shows it, a pixel a point."""
    data = page_with(str(path), *size)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
    document = pypdfium2.PdfDocument(data)
    image = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    return image


def difference(one: Image.Image, other: Image.Image) -> int:
    assert one.size == other.size
    return max(
        high for _, high in ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getextrema()
    )


def on_white(image: Image.Image) -> Image.Image:
    image = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")


def raw_png(
    bits: int, colour: int, rows: list[bytes], width: int, chunks: bytes = b"", interlace: int = 0
) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"".join((
        b"\x89PNG\r\n\x1a\n",
        chunk(b"IHDR", struct.pack(">IIBBBBB", width, len(rows), bits, colour, 0, 0, interlace)),
        chunks,
        chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows))),
        chunk(b"IEND", b""),
    ))  # fmt: skip


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize("kind", ["PNG", "GIF", "BMP", "WEBP"])
def test_lossless_pictures(tmp_path: Path, kind: str, mode: str) -> None:
    if kind != "PNG" and mode in ("LA", "RGBA", "P"):
        mode = "RGBA" if kind == "WEBP" else "P"
    path = tmp_path / f"picture.{kind.lower()}"
    painting(mode).save(path, kind, **({"lossless": True} if kind == "WEBP" else {}))
    with Image.open(path) as image:
        expected = on_white(image)
    assert difference(shown(path), expected) <= 1


def test_transparent_palette(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    painting("P").save(path, transparency=painting("P").getpixel((0, 0)))
    image = shown(path)
    assert image.getpixel((2, 2)) == (255, 255, 255)
    assert image.getpixel((20, 12)) != (255, 255, 255)


def test_sixteen_bits(tmp_path: Path) -> None:
    values = [0, 0x40FF, 0x8000, 0xFFFF]
    grey, colour = tmp_path / "grey.png", tmp_path / "colour.png"
    grey.write_bytes(raw_png(16, 0, [struct.pack(">4H", *values)], 4))
    colour.write_bytes(raw_png(16, 2, [struct.pack(">12H", *(v for v in values for _ in range(3)))], 4))
    for path in (grey, colour):
        image = shown(path, (4, 1))
        for x, value in enumerate(values):
            assert all(abs(channel - value / 257) <= 1 for channel in image.getpixel((x, 0)))


def test_interlaced(tmp_path: Path) -> None:
    """An 8 by 1 picture in Adam7 order: columns 0; 4; 2 6; 1 3 5 7."""
    path = tmp_path / "picture.png"
    passes = [bytes([0]), bytes([4]), bytes([2, 6]), bytes([1, 3, 5, 7])]
    data = raw_png(8, 0, [bytes(8)], 8, interlace=1)
    body = zlib.compress(b"".join(b"\0" + bytes(v * 30 for v in row) for row in passes))
    chunk = struct.pack(">I", len(body)) + b"IDAT" + body + struct.pack(">I", zlib.crc32(b"IDAT" + body))
    at = data.index(b"IDAT") - 4
    path.write_bytes(data[:at] + chunk + data[-12:])
    assert [shown(path, (8, 1)).getpixel((x, 0))[0] for x in range(8)] == [30 * x for x in range(8)]


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("progressive", [False, True])
def test_jpeg_goes_in_as_it_is(tmp_path: Path, mode: str, progressive: bool) -> None:
    path = tmp_path / "picture.jpg"
    painting(mode).save(path, quality=95, progressive=progressive)
    with Image.open(path) as image:
        expected = image.convert("RGB")
    assert difference(shown(path), expected) <= (60 if mode == "CMYK" else 8)  # inks have no exact colour
    data = path.read_bytes()
    assert data[data.index(b"\xff\xda") :] in page_with(str(path), *SIZE)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_turned_camera(tmp_path: Path, kind: str, orientation: int) -> None:
    path = tmp_path / "picture"
    exif = Image.Exif()
    exif[0x112] = orientation
    painting().save(path, kind, exif=exif, dpi=(72, 36), quality=95)
    with Image.open(path) as image:
        expected = ImageOps.exif_transpose(image).convert("RGB")
    assert difference(shown(path, expected.size), expected) <= 8
    size = read_picture(str(path))
    upright = (24, 32) if orientation < 5 else (32, 24)
    assert (round(size.width), round(size.height)) == upright


def test_what_a_camera_knows_of_its_owner_stays_behind(tmp_path: Path) -> None:
    path = tmp_path / "picture.jpg"
    exif = Image.Exif()
    exif[0x13B] = "Zhang San"
    painting().save(path, exif=exif, comment="taken at home", icc_profile=b"profile" * 9)
    data = page_with(str(path), *SIZE)
    assert not any(secret in data for secret in (b"Zhang San", b"at home", b"profile"))


@pytest.mark.parametrize(("dpi", "points"), [(None, 18), (96, 18), (300, 5.76), (1, 18), (20000, 18)])
def test_natural_size(tmp_path: Path, dpi: int | None, points: float) -> None:
    path = tmp_path / "picture.png"
    painting().save(path, **({"dpi": (dpi, dpi)} if dpi else {}))
    assert read_picture(str(path)).width == pytest.approx(points, rel=1e-3)


def test_equal_pictures_are_equal_bytes_and_a_new_file_is_read_anew(tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    painting("RGBA").save(path)
    first = page_with(str(path), *SIZE)
    pictures._encode.cache_clear()
    assert page_with(str(path), *SIZE) == first
    painting("L").save(path)
    assert page_with(str(path), *SIZE) != first


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
def test_truncated(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "picture"
    painting().resize((240, 160)).save(path, kind)
    data = path.read_bytes()
    for part in (0, 1, 10, len(data) // 2):
        path.write_bytes(data[:part])
        for use in (lambda: read_picture(str(path)), lambda: embed_picture(File(), str(path))):
            with pytest.raises(PictureError, match="picture-unreadable"):
                use()


def test_other_kinds_and_places(tmp_path: Path) -> None:
    tiff, text, folder = tmp_path / "a.png", tmp_path / "b.png", tmp_path / "c.png"
    painting().save(tiff, "TIFF")
    text.write_text("%!PS-Adobe-3.0 EPSF-3.0\n", encoding="utf-8")
    folder.mkdir()
    for path, reason in (
        (tiff, "unreadable"),
        (text, "unreadable"),
        (tmp_path / "d.png", "missing"),
        (folder, "unreadable"),
    ):
        for use in (lambda p: read_picture(p), lambda p: embed_picture(File(), p)):
            with pytest.raises(PictureError, match=f"picture-{reason}"):
                use(str(path))


@pytest.mark.parametrize("side", [9_000, 12_000, 60_000])
def test_a_bomb_is_not_opened(tmp_path: Path, side: int) -> None:
    path = tmp_path / "bomb.png"
    data = bytearray(raw_png(1, 0, [b"\0"], 1))
    data[16:24] = struct.pack(">II", side, side)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    path.write_bytes(data)
    with pytest.raises(PictureError, match="picture-too-large"):
        read_picture(str(path))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.sampled_from(["PNG", "JPEG", "GIF", "WEBP", "BMP"]), st.integers(0, 400), st.integers(1, 255))
def test_damage_is_a_picture_or_an_error(tmp_path: Path, kind: str, at: int, flip: int) -> None:
    path = tmp_path / "picture"
    painting("L").save(path, kind)
    data = bytearray(path.read_bytes())
    data[at % len(data)] ^= flip
    path.write_bytes(data)
    try:
        read_picture(str(path))
        embed_picture(File(), str(path))
    except PictureError as error:
        assert error.reason in ("picture-unreadable", "picture-too-large")


def test_reasons_have_messages() -> None:
    from generator.messages import MESSAGES

    for reason in ("picture-missing", "picture-unreadable", "picture-too-large"):
        for words in MESSAGES[reason]:
            assert "X.png" in words.format(name="X.png")
