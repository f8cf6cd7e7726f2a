"""Doubts about a question that is made: what stands in it that a paper cannot print or that does not add up."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.scores import SCORE
from generator.exchange.interpret.pieces.segments import Segment
from generator.model.question import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.accounts.account import Account
    from generator.exchange.interpret.outline.tree import Item
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.question.stem import Stem
    from generator.model.question import Marks, Point

_FIELD = re.compile(r"(?:[\u4e00-\u9fff]{2,8}|[a-z][a-z' -]{2,24}):")
_TYPESET = re.compile(r"[\\^_{}]")


def part_from_options(stem: Stem, account: Account) -> None:
    """Keep in the note what stands behind the last option with a label, and doubt what stands there without."""
    if not stem.options or any(len(option) > 1 for option in stem.options[:-1]):
        return
    last = stem.options[-1]
    at = next((at for at, piece in enumerate(last) if at and _FIELD.match(piece.flat)), len(last))
    if at < len(last):
        account.doubt("import-label-unknown", last[at], word=last[at].text.split("：")[0].split(":")[0])
        account.remark(Segment("remark", None, last[at], last[at:]), last[at:])
        stem.options[-1] = last[:at]
    if at > 1:
        account.doubt("import-runs-on", last[1], field="options")


def doubt_marked(item: Item, account: Account) -> None:
    """Doubt formulas as they are typeset for a program, for no paper prints them so, and options struck through."""
    told = (s.piece for s in (*item.sightings, *item.entry))
    marked = [(piece, mark) for piece in told for mark in piece.line.marks]
    for code, found in (
        (
            "import-formula",
            ((p, m.value) for p, m in marked if m.kind == "math" and _TYPESET.search(m.value)),
        ),
        ("import-struck", ((p, p.text) for p, m in marked if m.kind == "strike")),
    ):
        if first := next(found, None):
            account.doubt(code, first[0], words=first[1][:40])


def doubt_points(points: Sequence[Point], marks: Marks | None, at: Piece, account: Account) -> None:
    """Doubt points that all have marks, and other marks than the question, and marks left in a point's words."""
    if held := next((point for point in points if SCORE.search(flat(point.text.markdown))), None):
        account.doubt("import-marks-inside", at, words=held.text.markdown[:40])
    shares = [point.marks for point in points]
    if marks is None or not shares or any(share is None for share in shares):
        return
    found = sum((share for share in shares if share is not None), Fraction(0))
    if found != marks:
        account.doubt("import-points-differ", at, declared=written(marks), found=written(found))


def missing(stem: Stem) -> str:
    """What to say of a missing answer: where the stem goes on, it may stand there."""
    told = [piece for piece in stem.pieces if not piece.blank]
    return "import-no-answer" if len(told) < 2 or stem.options else "import-answer-in-stem"
