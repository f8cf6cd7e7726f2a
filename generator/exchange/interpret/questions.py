"""Questions: the pieces of an Item made into a Question of the bank, and the account of it."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.interpret.account import Account
from generator.exchange.interpret.blanks import blank_count
from generator.exchange.interpret.facts import FACTS, fact
from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.headings import type_of
from generator.exchange.interpret.labels import kind_of
from generator.exchange.interpret.options import checked_of, options_of
from generator.exchange.interpret.overlooked import doubts_of, heads_inside
from generator.exchange.interpret.parting import explained, facts_apart, in_line_only, without_stem, words_in
from generator.exchange.interpret.phrases import texts
from generator.exchange.interpret.pieces import piece_of
from generator.exchange.interpret.responding import Responding
from generator.exchange.interpret.said import markdown, passage
from generator.exchange.interpret.segments import Segment, names, segments
from generator.exchange.interpret.solving import Solving
from generator.exchange.interpret.stems import Stem
from generator.exchange.interpret.words import FIXED_OPTIONS
from generator.exchange.line import Line
from generator.model.content import Text
from generator.model.question import Option, Prompt, Question, Response, Solution, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.diagnostics import SourceFile
    from generator.exchange.intake import Origin
    from generator.exchange.interpret.outline import Item
    from generator.exchange.interpret.pieces import Piece
    from generator.model.question import Marks


class Maker:
    """Makes one question. `material` stands before its stem; `bare` says that no question has labels.

    `supposed` is the type that its section shows without saying it.
    """

    def __init__(
        self,
        item: Item,
        file: SourceFile,
        bank: str,
        language: str,
        material: Sequence[Piece] = (),
        bare: bool = False,
        supposed: str = "",
    ) -> None:
        self.item = item
        self.bank = bank
        self.language = language
        self.material = material
        self.bare = bare
        self.supposed = supposed
        self.account = Account(file)
        self.facts: dict[str, object] = {}
        self.at = item.sightings[0].piece

    def make(self) -> tuple[Question, Origin]:
        found = self._unlabelled(self._segments())
        stem = Stem([piece for s in found if s.kind in ("stem", "options") for piece in s.pieces])
        self._facts(found)
        number = self.item.sightings[0].number
        named = self.item.section.title or "category" in self.facts
        if number is not None and number.manner == "第1题" and not named:
            stem.take_topic()
        responding = Responding(self.item, self.account)
        found = self._approached(found, bool(stem.options) or self._said_type(stem) in OBJECTIVE)
        found = explained(found) if stem.given else found
        answers = [s for s in found if s.kind in ("answer", "umbrella")]
        points = [s for s in found if s.kind == "points"]
        kind, response = responding.response(stem, self._said_type(stem), [*answers, *points])
        options: tuple[Option, ...] = ()
        if kind in ("single_choice", "multiple_choice"):
            options = tuple(self._option(pieces) for pieces in stem.options)
        elif stem.options:
            stem.pieces = stem.whole
        if kind in ("single_choice", "multiple_choice", "true_false"):
            stem.take_bracket()
        if kind == self.supposed:
            self.account.infer("import-type", self.at, type=kind)
        marks = self._marks(stem)
        solving = Solving(self.item, self.account)
        levels = solving.levels(found)
        prose = solving.prose(answers, points, found) if kind in ("essay", "short_answer") else (None, ())
        analysis, highlights = solving.analysis(found, responding.behind)
        follow_ups = [t for s in found if s.kind == "follow_ups" for t in texts(self.account.file, s.pieces)]
        self._remarks(found, solving.used)
        prompt = self._prompt(kind, stem, options, found)
        if response == Response() and prose == (None, ()):
            self.account.doubt(self._missing(stem), self.at)
        self.account.doubts += doubts_of("import-head-inside", heads_inside(self.item), self.account.file)
        solution = Solution(response, *prose, "", analysis, highlights, levels, tuple(follow_ups), marks)
        return self._question(prompt, solution, stem), self._origin(prompt.id)

    def _missing(self, stem: Stem) -> str:
        """What to say of a missing answer: where the stem goes on, it may stand there."""
        told = [piece for piece in stem.pieces if not piece.blank]
        return "import-no-answer" if len(told) < 2 or stem.options else "import-answer-in-stem"

    def _approached(self, found: list[Segment], objective: bool) -> list[Segment]:
        """Segments with an approach (思路) as what it is here: the answer where there is no other, else an analysis."""
        told = bool(self.item.given) or objective or any(s.kind in ("answer", "umbrella") for s in found)
        kind = "analysis" if told else "answer"
        if any(s.kind == "approach" for s in found):
            self.account.recognised.append(kind)
        return [s._replace(kind=kind) if s.kind == "approach" else s for s in found]

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
        assessed = [name for s in found if s.kind == "competencies" for name in names(s.pieces)]
        return Prompt(
            id=str(self.facts.get("id", "")),
            type=kind,
            language=self.language,
            stem=Text(source, where, last),
            label=stem.label,
            options=options,
            competencies=tuple(dict.fromkeys((*stem.competencies, *assessed))),
        )

    def _question(self, prompt: Prompt, solution: Solution, stem: Stem) -> Question:
        where = prompt.stem.location
        minutes = self.facts.get("minutes")
        difficulty = stem.difficulty if stem.difficulty is not None else self.facts.get("difficulty")
        tags = piece_of(Line(str(self.facts.get("tags", "")), self.at.number))
        return Question(
            prompt=prompt,
            solution=solution,
            location=where,
            bank=self.bank,
            category=str(self.facts.get("category", "")) or self.item.section.title or stem.topic,
            difficulty=difficulty if isinstance(difficulty, int) else None,
            minutes=minutes if isinstance(minutes, int) else None,
            tags=names([tags]),
            marks=solution.marks,
            source=str(self.facts.get("source", "")),
            note=Text("\n\n".join(self.account.notes), where) if self.account.notes else None,
        )

    def _origin(self, identifier: str) -> Origin:
        told = [s.piece for s in self.item.sightings if not s.piece.blank]
        return self.account.origin(identifier, self.at, told[-1] if told else self.at)

    def _segments(self) -> list[Segment]:
        """What the question's own lines and its entry in a key say, by label."""
        item = self.item
        first, *rest = item.sightings
        begun = first._replace(piece=first.piece.cut(self._begin()), number=None, label=None)
        found = segments([begun, *rest], "stem")
        if item.entry:
            first, *rest = item.entry
            label = first.label if first.label and first.label.kind != "stem" else None
            if label is not None:
                entry = [first._replace(number=None), *rest]
            else:
                entry = [first._replace(piece=first.piece.cut(first.body), number=None, label=None), *rest]
            keyed = segments(entry, "answer")
            stem = words_in([piece for s in found if s.kind == "stem" for piece in s.pieces])
            keyed = [without_stem(s, stem) if s.kind in ("answer", "umbrella") else s for s in keyed]
            found += [s for s in keyed if s.pieces or s.label]
            self.account.recognised += ["answer"] * any(s.kind == "answer" and s.pieces for s in keyed)
        self.account.recognised += [s.kind for s in found if s.label is not None and s.kind != "approach"]
        for s in found:
            if s.label is not None and s.kind != "remark" and not kind_of(s.label.word):
                self.account.infer("import-label-own", s.at, word=s.label.word)
        return [part for s in facts_apart(found) for part in in_line_only(s)]

    def _unlabelled(self, found: list[Segment]) -> list[Segment]:
        """Segments with an answer cut off the stem, where none has a label.

        That is so where no question of the document has one (`bare`), and where points follow prose that follows the
        question: the prose is an answer.
        """
        kinds = {segment.kind for segment in found}
        if kinds & {"answer", "umbrella", "approach"} or not found or found[0].kind != "stem":
            return found
        pieces = found[0].pieces
        styled = next((at for at, piece in enumerate(pieces) if piece.line.part in ("answer", "point")), 0)
        if styled and pieces[0].line.part != pieces[styled].line.part:
            begun = Segment("answer", None, pieces[styled], pieces[styled:])
            return [found[0]._replace(pieces=pieces[:styled]), begun, *found[1:]]
        bold = sum(1 for _ in takewhile(lambda s: s.bold or s.piece.blank, self.item.sightings))
        if self.item.sightings[0].number is None and self.item.sightings[0].bold and 0 < bold < len(pieces):
            self.account.infer("import-answer-unlabelled", pieces[bold])
            begun = Segment("answer", None, pieces[bold], pieces[bold:])
            return [found[0]._replace(pieces=pieces[:bold]), begun, *found[1:]]
        asks = [at for at, piece in enumerate(pieces) if piece.flat.endswith("?")]
        if not asks or not (self.bare or "points" in kinds):
            return found
        begin = (asks[0] if self.bare else asks[-1]) + 1
        behind = [piece for piece in pieces[begin:] if not piece.blank]
        if not behind or options_of(pieces)[1] or checked_of(pieces)[1]:
            return found
        if not self.bare and any(_INSTRUCTS.search(piece.flat) for piece in behind):
            return found
        self.account.infer("import-answer-unlabelled", behind[0])
        cut = [found[0]._replace(pieces=pieces[:begin]), Segment("answer", None, behind[0], pieces[begin:])]
        return [*cut, *found[1:]]

    def _begin(self) -> int:
        sighting = self.item.sightings[0]
        if sighting.label is not None and sighting.label.kind == "stem":
            return sighting.label.end
        return sighting.number.end if sighting.number else 0

    def _facts(self, found: list[Segment]) -> None:
        for segment in found:
            if segment.kind not in FACTS:
                continue
            told = [piece for piece in segment.pieces if piece.text]
            value = fact(segment.kind, told[0].text) if told else None
            if value is not None and self.facts.setdefault(segment.kind, value) != value:
                self.account.remark(segment, told[:1])

    def _marks(self, stem: Stem) -> Marks | None:
        heading = self.item.section.heading
        own = stem.marks if stem.marks is not None else self.facts.get("marks")
        if isinstance(own, Fraction):
            self.account.recognised.append("marks")
            return own
        if heading is None:
            return None
        if heading.each is not None:
            self.account.recognised.append("marks")
            return heading.each
        if heading.blank is not None and (blanks := blank_count(stem)):
            self.account.infer(
                "import-marks-blanks", self.at, blanks=blanks, marks=written(heading.blank * blanks)
            )
            return heading.blank * blanks
        count = len(self.item.section.items)
        if (
            heading.total is not None
            and (count == 1 or count == heading.count)
            and heading.count in (0, count)
        ):
            each = heading.total / count
            if each.denominator in (1, 2):
                self.account.infer(
                    "import-marks-shared", self.at, total=written(heading.total), marks=written(each)
                )
                return each
        return None

    def _option(self, pieces: list[Piece]) -> Option:
        last = pieces[-1]
        pieces = [*pieces[:-1], last.cut(0, len(last.flat.rstrip(" ;")))]
        words = " ".join(markdown(piece) for piece in pieces if piece.text)
        fixed = flat(words).strip(" 。.") in FIXED_OPTIONS
        return Option(
            Text(words, Location(self.account.file, pieces[0].number, pieces[0].start + 1), pieces[-1].last),
            fixed,
        )

    def _remarks(self, found: list[Segment], used: Sequence[Piece]) -> None:
        for segment in found:
            if segment.kind == "remark":
                self.account.remark(segment, segment.pieces)
            elif segment.kind == "scheme":
                pieces = [piece for piece in segment.pieces if piece not in used]
                if any(not piece.blank for piece in pieces):
                    self.account.remark(segment, pieces)


_INSTRUCTS = re.compile(r"[?]|请|^[(]|说明|要求|写出|列出|字左右|please|describe|explain")
OBJECTIVE = ("single_choice", "multiple_choice", "choice", "true_false", "fill_blank")
