"""Maker: the pieces of an Item made into a Question of the bank, and the account of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Location
from generator.exchange.interpret.accounts.account import Account
from generator.exchange.interpret.accounts.overlooked import doubts_of, heads_inside
from generator.exchange.interpret.lexers.facts import FACTS, fact
from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.names import names
from generator.exchange.interpret.lexers.types import CHOICES, LETTERED, type_of
from generator.exchange.interpret.pieces.markdown import markdown, passage
from generator.exchange.interpret.pieces.options import FIXED_OPTIONS
from generator.exchange.interpret.pieces.segments import Segment
from generator.exchange.interpret.question.doubts import (
    doubt_marked,
    doubt_points,
    missing,
    part_from_options,
)
from generator.exchange.interpret.question.marks import marks_of
from generator.exchange.interpret.question.parting import approached, explained, parts_of
from generator.exchange.interpret.question.response import ResponseReader
from generator.exchange.interpret.question.shown import options_shown, words_shown
from generator.exchange.interpret.question.solution import SolutionReader
from generator.exchange.interpret.question.stem import Stem
from generator.exchange.interpret.question.texts import texts
from generator.exchange.interpret.question.unlabelled import unlabelled
from generator.model.content import Text
from generator.model.question import Option, Prompt, Question, Response, Solution

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.intake import Origin
    from generator.exchange.interpret.outline.tree import Item
    from generator.exchange.interpret.pieces.piece import Piece


class Document(NamedTuple):
    """What the questions of a document share. `bare` says that none of them has labels."""

    file: SourceFile
    bank: str
    language: str
    bare: bool


class Maker:
    """Makes one question. `material` stands before its stem; `supposed` is the type its section shows without saying."""

    def __init__(
        self, item: Item, document: Document, material: Sequence[Piece] = (), supposed: str = ""
    ) -> None:
        self.item = item
        self.document = document
        self.material = material
        self.supposed = supposed
        self.account = Account(document.file)
        self.facts: dict[str, object] = {}
        self.at = item.sightings[0].piece

    def make(self) -> tuple[Question, Origin]:
        found = unlabelled(parts_of(self.item, self.account), self.item, self.account, self.document.bare)
        stem = Stem([piece for s in found if s.kind in ("stem", "options") for piece in s.pieces])
        self._facts(found)
        number = self.item.sightings[0].number
        named = self.item.section.title or "category" in self.facts
        if number is not None and number.manner == "第1题" and not named:
            stem.take_topic()
        responses = ResponseReader(self.item, self.account)
        said = self._said_type(stem)
        objective = bool(stem.options) or said in _OBJECTIVE
        found = approached(found, self.item, self.account, objective)
        found = explained(found) if stem.given else found
        answers = [s for s in found if s.kind in ("answer", "umbrella")]
        points = [s for s in found if s.kind == "points"]
        lettered = options_shown(stem)
        if not (answers or points or self.item.given or stem.given):
            if lettered:
                stem.given = lettered
                self.account.doubt("import-answer-shown", self.at, words=lettered)
            elif not stem.options and (words := words_shown(stem, said, self.account)):
                answers = [Segment("answer", None, words[0], words)]
                said = said if words[0] in found[0].pieces else "fill_blank"
        kind, response = responses.response(stem, said, [*answers, *points])
        options: tuple[Option, ...] = ()
        part_from_options(stem, self.account)
        if kind in CHOICES:
            options = tuple(_option(pieces, self.account.file) for pieces in stem.options)
        elif stem.options:
            stem.pieces = stem.whole
        if kind in (*CHOICES, "true_false"):
            stem.take_bracket()
        if kind == self.supposed:
            self.account.infer("import-type", self.at, type=kind)
        marks = marks_of(self.item, stem, self.facts.get("marks"), self.account)
        solutions = SolutionReader(self.item, self.account)
        levels = solutions.levels(found)
        prose = solutions.prose(answers, points, found) if kind in ("essay", "short_answer") else (None, ())
        doubt_points(prose[1], marks, self.at, self.account)
        doubt_marked(self.item, self.account)
        analysis, highlights = solutions.analysis(found, [*responses.explained, *responses.behind])
        follow_ups = [t for s in found if s.kind == "follow_ups" for t in texts(self.account.file, s.pieces)]
        self._remarks(found, solutions.used)
        prompt = self._prompt(kind, stem, options, found)
        if prose[0] is not None and not prose[1] and _LETTERS.fullmatch(prose[0].markdown):
            self.account.doubt("import-no-options", self.at)
        if response == Response() and prose == (None, ()):
            self.account.doubt(missing(stem), self.at)
        self.account.doubts += doubts_of("import-head-inside", heads_inside(self.item), self.account.file)
        solution = Solution(response, *prose, "", analysis, highlights, levels, tuple(follow_ups), marks)
        return self._question(prompt, solution, stem), self._origin(prompt.id)

    def _said_type(self, stem: Stem) -> str:
        """The type that the question itself, its section or a heading above says."""
        section = self.item.section
        titles = (section.title, *(heading.title for heading in reversed(section.outer)))
        said = (str(self.facts.get("type", "")), stem.type, *titles)
        return next((name for words in said if (name := type_of(words))), self.supposed)

    def _prompt(self, kind: str, stem: Stem, options: tuple[Option, ...], found: list[Segment]) -> Prompt:
        pieces = [*self.material, *stem.pieces]
        source = passage(pieces)
        if not source.strip():
            self.account.doubt("import-no-stem", self.at)
        if self.item.sightings[0].number is None:
            self.account.infer("import-unnumbered", self.at)
        if self.material:
            self.account.infer("import-material", self.material[0])
        where = Location(self.account.file, self.at.number, self.at.start + 1)
        last = max((piece.last for piece in pieces), default=self.at.last)
        assessed = names(piece.text for s in found if s.kind == "competencies" for piece in s.pieces)
        return Prompt(
            id=str(self.facts.get("id", "")),
            type=kind,
            language=self.document.language,
            stem=Text(source, where, last),
            label=stem.label,
            options=options,
            competencies=tuple(dict.fromkeys((*stem.competencies, *assessed))),
        )

    def _question(self, prompt: Prompt, solution: Solution, stem: Stem) -> Question:
        where = prompt.stem.location
        minutes = self.facts.get("minutes")
        difficulty = stem.difficulty if stem.difficulty is not None else self.facts.get("difficulty")
        return Question(
            prompt=prompt,
            solution=solution,
            location=where,
            bank=self.document.bank,
            category=str(self.facts.get("category", "")) or self.item.section.title or stem.topic,
            difficulty=difficulty if isinstance(difficulty, int) else None,
            minutes=minutes if isinstance(minutes, int) else None,
            tags=names([str(self.facts.get("tags", ""))]),
            marks=solution.marks,
            source=str(self.facts.get("source", "")),
            note=Text("\n\n".join(self.account.notes), where) if self.account.notes else None,
        )

    def _origin(self, identifier: str) -> Origin:
        told = [s.piece for s in self.item.sightings if not s.piece.blank]
        return self.account.origin(identifier, self.at, told[-1] if told else self.at)

    def _facts(self, found: list[Segment]) -> None:
        for segment in found:
            if segment.kind not in FACTS:
                continue
            told = [piece for piece in segment.pieces if piece.text]
            value = fact(segment.kind, told[0].text) if told else None
            if value is not None and self.facts.setdefault(segment.kind, value) != value:
                self.account.remark(segment, told[:1])

    def _remarks(self, found: list[Segment], used: Sequence[Piece]) -> None:
        for segment in found:
            if segment.kind == "remark":
                self.account.remark(segment, segment.pieces)
            elif segment.kind == "scheme":
                pieces = [piece for piece in segment.pieces if piece not in used]
                if any(not piece.blank for piece in pieces):
                    self.account.remark(segment, pieces)


_LETTERS = re.compile(
    r"(?:[A-Ha-h]{1,5}|[TtXxVv√×])[.。]?"
)  # the answer of a choice, where no options were found
_OBJECTIVE = (*LETTERED, "fill_blank")


def _option(pieces: list[Piece], file: SourceFile) -> Option:
    last = pieces[-1]
    pieces = [*pieces[:-1], last.cut(0, len(last.flat.rstrip(" ;")))]
    words = " ".join(markdown(piece) for piece in pieces if piece.text)
    fixed = flat(words).strip(" 。.") in FIXED_OPTIONS
    return Option(
        Text(words, Location(file, pieces[0].number, pieces[0].start + 1), pieces[-1].last),
        fixed,
    )
