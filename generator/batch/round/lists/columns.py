"""How wide the columns of an attendance sheet are, in Word as in the PDF: one estimate serves both."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.render.docx.measure import text_ems
from generator.render.place import squeezed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class _Bounds(NamedTuple):
    """Ems of a column: the most it asks for, and what it keeps when there is no room for all."""

    most: float
    kept: float


_SEAT, _NUMBER, _NAME, _POST, _SIGNATURE, _REMARK = range(6)
_BOUNDS = {
    _SEAT: _Bounds(7.0, 7.0),
    _NUMBER: _Bounds(14.0, 14.0),
    _NAME: _Bounds(11.0, 4.5),
    _POST: _Bounds(14.0, 6.0),
    _REMARK: _Bounds(12.0, 6.0),
}
_NARROWEST = 4.0  # ems of a column that gives way so that words stay whole in others
_SIGNED = 8.1  # ems at least to sign in
_SHARE = 0.62  # for signatures, of what is left for them and for remarks, unless these want more
_SLACK = 1.01  # on estimated widths
_SIDES = 13.0  # points beside what stands in a cell
_BESIDE_HAN = 0.25  # ems between Han and Latin
_SERIF = 0.04  # ems by which a letter of the PDF is wider than of Word
_WORD = re.compile(r"[!-,.0-~]+")  # a line may be broken behind a space, a hyphen or a stroke


def column_widths(
    texts: Mapping[int, Sequence[str]], heads: Sequence[str], room: float, size: float
) -> tuple[float, ...]:
    """In points, together `room` at least, which is then shared out by them. `texts` are those of the shown columns.

    A column is as wide as what stands in it, up to a bound; words stay whole; what is left is to write in.
    """
    known = [c for c in texts if c in _BOUNDS and any(texts[c])]
    asked, least, narrowest = {}, {}, {}
    for c in known:
        most, kept = _BOUNDS[c]
        words = [heads[c], *(word for text in texts[c] for word in _WORD.findall(text))]
        longest = max(map(_ems, words))
        asked[c] = _column(min(max(map(_ems, (heads[c], *texts[c]))), most), size)
        least[c] = min(asked[c], _column(min(max(kept, longest), most), size))
        narrowest[c] = min(least[c], _column(min(max(longest, _NARROWEST), most), size))
    reserved = _SIGNED * size * (1.0 if _REMARK in known else 1 / _SHARE)
    widths = narrowest
    for wider in (least, asked):
        free = max(room - sum(widths.values()) - reserved, 0.0)
        more = squeezed([wider[c] - widths[c] for c in known], free)
        widths = {c: widths[c] + given for c, given in zip(known, more, strict=True)}
    remark = widths.get(_REMARK, 0.0)
    rest = max(room - sum(widths.values()), reserved) + remark
    widths[_REMARK] = max(remark, min(rest * (1 - _SHARE), rest - _SIGNED * size))
    widths[_SIGNATURE] = rest - widths[_REMARK]
    return tuple(widths[c] for c in texts)


def _column(ems: float, size: float) -> float:
    return ems * size * _SLACK + _SIDES


def _ems(text: str) -> float:
    gaps = sum(a.isalnum() and b.isalnum() and a.isascii() != b.isascii() for a, b in pairwise(text))
    letters = sum(char.isascii() and char.isalpha() for char in text)
    return text_ems(text, True) + gaps * _BESIDE_HAN + letters * _SERIF
