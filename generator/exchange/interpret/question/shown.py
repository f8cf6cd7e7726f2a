"""Shown: answers that no label gives, but the way words are set: in brackets, underlined, bold, coloured."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import TYPE_CHECKING

from generator.exchange.interpret.pieces.piece import piece_of
from generator.exchange.interpret.question.blanks import blank_count, ends_open
from generator.exchange.line import changed
from generator.exchange.line import piece as piece_of_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.accounts.account import Account
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.question.stem import Stem

_KINDS = ("highlight", "colour", "underline", "strong")
_NEAR = 5  # characters from words to the brackets around them
_WORDS = 30  # characters that an answer to a blank has at most
_IN_BRACKETS = re.compile(
    r"\( {0,4}([^()\[\]_]{1,30}?) {0,4}\)|\[ {0,4}([^()\[\]_]{1,30}?) {0,4}\]|_{2,}([^_()]{1,30})_{2,}"
)
_ASKS = re.compile(
    r"[?]|请|简述|论述|试述|谈谈|分析|说明|如何|怎|为什么|describe|explain|how|what|why|write|give|list"
)


def options_shown(stem: Stem) -> str:
    """The letters of the options that alone are set apart in one manner; "" for none. No option keeps such a mark."""
    letters = ""
    for kind in _KINDS:
        marked = [at for at, option in enumerate(stem.options) if _is_marked(option, kind)]
        if marked and len(marked) < len(stem.options):
            letters = letters or "".join((stem.letters or ascii_uppercase)[at] for at in marked[:26])
            for at in marked:
                stem.options[at] = [_unmarked(piece) for piece in stem.options[at]]
    return letters


def words_shown(stem: Stem, said: str, account: Account) -> list[Piece]:
    """The words of a stem that are its answer by how they are set; blanks stand for them after this."""
    if said == "true_false":
        return []
    behind = _paragraphs(stem)
    if behind:
        account.doubt("import-answer-shown", behind[0], words=behind[0].text[:40])
        return behind
    if blank_count(stem) or (said == "fill_blank" and ends_open(stem)):
        return []
    places = {id(piece): _places(piece, said) for piece in stem.pieces}
    if said == "fill_blank" and not any(places.values()):
        places = {id(piece): _bracketed(piece) for piece in stem.pieces}
    told = [piece for piece in stem.pieces if places[id(piece)]]
    if not told:
        return []
    answers = [_unmarked(piece.cut(start, stop)) for piece in told for start, stop, _, _ in places[id(piece)]]
    words = "；".join(answer.text for answer in answers)[:60]
    if said not in ("", "fill_blank") or (
        not said and any(_ASKS.search(piece.flat) for piece in stem.pieces)
    ):
        account.doubt("import-words-marked", told[0], words=words)
        return []
    account.doubt("import-answer-shown", told[0], words=words)
    stem.pieces = [_with_blanks(piece, places[id(piece)]) for piece in stem.pieces]
    return answers


def _paragraphs(stem: Stem) -> list[Piece]:
    """The paragraphs behind the first that are all coloured: a model answer in red."""
    told = [piece for piece in stem.pieces if not piece.blank]
    at = next((at for at, piece in enumerate(told) if at and _covered(piece, "colour", "highlight")), 0)
    if not at or stem.options or _covered(told[0], "colour", "highlight"):
        return []
    if not all(_covered(piece, "colour", "highlight") for piece in told[at:]):
        return []
    stem.pieces = stem.pieces[: stem.pieces.index(told[at])]
    return told[at:]


_Place = tuple[int, int, int, int]  # where the words begin and end, and what a blank stands for


def _places(piece: Piece, said: str) -> list[_Place]:
    """The words of a piece that are set apart within it, in the first manner that there is."""
    if piece.blank or piece.line.role != "text":
        return []
    for kind in _KINDS:
        spans = [(*span, *_around(piece, *span)) for span in _spans(piece, kind)]
        if kind == "strong" and said != "fill_blank":  # bold stresses words in any stem
            spans = [place for place in spans if place[:2] != place[2:]]
        sizes = [stop - start for start, stop, _, _ in spans]
        if sizes and max(sizes) <= _WORDS and sum(sizes) < 0.7 * len(piece.text):
            return spans
    return []


def _around(piece: Piece, start: int, stop: int) -> tuple[int, int]:
    """Where brackets around words begin and end; the words' own place when there are none."""
    before, behind = piece.flat[max(start - _NEAR, 0) : start].rstrip(), piece.flat[stop : stop + _NEAR]
    closing = behind.lstrip()
    if before[-1:] + closing[:1] not in ("()", "[]"):
        return start, stop
    return max(start - _NEAR, 0) + len(before) - 1, stop + len(behind) - len(closing) + 1


def _bracketed(piece: Piece) -> list[_Place]:
    if piece.blank or piece.line.role != "text":
        return []
    found = [(m, next(n for n in (1, 2, 3) if m[n])) for m in _IN_BRACKETS.finditer(piece.flat)]
    return [(m.start(n), m.end(n), m.start(), m.end()) for m, n in found]


def _spans(piece: Piece, *kinds: str) -> list[tuple[int, int]]:
    """Where marks of these kinds are in a piece; those that touch are one."""
    spans: list[tuple[int, int]] = []
    for mark in sorted(piece_of_line(piece.line, piece.start, piece.stop).marks):
        if mark.kind not in kinds or not piece.text[mark.start : mark.end].strip():
            continue
        if spans and mark.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(mark.end, spans[-1][1]))
        else:
            spans.append((mark.start, mark.end))
    return spans


def _covered(piece: Piece, *kinds: str) -> bool:
    covered = sum(stop - start for start, stop in _spans(piece, *kinds))
    return piece.line.role == "text" and 0 < 0.8 * len(piece.text) <= covered


def _is_marked(option: Sequence[Piece], kind: str) -> bool:
    told = [piece for piece in option if piece.text]
    return bool(told) and all(_covered(piece, kind) for piece in told)


def _unmarked(piece: Piece) -> Piece:
    line = piece_of_line(piece.line, piece.start, piece.stop)
    line = line._replace(marks=tuple(mark for mark in line.marks if mark.kind not in _KINDS))
    return piece_of(line, piece.last)


def _with_blanks(piece: Piece, places: Sequence[_Place]) -> Piece:
    if not places:
        return piece
    line = piece_of_line(piece.line, piece.start, piece.stop)
    within = tuple(
        mark
        for mark in line.marks
        if not any(start < mark.end and mark.start < stop for _, _, start, stop in places)
    )
    changes = [(start, stop, "____") for _, _, start, stop in places]
    return piece_of(changed(line._replace(marks=within), changes), piece.last)
