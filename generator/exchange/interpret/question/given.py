"""Given: the letters or the words for blanks that an answer gives."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.truths import truth_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.pieces.piece import Piece

_LETTERS = re.compile(
    r"(?:选|应选|故选|option )? ?[\[(]?([a-h](?:(?: ?[,、;]? ?| and )[a-h])*)(?![a-z])[\])]?(?=$|"
    r"[ .。,;:、(\u4e00-\u9fff])[.。,;:、]? *"
)
_NUMBERED = re.compile(
    r"(?:^|(?<=[ ;,。、]))(?:[①-⑳]|\(?[0-9]{1,2}[.、)](?![0-9])|第[一二三四五六七八九十0-9]空:?) ?"
)


def letters(flat: str) -> tuple[str, int] | None:
    """The letters an answer begins with, sorted, and where they end."""
    found = _LETTERS.match(flat)
    if found is None:
        return None
    chosen = sorted(set(found[1]) & set("abcdefgh"))
    return "".join(chosen).upper(), found.end()


_CONCLUDES = re.compile(
    r"(?:故|所以|因此|综上所述?,?|综上,?)[^。.;:]{0,8}?(?:选|答案(?:应)?(?:为|是|选))(?:择|项|答案)?(?:为|是)?[: ]{0,2}"
    r"|(?:the|so the) (?:correct )?answer is:? "
)


def concluded(pieces: Sequence[Piece]) -> Piece | None:
    """What an answer that explains first comes to: the words behind its last 故选： or 故答案为：; None for none."""
    for piece in reversed(pieces):
        ends = [found.end() for found in _CONCLUDES.finditer(piece.flat)]
        if ends and piece.flat[ends[-1] :].strip(" .。"):
            return piece.cut(ends[-1])
    return None


def truths_of(options: Sequence[Sequence[Piece]]) -> list[str]:
    """The words of two options that say true and false and no more, A. 对 B. 错; none where they are others."""
    words = [" ".join(piece.flat for piece in option).strip(" .。") for option in options]
    return words if len(words) == 2 and {truth_of(word) for word in words} == {True, False} else []


def blanks(pieces: Sequence[Piece], count: int) -> list[list[Piece]] | None:
    """The accepted words of each of `count` blanks; None when the answer does not come to as many."""
    told = [piece for piece in pieces if not piece.blank and piece.line.role != "table"]
    if not told:
        return None
    if len(told) == count and count > 1:
        return [_accepted(_unnumbered(piece)) for piece in told]
    if len(told) > 1:
        return None
    piece = told[0]
    if count == 1:
        return [_accepted(_unnumbered(piece))]
    numbered = [found.start() for found in _NUMBERED.finditer(piece.flat)]
    if len(numbered) == count and numbered[0] == 0:
        edges = [*numbered, len(piece.text)]
        return [_accepted(_unnumbered(piece.cut(a, b))) for a, b in itertools.pairwise(edges)]
    for pattern in (r"[;|]", r"[、]", r" {2,}", r",", r" ", r"[;、,|]+"):
        parts = _split(piece, pattern)
        if len(parts) == count:
            return [_accepted(part) for part in parts]
    return None


def _split(piece: Piece, pattern: str) -> list[Piece]:
    edges = [
        (0, 0),
        *((f.start(), f.end()) for f in re.finditer(pattern, piece.flat)),
        (len(piece.text), len(piece.text)),
    ]
    parts = [piece.cut(before[1], after[0]) for before, after in itertools.pairwise(edges)]
    return [part for part in parts if part.text]


def _unnumbered(piece: Piece) -> Piece:
    found = _NUMBERED.match(piece.flat)
    return piece.cut(found.end()) if found and found.end() < len(piece.text) else piece


_NAMES = re.compile(r"[A-Z]/[A-Z]")  # TCP/IP, GB/T


def _accepted(piece: Piece) -> list[Piece]:
    """The accepted texts of one blank: 119 或 一一九, 119/一一九."""
    piece = piece.cut(0, len(piece.flat.rstrip(" ;。.、,")) or None)
    parts = _split(piece, r" (?:或者?|or) ")
    if len(parts) > 1:
        return parts
    if len(piece.text) <= 30:
        parts = _split(piece, r" ?(?:或者?|/| or ) ?")
        if len(parts) > 1 and all(part.text for part in parts) and not _NAMES.search(piece.text):
            return parts
    return [piece]
