"""Pictures: their natural size, and image objects. JPEG goes in as it is, all else as lossless PNG data."""

from __future__ import annotations

import warnings
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

    from generator.render.pdf.file import File

FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP")
PIXELS = 64_000_000  # at most
DPI = 96.0  # of a picture that does not tell
PLAUSIBLE_DPI = 10.0, 10_000.0

ORIENTATION = 0x112  # EXIF tag
# How a unit square is turned that holds a picture of each orientation, as operands of cm.
TURNS = {
    2: b"-1 0 0 1 1 0", 3: b"-1 0 0 -1 1 1", 4: b"1 0 0 -1 0 1", 5: b"0 -1 -1 0 1 1",
    6: b"0 -1 1 0 0 1", 7: b"0 1 1 0 0 0", 8: b"0 1 -1 0 1 0",
}  # fmt: skip
LYING = range(5, 9)  # orientations that exchange width and height

# JPEG markers, the second byte
REFUSED = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xD0))  # frames neither baseline nor progressive; DAC
SCAN, JFIF, ADOBE, COMMENT = 0xDA, 0xE0, 0xEE, 0xFE
APPLICATION = range(0xE0, 0xF0)


class PictureError(Exception):
    """A picture cannot be used. `reason` is the code of a message with the field {name}."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class Picture(NamedTuple):
    """Natural size in points."""

    width: float
    height: float


class _Encoded(NamedTuple):
    """An image object: its stream, already compressed, and entries of its dictionary."""

    data: bytes
    entries: bytes
    alpha: _Encoded | None = None
    turn: bytes = b""


def read_picture(path: str) -> Picture:
    """The natural size of a picture, after reading all of it. PictureError: missing, broken, too large."""
    image = _open(path)
    size = [
        pixels * 72 / (dpi if PLAUSIBLE_DPI[0] <= dpi <= PLAUSIBLE_DPI[1] else DPI)
        for pixels, dpi in zip(image.size, image.info.get("dpi", (DPI, DPI)), strict=True)
    ]
    if _orientation(image) in LYING:
        size.reverse()
    return Picture(*size)


def embed_picture(file: File, path: str) -> int:
    """The number of an XObject that shows the picture in the unit square."""
    try:
        status = Path(path).stat()
    except OSError:
        raise PictureError(path, "picture-missing") from None
    encoded = _encode(path, status.st_mtime_ns, status.st_size)
    number = _put(file, encoded)
    if not encoded.turn:
        return number
    return file.stream(
        b"%b cm/I Do" % encoded.turn,
        b"/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</I %d 0 R>>>>" % number,
        compress=False,
    )


def _put(file: File, encoded: _Encoded) -> int:
    entries = b"/Type/XObject/Subtype/Image" + encoded.entries
    if encoded.alpha:
        entries += b"/SMask %d 0 R" % _put(file, encoded.alpha)
    return file.stream(encoded.data, entries, compress=False)


def _open(path: str) -> Image:
    """The first frame, decoded, so that whatever is wrong with it comes out here."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd but readable files
            with Image.open(path, formats=FORMATS) as image:
                if image.width * image.height > PIXELS:
                    raise PictureError(path, "picture-too-large")
                image.load()
                return image
    except PictureError:
        raise
    except FileNotFoundError:
        raise PictureError(path, "picture-missing") from None
    except Image.DecompressionBombError:
        raise PictureError(path, "picture-too-large") from None
    except Exception as fault:  # a broken file makes Pillow raise nearly anything
        raise PictureError(path, "picture-unreadable") from fault


@lru_cache(maxsize=64)
def _encode(path: str, changed: int, size: int) -> _Encoded:
    """`changed` and `size` are the file's, so that a new file under an old name is read again."""
    image = _open(path)
    if image.format in ("JPEG", "MPO"):
        return _jpeg(path, image)
    from PIL import ImageOps

    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I;16"):
        image = image.convert("I")
    if image.mode == "I":  # 16 bits, which no printer shows
        image = image.point(lambda value: value / 257).convert("L")
    alpha = None
    if image.has_transparency_data:
        image = image.convert("LA" if image.mode in ("1", "L", "LA", "La") else "RGBA")
        opacity = image.getchannel("A")
        image = image.convert(image.mode.removesuffix("A"))
        if opacity.getextrema() != (255, 255):
            alpha = _png(opacity)
    elif image.mode not in ("1", "L", "P", "RGB"):
        image = image.convert("RGB")
    return _png(image)._replace(alpha=alpha)


def _orientation(image: Image) -> int:
    orientation = image.getexif().get(ORIENTATION, 1)
    return orientation if orientation in TURNS else 1


def _png(image: Image) -> _Encoded:
    """PDF and PNG share their compression, predictors and all, so Pillow's PNG writer does the work."""
    saved = BytesIO()
    image.save(saved, "PNG", optimize=False)
    data = saved.getvalue()
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        chunks[kind] = chunks.get(kind, b"") + data[at + 8 : at + 8 + length]
        at += length + 12
    bits = chunks[b"IHDR"][8]
    colours = 3 if image.mode == "RGB" else 1
    space = b"/DeviceRGB" if image.mode == "RGB" else b"/DeviceGray"
    if image.mode == "P":
        palette = chunks[b"PLTE"]
        space = b"[/Indexed/DeviceRGB %d<%b>]" % (len(palette) // 3 - 1, palette.hex().encode())
    return _Encoded(
        chunks[b"IDAT"],
        b"/Width %d/Height %d/BitsPerComponent %d/ColorSpace%b/Filter/FlateDecode"
        b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
        % (image.width, image.height, bits, space, colours, bits, image.width),
    )


def _jpeg(path: str, image: Image) -> _Encoded:
    data, adobe = _lean_jpeg(path)
    space = {"L": b"/DeviceGray", "RGB": b"/DeviceRGB", "CMYK": b"/DeviceCMYK"}[image.mode]
    if image.mode == "CMYK" and adobe:  # whose inks are written inverted
        space += b"/Decode[1 0 1 0 1 0 1 0]"
    entries = b"/Width %d/Height %d/BitsPerComponent 8/ColorSpace%b/Filter/DCTDecode" % (*image.size, space)
    return _Encoded(data, entries, turn=TURNS.get(_orientation(image), b""))


def _lean_jpeg(path: str) -> tuple[bytes, bool]:
    """The file without what a camera adds about owner and place; and whether Adobe's mark is in it."""
    data = Path(path).read_bytes()
    kept = [data[:2]]
    adobe = False
    at = 2
    while at + 4 <= len(data):
        if data[at + 1] == 0xFF:  # padding
            at += 1
            continue
        marker = data[at + 1]
        if data[at] != 0xFF or marker in REFUSED:
            break
        if marker == SCAN:
            return b"".join((*kept, data[at:])), adobe
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        adobe = adobe or marker == ADOBE
        if marker in (JFIF, ADOBE) or (marker not in APPLICATION and marker != COMMENT):
            kept.append(data[at:end])
        at = end
    raise PictureError(path, "picture-unreadable")
