"""Options: A. to H., on lines of their own or several in one."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.scores import BRACKETED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.pieces.piece import Piece


_MARK = re.compile(r"(?:\(([a-z])\)|\[([a-z])\]|([a-z]) ?[.、:)]|([a-z])(?= ))[.、:]? {0,8}")

FIXED_OPTIONS = frozenset(
    (
        *(
            "以上都对",
            "以上都是",
            "以上都不对",
            "以上都不是",
            "以上全对",
            "以上均是",
            "以上均对",
            "以上均不对",
        ),
        *("以上皆是", "以上皆非", "以上说法都对", "以上都正确", "以上都不正确"),
        *("all of the above", "none of the above", "both of the above"),
    )
)
"""Options that keep their place when the others are shuffled."""


def options_of(pieces: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]]]:
    """The pieces that are none of them, and the options in order; at least two, counted from A."""
    pieces = [_unbulleted(piece) for piece in pieces]
    begin = _begin(pieces)
    if begin is None:
        return list(pieces), []
    at, place = begin
    stem = [*pieces[:at]]
    if place:
        stem.append(pieces[at].cut(0, place))
    options: list[list[Piece]] = []
    behind: list[Piece] = []
    for piece in [pieces[at].cut(place), *pieces[at + 1 :]]:
        cuts = [] if piece.blank or piece.line.role == "table" else _cuts(piece, len(options))
        if cuts and cuts[0][0] == 0:
            edges = [*cuts, (len(piece.text), len(piece.text))]
            for (_, start), (stop, _) in itertools.pairwise(edges):
                options.append([piece.cut(start, stop)])
        elif piece.blank and piece.line.role != "table":
            continue
        elif piece.line.role == "table" or len(piece.text) > 60 or behind:
            behind.append(piece)
        else:
            options[-1].append(piece)
    if sum(_MARKED.search(option[-1].flat) is not None for option in options) > 1:
        return list(pieces), []  # (a) … [2], (b) … [1] are parts of a question
    while stem and stem[-1].blank and stem[-1].line.role != "table":
        stem.pop()
    return stem + behind, options


_AT_EDGE = re.compile(r"(?:^|(?<=[ 　。?!);:]))([a-h])(?:[.、:)]|\])(?![a-z]\.) {0,8}")


def gapped_of(pieces: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]], str]:
    """As `options_of`, of options some letters of which are missing, A. C. D., and their letters; at most two missing."""
    pieces = [_unbulleted(piece) for piece in pieces]
    marks = [
        (at, found)
        for at, piece in enumerate(pieces)
        if piece.text and piece.line.role == "text"
        for found in _AT_EDGE.finditer(piece.flat)
        if piece.text[found.start(1)].isupper() or not found.start()
    ]
    letters = "".join(found[1] for _, found in marks)
    missing = ord(letters[-1]) - ord("a") + 1 - len(letters) if letters else 0
    rising = all(one < other for one, other in itertools.pairwise(letters))
    apart = len(letters) > 2 or not any(found.start() for _, found in marks)
    if len(letters) < 2 or not rising or not apart or missing not in (1, 2) or len(letters) <= missing:
        return list(pieces), [], ""
    first, begun = marks[0][0], marks[0][1].start()
    stem = [*pieces[:first], *([pieces[first].cut(0, begun)] if begun else [])]
    options: list[list[Piece]] = []
    for (at, found), (next_at, following) in itertools.zip_longest(
        marks, marks[1:], fillvalue=(len(pieces), None)
    ):
        assert found is not None
        stop = following.start() if following is not None and next_at == at else None
        own = [pieces[at].cut(found.end(), stop), *(p for p in pieces[at + 1 : next_at] if p.text)]
        if next_at > at and following is not None and following.start():
            own.append(pieces[next_at].cut(0, following.start()))
        options.append(own)
    return stem, options, letters.upper()


_MARKED = re.compile(rf"(?:\[ ?[0-9]{{1,2}} ?\]|{BRACKETED}) *$")


_BULLET = re.compile(r"(?:(?:[-*+•·●○◯⚪◉⦿🔘◆◇■□▪☐✓]|\( {0,2}\)) {0,4}){1,3}(?=\(?[a-z][.、:)])")


def _unbulleted(piece: Piece) -> Piece:
    bullet = _BULLET.match(piece.flat) if piece.text else None
    return piece.cut(bullet.end()) if bullet else piece


_BOX = re.compile(r"(?:[-*+] )?(?:\[( |x|√|✓|v)\]|([☐□])|([☑☒✅■])) {0,4}(?=\S)")


def checked_of(pieces: Sequence[Piece]) -> tuple[list[Piece], list[list[Piece]], str]:
    """As `options_of`, of options with boxes before them, and the letters of those that are ticked."""
    boxes = [
        (at, found) for at, piece in enumerate(pieces) if piece.text and (found := _BOX.match(piece.flat))
    ]
    if len(boxes) < 2:
        return list(pieces), [], ""
    options = [[pieces[at].cut(found.end())] for at, found in boxes]
    ticked = [
        chr(ord("A") + n) for n, (_, found) in enumerate(boxes[:26]) if found[3] or (found[1] or " ") != " "
    ]
    gone = {at for at, _ in boxes}
    return [piece for at, piece in enumerate(pieces) if at not in gone], options, "".join(ticked)


def _begin(pieces: Sequence[Piece]) -> tuple[int, int] | None:
    """The piece and the place in it where option A begins; None when no B follows."""
    for at, piece in enumerate(pieces):
        if piece.blank or piece.line.role in ("table", "code"):
            continue
        first = _MARK.match(piece.flat)
        if first and _letter(first) == "a" and (first[4] is None or len(_cuts(piece, 0)) > 1):
            cuts = _cuts(piece, 0)
            if len(cuts) > 1 and cuts[0][0] == 0:
                return at, 0
            following = (m for p in pieces[at + 1 : at + 6] if not p.blank and (m := _MARK.match(p.flat)))
            if any(_letter(m) == "b" and m[4] is None for m in following):
                return at, 0
        if first and first[4] == "a" and piece.text[0] == "A":
            led = [p.text[:2].strip() for p in pieces[at : at + 5] if not p.blank]
            if led[:3] == ["A", "B", "C"] or led[:3] == ["A", "B"]:
                return at, 0
        if "b" in piece.flat and "a" in piece.flat:
            cuts = _cuts(piece, 0)
            if len(cuts) > 2 or (
                len(cuts) > 1 and piece.flat[: cuts[0][0]].rstrip().endswith((")", "?", "_", "。", ":"))
            ):
                before = piece.flat[: cuts[0][0]].rstrip()
                if before.endswith((")", "?", "。", ":", "_", ".", "]")):
                    return at, cuts[0][0]
    return None


def _letter(found: re.Match[str]) -> str:
    return found[1] or found[2] or found[3] or found[4]


def _stands_apart(flat: str, start: int) -> bool:
    """Whether a bare letter is no word of a sentence: behind wide space, or behind what is no English."""
    before = flat[:start][-3:]
    return before[-1:].isspace() and (
        before[-2:].isspace() or not before[-2:-1].isascii() or before[-2] in "0123456789;."
    )


def _cuts(piece: Piece, done: int) -> list[tuple[int, int]]:
    """Where options begin in a piece and where their words do, in the order of their letters, the next being `done`."""
    cuts: list[tuple[int, int]] = []
    if done > 25:
        return cuts
    expected = chr(ord("a") + done)
    upper = None
    for found in _MARK.finditer(piece.flat):
        start = found.start()
        if _letter(found) != expected:
            continue
        boxed = (
            found[1]
            or found[2]
            or piece.flat[max(found.start() - 2, 0) : found.start()].endswith(("(", "( ", "[", "[ "))
        )
        again = _MARK.match(piece.flat, found.end()) if boxed else None
        if again and _letter(again) == expected and not again[4]:
            continue  # the answer in the stem's bracket, （A）A. 119 B. 120
        at = found.start(next(n for n in (1, 2, 3, 4) if found[n]))
        if found[4] and start and not _stands_apart(piece.flat, start):
            continue
        before = piece.flat[start - 1] if start else " "
        if "a" <= before <= "z" or before.isdigit() or before in "-'&/":
            continue
        is_upper = piece.text[at].isupper()
        if upper is None:
            upper = is_upper
        if (
            is_upper != upper
            or (not is_upper and start and before not in " ;")
            or (found[4] and not is_upper)
        ):
            continue
        cuts.append((start, found.end()))
        done += 1
        if done > 25:
            break
        expected = chr(ord("a") + done)
    return cuts
