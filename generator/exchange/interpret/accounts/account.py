"""The account of a question while it is made: what was recognised, inferred and doubted, and what only a note can hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.exchange.intake import Origin
from generator.exchange.interpret.accounts.confidence import DOUBT, INFERENCE, LEAST
from generator.exchange.interpret.lexers.labels import NOTED
from generator.exchange.interpret.pieces.markdown import passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.segments import Segment


class Account:
    def __init__(self, file: SourceFile) -> None:
        self.file = file
        self.recognised: list[str] = []
        self.inferred: list[Diagnostic] = []
        self.doubts: list[Diagnostic] = []
        self.notes: list[str] = []

    def infer(self, code: str, piece: Piece, **values: object) -> None:
        """Say what was concluded and is not written."""
        where = Location(self.file, piece.number, piece.start + 1)
        self.inferred.append(Diagnostic("note", code, where, values))

    def doubt(self, code: str, piece: Piece, **values: object) -> None:
        """Say what a person must look at."""
        where = Location(self.file, piece.number, piece.start + 1)
        self.doubts.append(Diagnostic("warning", code, where, values))

    def remark(self, segment: Segment, pieces: Sequence[Piece]) -> None:
        """Keep in the note what a bank has no field for, under its label."""
        said = passage(pieces)
        if not said:
            return
        word = segment.at.text[: segment.label.end].strip(" 　：:【】[]") if segment.label else ""
        word = word.removeprefix(NOTED)
        colon = ": " if word.isascii() else "："
        self.notes.append(f"{word}{colon}{said}" if word else said)
        self.infer("import-noted", segment.at, word=word or said[:20])

    def origin(self, identifier: str, first: Piece, last: Piece) -> Origin:
        confidence = max(LEAST, 1.0 - INFERENCE * len(self.inferred) - DOUBT * len(self.doubts))
        return Origin(
            identifier,
            # Of a table whose cells span rows, the last piece may stand above the first.
            Location(self.file, min(first.number, last.number)),
            Location(self.file, max(first.last, last.last)),
            tuple(dict.fromkeys(self.recognised)),
            tuple(self.inferred),
            tuple(self.doubts),
            confidence,
        )
