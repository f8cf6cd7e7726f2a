"""A bank file to a Bank: what each field of a question means, and what is wrong with it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator import kinds
from generator.bank import marks
from generator.bank.solution import read_solution
from generator.bank.texts import check_in_line, read_names, read_prose
from generator.model.content import Text
from generator.model.question import Bank, Prompt, Question
from generator.source import Fields, MappingNode, nearest_name, read

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.kinds.base import Kind
    from generator.source import Node

BANK_FIELDS = ("bank", "format", "title", "language", "questions")
QUESTION_FIELDS = (
    "id",
    "type",
    "language",
    "category",
    "label",
    "stem",
    "competencies",
    "difficulty",
    "minutes",
    "tags",
    "marks",
    "answer",
    "analysis",
    "highlights",
    "levels",
    "follow_ups",
    "enemies",
    "source",
    "note",
    "silence",
)
DEFAULT_LANGUAGE = "zh-CN"

LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def read_bank(path: Path, name: str, report: Report) -> Bank | None:
    """Read one bank file; `name` is what messages call it. None when it is no bank at all."""
    root = read(path, name, report)
    return None if root is None else bank_of(root, path.parent, report)


def bank_of(root: MappingNode, folder: Path, report: Report) -> Bank | None:
    """The bank that a file's mapping holds; None when it is none. Pictures are looked for in `folder`."""
    if "questions" not in root.entries and "sections" in root.entries:
        report.error("is-a-layout", root.location, "is-a-layout")
        return None
    fields = Fields(root, report, BANK_FIELDS)
    read_format(fields, report)
    fields.require("bank")
    if not fields.require("questions"):
        return None
    language = read_language(fields, report) or DEFAULT_LANGUAGE
    identifier = fields.identifier("bank")
    reader = _QuestionReader(identifier, language, folder, report)
    questions = [q for node in fields.sequence("questions") if (q := reader.read(node)) is not None]
    return Bank(
        identifier, fields.string("title"), language, tuple(questions), root.location, root.file.digest
    )


def read_format(fields: Fields, report: Report) -> None:
    """`format: 1`, the only version of the files there is."""
    if fields.has("format") and fields.string("format") != "1":
        report.error("unknown-format", fields.location("format"), "unknown-format")


def read_language(fields: Fields, report: Report) -> str:
    language = fields.string("language")
    if language and not LANGUAGE.fullmatch(language):
        mended = language.replace("_", "-")
        hint = "did-you-mean" if LANGUAGE.fullmatch(mended) else "bad-language"
        report.error("bad-language", fields.location("language"), hint, found=language, nearest=mended)
        return ""
    return language


class _QuestionReader:
    """Reads the questions of one bank file."""

    def __init__(self, bank: str, language: str, folder: Path, report: Report) -> None:
        self.bank = bank
        self.language = language
        self.folder = folder
        self.report = report
        of_types = [field for name in kinds.NAMES for field in kinds.kind(name).fields]
        self.of_types = tuple(dict.fromkeys(of_types))
        self.known = frozenset((*QUESTION_FIELDS, *of_types))

    def read(self, node: Node) -> Question | None:
        report = self.report
        if not isinstance(node, MappingNode):
            report.error("not-a-question", node.location, "not-a-question")
            return None
        told = len(report.diagnostics)
        fields = Fields(node, report, self.known)
        type_name = fields.choice("type", kinds.NAMES, "" if fields.given("type") else kinds.DEFAULT)
        if type_name:
            self._check_type(node, kinds.kind(type_name))
        kind = kinds.kind(type_name or kinds.DEFAULT)

        fields.require("id")
        fields.require("stem")
        identifier = fields.identifier("id")
        # Without a stem the other fields are read all the same, to report their faults.
        stem = read_prose(fields, "stem", self.folder, report) or Text("", node.location)
        own_marks = marks.read_marks(fields, report)
        reading = kind.read(fields, stem, report)
        for option in reading.options:
            check_in_line(option.text, report)
        for blank in reading.response.blanks:
            for text in blank:
                check_in_line(text, report)
        solution = read_solution(fields, kind, reading.response, own_marks, self.folder, report)
        prompt = Prompt(
            id=identifier,
            type=kind.name,
            language=read_language(fields, report) or self.language,
            stem=stem,
            label=fields.string("label"),
            options=reading.options,
            shuffle=reading.shuffle,
            lines=fields.integer("lines", 0, 200) if "lines" in kind.fields else None,
            competencies=read_names(fields, "competencies", report),
        )
        question = Question(
            prompt=prompt,
            solution=solution,
            location=node.location,
            bank=self.bank,
            category=fields.string("category"),
            difficulty=fields.integer("difficulty", 1, 5),
            minutes=fields.integer("minutes", 1, 1440),
            tags=read_names(fields, "tags", report),
            marks=own_marks,
            enemies=read_names(fields, "enemies", report),
            source=fields.string("source"),
            note=fields.text("note"),
            silence=self._silence(fields),
        )
        self._check(question)
        if question.silence:
            self._quieten(question, told)
        return question

    def _silence(self, fields: Fields) -> tuple[str, ...]:
        """The codes of warnings that are not wanted for this question."""
        codes = fields.strings("silence")
        if codes:
            from generator.messages import MESSAGES

            for code in codes:
                if code not in MESSAGES:
                    nearest = nearest_name(code, MESSAGES)
                    hint = "did-you-mean" if nearest else "unknown-warning"
                    where = fields.location("silence")
                    self.report.warning("unknown-warning", where, hint, found=code, nearest=nearest)
        return codes

    def _quieten(self, question: Question, told: int) -> None:
        """Take back the warnings about this question, those from `told` on, that its author has silenced."""
        said = self.report.diagnostics
        said[told:] = [d for d in said[told:] if d.severity != "warning" or d.code not in question.silence]

    def _check(self, question: Question) -> None:
        if question.id in question.enemies:
            self.report.error("own-enemy", question.location, "own-enemy", id=question.id)
        if question.prompt.options and question.prompt.shuffle:
            self._check_letters(question)

    def _check_letters(self, question: Question) -> None:
        """“B项太早” is wrong once the options are shuffled, and nobody would notice in print."""
        from generator.kinds.choice import names_letters

        solution = question.solution
        for text in (question.prompt.stem, solution.analysis, *solution.highlights, *solution.follow_ups):
            if text and names_letters(text):
                self.report.warning("letters-named", text.location, "letters-named", id=question.id)

    def _check_type(self, node: MappingNode, kind: Kind) -> None:
        """Report the fields that only questions of other types have."""
        for field in self.of_types:
            if field in node.entries and field not in kind.fields:
                owners = [name for name in kinds.NAMES if field in kinds.kind(name).fields]
                where = node.keys[field].location
                values = {"field": field, "type": kind.name, "types": ", ".join(owners)}
                self.report.error("field-of-other-type", where, "field-of-other-type", **values)
