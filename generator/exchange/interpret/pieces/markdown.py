"""What pieces say, as Markdown source with its place: paragraphs, lists, tables, code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.line import piece as piece_of_line
from generator.exchange.prose import language_of, prose, table
from generator.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.pieces.piece import Piece


def markdown(piece: Piece) -> str:
    """One piece, as the source of a paragraph or a table."""
    if piece.line.role == "table":
        return table(piece.line.rows)
    line = piece_of_line(piece.line, piece.start, piece.stop)
    size = len(line.text)
    if any(mark.kind == "strong" and not mark.start and mark.end >= size for mark in line.marks):
        # Bold from end to end sets a line apart from others; it stresses nothing in it.
        line = line._replace(marks=tuple(mark for mark in line.marks if mark.kind != "strong"))
    return prose(line)


def text_of(pieces: Sequence[Piece], file: SourceFile) -> Text | None:
    """Pieces as a text; None when they say nothing."""
    source = passage(pieces)
    if not source.strip():
        return None
    told = [piece for piece in pieces if not piece.blank]
    return Text(source, Location(file, told[0].number, told[0].start + 1), told[-1].last)


def passage(pieces: Sequence[Piece]) -> str:
    """Pieces as paragraphs; lines that count 1. 2. 3. or begin with bullets as a list."""
    parts: list[str] = []
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.line.role == "code":
            end = at
            while end < len(pieces) and pieces[end].line.role == "code":
                end += 1
            fence = "`" * max(3, 1 + max(_ticks(p.line.text) for p in pieces[at:end]))
            language = language_of([p.line for p in pieces[at:end]])
            parts.append("\n".join((fence + language, *(p.line.text for p in pieces[at:end]), fence)))
            at = end
            continue
        listed = _listed(pieces, at)
        if listed:
            parts.append(listed[0])
            at = listed[1]
            continue
        said = "" if piece.blank else markdown(piece)
        if said:
            parts.append(said)
        at += 1
    return "\n\n".join(parts)


def _ticks(text: str) -> int:
    most = run = 0
    for char in text:
        run = run + 1 if char == "`" else 0
        most = max(most, run)
    return most


def _listed(pieces: Sequence[Piece], at: int) -> tuple[str, int] | None:
    """A list of at least two items that begins at a piece, and where it ends."""
    first = _item(pieces[at])
    if first is None or first[1] not in (0, 1):
        return None
    lines: list[str] = []
    count, end = 0, at
    while end < len(pieces):
        piece = pieces[end]
        if piece.blank:
            end += 1
            continue
        item = _item(piece)
        if item is None or item[0] != first[0] or item[1] != (count + 1 if first[1] else 0):
            break
        if piece.line.indent != pieces[at].line.indent:
            break
        count += 1
        lines.append(f"{f'{count}.' if first[1] else '-'} {markdown(piece.cut(item[2]))}")
        end += 1
    while end > at and pieces[end - 1].blank:
        end -= 1
    return ("\n".join(lines), end) if count > 1 else None


def _item(piece: Piece) -> tuple[str, int, int] | None:
    """Manner, value and where the words begin of an item that Markdown has a list for."""
    if piece.blank or piece.line.role == "table":
        return None
    number = number_at(piece.flat, piece.text)
    if number is None or number.weak or number.manner not in ("1.", "-"):
        return None
    return number.manner, number.value, number.end
