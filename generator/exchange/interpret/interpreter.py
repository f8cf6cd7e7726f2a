"""The Interpreter: a manuscript through all steps to an Intake."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location
from generator.exchange.intake import Intake, LeftOut
from generator.exchange.interpret.contents import without_contents
from generator.exchange.interpret.doubtful import doubted
from generator.exchange.interpret.endings import ending, without_cards
from generator.exchange.interpret.flat import flat
from generator.exchange.interpret.outline import outline
from generator.exchange.interpret.overlooked import asking_front, attached, doubts_of, numbered_notes
from generator.exchange.interpret.pieces import pieces
from generator.exchange.interpret.questions import Maker
from generator.exchange.interpret.readings import read
from generator.exchange.interpret.recurring import with_recurring_labels
from generator.exchange.interpret.said import markdown
from generator.exchange.interpret.sightings import sighting_of
from generator.exchange.interpret.tables import laid_out
from generator.exchange.interpret.turned import turned
from generator.exchange.interpret.unwrap import unwrapped
from generator.exchange.interpret.wholes import (
    INSTRUCTS,
    ON_MATERIAL,
    are_bare,
    are_parts,
    are_statements,
    is_case,
    whole_of,
)
from generator.exchange.interpret.words import FRONT, MATERIAL, NOTE_LABELS
from generator.markdown.characters import has_chinese
from generator.model.question import Bank

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.intake import Origin
    from generator.exchange.interpret.outline import Outline, Section
    from generator.exchange.interpret.pieces import Piece
    from generator.exchange.interpret.sightings import Sighting
    from generator.exchange.line import Line, Manuscript
    from generator.model.question import Question


class Interpreter:
    def __init__(self, manuscript: Manuscript, report: Report, bank: str, title: str, language: str) -> None:
        self.manuscript = manuscript
        self.file = manuscript.file
        self.report = report
        self.bank = bank
        self.title = title
        self.language = language or _language(manuscript)
        self.left: list[LeftOut] = []
        self.notes: list[Sighting] = []  # of sections, left out

    def intake(self) -> Intake:
        lines, cards = without_cards(self._furniture_out(self.manuscript.lines))
        self._leave((line, "left-box") for line in cards)
        lines, tables = laid_out(list(turned(lines)))
        self._leave(tables)
        lines, contents = without_contents(lines)
        self._leave((line, "left-contents") for line in contents)
        found = [piece for line, last in unwrapped(lines) for piece in pieces([line], last)]
        sightings = with_recurring_labels([sighting_of(piece) for piece in found])
        decisions, _ = read(sightings)
        drawn = outline(sightings, decisions)
        self._front(drawn)
        self._ending(drawn)
        self.bare = are_bare(drawn)
        made = doubted([made for section in drawn.sections for made in self._section(section)])
        unread = doubts_of("import-line-front", asking_front(drawn.front, drawn.sections), self.file)
        for section in drawn.sections:
            unread += doubts_of("import-line-noted", numbered_notes(section), self.file)
        made = attached(made, unread)
        self._untaken([*drawn.front, *self.notes, *(left.sighting for left in drawn.left)], made)
        for sighting, number, _ in drawn.orphans:
            where = Location(self.file, sighting.piece.number)
            self.report.warning("import-key-orphan", where, number=number)
        for left in drawn.left:
            self._leave_piece(left.sighting.piece, left.why)
        if not made:
            self.report.warning("import-no-questions", Location(self.file))
        for number, words, why in self.manuscript.unread:
            self.left.append(LeftOut(Location(self.file, number), words, why))
        made = self._cut_off(made)
        questions = tuple(question for question, _ in made)
        bank = Bank(self.bank, self.title, self.language, questions, Location(self.file, 1), self.file.digest)
        self.left.sort(key=lambda left: left.location.line)
        return Intake(
            bank, tuple(origin for _, origin in made), tuple(self.left), dict(self.manuscript.pictures)
        )

    def _cut_off(self, made: list[tuple[Question, Origin]]) -> list[tuple[Question, Origin]]:
        """Where the document breaks off, the question it does so in is doubtful."""
        cut = [d.location.line for d in self.report.diagnostics if d.code == "damage-cut" and d.location]
        if not cut or not made:
            return made
        question, origin = made[-1]
        doubt = Diagnostic("warning", "damage-cut", Location(self.file, cut[-1]), {}, "look-at-the-end")
        doubted = origin._replace(
            doubts=(*origin.doubts, doubt), confidence=max(0.1, origin.confidence - 0.3)
        )
        return [*made[:-1], (question, doubted)]

    def _furniture_out(self, lines: tuple[Line, ...]) -> list[Line]:
        kept = []
        for line in lines:
            if line.role == "furniture":
                self._leave([(line, "left-page-furniture")])
            elif line.role == "contents":
                self._leave([(line, "left-contents")])
            else:
                kept.append(line)
        return kept

    def _leave(self, lines: object) -> None:
        for line, why in lines:  # type: ignore[attr-defined]
            words = line.text if line.role != "table" else " | ".join(_words(line))
            if words.strip():
                self.left.append(LeftOut(Location(self.file, line.number), words, why))

    def _leave_piece(self, piece: Piece, why: str) -> None:
        if piece.line.role == "table":
            self._leave([(piece.line, why)])
        elif piece.text:
            self.left.append(LeftOut(Location(self.file, piece.number, piece.start + 1), piece.text, why))

    def _front(self, drawn: Outline) -> None:
        bullets = [s for s in drawn.front if s.number is not None and s.number.manner == "-"]
        titles = [s for s in drawn.front if s.piece.text and s not in bullets and _is_title(s)]
        title = next((s for s in titles if s.piece.line.heading), titles[0] if titles else None)
        for sighting in drawn.front:
            piece = sighting.piece
            if not piece.text and piece.line.role != "table":
                continue
            if not self.title and sighting is title:
                self.title = " ".join(markdown(piece).split())
                continue
            self._leave_piece(piece, "left-front")

    def _untaken(self, left: list[Sighting], made: list[tuple[Question, Origin]]) -> None:
        """Warn where much of what is in no question asks or answers, and does not repeat one."""
        stems = {
            flat(part).replace(" ", "") for q, _ in made for part in q.prompt.stem.markdown.split("\n\n")
        }
        asking = [
            s
            for s in left
            if (s.asks >= 1.0 or (s.label is not None and s.label.kind in _PAIR and not s.key))
            and s.piece.flat[s.body :].replace(" ", "").lstrip("0123456789.、-") not in stems
        ]
        if len(asking) >= _MANY:
            where = Location(self.file, asking[0].piece.number)
            self.report.warning("import-questions-left", where, count=len(asking))

    def _ending(self, drawn: Outline) -> None:
        """Take the closing words of a document from its last question."""
        owners = [
            owner
            for section in drawn.sections
            for item in section.items
            for owner in (item.sightings, item.entry)
            if owner
        ]
        last = max(owners, key=lambda owner: owner[-1].piece.number, default=None)
        for sighting in ending(last) if last else ():
            if not sighting.piece.blank or sighting.piece.line.role == "table":
                self._leave_piece(sighting.piece, "left-ending")

    def _section(self, section: Section) -> list[tuple[Question, Origin]]:
        whole = are_parts(section) and is_case(section)
        material = [] if whole else self._notes(section)
        if are_parts(section) and (material or whole):
            section.items, material = [whole_of(section)], []
        supposed = "true_false" if are_statements(section) else ""
        made = [
            Maker(item, self.file, self.bank, self.language, material, self.bare, supposed).make()
            for item in section.items
        ]
        made = self._numbers(section, made)
        heading = section.heading
        if heading is not None and section.sighting is not None:
            where = Location(self.file, section.sighting.piece.number)
            if not any(question.category == heading.title for question, _ in made):
                self._leave_piece(section.sighting.piece, "left-heading")
            elif heading.aside:
                self._leave_piece(section.sighting.piece, "left-note")
            if not section.items:
                pass
            elif heading.count and heading.count != len(section.items):
                values = {"title": heading.title, "declared": heading.count, "found": len(section.items)}
                made = _doubted(made, "import-count-differs", where, values)
            total = heading.total
            if total is not None and section.items:
                marks = [question.marks for question, _ in made if question.marks is not None]
                if len(marks) == len(made):
                    found = sum(marks, Fraction(0))
                    if found != total:
                        from generator.model.question import written

                        values = {"title": heading.title, "declared": written(total), "found": written(found)}
                        made = _doubted(made, "import-total-differs", where, values)
        return made

    def _numbers(
        self, section: Section, made: list[tuple[Question, Origin]]
    ) -> list[tuple[Question, Origin]]:
        """Say of questions whose number is not the one due."""
        told = []
        expected = 0
        for item, (question, origin) in zip(section.items, made, strict=True):
            if expected and item.number != expected and item.sightings[0].number is not None:
                values: dict[str, object] = {"number": item.number, "expected": expected}
                doubt = Diagnostic("warning", "import-number", question.location, values)
                origin = origin._replace(
                    doubts=(*origin.doubts, doubt), confidence=max(0.1, origin.confidence - 0.2)
                )
            told.append((question, origin))
            expected = item.number + 1
        return told

    def _notes(self, section: Section) -> list[Piece]:
        """The material all questions of a section go by; its notes are left out."""
        told = [sighting.piece for sighting in section.notes if not sighting.piece.blank]
        if not told:
            return []
        words = told[0].flat
        pictured = any(piece.line.role == "table" for piece in told)
        instructs = not pictured and sum(len(piece.text) for piece in told) <= 40 and INSTRUCTS.search(words)
        material = bool(section.items and not instructs) and (
            pictured
            or words.lstrip("[(").startswith(MATERIAL)
            or (ON_MATERIAL.search(section.title) and not words.lstrip("[(").startswith(NOTE_LABELS))
            or (
                sum(len(piece.text) for piece in told) > 160
                and not words.lstrip("[(").startswith(NOTE_LABELS)
            )
        )
        if material:
            return told
        self.notes += section.notes
        for piece in told:
            self._leave_piece(piece, "left-note")
        return []


def _doubted(
    made: list[tuple[Question, Origin]], code: str, where: Location, values: dict[str, object]
) -> list[tuple[Question, Origin]]:
    """The last question of a section carries what is doubtful about the section as a whole."""
    question, origin = made[-1]
    doubt = Diagnostic("warning", code, where, values)
    return [
        *made[:-1],
        (
            question,
            origin._replace(doubts=(*origin.doubts, doubt), confidence=max(0.1, origin.confidence - 0.3)),
        ),
    ]


def _words(line: Line) -> list[str]:
    return [inner.text for row in line.rows for cell in row for inner in cell if inner.text]


_PAIR = ("stem", "answer", "umbrella")
_MANY = 3  # lines in no question that ask or answer, from which a person must look at them
_NOT_TITLE = re.compile(r"[:。?;]|_{3,}|^\(.*\)$|^[0-9]{1,3}(?![0-9])")


def _is_title(sighting: Sighting) -> bool:
    piece = sighting.piece
    if len(piece.text) > (120 if piece.line.heading else 60):
        return False
    if piece.line.heading:
        return True
    return not _NOT_TITLE.search(piece.flat) or (
        ":" in piece.flat and piece.flat.isascii() and not piece.flat.startswith(tuple(FRONT))
    )


def _language(manuscript: Manuscript) -> str:
    """zh-CN where a good part of the letters are Chinese, else en."""
    chinese = latin = 0
    for line in manuscript.lines:
        words = [line.text] if line.role != "table" else _words(line)
        for text in words:
            if text.isascii():
                latin += len(text)
            else:
                chinese += sum(has_chinese(char) for char in text[:2000])
        if chinese > 400:
            break
    return "zh-CN" if chinese * 8 >= latin and chinese else "en"
