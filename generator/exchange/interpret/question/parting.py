"""Parting: what stands under a question and in its entry of a key, parted into what belongs to its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.facts import FACTS
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.lexers.truths import truth_at
from generator.exchange.interpret.pieces.segments import Segment, segments
from generator.exchange.interpret.question.given import letters
from generator.exchange.interpret.words.labels import TAKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.exchange.interpret.accounts.account import Account
    from generator.exchange.interpret.outline.tree import Item
    from generator.exchange.interpret.pieces.piece import Piece

_IN_LINE = (*FACTS, "competencies", "highlights", "follow_ups")


def parts_of(item: Item, account: Account) -> list[Segment]:
    """What the question's own lines and its entry in a key say, by label."""
    first, *rest = item.sightings
    begun = first._replace(piece=first.piece.cut(_begin(item)), number=None, label=None)
    found = segments([begun, *rest], "stem")
    if item.entry:
        first, *rest = item.entry
        label = first.label if first.label and first.label.kind != "stem" else None
        if label is not None:
            entry = [first._replace(number=None), *rest]
        else:
            entry = [first._replace(piece=first.piece.cut(first.body), number=None, label=None), *rest]
        keyed = segments(entry, "answer")
        stem = _words_in([piece for s in found if s.kind == "stem" for piece in s.pieces])
        keyed = [_without_stem(s, stem) if s.kind in ("answer", "umbrella") else s for s in keyed]
        found += [s for s in keyed if s.pieces or s.label]
        account.recognised += ["answer"] * any(s.kind == "answer" and s.pieces for s in keyed)
    if any(s.label is not None and s.label.word in TAKEN for s in found):
        found = [s._replace(kind="remark") if s.kind == "marks" else s for s in found]
    account.recognised += [s.kind for s in found if s.label is not None and s.kind != "approach"]
    for s in found:
        if s.label is not None and s.kind != "remark" and not kind_of(s.label.word):
            account.infer("import-label-own", s.at, word=s.label.word)
    return [part for s in _facts_apart(found) for part in _in_line_only(s)]


def _begin(item: Item) -> int:
    """Where a question's text begins, behind its number and its label."""
    sighting = item.sightings[0]
    if sighting.label is not None and sighting.label.kind == "stem":
        return sighting.label.end
    return sighting.number.end if sighting.number else 0


def approached(found: list[Segment], item: Item, account: Account, objective: bool) -> list[Segment]:
    """Segments with an approach (思路) as what it is here: the answer where there is no other, else an analysis."""
    told = bool(item.given) or objective or any(s.kind in ("answer", "umbrella") for s in found)
    kind = "analysis" if told else "answer"
    if any(s.kind == "approach" for s in found):
        account.recognised.append(kind)
    return [s._replace(kind=kind) if s.kind == "approach" else s for s in found]


def explained(found: Sequence[Segment]) -> list[Segment]:
    """Segments of a question whose answer is given in its stem: 答案解析 that gives none is an analysis."""
    if any(segment.kind == "answer" for segment in found):
        return list(found)
    return [
        s._replace(kind="analysis") if s.kind == "umbrella" and not _responds(s.pieces) else s for s in found
    ]


def _responds(pieces: Sequence[Piece]) -> bool:
    first = next((piece.flat for piece in pieces if not piece.blank), "")
    return bool(letters(first) or truth_at(first))


def _words_in(pieces: Sequence[Piece]) -> list[str]:
    return [flat(piece.text).replace(" ", "") for piece in pieces if piece.text]


def _without_stem(segment: Segment, stem: Sequence[str]) -> Segment:
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


def _facts_apart(found: Sequence[Segment]) -> Iterator[Segment]:
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


def _in_line_only(segment: Segment) -> list[Segment]:
    """A segment whose field holds words alone, and what else stands in it as a remark."""
    if segment.kind not in _IN_LINE:
        return [segment]
    blocks = [piece for piece in segment.pieces if piece.line.role in ("table", "code")]
    if not blocks:
        return [segment]
    words = [piece for piece in segment.pieces if piece.line.role not in ("table", "code")]
    return [segment._replace(pieces=words), Segment("remark", None, blocks[0], blocks)]
