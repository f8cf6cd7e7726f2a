"""The pictures of the READMEs: pages of the sample layouts, chosen by what stands on them.

So they are still the right ones when a page holds more or less than it did.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from make.pages import Pages, compose, reduced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

LAYOUTS = Path(__file__).parents[2] / "layouts"
WIDTH = 900  # pixels
GREYS = 16


class Sample(NamedTuple):
    name: str
    layout: str
    variant: str
    document: str  # paper or key
    words: tuple[str, ...]  # the first page with all of these is shown


SAMPLES = (
    Sample("paper", "cs-supervisor", "", "paper", ("一、情景应变题",)),
    Sample("key", "cs-supervisor", "", "key", ("一、情景应变题", "高分要点", "追问")),
    Sample("choice-paper", "cs-specialist", "A", "paper", ("注意事项", "一、单项选择题")),
    Sample("choice-key", "cs-specialist", "A", "key", ("一、单项选择题", "解析")),
)


def samples() -> Iterator[tuple[str, Image.Image]]:
    """Each picture with its name."""
    for sample in SAMPLES:
        pair = compose(LAYOUTS / f"{sample.layout}.yaml", sample.variant)
        with Pages(getattr(pair, sample.document)) as pages:
            yield sample.name, reduced(pages.image(pages.says(sample.words), WIDTH), GREYS)
