"""python docs/pictures.py: draws the pictures of the documents anew, from the sample layouts.

What is shown is what `exampaper build` makes. The pages are chosen by what stands on them, so that they
are still the right ones when a page holds more or less than it did.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pypdfium2

from generator.batch.build import build
from generator.batch.order import Wish, order_from_layout
from generator.diagnostics import Report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
WIDTH = 900  # pixels
GREYS = 16  # the pages are black on white: these are for smooth edges


class Picture(NamedTuple):
    name: str
    layout: str
    variant: str
    role: str  # the folder of the run that it comes from
    words: tuple[str, ...]  # the first page with all of these is shown


PICTURES = (
    Picture("paper", "cs-supervisor", "", "papers", ("一、情景应变题",)),
    Picture("key", "cs-supervisor", "", "keys", ("一、情景应变题", "高分要点", "追问")),
    Picture("choice-paper", "cs-specialist", "A", "papers", ("注意事项", "一、单项选择题")),
    Picture("choice-key", "cs-specialist", "A", "keys", ("一、单项选择题", "解析")),
)


def draw() -> Iterator[tuple[str, Image.Image]]:
    """Each picture with its name, in WIDTH pixels and GREYS greys."""
    built: dict[tuple[str, str], list[tuple[str, bytes]]] = {}
    for picture in PICTURES:
        run = picture.layout, picture.variant
        if run not in built:
            built[run] = _build(*run)
        data = next(data for path, data in built[run] if path.startswith(f"{picture.role}/"))
        yield picture.name, _page(data, picture.words)


def _build(layout: str, variant: str) -> list[tuple[str, bytes]]:
    report = Report()
    path = ROOT / "layouts" / f"{layout}.yaml"
    order = order_from_layout(str(path), Wish(variants=(variant,), formats=("pdf",)), report)
    report.check()
    assert order is not None
    result = build(order, report)
    report.check()
    assert result is not None
    return result.files


def _page(data: bytes, words: tuple[str, ...]) -> Image.Image:
    document = pypdfium2.PdfDocument(data)
    try:
        page = next(page for page in document if _says(page, words))
        grey: Image.Image = page.render(scale=WIDTH / page.get_width(), grayscale=True).to_pil().convert("L")
    finally:
        document.close()
    step = 255 // (GREYS - 1)
    image = grey.point([round(value / step) for value in range(256)]).convert("P")
    image.putpalette([level * step for level in range(GREYS) for _ in "rgb"])
    return image


def _says(page: pypdfium2.PdfPage, words: tuple[str, ...]) -> bool:
    text = "".join(page.get_textpage().get_text_range().split())
    return all(word in text for word in words)


def png(image: Image.Image) -> bytes:
    stream = io.BytesIO()
    image.save(stream, "PNG", optimize=True, bits=4)
    return stream.getvalue()


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, image in draw():
        data = png(image)
        (FOLDER / f"{name}.png").write_bytes(data)
        print(f"docs/pictures/{name}.png  {image.width}×{image.height}  {len(data) / 1000:.0f} kB")


if __name__ == "__main__":
    main()
