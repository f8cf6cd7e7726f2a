"""Sorts: characters and words as they are shown in one style, each made once per renderer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.render.pdf.characters import CONTEXTUAL, Kind, full_width_kind, latin_kind
from generator.render.pdf.faces import face
from generator.render.pdf.file import literal, real

if TYPE_CHECKING:
    from collections.abc import Iterable

_NARROW = "!-~¡-°²-¶¸-ÖØ-öø-\u036f\u0370-\u052f\u1e00-\u1fff\u2010-\u2013\u2030-\u203a\u2070-\u209f"
CHINESE_TOKENS = re.compile(
    f"[ \u00a0]+|—{{2,}}|(?:(?![‰※])[{_NARROW}]|(?<=[A-Za-z])’(?=[A-Za-z]))+|.", re.DOTALL
)
LATIN = re.compile(f"(?![‰※])[{_NARROW}]")
OTHER_TOKENS = re.compile(f"[ \u00a0]+|[{_NARROW}±×÷·‘’“”—…•]+|.", re.DOTALL)

_FULL_WIDTH = 0.9  # ems, at least
_DASH_INK = 803  # of the em dash in Noto's Chinese faces, which is drawn narrower than its em
_DASH_SIDE = 43


class Sort:
    """A character, or a word that nothing parts, ready to be shown.

    `piece` goes into a TJ array whose font is `pen`: into a string there if `plain`, else between strings.
    `solid`: of several glyphs, shown without character spacing. `lead` and `trail` are what it gives back at
    a line's start and end. Widths are points.
    """

    __slots__ = ("lead", "left", "pen", "piece", "plain", "right", "size", "solid", "trail", "used", "width")

    def __init__(
        self, left: Kind, right: Kind, width: float, piece: bytes, pen: bytes,
        used: Iterable[tuple[str, int]], size: float, solid: bool = False, plain: bool = True,
    ) -> None:  # fmt: skip
        self.left = left
        self.right = right
        self.width = width
        self.piece = piece
        self.pen = pen
        self.used = tuple(used)
        self.size = size
        self.lead = size / 2 if left is Kind.OPEN else 0.0
        self.trail = size / 2 if right is Kind.CLOSE else 0.0
        self.solid = solid
        self.plain = plain


class Setter(dict[str, Sort]):
    """Makes the sorts of one style: setter["字"], setter["word"].

    `faces` are the names of those for full-width characters, asked in turn; `latin` those for words;
    `quotes` those of an apostrophe in a word in Chinese text. A character in no face is put into `missing`.
    """

    def __init__(
        self, faces: tuple[str, ...], latin: tuple[str, ...], quotes: tuple[str, ...],
        names: dict[str, bytes], size: float, chinese: bool, missing: set[str],
    ) -> None:  # fmt: skip
        self.size = size
        self.chinese = chinese
        self.tokens = CHINESE_TOKENS if chinese else OTHER_TOKENS
        self.missing = missing
        self._faces = faces
        self._latin = latin
        self._quotes = quotes or latin
        self._pens = {name: b"/%b %b Tf" % (names[name], real(size)) for name in (*faces, *latin, *quotes)}
        self.space = self._character(" ")

    def __missing__(self, token: str) -> Sort:
        if token[0] == "—" and len(token) > 1 and self.chinese:
            sort = self._dash(token)
        elif len(token) > 1 or LATIN.match(token):
            sort = self._word(token)
        else:
            sort = self._character(token)
        self[token] = sort
        return sort

    def _glyph(self, char: str, names: tuple[str, ...]) -> tuple[str, bytes, float, int] | None:
        """Face, escaped code, width in points and code."""
        for name in names:
            glyph = face(name).glyph(char)
            if glyph is not None:
                code = literal(glyph.code.to_bytes(2, "big"))[1:-1]
                return name, code, glyph.advance * self.size / 1000, glyph.code
        self.missing.add(char)
        return None

    def _character(self, char: str) -> Sort:
        found = self._glyph(char, self._quotes if char == "•" else self._faces)
        em = self.size
        if found is None:
            return Sort(Kind.HAN, Kind.HAN, 0.0, b"", self._pens[self._faces[0]], (), em)
        name, piece, width, code = found
        if self.chinese and char in CONTEXTUAL:
            full = em / 2 if char == "·" else em
            if width < full:  # centred in the width that Chinese text gives it
                shift = b"%d" % round((width - full) / 2 / em * 1000)
                piece = b" %b(%b)%b " % (shift, piece, shift)
                kind = full_width_kind(char)
                return Sort(kind, kind, full, piece, self._pens[name], ((name, code),), em, plain=False)
            kind = full_width_kind(char)
        elif width >= _FULL_WIDTH * em and (self.chinese or char not in CONTEXTUAL):
            kind = full_width_kind(char)
        else:
            kind = latin_kind(char)
        return Sort(kind, kind, width, piece, self._pens[name], ((name, code),), em)

    def _dash(self, token: str) -> Sort:
        """—— as one unbroken rule, as long as its characters in ems."""
        found = self._glyph("—", self._faces)
        if found is None or found[2] >= self.size:
            return self._word(token)
        name, code, width, number = found
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

    def _word(self, word: str) -> Sort:
        found = [self._glyph(char, self._quotes if char == "’" else self._latin) for char in word]
        glyphs = [glyph for glyph in found if glyph is not None]
        first = glyphs[0][0] if glyphs else self._latin[0]
        codes = [code for _, code, _, _ in glyphs]
        width = sum(advance for _, _, advance, _ in glyphs)
        plain = False
        if any(name != first for name, _, _, _ in glyphs):
            piece = self._mixed(glyphs, first)
        elif len(word) > 1 and len(glyphs) == len(word) and any(kerns := face(first).kerning(word)[:-1]):
            width += sum(kerns) * self.size / 1000
            gaps = [b")%d(" % -kern if kern else b"" for kern in kerns]
            piece = b"(%b)" % b"".join(x for pair in zip(codes, [*gaps, b""], strict=True) for x in pair)
        else:
            plain, piece = True, b"".join(codes)
        return Sort(
            latin_kind(word[0]), latin_kind(word[-1]), width, piece, self._pens[first],
            [(name, number) for name, _, _, number in glyphs], self.size, len(word) > 1, plain,
        )  # fmt: skip

    def _mixed(self, glyphs: list[tuple[str, bytes, float, int]], first: str) -> bytes:
        """A word whose letters come from several faces; ends in the first."""
        out, now = [b"("], first
        for name, code, _, _ in glyphs:
            if name != now:
                out.append(b")]TJ %b[(" % self._pens[name])
                now = name
            out.append(code)
        out.append(b")" if now == first else b")]TJ %b[" % self._pens[first])
        return b"".join(out)
