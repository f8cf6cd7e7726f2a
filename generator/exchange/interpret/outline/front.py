"""The front of a document: what stands before its first question, and which line of it is the title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.words.titles import FRONT

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from generator.exchange.interpret.pieces.sightings import Sighting

_NOT_TITLE = re.compile(r"[:。?;]|_{3,}|^\(.*\)$|^[0-9]{1,3}(?![0-9])|^附件 ?[0-9一二三四五六七八九十]{0,3}$")


def title_of(front: Sequence[Sighting], single: Collection[int]) -> Sighting | None:
    """The title: a heading of an order that the document has once (`single`), else the first line that may be one."""
    titles = [s for s in front if s.piece.text and not _is_bullet(s) and _is_title(s)]
    return next((s for s in titles if s.piece.line.heading in single), titles[0] if titles else None)


def _is_bullet(s: Sighting) -> bool:
    return s.number is not None and s.number.manner == "-"


def _is_title(sighting: Sighting) -> bool:
    piece = sighting.piece
    if len(piece.text) > (120 if piece.line.heading else 60):
        return False
    if piece.line.heading:
        return True
    return not _NOT_TITLE.search(piece.flat) or (
        ":" in piece.flat and piece.flat.isascii() and not piece.flat.startswith(tuple(FRONT))
    )
