"""Ends: what stands in brackets at the ends of a stem's paragraphs: marks, competencies, type, difficulty."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.facts import difficulty, fact
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.lexers.names import names
from generator.exchange.interpret.lexers.scores import BRACKETED, FIGURE, UNIT

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.model.question import Marks

MARKS = re.compile(
    rf"[(\[] ?(?:本小?题|满分|分值:?|共|计)? ?({FIGURE}) ?{UNIT} ?[)\]]"
    r"|(?<=[?。!)]) ?([0-9]{1,3}(?:\.5)?)分$|(?<= )\[([0-9]{1,2})\]$"
)
_PART_MARKS = re.compile(rf"(?:{BRACKETED}|(?<= )\[([0-9]{{1,2}})\])[ .。;]{{0,3}}$")
_SAID = re.compile(
    r"[(\[] ?([^():\[\]]{1,12}) ?: ?([^()\[\]]{1,120}) ?[)\]]|\[([^():\[\]]{1,12})\] ?:? ?([^()\[\]。]{1,80})(?=$)"
)
_TRAILING = " 。.;；*"
_KIND = re.compile(
    r"(?:可|本题)?(?:单选|多选|不定项|单项选择|多项选择|不定项选择|判断|填空|简答|问答|选择)题?"
    r"|(?:select|choose|tick|check) all.{0,20}|(?:single|multiple)[- ](?:choice|answer|response)|true or false|true/false"
)


class Ends:
    """The `pieces` of a stem without what their ends say, and what that is. `marks` may be known before."""

    __slots__ = ("competencies", "difficulty", "marks", "pieces", "type")

    def __init__(self, pieces: list[Piece], marks: Marks | None) -> None:
        self.marks = marks
        self.type = ""
        self.competencies: tuple[str, ...] = ()
        self.difficulty: int | None = None
        told = [at for at, piece in enumerate(pieces) if piece.text]
        parts = [(at, found) for at in told if (found := _PART_MARKS.search(pieces[at].flat))]
        self.pieces = self._summed(pieces, parts) if len(parts) > 1 else list(self._cut(pieces, told))

    def _summed(self, pieces: list[Piece], parts: list[tuple[int, re.Match[str]]]) -> list[Piece]:
        """Take the marks of a question each part of which has some; the first may say what all have together."""
        first, *others = (Fraction(found[1] or found[2]) for _, found in parts)
        if len(others) < 2 or first != sum(others):
            self.marks = sum(others, first)
            return pieces
        self.marks = first
        at, found = parts[0]
        return [*pieces[:at], pieces[at].cut(0, found.start()), *pieces[at + 1 :]]

    def _cut(self, pieces: list[Piece], told: list[int]) -> list[Piece]:
        kept: list[Piece] = []
        for at, piece in enumerate(pieces):
            if piece.text and at in (told[0], told[-1], *told[1:2]):
                piece = self._ended(piece)
                if not piece.text:
                    continue
            kept.append(piece)
        return kept

    def _ended(self, piece: Piece) -> Piece:
        """A piece without the brackets at its end that say something, four at the most."""
        for _ in range(4):
            text = piece.flat.rstrip(_TRAILING)
            if not text.endswith((")", "]", "分")) and not text.startswith("["):
                return piece
            opening = max(text.rfind("("), text.rfind("["))
            start = self._taken(piece, text, opening)
            if start < 0:
                return piece
            piece = piece.cut(0, start)
        return piece

    def _taken(self, piece: Piece, text: str, opening: int) -> int:
        """Take what the end of `text` says, with its last bracket at `opening`. Where that begins; -1 for nothing."""
        marks = MARKS.search(text, opening if opening >= 0 else max(len(text) - 8, 0))
        if marks and marks.end() == len(text) and self.marks is None:
            self.marks = Fraction(marks[1] or marks[2] or marks[3])
            return marks.start()
        if opening > 0 and text.endswith((")", "]")) and _KIND.fullmatch(text[opening + 1 : -1]):
            self.type = text[opening + 1 : -1]
            return opening
        said = _SAID.match(text, opening) if opening >= 0 else None
        if said is None and text.startswith("["):
            said = _SAID.fullmatch(text)
        if said is None or said.end() != len(text):
            return -1
        word, at = (said[1], 2) if said[1] else (said[3], 4)
        return said.start() if self._state(kind_of(word), piece, *said.span(at)) else -1

    def _state(self, kind: str, piece: Piece, start: int, stop: int) -> bool:
        """Take the words from `start` to `stop` for what a label of `kind` states; False where they state no such thing."""
        words = piece.flat[start:stop]
        if kind == "competencies":
            self.competencies += names([piece.text[start:stop]])
        elif kind == "difficulty" and (level := difficulty(words)) is not None:
            self.difficulty = level
        elif kind == "type" and fact("type", words):
            self.type = words
        elif kind == "marks" and self.marks is None and isinstance(marks := fact("marks", words), Fraction):
            self.marks = marks
        else:
            return False
        return True
