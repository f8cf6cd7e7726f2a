"""The pictures of documents, as they come to lie beside the bank."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from generator.exchange.intake import PICTURE
from generator.exchange.picture_folder import picture_folder
from generator.exchange.yaml import changed
from generator.markdown.images import load
from generator.model.content import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.exchange.matching import Entry


def with_pictures(
    entry: Entry, document: Path, inside: Mapping[str, bytes], out: Path, pictures: dict[str, bytes]
) -> Entry:
    """A question of `document` with its pictures named as they are to lie beside the bank `out`, by their content.

    They are those `inside` the document, or in its folder; `pictures` gets them by their new paths. What is neither
    keeps its path: whoever reads the bank finds it missing.
    """

    def name(path: str) -> str:
        data = inside.get(path) or _beside(path, document, out)
        if not data:
            return path
        file = sha256(data).hexdigest()[:12] + PurePosixPath(path).suffix.lower()
        named = f"{picture_folder(out.stem)}/{file}"
        pictures[named] = data
        return named

    def renamed(text: str) -> str:
        return PICTURE.sub(lambda found: found[1] + name(found[2]) + found[3], text)

    return {field: changed(value, renamed) for field, value in entry.items()}


def _beside(path: str, document: Path, out: Path) -> bytes:
    """A picture in the folder of a document; nothing where the same lies beside the bank by this path already."""
    there, here = load(path, "", document.parent), load(path, "", out.parent)
    if not isinstance(there, Image) or (isinstance(here, Image) and here.digest == there.digest):
        return b""
    return Path(there.path).read_bytes()


def but_for_paths(change: Callable[[str], str]) -> Callable[[str], str]:
    """`change` for all of a text but the paths of its pictures."""

    def changes(text: str) -> str:
        made, at = "", 0
        for found in PICTURE.finditer(text):
            made += change(text[at : found.start(2)]) + found[2]
            at = found.end(2)
        return made + change(text[at:])

    return changes
