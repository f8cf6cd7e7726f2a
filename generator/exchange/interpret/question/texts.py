"""Texts: pieces as texts of one line, points with their marks, points in a line."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.interpret.lexers.scores import BRACKETED, SCORE
from generator.exchange.interpret.pieces.counting import divided
from generator.exchange.interpret.pieces.listing import Entry, listing
from generator.exchange.interpret.pieces.markdown import markdown
from generator.exchange.interpret.pieces.piece import piece_of
from generator.exchange.line import changed
from generator.exchange.line import piece as piece_of_line
from generator.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.model.question import Marks

_SCORED = re.compile(rf"{BRACKETED}( ?[。;.,:]?)$|[,。;: ]([0-9]{{1,2}}(?:\.5)?)分([。;.])?$")


def bare(piece: Piece) -> str:
    """A piece without the stop at its end."""
    return markdown(piece.cut(0, len(piece.flat.rstrip(" ;。；")) or None))


def text(file: SourceFile, piece: Piece) -> Text:
    return Text(bare(piece), Location(file, piece.number, piece.start + 1), piece.last)


def texts(file: SourceFile, pieces: Sequence[Piece]) -> list[Text]:
    """Pieces as texts of one line each: the points of a list, or clauses between semicolons."""
    parts = listing(pieces, in_line=True)
    told = [piece for piece in parts.intro if not piece.blank]
    if not parts.entries:
        return [text(file, part) for piece in told for part in _clauses(piece)]
    found = [text(file, piece) for piece in told]
    for entry in parts.entries:
        inner = [piece for piece in _all_of(entry) if not piece.blank]
        if inner:
            words = " ".join(bare(piece) for piece in inner)
            found.append(Text(words, Location(file, inner[0].number), inner[-1].last))
    return found


def _all_of(entry: Entry) -> list[Piece]:
    return [*entry.pieces, *(piece for below in entry.entries for piece in _all_of(below))]


def _clauses(piece: Piece) -> list[Piece]:
    edges = [0, *(found.end() for found in re.finditer(r";", piece.flat)), len(piece.text)]
    parts = [piece.cut(a, b) for a, b in pairwise(edges)]
    return [part for part in parts if part.flat.strip(" ;。.")] or [piece]


def scored(pieces: list[Piece]) -> tuple[Marks | None, list[Piece]]:
    """The marks at the end of a point's first piece, and the pieces without them."""
    if not pieces or pieces[0].line.role == "table":
        return None, pieces
    first = pieces[0]
    found = _SCORED.search(first.flat, max(len(first.flat) - 24, 0))
    if found is None or not found.start() or SCORE.search(first.flat, 0, found.start()):
        return None, pieces
    marks = Fraction(found[1] or found[3])
    stop = found[2] or ""
    piece = first.cut(0, found.start() + (1 if found[3] and first.flat[found.start()] == "。" else 0))
    if stop.strip() and not piece.flat.endswith(("。", ";", ".", "?", "!")):
        piece = _with_stop(piece, first.text[found.start(2) : found.end(2)].strip())
    return marks, [piece, *pieces[1:]]


def nested(piece: Piece) -> list[Piece]:
    """A point that counts points of its own in its line, 措施：①…；②…, cut before each; else nothing."""
    head = _OWN_HEAD if piece.line.part == "point" else _HEAD
    found = head.search(piece.flat) if piece.line.role == "text" else None
    if found is None:
        return []
    parts = divided(piece.cut(found.end()))
    numbers = [number_at(part.flat, part.text) for part in parts]
    if len(parts) < 2 and not (piece.line.part == "point" and numbers[0]):
        return []
    return [
        piece.cut(0, found.start() + 1),
        *(part.cut(number.end if number else 0) for part, number in zip(parts, numbers, strict=True)),
    ]


_OWN_HEAD = re.compile(
    r"[:…。!?;,)”] ?(?=①|\([1a]\))"
)  # of a paper of ours: a colon, or the stop that was there
_HEAD = re.compile(r":(?: (?=\(1\) )| ?(?=①))")


def _with_stop(piece: Piece, stop: str) -> Piece:
    line = piece_of_line(piece.line, piece.start, piece.stop)
    return piece_of(changed(line, [(len(line.text), len(line.text), stop)]), piece.last)
