"""Sorts: characters and words as they are shown in one style, each made once per renderer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.render.pdf.characters import CONTEXTUAL, Kind, full_width_kind, latin_kind
from generator.render.pdf.faces import face
from generator.render.pdf.file import literal, real
from generator.render.pdf.recent import Recent
from generator.render.pdf.variants import PLAIN, Sides

if TYPE_CHECKING:
    from collections.abc import Iterable

_NARROW = "!-~¡-°²-¶¸-ÖØ-öø-\u036f\u0370-\u052f\u1e00-\u1fff\u2010-\u2013\u2030-\u203a\u2070-\u209f"
CHINESE_TOKENS = re.compile(
    f"[ \u00a0]+|—{{2,}}|(?:(?![‰※])[{_NARROW}]|(?<=[A-Za-z])’(?=[A-Za-z]))+|.", re.DOTALL
)
LATIN = re.compile(f"(?![‰※])[{_NARROW}]")
OTHER_TOKENS = re.compile(f"[ \u00a0]+|[{_NARROW}±×÷·‘’“”—…•]+|.", re.DOTALL)

_KEPT = 1_000  # sorts of a setter: the characters of a bank
_LONG_NUMBER = 6  # digits at least
_FULL_WIDTH = 0.9  # ems, at least
_DASH_INK = 803  # of the em dash in Noto's Chinese faces, which is drawn narrower than its em
_DASH_SIDE = 43


def _comes_once(token: str) -> bool:
    """Whether it is not worth keeping: a candidate's number, which never comes again."""
    return len(token) >= _LONG_NUMBER and token.isdecimal()


class Sort:
    """A character, or a word that nothing parts, ready to be shown.

    `piece` goes into a TJ array whose font is `pen`: into a string there if `plain`, else between strings.
    `solid`: of several glyphs, shown without character spacing. `lead` and `trail` are what it gives back at
    a line's start and end; `before` and `after` what a variant has in itself of the room around it. Widths
    are points.
    """

    __slots__ = (
        "after", "before", "lead", "left", "pen", "piece", "plain", "right", "setter", "size", "solid", "token",
        "trail", "used", "width",
    )  # fmt: skip

    def __init__(
        self, left: Kind, right: Kind, width: float, piece: bytes, pen: bytes,
        used: Iterable[tuple[str, int]], size: float, solid: bool = False, plain: bool = True,
    ) -> None:  # fmt: skip
        self.left = left
        self.right = right
        self.width = width
        self.piece = piece
        self.pen = pen
        self.used = tuple(dict.fromkeys(used))
        self.size = size
        self.lead = size / 2 if left is Kind.OPEN else 0.0
        self.trail = size / 2 if right is Kind.CLOSE else 0.0
        self.solid = solid
        self.plain = plain
        self.before = self.after = 0.0
        self.token = ""
        self.setter: Setter | None = None

    def comes_from(self, setter: Setter, token: str, sides: Sides) -> None:
        """Say where variants of it are made, and which one it is itself."""
        self.setter, self.token = setter, token
        if sides is not PLAIN:
            self.before, self.after = sides.left * self.size / 1000, sides.right * self.size / 1000

    def fitted(self, sides: Sides) -> Sort:
        """A variant with this room at its sides, or as much of it as the face has."""
        return self.setter.fitted(self.token, sides) if self.setter and sides != PLAIN else self


class _Glyph(NamedTuple):
    face: str
    piece: bytes  # its code, escaped
    width: float  # points
    code: int
    sides: Sides


