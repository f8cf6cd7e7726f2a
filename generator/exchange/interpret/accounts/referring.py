"""Referring: questions that speak of material which was left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.exchange.interpret.accounts.confidence import with_doubts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.accounts.confidence import Made
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.sightings import Sighting

_MATERIAL = re.compile(
    r"[\[(◎※]{0,2}(?:给定|背景|阅读|案例|文字|参考)?(?:资料|材料|案例|情境|短文|背景|題組|题组)"
    r"(?: ?[0-9一二三四五六七八九十]{1,2})? ?[\])]?(?:$|[: 、.])"
    r"|.{0,12}共用题干|(?:请|請)?(?:阅读|閱讀)(?:下|以下|下列|下面)"
    r"|(?:case study|passage|reading|scenario|background)(?: [0-9a-h])? ?(?:$|:)|read the (?:following|passage|text|case)"
)
_REFERS = re.compile(
    r"(?:根据|结合|阅读|依据|参考|针对|按照|联系)(?:以上|上述|下列|以下|给定|所给|背景|文字){0,2}(?:资料|材料|案例|短文|文章|情境)"
    r"|(?:上述|以上|本|该)(?:案例|材料|资料|短文|情境)|该患者|according to the (?:passage|text|case|article)"
    r"|in the (?:passage|case study|scenario)|based on the (?:passage|text|case|scenario)"
)
_LEAST = 25  # characters of material


def referring(told: Sequence[Made], left: Sequence[Sighting], file: SourceFile) -> list[Made]:
    """The questions; those without material that speak of some with a doubt, where some is among what is `left`."""
    material = _material([s.piece for s in left if s.piece.text])
    if material is None:
        return list(told)
    values: dict[str, object] = {"line": material.number, "words": material.text[:24]}
    where = Location(file, material.number, material.start + 1)
    doubt = Diagnostic("warning", "import-material-left", where, values)
    return [
        (question, with_doubts(origin, [doubt]))
        if _REFERS.search(question.prompt.stem.markdown[:2000])
        and all(inferred.code != "import-material" for inferred in origin.inferred)
        else (question, origin)
        for question, origin in told
    ]


def _material(pieces: Sequence[Piece]) -> Piece | None:
    """The head of material among pieces: words that name it, with a text in them or behind them."""
    for at, piece in enumerate(pieces):
        if _MATERIAL.match(piece.flat[:200]) and sum(len(p.text) for p in pieces[at : at + 4]) >= _LEAST:
            return piece
    return None
