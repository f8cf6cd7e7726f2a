"""From layouts to Documents, and from Documents to pixels."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2
from PIL import Image, ImageChops

from generator.batch.order import Wish, order_from_layout
from generator.diagnostics import Report
from generator.layout import KeyComposer, PaperComposer, read_style_file
from generator.layout.bases import STYLES
from generator.render.pdf import Renderer
from generator.selection import draw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.model.document import Document

WHITE = 255
BLOCK = 10  # pixels: how large a part of a picture is compared at a time,
MOST_TURNED = 0.05  # and how much of it may have turned black or white


class Pair(NamedTuple):
    """The two Documents of a form."""

    paper: Document
    key: Document


def compose(layout: Path, variant: str = "", style: str = "") -> Pair:
    """What `exampaper build` makes of a layout; or would make of it in another style that ships."""
    report = Report()
    order = order_from_layout(str(layout), Wish(variants=(variant,)), report)
    report.check()
    assert order is not None
    own = order.style
    other = read_style_file(STYLES / f"{style}.yaml", style, own.language, report) if style else own
    assert other is not None
    (form,) = draw(order.blueprint, order.banks, seed=order.seed, variants=order.variants, report=report)
    pair = Pair(
        PaperComposer(other, report).compose(form.paper), KeyComposer(other, report).compose(form.key)
    )
    report.check()
    return pair


class Pages:
    """The pages of a Document as its PDF shows them."""

    def __init__(self, document: Document) -> None:
        self._pdf = pypdfium2.PdfDocument(Renderer(document.look).render(document).data)
        self.numbers = range(1, len(self._pdf) + 1)

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        self._pdf.close()

    def image(self, number: int, width: int) -> Image.Image:
        """A page, from 1, in grey; `width` in pixels."""
        page = self._pdf[number - 1]
        bitmap = page.render(scale=width / page.get_width(), grayscale=True)
        return bitmap.to_pil().convert("L")

    def says(self, words: Iterable[str]) -> int:
        """The first page with all of these words."""
        return next(number for number in self.numbers if all(word in self._text(number) for word in words))

    def _text(self, number: int) -> str:
        return "".join(self._pdf[number - 1].get_textpage().get_text_bounded().split())


class Box(NamedTuple):
    left: int
    top: int
    right: int
    bottom: int


def inked(image: Image.Image) -> Box:
    """The part of a page that is not white."""
    box = image.point(lambda grey: WHITE - grey).getbbox()
    assert box is not None, "nothing is shown"
    return Box(*box)


def closed(image: Image.Image, most: int) -> Image.Image:
    """The image without what is more than `most` white lines one after another."""
    rows = [image.crop((0, y, image.width, y + 1)).getextrema()[0] < WHITE for y in range(image.height)]
    kept = [y for y in range(image.height) if any(rows[max(y - most, 0) : y + 1])]
    whole = Image.new("L", (image.width, len(kept)), WHITE)
    for line, y in enumerate(kept):
        if rows[y]:
            whole.paste(image.crop((0, y, image.width, y + 1)), (0, line))
    return whole


def framed(image: Image.Image, grey: int = 170) -> Image.Image:
    """A sheet with its edge."""
    whole = Image.new("L", (image.width + 2, image.height + 2), grey)
    whole.paste(image, (1, 1))
    return whole


def beside(images: Sequence[Image.Image], gap: int) -> Image.Image:
    """Images in a row, their upper edges in line."""
    width = sum(image.width for image in images) + gap * (len(images) - 1)
    whole = Image.new("L", (width, max(image.height for image in images)), WHITE)
    left = 0
    for image in images:
        whole.paste(image, (left, 0))
        left += image.width + gap
    return whole


def under(images: Sequence[Image.Image], gap: int) -> Image.Image:
    """Images in a column, their left edges in line."""
    height = sum(image.height for image in images) + gap * (len(images) - 1)
    whole = Image.new("L", (max(image.width for image in images), height), WHITE)
    top = 0
    for image in images:
        whole.paste(image, (0, top))
        top += image.height + gap
    return whole


def reduced(image: Image.Image, greys: int) -> Image.Image:
    """The image in so many greys: black on white, and some for smooth edges."""
    step = WHITE / (greys - 1)
    flat = image.point([round(round(value / step)) for value in range(256)]).convert("P")
    flat.putpalette([round(level * step) for level in range(greys) for _ in "rgb"])
    return flat


def same(path: Path, image: Image.Image) -> bool:
    """The file shows this image.

    Another release of pdfium may smooth edges otherwise; but what is black stays black, and where a character is
    another one, many pixels beside one another are.
    """
    if not path.is_file():
        return False
    with Image.open(path) as old:
        if old.size != image.size:
            return False
        changed = ImageChops.difference(old.convert("L"), image.convert("L"))
    turned = changed.point(lambda grey: WHITE if grey > WHITE // 2 else 0)
    _, most = turned.reduce(BLOCK).getextrema()
    return most <= WHITE * MOST_TURNED


def png(image: Image.Image) -> bytes:
    """`image` has a palette."""
    stream = io.BytesIO()
    colours = len(image.getpalette() or ()) // 3
    image.save(stream, "PNG", optimize=True, bits=2 if colours <= 4 else 4)
    return stream.getvalue()
