"""Segments: what stands under each label of a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.facts import FACTS, fact
from generator.exchange.interpret.labels import label_at
from generator.exchange.interpret.words import NO_STEM_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.labels import Label
    from generator.exchange.interpret.pieces import Piece
    from generator.exchange.interpret.sightings import Sighting


class Segment(NamedTuple):
    """The pieces under a label. `kind` is "stem", "material" or a key of `words.LABELS`."""

    kind: str
    label: Label | None
    at: Piece
    pieces: list[Piece]


def segments(sightings: Sequence[Sighting], first: str) -> list[Segment]:
    """Pieces by label; those before the first label are a segment of kind `first`."""
    found: list[Segment] = []
    for sighting in sightings:
        kind = found[-1].kind if found else first
        piece = sighting.piece
        label = _switching(sighting, kind)
        if label is None:
            if not found:
                found.append(Segment(first, None, piece, []))
            found[-1].pieces.append(piece)
            continue
        rest = piece.cut(label.end)
        pieces = [rest] if rest.text else []
        found.append(Segment(label.kind, label, piece, pieces))
        if label.kind == "umbrella" and pieces:
            inner = label_at(rest.flat)
            if inner:
                found.append(
                    Segment(inner.kind, inner, rest, [behind] if (behind := rest.cut(inner.end)).text else [])
                )
    return found


_STEM_KEEPS = frozenset(("stem", "remark", "options", "category"))
"""Labels that, before any answer, are words of the stem itself."""


def _switching(sighting: Sighting, kind: str) -> Label | None:
    label = sighting.label
    if label is None or sighting.counted_label:
        return None
    if (
        kind == "stem"
        and label.kind in _STEM_KEEPS
        and not (label.boxed and label.kind != "stem")
        and label.kind != "options"
        and label.word not in NO_STEM_WORDS
    ):
        return None
    if label.kind == "stem":
        return None
    if (
        kind == "stem"
        and label.word in ("分析", "说明", "要点", "a", "area", "focus", "why", "points", "key", "测评要点")
        and not label.boxed
        and not label.alone
        and label.word != "a"
    ):
        return label if label.word in ("分析", "a", "points", "key") else None
    if label.kind in FACTS and fact(label.kind, sighting.piece.text[label.end :]) is None:
        return None
    return label


_SENTENCE = re.compile(r"[。;；]\s*|\n")


def names(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The names a text lists: 沟通表达、应变能力 or one a line."""
    found: list[str] = []
    for piece in pieces:
        if piece.blank or not piece.text:
            continue
        found += _names(piece.text)
    return tuple(dict.fromkeys(found))


_SPLIT = re.compile(
    r"[、，,；;/|｜／]+|\s{2,}|[①-⑳]|(?:^|(?<=\s))[-•·*]\s*|(?:(?<=[\u3000-\u9fff）)])\s+(?=[\u4e00-\u9fff]))"
)
_LEADING = re.compile(r"^\s*(?:[(（]?\d{1,2}[)）.．、]|[-•·*●])\s*")


def _names(text: str) -> Iterator[str]:
    text = text.strip().rstrip("。.；;）)】]" if not ("（" in text or "(" in text) else "。.；;")
    for part in _SPLIT.split(text):
        name = _LEADING.sub("", part).strip(" 　。.")
        if name:
            yield name
