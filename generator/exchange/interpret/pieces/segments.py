"""Segments: what stands under each label of a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.facts import FACTS, fact
from generator.exchange.interpret.lexers.labels import label_at
from generator.exchange.interpret.words.labels import NO_STEM_WORDS, RESULTS, TAKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.lexers.labels import Label
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.sightings import Sighting


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
        last = next((p for p in reversed(found[-1].pieces) if not p.blank), None) if found else None
        label = _switching(sighting, kind, _shown(last))
        if label is None and len(found) == 2 and _is_result(found[1]) and _is_empty(found[0]):
            found.append(Segment(first, None, piece, []))  # 第1题【单选题】得分：0分 over the stem
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


def _is_result(segment: Segment) -> bool:
    """Whether a segment is nothing but the figure that somebody got for a question."""
    told = [piece for piece in segment.pieces if not piece.blank]
    result = segment.label is not None and segment.label.word in RESULTS
    return result and len(told) == 1 and len(told[0].flat) <= 12 and _FIGURE.match(told[0].flat) is not None


def _is_empty(segment: Segment) -> bool:
    """Whether nothing but boxes stands under a segment: 【单选题】."""
    return not _BOXES.sub("", "".join(piece.flat for piece in segment.pieces)).strip()


_FIGURE = re.compile(r"[0-9]")
_BOXES = re.compile(r"[\[(][^\[\]()]{1,12}[\])]")


_STEM_KEEPS = frozenset(("stem", "remark", "options", "category"))
"""Labels that, before any answer, are words of the stem itself."""


_OPTION = re.compile(r"(?:[-*+•] ?)?(?:\(?[a-h][.、:)]|\[[ x√✓v]\]|[☐□☑☒✅])")
_ASKED = re.compile(r"\?[^?]{0,12}$")
_GROUNDS = ("依据", "法律依据", "政策依据", "文件依据")
"""Words behind which an answer may give its reasons, or a question its source."""


def _shown(last: Piece | None) -> str:
    """What the piece before a label shows of its place: "option", "?" for what asks, else ""."""
    if last is None:
        return ""
    return "option" if _OPTION.match(last.flat) else "?" if _ASKED.search(last.flat) else ""


def _switching(sighting: Sighting, kind: str, behind: str) -> Label | None:
    """The label of a piece under a segment of `kind`, `behind` an option or what asks ("?"); None where it is its words."""
    behind_options = behind == "option"
    label = sighting.label
    if label is None or sighting.counted_label:
        return None
    if label.word in _GROUNDS and not (label.boxed or behind_options or kind in FACTS):
        return None
    if (
        kind == "stem"
        and label.kind in _STEM_KEEPS
        and not (label.boxed and label.kind != "stem")
        and label.kind != "options"
        and not (behind_options and label.kind == "remark")
        and label.word not in NO_STEM_WORDS | TAKEN
    ):
        return None
    if label.kind == "stem":
        return None
    if (
        kind == "stem"
        and label.word in ("分析", "说明", "要点", "a", "area", "focus", "why", "points", "key", "测评要点")
        and not label.boxed
        and not label.alone
        and not behind_options
        and label.word != "a"
    ):
        return (
            label
            if label.word in ("分析", "a", "points", "key") or (label.word, behind) == ("要点", "?")
            else None
        )
    if label.kind in FACTS and fact(label.kind, sighting.piece.text[label.end :]) is None:
        return None
    return label
