"""Parting: what stands under one label of a question parted into what belongs to its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.facts import FACTS
from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.responses import letters, truth
from generator.exchange.interpret.segments import Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.pieces import Piece

_IN_LINE = (*FACTS, "competencies", "highlights", "follow_ups")


def explained(found: Sequence[Segment]) -> list[Segment]:
    """Segments of a question whose answer is given in its stem: 答案解析 that gives none is an analysis."""
    if any(segment.kind == "answer" for segment in found):
        return list(found)
    return [
        s._replace(kind="analysis") if s.kind == "umbrella" and not _responds(s.pieces) else s for s in found
    ]


def _responds(pieces: Sequence[Piece]) -> bool:
    first = next((piece.flat for piece in pieces if not piece.blank), "")
    return bool(letters(first) or truth(first))


def words_in(pieces: Sequence[Piece]) -> list[str]:
    return [flat(piece.text).replace(" ", "") for piece in pieces if piece.text]


def without_stem(segment: Segment, stem: Sequence[str]) -> Segment:
    """A key's answer without the stem it repeats."""
    pieces = segment.pieces
    at = 0
    for words in stem:
        while at < len(pieces) and pieces[at].blank:
            at += 1
        if at < len(pieces) and len(words) > 4 and flat(pieces[at].text).replace(" ", "") == words:
            at += 1
        else:
            break
    return segment._replace(pieces=pieces[at:]) if at else segment


def facts_apart(found: Sequence[Segment]) -> Iterator[Segment]:
    """Segments; what stands below a fact belongs to what was open before it."""
    open_ = found[0].kind if found else ""
    for segment in found:
        told = [piece for piece in segment.pieces if piece.text or piece.line.role == "table"]
        if segment.kind not in FACTS:
            open_ = segment.kind
            yield segment
        elif len(told) > 1:
            yield segment._replace(pieces=told[:1])
            yield Segment(open_, None, told[1], told[1:])
        else:
            yield segment


def in_line_only(segment: Segment) -> list[Segment]:
    """A segment whose field holds words alone, and what else stands in it as a remark."""
    if segment.kind not in _IN_LINE:
        return [segment]
    blocks = [piece for piece in segment.pieces if piece.line.role in ("table", "code")]
    if not blocks:
        return [segment]
    words = [piece for piece in segment.pieces if piece.line.role not in ("table", "code")]
    return [segment._replace(pieces=words), Segment("remark", None, blocks[0], blocks)]
