"""Furniture: page headers, the document's own contents and answer cards, which are none of the questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.lines.unwrap import begins
from generator.exchange.interpret.words.columns import WRITTEN_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.exchange.line import Line


_CARD = re.compile(r"[\[(]?(?:客观题|选择题)?答题(?:卡|纸|区|栏)[\])]?|answersheet|answergrid")
_CELLS = re.compile(r"[0-9a-htf√×_.、:|;,\[\]() ]+")
_FORM = re.compile(
    r"(?![0-9(①-⑳•])(?:[^:_()。?!,;]{1,14}(?:: ?|(?=_{2}))(?:_{2,}|\( *\)|/ ?[0-9]{1,3}|分| )*){1,4}"
)
_FILLED = re.compile(r"(?<=[_) ])分|_+|\( *\)|/ ?[0-9]{1,3}")
_WORD = re.compile(r"[a-z]{2}|[0-9]{4}")
_PLACES = re.compile(r"(?:[^_:]{1,8}:? ?_{2,} *){1,6}")  # 姓名____ 考号____


def without_furniture(lines: Iterable[Line]) -> tuple[list[Line], list[tuple[Line, str]]]:
    """The lines that are no furniture by the role the document gives them; and those that are, with why."""
    kept: list[Line] = []
    left: list[tuple[Line, str]] = []
    for line in lines:
        if line.role in _FURNITURE:
            left.append((line, _FURNITURE[line.role]))
        else:
            kept.append(line)
    return kept, left


_FURNITURE = {"furniture": "left-page-furniture", "contents": "left-contents"}


def without_cards(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines that are none of an answer card with its grid, and those that are."""
    kept: list[Line] = []
    cards: list[Line] = []
    open_ = False
    for line in lines:
        words = flat(line.text).strip()
        if line.role == "text" and len(words) < 40 and _CARD.fullmatch(words.replace(" ", "")):
            open_ = True
        elif open_ and line.role != "blank" and not (line.role == "text" and _is_card(words)):
            open_ = False
        (cards if open_ and words else kept).append(line)
    return kept, cards


def _is_card(words: str) -> bool:
    """Whether a line is a row of an answer grid, or holds places for a name."""
    if len(words) > 200:
        return False
    if _CELLS.fullmatch(words) and not _WORD.search(words):
        return True
    return _PLACES.fullmatch(words) is not None


def without_forms(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The lines that are no places to write in, the same under several questions (得分：____), and those that are."""
    places: dict[str, list[int]] = {}
    told = [at for at, line in enumerate(lines) if line.role == "text" and line.text.strip()]
    for n, at in enumerate(told):
        words = flat(lines[at].text).strip()
        if len(words) > 80 or not (":" in words or "__" in words) or _FORM.fullmatch(words) is None:
            continue
        names = [name.strip() for name in _FILLED.sub("", words).split(":") if name.strip()]
        if any(kind_of(name) not in _PLACED for name in names):
            continue
        behind = lines[told[n + 1]] if n + 1 < len(told) else None
        if (
            "__" in words
            or "(" in words
            or (names[0].endswith(WRITTEN_ENDS) and (behind is None or begins(behind)))
        ):
            places.setdefault(_FILLED.sub("", words), []).append(at)
    gone = {at for these in places.values() if len(these) > 1 for at in these}
    return [line for at, line in enumerate(lines) if at not in gone], [lines[at] for at in sorted(gone)]


_PLACED = ("", "marks", "levels", "scheme", "remark", "analysis")
