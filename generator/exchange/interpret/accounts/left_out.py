"""What a document says that is in no question: each line of it is told, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.intake import LeftOut
from generator.exchange.interpret.tables.cells import texts_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.sightings import Sighting
    from generator.exchange.line import Line


class LeftOvers:
    """Collects what is left out. `notes` are those of sections."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._left: list[LeftOut] = []
        self.notes: list[Sighting] = []

    def line(self, number: int, words: str, why: str) -> None:
        self._left.append(LeftOut(Location(self._file, number), words, why))

    def lines(self, lines: Iterable[tuple[Line, str]]) -> None:
        """Lines and tables, each with why."""
        for line, why in lines:
            words = " | ".join(texts_in(line)) if line.role == "table" else line.text
            if words.strip():
                self.line(line.number, words, why)

    def piece(self, piece: Piece, why: str) -> None:
        if piece.line.role == "table":
            self.lines([(piece.line, why)])
        elif piece.text:
            where = Location(self._file, piece.number, piece.start + 1)
            self._left.append(LeftOut(where, piece.text, why))

    def all(self) -> tuple[LeftOut, ...]:
        """All that was left out, in the order of the document."""
        return tuple(sorted(self._left, key=lambda left: left.location.line))
