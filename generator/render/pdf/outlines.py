"""Outlines of glyphs as Type 2 charstrings, the drawing language of CFF fonts.

HarfBuzz draws a glyph at 1000 units an em. Its points are rounded where they stand and only then taken apart
into distances, so rounding errors never add up. Whatever the font's own format is, charstrings come out.
"""

from __future__ import annotations

from functools import cache
from operator import sub
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uharfbuzz import DrawFuncs, Font

DEFAULT_WIDTH = 1000  # the advance of glyphs that state none, which is that of Han
NOMINAL_WIDTH = 500  # other advances are told as differences from this one

STACK = 48  # operands an interpreter holds at most
RMOVETO, HMOVETO, VMOVETO = b"\x15", b"\x16", b"\x04"
RLINETO, HLINETO, VLINETO = b"\x05", b"\x06", b"\x07"
RRCURVETO, HHCURVETO, VVCURVETO, HVCURVETO, VHCURVETO = b"\x08", b"\x1b", b"\x1a", b"\x1f", b"\x1e"
ALTERNATING = (HVCURVETO, VHCURVETO)
ENDCHAR = b"\x0e"

MOVE, LINE, CURVE = range(3)
# Two quadratics become one cubic where that moves no point by more than 1/2000 em; see Outline.quadratic.
TOLERANCE = 16.0


class _Numbers(dict[int, bytes]):
    """Integers as charstrings write them, made when first asked for."""

    def __missing__(self, n: int) -> bytes:
        if -107 <= n <= 107:
            code = bytes((n + 139,))
        elif 108 <= n <= 1131:
            code = bytes((247 + (n - 108 >> 8), n - 108 & 255))
        elif -1131 <= n <= -108:
            code = bytes((251 + (-n - 108 >> 8), -n - 108 & 255))
        else:
            code = b"\x1c" + n.to_bytes(2, "big", signed=True)
        self[n] = code
        return code


_NUMBERS = _Numbers()


class Outline:
    """Collects what HarfBuzz draws: kinds of segments, and all their points in one list, x and y in turn."""

    __slots__ = ("held", "kinds", "points")

    def __init__(self) -> None:
        self.kinds: list[int] = []
        self.points: list[float] = [0.0, 0.0]  # where the pen starts
        self.held: tuple[float, float, float, float] | None = None

    def close(self) -> None:
        """Contours close by themselves, so the line that HarfBuzz draws back to the start is not needed."""
        if self.kinds and self.kinds[-1] == LINE:
            self.kinds.pop()
            del self.points[-2:]

    def quadratic(self, x1: float, y1: float, x: float, y: float) -> None:
        """Raised to a cubic, together with the quadratic before it where both are halves of one curve.

        Fonts with quadratics were mostly drawn with cubics, and each of those cut in two. The cubic that
        shares the ends, the end tangents and the middle with quadratics p0 q0 j and j q1 p1 is off by no
        more than about (p0 - 2 q0 + 2 q1 - p1) / 32.
        """
        points = self.points
        jx, jy = points[-2:]
        if self.held:
            x0, y0, qx, qy = self.held
            if (
                abs(qx + x1 - 2 * jx) <= 1
                and abs(qy + y1 - 2 * jy) <= 1
                and abs(x0 - 2 * qx + 2 * x1 - x) <= TOLERANCE
                and abs(y0 - 2 * qy + 2 * y1 - y) <= TOLERANCE
            ):
                points[-6:] = (
                    (4 * qx - x0) / 3, (4 * qy - y0) / 3, (4 * x1 - x) / 3, (4 * y1 - y) / 3, x, y,
                )  # fmt: skip
                self.held = None
                return
        self.held = jx, jy, x1, y1
        self.kinds.append(CURVE)
        points += ((jx + 2 * x1) / 3, (jy + 2 * y1) / 3, (x + 2 * x1) / 3, (y + 2 * y1) / 3, x, y)


@cache
def _draw_funcs() -> DrawFuncs:
    import uharfbuzz

    def move(x: float, y: float, to: Outline) -> None:
        to.held = None
        to.kinds.append(MOVE)
        to.points += (x, y)

    def line(x: float, y: float, to: Outline) -> None:
        to.held = None
        to.kinds.append(LINE)
        to.points += (x, y)

    def curve(x1: float, y1: float, x2: float, y2: float, x: float, y: float, to: Outline) -> None:
        to.kinds.append(CURVE)
        to.points += (x1, y1, x2, y2, x, y)

    def quadratic(x1: float, y1: float, x: float, y: float, to: Outline) -> None:
        to.quadratic(x1, y1, x, y)

    funcs = uharfbuzz.DrawFuncs()
    funcs.set_move_to_func(move)
    funcs.set_line_to_func(line)
    funcs.set_quadratic_to_func(quadratic)
    funcs.set_cubic_to_func(curve)
    funcs.set_close_path_func(Outline.close)
    return funcs


