"""A line as PDF operators: what is shown between Td operators, and what is drawn with it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from generator.render.pdf.characters import Kind
from generator.render.pdf.file import real
from generator.render.pdf.variants import HALF, PLAIN, QUARTER, Sides

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.render.pdf.items import Items
    from generator.render.pdf.lines import Line
    from generator.render.pdf.setter import Sort

_SMALL = 0.004  # points that nobody sees
_BLANK_DEPTH = 0.16  # ems: the rule of a blank under the baseline
_DOT_DEPTH = 0.26  # an emphasis dot's centre
_DOT = 0.16  # its diameter
_SURPLUS = 0.3  # of a quarter em: more than that beside a mark looks like a space to those who extract text
_LETTERS = (Kind.LATIN, Kind.DIGIT)


def fitted(items: Items, line: Line) -> list[Sort]:
    """The line's sorts, in variants that have in themselves what room is around them."""
    first, last, _, _, shrink = line
    rooms = items.rooms
    sorts = items.sorts[first:last]
    sides: dict[int, Sides] = {}
    if sorts[0].lead:
        sides[0] = Sides(left=-HALF)
    for i in rooms[bisect_right(rooms, first) : bisect_left(rooms, last)]:
        k = i - first
        left, right = sorts[k - 1], sorts[k]
        gap, shrinks, _, _ = items.between[i]
        if gap > 0.0:
            if left.right in _LETTERS:
                sides[k - 1] = sides.get(k - 1, PLAIN)._replace(right=QUARTER)
            elif right.left in _LETTERS:
                sides[k] = Sides(left=QUARTER)
        elif gap or shrink:
            quarters = int((shrink * shrinks - gap) / left.size * 4 + _SURPLUS)
            if left.right is Kind.CLOSE:
                sides[k - 1] = sides.get(k - 1, PLAIN)._replace(right=-QUARTER * quarters)
            elif right.left is Kind.OPEN:
                sides[k] = Sides(left=-QUARTER * quarters)
    for k, room in sides.items():
        sorts[k] = sorts[k].fitted(room)
    return sorts


def show(items: Items, line: Line, sorts: Sequence[Sort]) -> bytes:
    """The operators of a line, `sorts` being fitted to it.

    Sets font and character spacing itself, so it stands after any other line.

    Character spacing is the line's stretch; words are shown without it, and what else is between two
    items is said in TJ. Spaces of the source are shown as spaces, so that they are extracted.
    """
    first, _, _, stretch, shrink = line
    between, spaces = items.between, items.spaces
    before = sorts[0]
    out = _Array(before.pen, 0.0 if before.solid else stretch)
    size = before.size
    if items.sorts[first].lead + before.before:
        out.move(-(items.sorts[first].lead + before.before) / size)
    for i, sort in enumerate(sorts, first):
        if i > first:
            gap, shrinks, widens, _ = between[i]
            delta = gap - out.spacing - shrink * shrinks - before.after - sort.before
            if widens:
                delta += stretch
            if i in spaces:
                space = spaces[i]
                out.pen(space.sort.pen)
                out.add(space.sort.piece * space.number, True)
                size = space.sort.size
                delta -= (space.sort.width + out.spacing) * space.number
            if delta > _SMALL or delta < -_SMALL:
                out.move(delta / size)
        size = sort.size
        out.pen(sort.pen)
        out.space(0.0 if sort.solid else stretch)
        out.add(sort.piece, sort.plain)
        before = sort
    return out.finish()


def show_plain(sorts: Sequence[Sort]) -> bytes:
    """One after another at their own widths."""
    if not sorts:
        return b""
    out = _Array(sorts[0].pen, 0.0)
    for sort in sorts:
        out.pen(sort.pen)
        out.add(sort.piece, sort.plain)
    return out.finish()


class _Array:
    """Writes TJ arrays. Never an empty string: pdfium loses the number before one."""

    __slots__ = ("_open", "_out", "_pen", "spacing")

    def __init__(self, pen: bytes, spacing: float) -> None:
        self._out = [pen, b" %b Tc[" % real(spacing)]
        self._pen = pen
        self._open = False  # inside a string
        self.spacing = spacing

    def add(self, piece: bytes, plain: bool) -> None:
        if plain and not self._open:
            self._out.append(b"(")
        elif self._open and not plain:
            self._out.append(b")")
        self._open = plain
        self._out.append(piece)

    def move(self, ems: float) -> None:
        self._out.append(b"%b%b" % (b")" if self._open else b"", real(round(ems * -1000, 1))))
        self._open = False

    def pen(self, pen: bytes) -> None:
        if pen != self._pen:
            self._pen = pen
            self._out.append(b"%b]TJ %b[" % (b")" if self._open else b"", pen))
            self._open = False

    def space(self, spacing: float) -> None:
        if spacing != self.spacing:
            self.spacing = spacing
            self._out.append(b"%b]TJ %b Tc[" % (b")" if self._open else b"", real(spacing)))
            self._open = False

    def finish(self) -> bytes:
        self._out.append(b")]TJ" if self._open else b"]TJ")
        return b"".join(self._out)


def shown(items: Items, line: Line, sorts: Sequence[Sort]) -> set[tuple[str, int]]:
    """The (face, code) pairs that `show` shows."""
    pairs: set[tuple[str, int]] = set()
    for sort in set(sorts):
        pairs.update(sort.used)
    for i in range(line.first + 1, line.last):
        if i in items.spaces:
            pairs.update(items.spaces[i].sort.used)
    return pairs


def decorations(items: Items, line: Line) -> bytes:
    """Blanks, emphasis dots and a hyphen, drawn from the line's start on its baseline.

    The hyphen is drawn, not shown, so that it is in no extracted text.
    """
    out: list[bytes] = []
    if items.rules or items.dots:
        x = -items.sorts[line.first].lead
        for i in range(line.first, line.last):
            sort = items.sorts[i]
            if i > line.first:
                gap, shrinks, widens, _ = items.between[i]
                x += gap - line.shrink * shrinks + (line.stretch if widens else 0.0)
            if i in items.rules:
                y = real(-_BLANK_DEPTH * sort.size)
                out.append(b"%b %b m %b %b l S\n" % (real(x), y, real(x + sort.width), y))
            elif i in items.dots:
                size = sort.size
                middle, y = real(x + sort.width / 2), real(-_DOT_DEPTH * size)
                out.append(b"q 1 J %b w %b %b m %b %b l S Q\n" % (real(_DOT * size), middle, y, middle, y))
            x += sort.width
    if line.last in items.hyphens:
        hyphen = items.hyphens[line.last]
        width, size = hyphen.width, hyphen.size
        end = line.width
        out.append(
            b"%b %b %b %b re f\n"
            % (real(end - width * 0.88), real(0.2 * size), real(width * 0.76), real(0.055 * size))
        )
    return b"".join(out)
