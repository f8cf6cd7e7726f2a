"""Levels of a mark scheme: 优秀（7-8分）：…, or a table of name, marks and text."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.interpret.lexers.levels import RANGE, head_of, heads_in, span_of
from generator.exchange.interpret.pieces.markdown import markdown
from generator.exchange.interpret.pieces.piece import piece_of
from generator.model.content import Text
from generator.model.question import Level

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.pieces.piece import Piece

_GRADE = re.compile(
    r"优|良|中等|一般|及格|合格|较?差|不足|档|等|excellent|good|fair|average|poor|weak|strong|band|level"
)
_FIGURE = re.compile(r"([0-9]{1,3}(?: ?[-~] ?[0-9]{1,3})?) ?[:=-] ?(?=[^0-9 ])")
_CALLED = re.compile(rf"(.{{1,60}}?) ?[(:]? ?({RANGE})\)?")
_RANGE = re.compile(RANGE)
_LONGEST = 60  # characters of what names a level


def levels_of(pieces: Sequence[Piece], file: SourceFile) -> tuple[tuple[Level, ...], list[Piece]]:
    """The levels pieces state, and the pieces that state none."""
    levels: list[Level] = []
    others: list[Piece] = []
    closed = False  # behind a table, or a blank line, no level goes on
    bare = _by_figure(pieces, file)
    if bare:
        return bare, others
    for piece in pieces:
        if piece.line.role == "table":
            found = _table(piece, file)
            levels += found
            if not found:
                others.append(piece)
            closed = bool(levels)
            continue
        if piece.blank:
            closed = bool(levels)
            continue
        found = [level for part in _parts(piece) if (level := _level(part, file)) is not None]
        if found:
            levels += found
            closed = False
        elif levels and not others and not closed:
            last = levels[-1]
            levels[-1] = last._replace(
                text=last.text._replace(markdown=last.text.markdown + " " + markdown(piece))
            )
        else:
            others.append(piece)
    return tuple(levels), others


def are_levels(pieces: Sequence[Piece]) -> bool:
    """Whether lines that are called points or an answer are levels: each names one, with a range of marks or its grade."""
    told = [piece for piece in pieces if not piece.blank]
    if any(piece.line.role != "text" for piece in told):
        return False
    parts = [part.flat for piece in told for part in _parts(piece)]
    heads = [flat[: head.end] if (head := head_of(flat)) else "" for flat in parts]
    return len(heads) > 1 and all(
        "-" in head or "~" in head or "至" in head or _GRADE.search(head) for head in heads
    )


def _parts(piece: Piece) -> list[Piece]:
    """Levels one after another in a line, each by itself."""
    starts = heads_in(piece.flat)
    if len(starts) < 2 or starts[0]:
        return [piece]
    return [piece.cut(a, b) for a, b in itertools.pairwise([*starts, len(piece.text)])]


def _by_figure(pieces: Sequence[Piece], file: SourceFile) -> tuple[Level, ...]:
    """Levels that nothing but their marks names, from the most down or one by one from 0 up: 5: …, 3: …, 1: …"""
    told = [piece for piece in pieces if not piece.blank]
    heads = [_FIGURE.match(piece.flat) for piece in told if piece.line.role == "text"]
    spans = [span_of(head[1]) if head else None for head in heads]
    lows = [span[0] for span in spans if span]
    if len(lows) < max(2, len(told)) or (lows != sorted(set(lows), reverse=True) and lows[0] != 0):
        return ()
    return tuple(
        Level(head[1], *span, Text(markdown(rest), Location(file, piece.number, rest.start + 1), piece.last))
        for piece, head, span in zip(told, heads, spans, strict=True)
        if head and span and (rest := piece.cut(head.end())).text
    )


def _level(piece: Piece, file: SourceFile) -> Level | None:
    head = head_of(piece.flat)
    if head is None or head.end > _LONGEST:
        return None
    rest = piece.cut(head.end)
    if not rest.flat.strip(" ;,.。"):
        return None
    text = Text(markdown(rest), Location(file, piece.number, rest.start + 1), piece.last)
    return Level(piece.text[slice(*head.name)].strip(" 　：:"), *head.marks, text)


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
        span = span_of(told[at][0].flat)
        if span is not None and at == 0 and len(told) == 2:
            levels.append(Level(told[0][0].text, *span, _joined(told[1], piece, file)))
            continue
        others = [cell for n, cell in enumerate(told) if n != at]
        if span is None or len(others) < 2:
            continue
        levels.append(Level(others[0][0].text, *span, _joined(others[1], piece, file)))
    return levels


def _named(name: Piece, said: list[Piece], file: SourceFile) -> Level | None:
    found = _CALLED.fullmatch(name.flat)
    span = span_of(found[2]) if found else None
    if found is None or span is None:
        return None
    return Level(name.text[: found.end(1)].strip(), *span, _joined(said, name, file))


def _joined(pieces: list[Piece], at: Piece, file: SourceFile) -> Text:
    return Text(" ".join(markdown(piece) for piece in pieces), Location(file, at.number), at.last)
