"""Listing: pieces that are points, by the numbers before them, as a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.interpret.numerals import number_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.numerals import Number
    from generator.exchange.interpret.pieces import Piece

MOST_DEPTH = 3


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
    intro: list[Piece] = []
    entries: list[Entry] = []
    stack: list[
        tuple[tuple[str, int, str], int, Entry | None, list[Entry]]
    ] = []  # key, last value, entry, its siblings
    heads: list[Piece] = []  # prose behind the last point, not placed yet
    trailing = False
    for at, piece in enumerate(pieces):
        found = (
            None if piece.blank or piece.line.role in ("table", "code") else number_at(piece.flat, piece.text)
        )
        if found is None or found.manner in ("第1题", "part"):
            if not (piece.blank and not stack):
                (heads if stack else intro).append(piece)
            continue
        part = piece.line.part
        key = (found.manner, piece.line.indent, part)
        depth = next((d for d, held in enumerate(stack) if held[0] == key), -1)
        if part == "subpoint" and found.value:
            depth = _within(stack, key, found.value)
        if part == "point":
            depth = 0 if stack else -1  # the document itself says which points are no others' own
        if depth < 0 and stack and found.value not in (0, 1):
            depth = next(
                (
                    d
                    for d, held in enumerate(stack)
                    if held[0][0] == found.manner and held[1] + 1 == found.value
                ),
                -1,
            )
        if depth < 0 and found.value not in (0, 1) and not _goes_on_later(pieces, at, found):
            (heads if stack else intro).append(piece)
            continue
        goes_on = depth >= 0 and found.value in (0, stack[depth][1] + 1)
        if depth < 0 and part != "point" and _is_of_sentence(pieces, at, found):
            (heads if stack else intro).append(piece)
            continue
        if found.weak and not goes_on and not (found.value == 1 and _goes_on_later(pieces, at, found)):
            (heads if stack else intro).append(piece)
            continue
        told = [head for head in heads if not head.blank]
        restarts = part == "" and found.value == 1 and depth >= 0 and stack[depth][1] >= 1 and bool(told)
        fresh = (
            part == ""
            and found.value in (0, 1)
            and depth < 0
            and bool(told)
            and told[-1].flat.endswith(":")
            and len(told) == 1
        )
        entry = Entry([piece.cut(found.end)], [], found.manner)
        if restarts or (fresh and _is_head(told[-1], stack)):
            _place(stack, heads[: heads.index(told[-1])])
            top = stack[0][3] if stack else entries
            if restarts and len(entries) and _heads_begin(intro, entries, depth):
                head = intro.pop()
                while intro and intro[-1].blank:
                    intro.pop()
                inner = list(entries)
                entries.clear()
                entries.append(Entry([head], inner, ""))
            top = entries
            parent = Entry([told[-1]], [], "")
            top.append(parent)
            heads.clear()
            stack = [(("", -1, ""), 0, parent, top), (key, found.value, entry, parent.entries)]
            parent.entries.append(entry)
            continue
        trailing = trailing or bool(told)
        _place(stack, heads)
        heads.clear()
        if depth >= 0:
            siblings = stack[depth][3]
            del stack[depth:]
        elif stack and len(stack) < MOST_DEPTH:
            parent_entry = stack[-1][2]
            assert parent_entry is not None
            siblings = parent_entry.entries
        elif stack:
            stack[-1][2].pieces.append(piece)  # type: ignore[union-attr]
            continue
        else:
            siblings = entries
        siblings.append(entry)
        stack.append((key, found.value, entry, siblings))
    trailing = trailing or any(not head.blank for head in heads)
    _place(stack, heads)
    return Listing(intro, entries, trailing)


def _within(stack: Sequence[tuple[object, int, Entry | None, list[Entry]]], key: object, value: int) -> int:
    """The depth at which a number goes on; -1 where it begins a list below the last: ① behind ③ in the same manner."""
    depths = [depth for depth, held in enumerate(stack) if held[0] == key]
    going = [depth for depth in depths if stack[depth][1] + 1 == value]
    return going[-1] if going else depths[-1] if depths and value != 1 else -1


def _is_head(piece: Piece, stack: Sequence[object]) -> bool:
    return len(piece.flat) <= 40


def _heads_begin(intro: list[Piece], entries: list[Entry], depth: int) -> bool:
    """Whether the list so far had a head of its own, the last line before it."""
    told = [piece for piece in intro if not piece.blank]
    return (
        bool(told)
        and depth == 0
        and told[-1] is intro[-1]
        and len(told[-1].flat) <= 40
        and all(e.manner for e in entries)
    )


def _place(stack: Sequence[tuple[object, int, Entry | None, list[Entry]]], heads: Sequence[Piece]) -> None:
    if stack:
        entry = stack[-1][2]
        assert entry is not None
        while heads and heads[-1].blank:
            heads = heads[:-1]
        entry.pieces.extend(heads)


def _goes_on_later(pieces: Sequence[Piece], at: int, first: Number) -> bool:
    """Whether a number of the same manner follows that is one more."""
    for piece in pieces[at + 1 : at + 40]:
        found = number_at(piece.flat, piece.text) if not piece.blank else None
        if found and found.manner == first.manner:
            return found.value == first.value + 1
    return False


_COUNTS_ALONE = ("1.", "1)", "(1)", "①", "1.1", "-", "[1]")
_DIGIT = re.compile(r"[0-9]{1,4}(?![0-9]{0,4} ?[^0-9\W])")


def _is_of_sentence(pieces: Sequence[Piece], at: int, first: Number) -> bool:
    """Whether what counts belongs to the words, and begins no list: the line goes on with 2, and no other line does."""
    if _goes_on_later(pieces, at, first) or first.value == 0:
        return False
    piece = pieces[at]
    if first.manner not in _COUNTS_ALONE or _DIGIT.match(piece.flat, first.end):
        return True
    sign = _NEXT.get(first.manner, "②")
    return sign in piece.flat[first.end :]


_NEXT = {"1.": "2、", "1)": "2)", "(1)": "(2)", "[1]": "[2]", "①": "②", "1.1": "1.2"}
_CIRCLE = re.compile(r"(?=[①-⑳])")
_BOUNDARY = re.compile(r"(?<=[;。!?.,:\s])(?=[(①-⑳⑴-⒇]|[0-9])")


def divided(piece: Piece) -> list[Piece]:
    """A piece that counts several points one after another, ①…；②…, cut before each; else the piece alone."""
    if piece.blank or piece.line.role in ("table", "code"):
        return [piece]
    first = number_at(piece.flat, piece.text)
    if first is None or first.weak or first.manner not in ("①", "(1)", "1.", "1)"):
        return [piece]
    cuts = [0]
    expected = first.value + 1
    boundary = _CIRCLE if first.manner == "①" else _BOUNDARY
    for found in boundary.finditer(piece.flat, first.end):
        if (boundary is _BOUNDARY and piece.flat[found.start() - 1] in ",:") or (
            piece.flat[found.start() - 1] == "." and first.manner != "①"
        ):
            continue
        number = number_at(piece.flat, piece.text, found.start())
        if number and number.manner == first.manner and number.value == expected and not number.weak:
            cuts.append(found.start())
            expected += 1
    if len(cuts) == 1:
        return [piece]
    return [piece.cut(start, stop) for start, stop in zip(cuts, [*cuts[1:], len(piece.text)], strict=True)]
