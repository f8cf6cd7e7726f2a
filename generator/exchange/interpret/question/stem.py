"""Stem: what stands around the words of a question: its label, marks, competencies, options, an answer in its bracket."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.facts import difficulty
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.lexers.types import CHOICES, type_of
from generator.exchange.interpret.pieces.options import checked_of, gapped_of, options_of
from generator.exchange.interpret.question.brackets import emptied, without_last
from generator.exchange.interpret.question.ends import MARKS, Ends
from generator.exchange.interpret.question.given import truths_of
from generator.exchange.interpret.words.labels import BARE_LABELS

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.model.question import Marks

_WORD = re.compile(
    r"[\[(]([^\[\]():。,?]{1,14})[\])] ?[:、]?|([^\s:。,?!()\[\]\"“”]{0,8}?题)(?: ?[一二三四五六七八九十]| ?[0-9]{1,2})? ?:"
)
_SENTENCE = re.compile(r"[。?!;,:_(]|请|如何|怎")
_TICK = re.compile(r"(?<! ) *+[(\[] ?(?:正确答案|标准答案|correct(?: answer)?|√|✓) ?[)\]] *$")
_BULLET = re.compile(r"(?:[-*+•·●○◯⚪◉⦿□☐] ?){1,3}(?=\S)")
_SEVERAL = re.compile(r"[(\[](?:可|本题)?(多选|不定项)(?:选择)?题?[)\]]")


class Stem:
    """A stem taken apart. `given` is the answer its bracket holds, as written, and empty when there is none.

    `letters` are those of its options where some are missing between them, else "".
    """

    __slots__ = (
        "competencies",
        "difficulty",
        "given",
        "label",
        "letters",
        "marks",
        "options",
        "pieces",
        "topic",
        "type",
        "whole",
    )

    def __init__(self, pieces: list[Piece]) -> None:
        self.label = ""
        self.type = ""
        self.marks: Marks | None = None
        self.competencies: tuple[str, ...] = ()
        self.difficulty: int | None = None
        self.given = ""
        while pieces and pieces[0].blank and pieces[0].line.role != "table":
            pieces = pieces[1:]
        self.pieces = self._without_word(pieces)
        self.whole = self.pieces  # with its options
        self.letters = ""
        self.pieces, self.options = options_of(self.pieces)
        stem, options, letters = gapped_of(self.whole)
        if len(options) > len(self.options):
            self.pieces, self.options, self.letters = stem, options, letters
        if not self.options:
            self.pieces, self.options, self.given = checked_of(self.pieces)
            self._take_truth()
        ends = Ends(self.pieces, self.marks)
        self.pieces, self.marks, self.competencies = ends.pieces, ends.marks, ends.competencies
        self.type = ends.type or self.type
        self.difficulty = ends.difficulty if ends.difficulty is not None else self.difficulty
        said = next((found for p in self.pieces if p.text and (found := _SEVERAL.search(p.flat))), None)
        self.type = self.type or (said[1] if said else "")
        self._take_ticks()
        self.topic = ""

    def take_topic(self) -> None:
        """Take the words over a stem that only name what it is about: 第一题　综合分析（30分）"""
        told = [piece for piece in self.pieces if not piece.blank]
        if self.marks is None or len(told) < 2 or not told[0].text or _SENTENCE.search(told[0].flat):
            return
        if len(told[0].text) > 12 or told[0].start + len(told[0].text) >= len(told[0].line.text.rstrip()):
            return
        self.pieces = [piece for piece in self.pieces if piece is not told[0]]
        self.topic = told[0].text

    def _take_truth(self) -> None:
        """Take boxes that only say true and false for what they are: no options, but the truth that is ticked."""
        words = truths_of(self.options)
        if not words:
            return
        self.given = words[ord(self.given) - ord("A")] if len(self.given) == 1 else ""
        self.type = self.type or "true/false"
        self.options, self.whole = [], self.pieces

    def _take_ticks(self) -> None:
        """Take the answer from behind the options it names: B. 119（正确答案）."""
        if not self.options and type_of(self.type) in (*CHOICES, "true_false"):
            told = [piece for piece in self.pieces if piece.text]
            if len(told) > 2 and any(_TICK.search(piece.flat) for piece in told[1:]):
                plain = [
                    piece.cut(found.end()) if (found := _BULLET.match(piece.flat)) else piece
                    for piece in told
                ]
                self.pieces, self.options = told[:1], [[piece] for piece in plain[1:]]
        ticked = [at for at, option in enumerate(self.options) if _TICK.search(option[-1].flat)]
        if not ticked or self.given:
            return
        for at in ticked:
            *first, last = self.options[at]
            self.options[at] = [*first, last.cut(0, _TICK.search(last.flat).start())]  # type: ignore[union-attr]
        self.given = "".join(chr(ord("A") + at) for at in ticked)
        if words := truths_of(self.options):
            self.given, self.options = words[ticked[0]], []
            self.whole = self.pieces

    def _without_word(self, pieces: list[Piece]) -> list[Piece]:
        """Take 情景题： or 【单选题】 from before the stem."""
        if not pieces:
            return pieces
        first = pieces[0]
        found = _WORD.match(first.flat)
        if found is None:
            return pieces
        word = (
            first.text[found.start(1) : found.end(1)]
            if found[1]
            else first.text[found.start(2) : found.end(2)]
        )
        low = flat(word).strip()
        marks = MARKS.fullmatch(found[0])
        if marks:
            self.marks = Fraction(marks[1])
        elif low in BARE_LABELS or kind_of(low) == "stem":
            pass
        elif type_of(low) and len(low) <= 8:
            self.type = low
        elif (level := difficulty(low)) is not None and not low.isdigit():
            self.difficulty = level
        elif (
            low.endswith(("题", "类"))
            and len(low) <= 10
            and not low.endswith(("问题", "难题", "话题", "课题", "主题", "专题", "标题"))
        ):
            self.label = word.strip()
        else:
            return pieces
        rest = first.cut(found.end())
        return self._without_word([rest, *pieces[1:]] if rest.text else pieces[1:]) if found.end() else pieces

    def take_bracket(self) -> None:
        """Take the empty bracket in which a letter is to be written."""
        self.pieces = without_last(self.pieces)

    def take_given(self) -> None:
        """Take the answer out of the stem's bracket."""
        self.pieces, self.given = emptied(self.pieces)
