"""Listing: pieces that are points, by the numbers before them, as a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.lexers.numerals import number_at
from generator.exchange.interpret.pieces.counting import divided, goes_on_later, is_of_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.lexers.numerals import Number
    from generator.exchange.interpret.pieces.piece import Piece

_MOST_DEPTH = 3
_SHORT = 40  # characters that a line over a list has at most


class Entry(NamedTuple):
    """A point: the pieces that say it, the points it has of its own, and the manner of its number."""

    pieces: list[Piece]
    entries: list[Entry]
    manner: str


class Listing(NamedTuple):
    """`intro` stands before the points; `trailing` tells whether prose behind them was taken into the last."""

    intro: list[Piece]
    entries: list[Entry]
    trailing: bool


def listing(pieces: Sequence[Piece], *, in_line: bool = False) -> Listing:
    """Pieces as prose and points.

    A piece is a point when it has a number that begins or continues a list, or a bullet. Others stand before the
    points, or continue the one before; one that a list begins anew behind is a point with points of its own.
    With `in_line`, points may stand one behind another in a line: ①…；②….
    """
    if in_line:
        pieces = [part for piece in pieces for part in divided(piece)]
    elif len(told := [piece for piece in pieces if not piece.blank]) == 1 and len(divided(told[0])) > 1:
        return Listing(list(pieces), [], False)  # ①…；②… in one line is prose
    return _Lister(pieces).listing()


class _Open(NamedTuple):
    """A list that is open: what its numbers look like, the last of them, its last point, and all of them."""

    key: tuple[str, int, str]
    last: int
    entry: Entry
    entries: list[Entry]


class _Lister:
    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._intro: list[Piece] = []
        self._entries: list[Entry] = []
        self._stack: list[_Open] = []
        self._behind: list[Piece] = []  # prose behind the last point, not placed yet
        self._trailing = False

    def listing(self) -> Listing:
        for at, piece in enumerate(self._pieces):
            number = _number_of(piece)
            depth = self._depth(piece, number) if number is not None else -1
            if number is not None and not self._is_prose(at, piece, number, depth):
                self._point(piece, number, depth)
            elif self._stack:
                self._behind.append(piece)
            elif not piece.blank:
                self._intro.append(piece)
        self._trailing = self._trailing or any(not piece.blank for piece in self._behind)
        self._place(self._behind)
        return Listing(self._intro, self._entries, self._trailing)

    def _depth(self, piece: Piece, number: Number) -> int:
        """The depth of the open list a number goes on; -1 where it begins one."""
        part = piece.line.part
        if part == "point":
            return 0 if self._stack else -1  # the document itself says which points are no others' own
        key = _key(piece, number)
        depths = [depth for depth, held in enumerate(self._stack) if held.key == key]
        if part == "subpoint" and number.value:
            # ① behind ③ in the same manner begins a list below the last
            going = [depth for depth in depths if self._stack[depth].last + 1 == number.value]
            depths = going[-1:] or depths[-1:] * (number.value != 1)
        if depths:
            return depths[0]
        if number.value in (0, 1):
            return -1
        like = (
            depth
            for depth, held in enumerate(self._stack)
            if held.key[0] == number.manner and held.last + 1 == number.value
        )
        return next(like, -1)

    def _is_prose(self, at: int, piece: Piece, number: Number, depth: int) -> bool:
        """Whether a number is none of a point."""
        if depth < 0:
            if number.value not in (0, 1) and not goes_on_later(self._pieces, at, number):
                return True
            if piece.line.part != "point" and is_of_sentence(self._pieces, at, number):
                return True
        if not number.weak or (depth >= 0 and number.value in (0, self._stack[depth].last + 1)):
            return False
        return number.value != 1 or not goes_on_later(self._pieces, at, number)

    def _point(self, piece: Piece, number: Number, depth: int) -> None:
        entry = Entry([piece.cut(number.end)], [], number.manner)
        told = [held for held in self._behind if not held.blank]
        if told and piece.line.part == "" and self._is_under(told, number, depth):
            self._begin_under(told[-1], depth)
            depth = -1
        else:
            self._trailing = self._trailing or bool(told)
            self._place(self._behind)
            self._behind.clear()
        if depth >= 0:
            entries = self._stack[depth].entries
            del self._stack[depth:]
        elif not self._stack:
            entries = self._entries
        elif len(self._stack) < _MOST_DEPTH:
            entries = self._stack[-1].entry.entries
        else:
            self._stack[-1].entry.pieces.append(piece)
            return
        entries.append(entry)
        self._stack.append(_Open(_key(piece, number), number.value, entry, entries))

    def _is_under(self, told: Sequence[Piece], number: Number, depth: int) -> bool:
        """Whether a list begins anew, under the prose behind the last point."""
        if depth >= 0:
            return number.value == 1 and self._stack[depth].last >= 1
        colon = len(told) == 1 and told[0].flat.endswith(":") and len(told[0].flat) <= _SHORT
        return number.value in (0, 1) and colon

    def _begin_under(self, head: Piece, depth: int) -> None:
        """Make `head` a point whose own points follow; so it is with the list so far, when that had a head too."""
        self._place(self._behind[: self._behind.index(head)])
        self._behind.clear()
        if depth == 0 and self._had_head():
            first = Entry([self._intro.pop()], list(self._entries), "")
            while self._intro and self._intro[-1].blank:
                self._intro.pop()
            self._entries[:] = [first]
        parent = Entry([head], [], "")
        self._entries.append(parent)
        self._stack = [_Open(("", -1, ""), 0, parent, self._entries)]

    def _had_head(self) -> bool:
        """Whether the list so far had a head of its own, the last line before it."""
        last = self._intro[-1] if self._intro else None
        return (
            last is not None
            and not last.blank
            and len(last.flat) <= _SHORT
            and bool(self._entries)
            and all(entry.manner for entry in self._entries)
        )

    def _place(self, prose: Sequence[Piece]) -> None:
        """Give prose to the last point, without blank lines at its end."""
        while prose and prose[-1].blank:
            prose = prose[:-1]
        if self._stack:
            self._stack[-1].entry.pieces.extend(prose)


def _key(piece: Piece, number: Number) -> tuple[str, int, str]:
    """What the points of one list have in common."""
    return number.manner, piece.line.indent, piece.line.part


def _number_of(piece: Piece) -> Number | None:
    """The number a piece may have as a point."""
    if piece.blank or piece.line.role in ("table", "code"):
        return None
    number = number_at(piece.flat, piece.text)
    return None if number is not None and number.manner in ("第1题", "part") else number