def width(advance: int) -> bytes:
    """What stands before the outline in a charstring."""
    return b"" if advance == DEFAULT_WIDTH else _NUMBERS[advance - NOMINAL_WIDTH]


def draw(font: Font, glyph: int) -> bytes:
    """The charstring of a glyph of `font`, whose scale is 1000, without its width.

    OverflowError: it reaches further than 32 em.
    """
    outline = Outline()
    font.draw_glyph(glyph, _draw_funcs(), outline)
    return encode(outline.kinds, outline.points)


def shifted(charstring: bytes, dx: int) -> bytes:
    """The same outline further to the right: all its points are told from the first.

    `charstring` has no width and is blank or begins with a move. KeyError: it does not.
    """
    operands: list[bytes] = []
    at = 0
    while (b := charstring[at]) >= 32 or b == 28:
        end = at + (1 if 32 <= b < 247 else 2 if 247 <= b < 255 else 3 if b == 28 else 5)
        operands.append(charstring[at:end])
        at = end
    operator, rest = charstring[at : at + 1], charstring[at + 1 :]
    if operator == ENDCHAR or not dx:
        return charstring
    x, y = {
        RMOVETO: operands, HMOVETO: [*operands, _NUMBERS[0]], VMOVETO: [_NUMBERS[0], *operands],
    }[operator]  # fmt: skip
    return b"".join((_increased(x, dx), y, RMOVETO, rest))


def _increased(number: bytes, by: int) -> bytes:
    """A number as charstrings write it, increased by a whole one."""
    b = number[0]
    if b == 255:  # a fraction, of 2^16
        return b"\xff" + (int.from_bytes(number[1:], "big", signed=True) + (by << 16)).to_bytes(
            4, "big", signed=True
        )
    if b == 28:
        value = int.from_bytes(number[1:], "big", signed=True)
    elif b < 247:
        value = b - 139
    elif b < 251:
        value = (b - 247) * 256 + number[1] + 108
    else:
        value = -(b - 251) * 256 - number[1] - 108
    return _NUMBERS[value + by]


def encode(kinds: list[int], points: list[float]) -> bytes:
    """Segments as operands and operators.

    Operands stand before their operator, so a run of like segments grows by operands until a segment comes
    that does not fit; only then the operator of the run is written.
    """
    places = list(map(round, points))
    deltas = list(map(sub, places[2:], places))
    codes = list(map(_NUMBERS.__getitem__, deltas))
    out: list[bytes] = []
    run = b""  # the operator that is due
    room = 0  # operands that its stack still takes
    level = False  # a run that alternates goes on with a horizontal start
    at = 0
    for kind in kinds:
        if kind == CURVE:
            dx1, dy1, _, _, dx3, dy3 = deltas[at : at + 6]
            x1, y1, x2, y2, x3, y3 = codes[at : at + 6]
            at += 6
            if (dx1 and dy1) or (dx3 and dy3):
                if run != RRCURVETO or room < 6:
                    out.append(run)
                    run, room = RRCURVETO, STACK
                out += (x1, y1, x2, y2, x3, y3)
                room -= 6
                continue
            operator = (VVCURVETO if dy3 else VHCURVETO) if dy1 else HHCURVETO if dx3 else HVCURVETO
            if operator in ALTERNATING:
                fits = run in ALTERNATING and level == (not dy1)
                level = bool(dy1)
            else:
                fits = run == operator
            if not fits or room < 4:
                out.append(run)
                run, room = operator, STACK
            out += (y1 if dy1 else x1, x2, y2, y3 if dy3 else x3)
            room -= 4
        elif kind == LINE:
            dx, dy = deltas[at : at + 2]
            x, y = codes[at : at + 2]
            at += 2
            if dx and dy:
                if run != RLINETO or room < 2:
                    out.append(run)
                    run, room = RLINETO, STACK
                out += (x, y)
                room -= 2
            elif dx or dy:
                if not (run in (HLINETO, VLINETO) and level == (not dy) and room):
                    out.append(run)
                    run, room = VLINETO if dy else HLINETO, STACK
                out.append(y if dy else x)
                level = bool(dy)
                room -= 1
        else:
            dx, dy = deltas[at : at + 2]
            x, y = codes[at : at + 2]
            at += 2
            if not dy:
                out += (run, x, HMOVETO)
            elif not dx:
                out += (run, y, VMOVETO)
            else:
                out += (run, x, y, RMOVETO)
            run = b""
    out += (run, ENDCHAR)
    return b"".join(out)
