"""Stem: what stands around the words of a question: its label, marks, competencies, options, an answer in its bracket."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.facts import difficulty, fact
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.labels import kind_of
from generator.exchange.interpret.lexers.names import names
from generator.exchange.interpret.lexers.types import type_of
from generator.exchange.interpret.pieces.options import checked_of, gapped_of, options_of
from generator.exchange.interpret.pieces.piece import piece_of
from generator.exchange.interpret.words.labels import BARE_LABELS
from generator.exchange.line import changed
from generator.exchange.line import piece as piece_of_line

if TYPE_CHECKING:
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.model.question import Marks

_WORD = re.compile(
    r"[\[(]([^\[\]():。,?]{1,14})[\])] ?[:、]?|([^\s:。,?!()\[\]\"“”]{0,8}?题)(?: ?[一二三四五六七八九十]| ?[0-9]{1,2})? ?:"
)
_MARKS = re.compile(
    r"[(\[] ?(?:本小?题|满分|分值:?|共|计)? ?([0-9]{1,3}(?:\.[0-9]{1,2})?) ?(?:分|marks?|points?|"
    r"pts) ?[)\]]|(?<=[?。!)]) ?([0-9]{1,3}(?:\.5)?)分$|(?<= )\[([0-9]{1,2})\]$"
)
_PART_MARKS = re.compile(
    r"(?:[(\[] ?([0-9]{1,3}(?:\.[0-9])?) ?(?:分|marks?) ?[)\]]|(?<= )\[([0-9]{1,2})\])[ .。;]{0,3}$"
)
_ASSESSED = re.compile(
    r"[(\[] ?([^():\[\]]{1,12}) ?: ?([^()\[\]]{1,120}) ?[)\]]|\[([^():\[\]]{1,12})\] ?:? ?([^()\[\]。]{1,80})(?=$)"
)
_TRAILING = " 。.;；*"
_GIVEN = re.compile(
    r"\( {0,4}([a-h](?:[ ,、]{0,2}[a-h]){0,7}|[√×✓✗xv对错]|正确|错误|t|f|true|false) {0,4}\)"
    r"|\[ {0,4}([√×✓✗对错]|正确|错误|true|false) {0,4}\]"
    r"|\[ {0,4}([a-h](?:[ ,、]{0,2}[a-h]){0,7}|[xvtf]) {0,4}\](?=[ .。?!;,]*$)"
)
_SENTENCE = re.compile(r"[。?!;,:_(]|请|如何|怎")
_TICK = re.compile(r"(?<! ) *+[(\[] ?(?:正确答案|标准答案|correct(?: answer)?|√|✓) ?[)\]] *$")
_KIND = re.compile(
    r"(?:可|本题)?(?:单选|多选|不定项|单项选择|多项选择|不定项选择|判断|填空|简答|问答|选择)题?"
    r"|(?:select|choose|tick|check) all.{0,20}|(?:single|multiple)[- ](?:choice|answer|response)|true or false|true/false"
)
_SEVERAL = re.compile(r"[(\[](?:可|本题)?(多选|不定项)(?:选择)?题?[)\]]")
_TRUTHS = (["false", "true"], ["对", "错"], ["正确", "错误"], ["no", "yes"], ["否", "是"])
_EMPTY = "（　　）"
_LAST_BRACKET = re.compile(r"(?<![ 　])[ 　]*+[(\[] {0,24}[)\]] *$")


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
        self._take_ends()
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
        words = [" ".join(piece.flat for piece in option).strip(" .。") for option in self.options]
        if sorted(words) not in _TRUTHS:
            return
        self.given = words[ord(self.given) - ord("A")] if len(self.given) == 1 else ""
        self.type = self.type or "true/false"
        self.options, self.whole = [], self.pieces

    def _take_ticks(self) -> None:
        """Take the answer from behind the options it names: B. 119（正确答案）."""
        if not self.options and type_of(self.type) in ("single_choice", "multiple_choice", "true_false"):
            told = [piece for piece in self.pieces if piece.text]
            if len(told) > 2 and any(_TICK.search(piece.flat) for piece in told[1:]):
                self.pieces, self.options = told[:1], [[piece] for piece in told[1:]]
        ticked = [at for at, option in enumerate(self.options) if _TICK.search(option[-1].flat)]
        if not ticked or self.given:
            return
        for at in ticked:
            *first, last = self.options[at]
            self.options[at] = [*first, last.cut(0, _TICK.search(last.flat).start())]  # type: ignore[union-attr]
        self.given = "".join(chr(ord("A") + at) for at in ticked)
        words = [" ".join(piece.flat for piece in option) for option in self.options]
        if len(words) == 2 and all(word in ("对", "错", "正确", "错误", "true", "false") for word in words):
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
        marks = _MARKS.fullmatch(found[0])
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

    def _take_ends(self) -> None:
        """Take marks and competencies in brackets from the ends of paragraphs."""
        kept: list[Piece] = []
        told = [at for at, piece in enumerate(self.pieces) if piece.text]
        parts = [found for at in told if (found := _PART_MARKS.search(self.pieces[at].flat))]
        if len(parts) > 1:  # each part of the question has its marks
            first, *others = (Fraction(found[1] or found[2]) for found in parts)
            self.marks = sum(others, first)
            if len(others) > 1 and first == sum(others):  # the first says what all have together
                at = next(at for at in told if _PART_MARKS.search(self.pieces[at].flat))
                self.marks = first
                self.pieces[at] = self.pieces[at].cut(0, parts[0].start())
            return
        for at, piece in enumerate(self.pieces):
            if piece.text and at in (told[0], told[-1], *told[1:2]):
                piece = self._ended(piece)
                if not piece.text:
                    continue
            kept.append(piece)
        self.pieces = kept

    def _ended(self, piece: Piece) -> Piece:
        for _ in range(4):
            text = piece.flat.rstrip(_TRAILING)
            if not text.endswith((")", "]", "分")) and not text.startswith("["):
                return piece
            opening = max(text.rfind("("), text.rfind("["))
            found = (
                _MARKS.search(text, max(opening, 0))
                if opening >= 0
                else _MARKS.search(text, max(len(text) - 8, 0))
            )
            if found and found.end() == len(text) and self.marks is None:
                self.marks = Fraction(found[1] or found[2] or found[3])
                piece = piece.cut(0, found.start())
                continue
            if opening > 0 and text.endswith((")", "]")) and _KIND.fullmatch(text[opening + 1 : -1]):
                self.type = text[opening + 1 : -1]
                piece = piece.cut(0, opening)
                continue
            assessed = _ASSESSED.match(text, opening) if opening >= 0 else None
            if assessed is None and text.startswith("["):
                assessed = _ASSESSED.fullmatch(text)
            if assessed and (assessed.end() == len(text)):
                word, at = (assessed[1], 2) if assessed[1] else (assessed[3], 4)
                start, stop = assessed.span(at)
                kind = kind_of(word)
                if kind == "competencies":
                    self.competencies += names([piece.text[start:stop]])
                elif kind == "difficulty" and difficulty(assessed[at]) is not None:
                    self.difficulty = difficulty(assessed[at])
                elif kind == "type" and fact("type", assessed[at]):
                    self.type = assessed[at]
                elif kind == "marks" and self.marks is None and (marks := fact("marks", assessed[at])):
                    self.marks = marks  # type: ignore[assignment]
                else:
                    return piece
                piece = piece.cut(0, assessed.start())
                continue
            return piece
        return piece

    def take_bracket(self) -> None:
        """Take the empty bracket at the end, in which a letter is to be written: a paper prints it for itself."""
        for at in range(len(self.pieces) - 1, -1, -1):
            piece = self.pieces[at]
            found = None if piece.line.role == "code" else _LAST_BRACKET.search(piece.flat)
            if found and found.start():
                self.pieces = [*self.pieces[:at], piece.cut(0, found.start()), *self.pieces[at + 1 :]]
                return

    def take_given(self) -> None:
        """Take the answer out of the stem's bracket, where there is just one with an answer in it."""
        found = [(at, match) for at, piece in enumerate(self.pieces) for match in _GIVEN.finditer(piece.flat)]
        if len(found) != 1:
            return
        at, match = found[0]
        self.given = match[1] or match[2] or match[3]
        self.pieces = [
            *self.pieces[:at],
            _emptied(self.pieces[at], match.start(), match.end()),
            *self.pieces[at + 1 :],
        ]


def _emptied(piece: Piece, start: int, end: int) -> Piece:
    """A piece whose brackets from `start` to `end` hold nothing."""
    tail = not piece.flat[end:].strip(" .。?")
    line = piece_of_line(piece.line, piece.start, piece.stop)
    new = "" if tail else _EMPTY
    return piece_of(changed(line, [(start, end, new)]), piece.last)
