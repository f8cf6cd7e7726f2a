"""Response: the type of a question, and the response of the types that have one."""

from __future__ import annotations

import re
from string import ascii_uppercase
from typing import TYPE_CHECKING

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.truths import truth_at
from generator.exchange.interpret.lexers.types import CHOICES, LETTERED
from generator.exchange.interpret.pieces.markdown import passage
from generator.exchange.interpret.pieces.segments import Segment
from generator.exchange.interpret.question.blanks import blank_count, blanks_for_brackets, ends_open
from generator.exchange.interpret.question.given import blanks, concluded, letters, truths_of
from generator.exchange.interpret.question.texts import text
from generator.model.question import Response

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.accounts.account import Account
    from generator.exchange.interpret.outline.tree import Item
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.question.stem import Stem

_UNSUPPORTED = ("matching", "ordering", "coding")


class ResponseReader:
    """Reads one question's response. `behind` is what the answer says beyond it."""

    def __init__(self, item: Item, account: Account) -> None:
        self.item = item
        self.account = account
        self.at = item.sightings[0].piece
        self.behind: list[Piece] = []
        self.explained: list[Piece] = []  # an answer that explained before it said what is right

    def response(self, stem: Stem, said: str, answers: list[Segment]) -> tuple[str, Response]:
        """The type, and the response of the types that have one. What an answer says beyond it goes to the analysis."""
        item = self.item
        choice = len(stem.options) >= 2
        objective = choice or said in LETTERED
        told = [piece for s in answers for piece in s.pieces if not piece.blank]
        answers, told = self._concluded(answers, told, objective or said == "fill_blank")
        if objective and not stem.given:
            stem.take_given()
        given = item.given or flat(stem.given)
        first = told[0].flat if told else given
        if item.given:
            self.account.recognised.append("answer")
        for other in (item.given, flat(stem.given)):
            if other and first and _said(other) != _said(first):
                place = told[0] if told else self.at
                self.account.doubt("import-answers-differ", place, one=first[:40], other=other[:40])
                self.account.notes.append(other.upper())
        words = truths_of(stem.options) if said == "true_false" else []
        if words and (chosen := letters(first)) and chosen[0] in ("A", "B"):
            stem.options, stem.whole, first = [], stem.pieces, words["AB".index(chosen[0])]
            choice = False
        if choice:
            return self._choice(stem, said, first, answers, bool(told))
        if said == "true_false" or (
            not said and first and _is_word(first) and not blank_count(stem) and ends_open(stem)
        ):
            found = truth_at(first) or self._lettered(first)
            if found is None:
                if said == "true_false" and len(first) <= 20:
                    if first:
                        self.account.doubt(
                            "import-answer-unclear", told[0] if told else self.at, answer=first[:40]
                        )
                        self._keep(answers)
                    return "true_false", Response()
            else:
                if said != "true_false":
                    self.account.infer("import-type", self.at, type="true_false")
                self._cut_answer(answers, found[1] if told else 0)
                return "true_false", Response(truth=found[0])
        if said == "fill_blank" or (
            not said and (count := blank_count(stem)) and told and all(_short(p.flat, count) for p in told)
        ):
            return self._fill(stem, said, told)
        if said in _UNSUPPORTED:
            self.account.doubt("import-type-unsupported", self.at, type=said)
        elif said in (*CHOICES, "choice"):
            self.account.doubt("import-no-options", self.at)
        elif said == "true_false":
            self.account.doubt("import-type-doubtful", self.at, type=said)
        return ("short_answer" if said == "short_answer" else "essay"), Response()

    def _concluded(
        self, answers: list[Segment], told: list[Piece], objective: bool
    ) -> tuple[list[Segment], list[Piece]]:
        """An answer that explains before it says what is right, 解：… 故选：B, as that; the rest goes to the analysis."""
        if not objective or not told or letters(told[0].flat) or truth_at(told[0].flat):
            return answers, told
        end = concluded(told)
        if end is None:
            return answers, told
        self.explained = told
        return [Segment("answer", None, end, [end])], [end]

    def _lettered(self, first: str) -> tuple[bool, int] | None:
        """The truth that A or B stands for: what the section says of it, else, with a doubt, A for what is right."""
        found = letters(first)
        if found is None or found[0] not in ("A", "B"):
            return None
        section = self.item.section
        told = [s.piece.flat[s.body :] for s in (section.sighting, *section.notes[:3]) if s is not None]
        right = next((said[1] or said[2] for words in told if (said := _RIGHT.search(words[:300]))), "")
        if not right:
            self.account.doubt("import-truth-lettered", self.at, letter=found[0])
        return found[0] == (right or "a").upper(), found[1]

    def _choice(
        self, stem: Stem, said: str, first: str, answers: list[Segment], told: bool
    ) -> tuple[str, Response]:
        found = letters(first) if first else None
        chosen = found[0] if found else ""
        known = stem.letters or ascii_uppercase[: len(stem.options)]
        if stem.letters:
            gone = "".join(letter for letter in ascii_uppercase if letter < known[-1] and letter not in known)
            self.account.doubt("import-option-missing", self.at, letters=gone)
        if found:
            if told:
                self._cut_answer(answers, found[1], [passage(o).strip() for o in stem.options])
        elif first:
            self.account.doubt("import-answer-unclear", self.at, answer=first[:40])
            self._keep(answers)
        if any(letter not in known for letter in chosen):
            self.account.doubt("import-letter-unknown", self.at, letters=chosen)
        places = tuple(known.index(letter) for letter in chosen if letter in known)
        several = len(places) > 1
        kind = said if said in CHOICES else "multiple_choice" if several else "single_choice"
        if several and kind == "single_choice":
            self.account.doubt("import-single-or-multiple", self.at, letters=chosen)
            kind = "multiple_choice"
        if said not in CHOICES:
            self.account.infer("import-type", self.at, type=kind)
        return kind, Response(choices=places)

    def _fill(self, stem: Stem, said: str, told: list[Piece]) -> tuple[str, Response]:
        if not blank_count(stem):
            stem.pieces = blanks_for_brackets(stem.pieces)
            if blank_count(stem):
                self.account.infer("import-blanks", self.at)
        count = blank_count(stem)
        found = blanks(told, count) if count and told else None
        if not count or (told and found is None):
            if said:
                self.account.doubt("import-blanks-unclear", self.at, blanks=count)
            return "essay", Response()
        if not said:
            self.account.infer("import-type", self.at, type="fill_blank")
        self.behind = [piece for piece in told if piece.line.role in ("table", "code")]
        accepted = tuple(tuple(text(self.account.file, piece) for piece in blank) for blank in found or ())
        return "fill_blank", Response(blanks=accepted)

    def _cut_answer(self, answers: list[Segment], end: int, known: Sequence[str] = ()) -> None:
        """Keep what an answer says behind its letter: the option's own words say nothing new, others are analysis."""
        pieces = [piece for s in answers for piece in s.pieces]
        first = next((at for at, piece in enumerate(pieces) if not piece.blank), None)
        if first is None:
            return
        rest = pieces[first].cut(end)
        behind = [*([rest] if rest.text else []), *pieces[first + 1 :]]
        if rest.text and any(passage([rest]).strip(" 。.;；") == option.strip(" 。.;；") for option in known):
            behind = behind[1:]
        self.behind = [piece for piece in behind if not piece.blank]

    def _keep(self, answers: list[Segment]) -> None:
        """Keep an answer that could not be read in the question's note."""
        said = passage([piece for s in answers for piece in s.pieces])
        if said or self.item.given:
            self.account.notes.append(said or self.item.given)


