"""The gallery: a paper and a key in each style that ships, in Chinese and in English."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from make.pages import Pages, beside, compose, framed, reduced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

    from generator.model.document import Document

LAYOUTS = Path(__file__).parents[2] / "layouts"
WIDTH = 1500  # pixels of a picture: more than a page shows, to be read when opened
GAP = 20  # pixels between its pages
GREYS = 4


class Sample(NamedTuple):
    """The layouts that show a style. The Chinese one names it; the English one is shown in it."""

    zh: str
    en: str
    apart: bool = False  # a page of the answers that stand apart is shown, too


SAMPLES = {
    "classic": Sample("cs-supervisor", "se-written-test"),
    "labelled": Sample("trainee-interview", "se-interview"),
    "scored": Sample("operations-interview", "se-interview"),
    "handbook": Sample("interview-handbook", "se-interview"),
    "collected": Sample("behavioural-interview", "se-interview", apart=True),
    "manual": Sample("interviewer-manual", "se-interview"),
}


def gallery() -> Iterator[tuple[str, Image.Image]]:
    """The pages of each style and language, with the picture's name."""
    for style, sample in SAMPLES.items():
        for language in ("zh", "en"):
            layout = LAYOUTS / f"{getattr(sample, language)}.yaml"
            yield f"{style}-{language}", reduced(_pages(layout, style, sample.apart), GREYS)


def _pages(layout: Path, style: str, apart: bool) -> Image.Image:
    """First page of the paper, first page of the key, and that on which the answers begin."""
    paper, key = compose(layout, style=style)
    width = (WIDTH - GAP * (1 + apart)) // (2 + apart) - 2
    sheets = [_page(paper, 1, width), _page(key, 1, width)]
    if apart:
        heading = next(
            piece for part in key.body for piece in part.fragment.pieces if piece.role == "key_heading"
        )
        with Pages(key) as pages:
            number = pages.says(["".join(heading.inlines[0].text.split())])
        sheets.append(_page(key, number, width))
    return beside(sheets, GAP)


def _page(document: Document, number: int, width: int) -> Image.Image:
    with Pages(document) as pages:
        return framed(pages.image(number, width))
