"""python docs/pictures.py: draws the pictures of the documents anew, and writes the table of messages.

What is shown is what `exampaper build` makes: of the sample layouts, and of the examples in docs/make/examples.yaml.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from make import codes
from make.examples import examples, pictures
from make.gallery import gallery
from make.pages import png, same
from make.samples import samples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL import Image

DOCS = Path(__file__).parent
FOLDER = DOCS / "pictures"
MESSAGES = DOCS / "messages.md"


def draw() -> Iterator[tuple[str, Image.Image]]:
    """Every picture with its name under docs/pictures."""
    yield from samples()
    yield from ((f"style/{name}", image) for name, image in pictures())
    yield from ((f"gallery/{name}", image) for name, image in gallery())


def shown() -> dict[str, tuple[str, ...]]:
    """What of a style each example shows, by the picture's name."""
    return {f"style/{example.name}": example.keys for example in examples()}


def messages(page: str) -> str:
    """The page of messages with its tables as they should be."""
    return codes.written(page)


def main() -> None:
    drawn = set()
    for name, image in draw():
        path = FOLDER / f"{name}.png"
        drawn.add(path)
        if not same(path, image):
            path.parent.mkdir(parents=True, exist_ok=True)
            data = png(image)
            path.write_bytes(data)
            print(f"docs/pictures/{name}.png  {image.width}×{image.height}  {len(data) / 1000:.0f} kB")
    for path in set(FOLDER.rglob("*.png")) - drawn:
        path.unlink()
    page = messages(MESSAGES.read_text("utf-8"))
    MESSAGES.write_text(page, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