_RIGHT = re.compile(
    r"(?<![a-z])([ab]) ?[\"”’']? ?(?:[.、:=]|for|means|is|代表|表示|为|是)? ?(?:正确|对|√|true|correct)"
    r"|(?<!不)(?:正确|对|√|true|correct)[^ab,;。错]{0,5}(?:[填写选涂打划用:=为]|as|is)[^ab,;。错]{0,4}([ab])(?![a-z])"
)
"""Which letter a heading says to stand for what is right: A对，B错; 正确的填“B”."""


def _said(words: str) -> object:
    """What an answer in a word says, however it is written."""
    found = letters(words)
    if found is None and (told := truth_at(words)) is not None:
        return told[0]
    return found[0] if found else words.strip(" .。")


def _is_word(words: str) -> bool:
    """Whether an answer is one word, as true and false are."""
    return len(words) <= 4 or (words.isascii() and words.rstrip(".").isalpha())


def _short(words: str, count: int) -> bool:
    """Whether an answer may be words for blanks, and no sentence."""
    if count > 1 and words.startswith(("(1)", "①")) and len(words) <= 80 * count:
        return True
    return len(words) <= 30 * count and not words.endswith(("。", ".", "?")) and not _CLAUSE.search(words)


_CLAUSE = re.compile(r",(?![0-9])")
