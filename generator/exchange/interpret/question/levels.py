"""Levels of a mark scheme: 优秀（7-8分）：…, or a table of name, marks and text."""

from __future__ import annotations

import itertools
import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.interpret.pieces.markdown import markdown
from generator.exchange.interpret.pieces.piece import piece_of
from generator.model.content import Text
from generator.model.question import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.pieces.piece import Piece

_N = r"([0-9]{1,3}(?:\.[0-9])?)"
_RANGE = re.compile(
    rf"{_N} ?(?:分|marks?|points?|pts)?(?: ?(?:-{{1,2}}|~|至|到|to) ?{_N})? ?(?:分|marks?|points?|pts)?(?:以[上下])?"
)
_LINE = re.compile(
    r"(?:[-•·●*] ?|\(?[0-9①-⑨一二三四五]{1,2}[.、)] ?)?"
    r"(?P<name>[^\s:(0-9,。;]{1,12}?(?: ?[^\s:(0-9,。;]{1,12})?) ?[:,]? ?"
    rf"(?:\((?P<a>{_RANGE.pattern})\)|\[(?P<b>{_RANGE.pattern})\]|(?P<c>{_N} ?(?:分)?(?: ?(?:-{{1,2}}|"
    rf"~|至|到|to) ?{_N})? ?(?:分|marks?|points?|pts)))"
    r" ?[:,-]? ?"
)
_FIRST = re.compile(
    rf"(?:[-•·●*] ?)?(?P<c>{_N} ?(?:分)?(?: ?(?:-{{1,2}}|~|至|到|to) ?{_N})? ?(?:分|marks?|points?|"
    rf"pts)) ?(?:\((?P<name>[^()]{{1,12}})\))? ?[:,-]? ?"
)


def levels_of(pieces: Sequence[Piece], file: SourceFile) -> tuple[tuple[Level, ...], list[Piece]]:
    """The levels pieces state, and the pieces that state none."""
    levels: list[Level] = []
    others: list[Piece] = []
    for piece in pieces:
        if piece.line.role == "table":
            found = _table(piece, file)
            levels += found
            if not found:
                others.append(piece)
            continue
        if piece.blank:
            continue
        found = [level for part in _parts(piece) if (level := _level(part, file)) is not None]
        if found:
            levels += found
        elif levels and not others:
            last = levels[-1]
            levels[-1] = last._replace(
                text=last.text._replace(markdown=last.text.markdown + " " + markdown(piece))
            )
        else:
            others.append(piece)
    return tuple(levels), others


_NEXT = re.compile(r"(?<=[;。]) ?(?=[^\s:(0-9,。;]{1,8} ?[(:]? ?[0-9]{1,3}(?:\.[0-9])? ?(?:-|~|至|到|分))")


def _parts(piece: Piece) -> list[Piece]:
    """Levels one after another in a line, each by itself."""
    cuts = [0, *(found.start() for found in _NEXT.finditer(piece.flat)), len(piece.text)]
    parts = [piece.cut(a, b) for a, b in itertools.pairwise(cuts) if b > a]
    return parts if all(_LINE.match(part.flat) for part in parts) else [piece]


def _span(written: str) -> tuple[Fraction, Fraction] | None:
    found = _RANGE.match(written.strip())
    if found is None:
        return None
    low, high = Fraction(found[1]), Fraction(found[2] or found[1])
    if "以下" in written:
        low = Fraction(0)
    return (low, high) if low <= high else (high, low)


def _level(piece: Piece, file: SourceFile) -> Level | None:
    found = _LINE.match(piece.flat) or _FIRST.match(piece.flat)
    if found is None or found.end() > 60:
        return None
    groups = found.groupdict()
    span = _span(groups.get("a") or groups.get("b") or groups.get("c") or "")
    rest = piece.cut(found.end())
    name = piece.text[found.start("name") : found.end("name")].strip(" 　：:") if found["name"] else ""
    if span is None or not rest.text:
        return None
    text = Text(markdown(rest), Location(file, piece.number, rest.start + 1), piece.last)
    return Level(name or piece.text[found.start("c") : found.end("c")], *span, text)


def _table(piece: Piece, file: SourceFile) -> list[Level]:
    levels: list[Level] = []
    for row in piece.line.rows:
        cells = [[piece_of(line) for line in cell if line.text.strip()] for cell in row]
        told = [cell for cell in cells if cell]
        if len(told) < 2:
            continue
        spans = [(at, _RANGE.fullmatch(cell[0].flat)) for at, cell in enumerate(told) if len(cell) == 1]
        at = next((at for at, found in spans if found), -1)
        if at < 0:
            if len(told) == 2 and (level := _named(told[0][0], told[1], file)) is not None:
                levels.append(level)
            continue
        span = _span(told[at][0].flat)
        others = [cell for n, cell in enumerate(told) if n != at]
        if span is None or len(others) < 2:
            continue
        levels.append(Level(others[0][0].text, *span, _joined(others[1], piece, file)))
    return levels


def _named(name: Piece, said: list[Piece], file: SourceFile) -> Level | None:
    found = re.fullmatch(rf"(.{{1,60}}?) ?[(:]? ?({_RANGE.pattern})\)?", name.flat)
    span = _span(found[2]) if found else None
    if found is None or span is None:
        return None
    return Level(name.text[: found.end(1)].strip(), *span, _joined(said, name, file))


def _joined(pieces: list[Piece], at: Piece, file: SourceFile) -> Text:
    return Text(" ".join(markdown(piece) for piece in pieces), Location(file, at.number), at.last)