class Setter(Recent[str, Sort]):
    """Makes the sorts of one style: setter["字"], setter["word"].

    `faces` are the names of those for full-width characters, asked in turn; `latin` those for words;
    `quotes` those of an apostrophe in a word in Chinese text. A character in no face is put into `missing`.
    """

    def __init__(
        self, faces: tuple[str, ...], latin: tuple[str, ...], quotes: tuple[str, ...],
        names: dict[str, bytes], size: float, chinese: bool, missing: set[str],
    ) -> None:  # fmt: skip
        super().__init__(_KEPT)
        self.size = size
        self.chinese = chinese
        self.tokens = CHINESE_TOKENS if chinese else OTHER_TOKENS
        self.missing = missing
        self._faces = faces
        self._latin = latin
        self._quotes = quotes or latin
        self._pens = {name: b"/%b %b Tf" % (names[name], real(size)) for name in (*faces, *latin, *quotes)}
        self._fitted: Recent[tuple[str, Sides], Sort] = Recent(_KEPT)
        self.space = self._character(" ", PLAIN)
        widths = {glyph.advance for char in " iM" if (glyph := face(latin[0]).glyph(char))}
        self.monospaced = len(widths) == 1  # code, in which spaces keep their width

    def __missing__(self, token: str) -> Sort:
        try:
            return super().__missing__(token)
        except KeyError:
            made = self._make(token, PLAIN)
            return made if _comes_once(token) else self.keep(token, made)

    def fitted(self, token: str, sides: Sides) -> Sort:
        """The sort in a variant with this room at its sides, or as much of it as the face has."""
        try:
            return self._fitted[token, sides]
        except KeyError:
            made = self._make(token, sides)
            return made if _comes_once(token) else self._fitted.keep((token, sides), made)

    def _make(self, token: str, sides: Sides) -> Sort:
        if token[0] == "—" and len(token) > 1 and self.chinese:
            return self._dash(token)
        if len(token) > 1 or LATIN.match(token):
            return self._word(token, sides)
        return self._character(token, sides)

    def _glyph(self, char: str, names: tuple[str, ...], sides: Sides = PLAIN) -> _Glyph | None:
        """Without room at its sides where there is no such variant."""
        for name in names:
            found = face(name)
            plain = found.glyph(char)
            if plain is not None:
                variant = found.variant(char, sides) if any(sides) else None
                code, advance = variant or plain
                piece = literal(code.to_bytes(2, "big"))[1:-1]
                return _Glyph(name, piece, advance * self.size / 1000, code, sides if variant else PLAIN)
        self.missing.add(char)
        return None

    def _character(self, char: str, sides: Sides) -> Sort:
        found = self._glyph(char, self._quotes if char == "•" else self._faces, sides)
        em = self.size
        if found is None:
            return Sort(Kind.HAN, Kind.HAN, 0.0, b"", self._pens[self._faces[0]], (), em)
        name, piece, width, code, had = found
        natural = width if had is PLAIN else width - sum(had) * em / 1000
        if self.chinese and char in CONTEXTUAL:
            full = em / 2 if char == "·" else em
            if natural < full:  # centred in the width that Chinese text gives it
                shift = b"%d" % round((width - full) / 2 / em * 1000)
                piece = b" %b(%b)%b " % (shift, piece, shift)
                kind = full_width_kind(char)
                return Sort(kind, kind, full, piece, self._pens[name], ((name, code),), em, plain=False)
            kind = full_width_kind(char)
        elif natural >= _FULL_WIDTH * em and (self.chinese or char not in CONTEXTUAL):
            kind = full_width_kind(char)
        else:
            kind = latin_kind(char)
        sort = Sort(kind, kind, width, piece, self._pens[name], ((name, code),), em, not self.chinese)
        sort.comes_from(self, char, had)
        return sort

    def _dash(self, token: str) -> Sort:
        """—— as one unbroken rule, as long as its characters in ems."""
        found = self._glyph("—", self._faces)
        if found is None or found[2] >= self.size:
            return self._word(token, PLAIN)
        name, code, width, number, _ = found
        em = self.size
        count, advance = len(token), width / em * 1000
        length = count * 1000 - 100  # a twentieth of an em blank at both ends
        ink = length / count + 20  # each overlaps the next
        scale = ink / _DASH_INK  # of everything that TJ moves, adjustments too
        origin = 50 - _DASH_SIDE * scale
        step = (length - ink) / (count - 1)
        end = origin + (count - 1) * step + advance * scale
        body = (b")%b(" % real(advance - step / scale)).join([code] * count)
        piece = b"]TJ %b Tz[%b(%b)]TJ 100 Tz[%b " % (
            real(scale * 100), real(-origin / scale), body, real(end - count * 1000),
        )  # fmt: skip
        pen = self._pens[name]
        return Sort(Kind.CENTRED, Kind.CENTRED, count * em, piece, pen, ((name, number),), em, True, False)

    def _word(self, word: str, sides: Sides) -> Sort:
        rooms = [PLAIN] * len(word)
        if sides is not PLAIN:
            rooms[0] = Sides(left=sides.left)
            rooms[-1] = rooms[-1]._replace(right=sides.right)
        found = [
            self._glyph(char, self._quotes if char == "’" else self._latin, room)
            for char, room in zip(word, rooms, strict=True)
        ]
        glyphs = [glyph for glyph in found if glyph is not None]
        first = glyphs[0].face if glyphs else self._latin[0]
        codes = [glyph.piece for glyph in glyphs]
        width = sum(glyph.width for glyph in glyphs)
        plain = False
        if any(glyph.face != first for glyph in glyphs):
            piece = self._mixed(glyphs, first)
        elif len(word) > 1 and len(glyphs) == len(word) and any(kerns := face(first).kerning(word)[:-1]):
            width += sum(kerns) * self.size / 1000
            gaps = [b")%d(" % -kern if kern else b"" for kern in kerns]
            piece = b"(%b)" % b"".join(x for pair in zip(codes, [*gaps, b""], strict=True) for x in pair)
        else:
            plain, piece = True, b"".join(codes)
        sort = Sort(
            latin_kind(word[0]), latin_kind(word[-1]), width, piece, self._pens[first],
            [(glyph.face, glyph.code) for glyph in glyphs], self.size, len(word) > 1, plain,
        )  # fmt: skip
        if glyphs:
            sort.comes_from(self, word, Sides(glyphs[0].sides.left, glyphs[-1].sides.right))
        return sort

    def _mixed(self, glyphs: list[_Glyph], first: str) -> bytes:
        """A word whose letters come from several faces; ends in the first."""
        out, now = [b"("], first
        for glyph in glyphs:
            if glyph.face != now:
                out.append(b")]TJ %b[(" % self._pens[glyph.face])
                now = glyph.face
            out.append(glyph.piece)
        out.append(b")" if now == first else b")]TJ %b[" % self._pens[first])
        return b"".join(out)
