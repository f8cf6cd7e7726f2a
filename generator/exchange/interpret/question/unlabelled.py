"""Answers without a label: cut from the stem they follow, where the document shows that they are none of it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.exchange.interpret.pieces.options import checked_of, options_of
from generator.exchange.interpret.pieces.segments import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.accounts.account import Account
    from generator.exchange.interpret.outline.tree import Item
    from generator.exchange.interpret.pieces.piece import Piece

_INSTRUCTS = re.compile(r"[?]|请|^[(]|说明|要求|写出|列出|字左右|please|describe|explain")


def unlabelled(found: list[Segment], item: Item, account: Account, bare: bool) -> list[Segment]:
    """Segments with an answer cut off the stem, where none has a label.

    That is so where no question of the document has one (`bare`), and where points follow prose that follows the
    question: the prose is an answer.
    """
    kinds = {segment.kind for segment in found}
    if kinds & {"answer", "umbrella", "approach"} or not found or found[0].kind != "stem":
        return found
    pieces = found[0].pieces
    told = [at for at, piece in enumerate(pieces) if not piece.blank]
    if (
        item.below
        and not (bare and item.below == "perhaps")
        and len(told) > 1
        and not item.entry
        and not item.given
    ):
        at = told[1]
        note = account.doubt if item.below == "perhaps" else account.infer
        note("import-answer-unlabelled", pieces[at])
        return [
            found[0]._replace(pieces=pieces[:at]),
            Segment("answer", None, pieces[at], pieces[at:]),
            *found[1:],
        ]
    styled = next((at for at, piece in enumerate(pieces) if piece.line.part in ("answer", "point")), 0)
    if styled and pieces[0].line.part != pieces[styled].line.part:
        begun = Segment("answer", None, pieces[styled], pieces[styled:])
        return [found[0]._replace(pieces=pieces[:styled]), begun, *found[1:]]
    bold = sum(1 for _ in takewhile(lambda s: s.bold or s.piece.blank, item.sightings))
    if item.sightings[0].number is None and item.sightings[0].bold and 0 < bold < len(pieces):
        account.infer("import-answer-unlabelled", pieces[bold])
        begun = Segment("answer", None, pieces[bold], pieces[bold:])
        return [found[0]._replace(pieces=pieces[:bold]), begun, *found[1:]]
    head, below = item.sightings[0], [at for at, piece in enumerate(pieces) if at and not piece.blank]
    headed = bare and head.number is None and head.piece.line.heading and not item.given
    if headed and below and not pieces[below[-1]].flat.endswith("?") and not _chooses(pieces):
        first = pieces[below[0]]
        account.infer("import-answer-unlabelled", first)
        begun = Segment("answer", None, first, pieces[below[0] :])
        return [found[0]._replace(pieces=pieces[:1]), begun, *found[1:]]
    asks = [at for at, piece in enumerate(pieces) if piece.flat.endswith("?")]
    if not asks or not (bare or "points" in kinds):
        return found
    begin = (asks[0] if bare else asks[-1]) + 1
    behind = [piece for piece in pieces[begin:] if not piece.blank]
    if not behind or _chooses(pieces):
        return found
    if not bare and any(_INSTRUCTS.search(piece.flat) for piece in behind):
        return found
    account.infer("import-answer-unlabelled", behind[0])
    cut = [found[0]._replace(pieces=pieces[:begin]), Segment("answer", None, behind[0], pieces[begin:])]
    return [*cut, *found[1:]]


def _chooses(pieces: Sequence[Piece]) -> bool:
    return bool(options_of(pieces)[1] or checked_of(pieces)[1])
