"""Piece: what one line of a document says, or a part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.flat import flat

if TYPE_CHECKING:
    from generator.exchange.line import Line


class Piece(NamedTuple):
    """Characters `start` to `stop` of a line; `last` is the number of the last line of the document that is in it.

    `text` are its characters and `flat` their half-width form; both are empty for a table and a blank line.
    """

    line: Line
    start: int
    stop: int
    last: int
    text: str
    flat: str

    @property
    def number(self) -> int:
        return self.line.number

    @property
    def blank(self) -> bool:
        return self.line.role == "blank" or (self.line.role != "table" and not self.text)

    def cut(self, start: int, stop: int | None = None) -> Piece:
        """From `start` to `stop` of its text, without white space at the edges."""
        stop = len(self.text) if stop is None else stop
        while start < stop and self.text[start].isspace():
            start += 1
        while stop > start and self.text[stop - 1].isspace():
            stop -= 1
        return Piece(
            self.line,
            self.start + start,
            self.start + stop,
            self.last,
            self.text[start:stop],
            self.flat[start:stop],
        )


def piece_of(line: Line, last: int = 0) -> Piece:
    whole = Piece(line, 0, len(line.text), last or line.number, line.text, flat(line.text))
    return whole.cut(0)
