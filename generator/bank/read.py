"""A bank file to a Bank: what each field of a question means, and what is wrong with it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator import kinds
from generator.bank import marks
from generator.markdown import has_markup, inlines, scan
from generator.model.question import Bank, Level, Point, Prompt, Question, Solution
from generator.source import Fields, MappingNode, ScalarNode, SequenceNode, read, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Location, Report
    from generator.kinds.base import Kind
    from generator.model.content import Text
    from generator.model.question import Marks
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
)
ANSWER_FIELDS = ("text", "points", "numbering")
NUMBERINGS = ("1.", "(1)", "（1）", "①", "-", "none")
DEFAULT_LANGUAGE = "zh-CN"

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_RANGE = re.compile(r"(\d+(?:\.\d+)?)(?:\s*(?:-|–|—|~|～|至|到)\s*(\d+(?:\.\d+)?))?\s*分?")


def read_bank(path: Path, name: str, report: Report) -> Bank | None:
    """Read one bank file; `name` is what messages call it. None when it is no bank at all."""
    root = read(path, name, report)
    if root is None:
        return None
    fields = Fields(root, report, BANK_FIELDS)
    read_format(fields, report)
    if not fields.require("bank") or not fields.require("questions"):
        return None
    language = read_language(fields, report) or DEFAULT_LANGUAGE
    identifier = fields.identifier("bank")
    reader = _QuestionReader(identifier, language, path.parent, report)
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
    if language and not _LANGUAGE.fullmatch(language):
        report.error("bad-language", fields.location("language"), "bad-language", found=language)
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
        fields = Fields(node, report, self.known)
        type_name = fields.choice("type", kinds.NAMES, "" if fields.has("type") else kinds.DEFAULT)
        if type_name:
            self._check_type(node, kinds.kind(type_name))
        kind = kinds.kind(type_name or kinds.DEFAULT)

        fields.require("id")
        fields.require("stem")
        identifier = fields.identifier("id")
        stem = self._scanned(fields.text("stem"))
        if stem is None:
            return None
        own_marks = fields.number("marks")
        reading = kind.read(fields, stem, report)
        for option in reading.options:
            self._in_line(option.text)
        for blank in reading.response.blanks:
            for text in blank:
                self._in_line(text)
        levels, levels_at = self._levels(fields)
        solution = Solution(
            response=reading.response,
            analysis=self._scanned(fields.text("analysis")),
            highlights=self._texts(fields, "highlights"),
            levels=levels,
            follow_ups=self._texts(fields, "follow_ups"),
            marks=own_marks,
        )
        if kind.prose:
            solution = self._answer(fields, solution)
        marks.check(own_marks, solution, fields.location("marks"), levels_at, report)
        prompt = Prompt(
            id=identifier,
            type=kind.name,
            language=read_language(fields, report) or self.language,
            stem=stem,
            label=fields.string("label"),
            options=reading.options,
            shuffle=reading.shuffle,
            lines=fields.integer("lines", 0, 200) if "lines" in kind.fields else None,
            competencies=fields.strings("competencies"),
        )
        return Question(
            prompt=prompt,
            solution=solution,
            location=node.location,
            bank=self.bank,
            category=fields.string("category"),
            difficulty=fields.integer("difficulty", 1, 5),
            minutes=fields.integer("minutes", 1, 1440),
            tags=fields.strings("tags"),
            marks=own_marks,
            enemies=fields.strings("enemies"),
            source=fields.string("source"),
        )

    def _check_type(self, node: MappingNode, kind: Kind) -> None:
        """Report the fields that only questions of other types have."""
        for field in self.of_types:
            if field in node.entries and field not in kind.fields:
                owners = [name for name in kinds.NAMES if field in kinds.kind(name).fields]
                where = node.keys[field].location
                values = {"field": field, "type": kind.name, "types": ", ".join(owners)}
                self.report.error("field-of-other-type", where, "field-of-other-type", **values)

    def _scanned(self, text: Text | None) -> Text | None:
        if text is not None:
            scan(text, self.report, self.folder)
        return text

    def _in_line(self, text: Text) -> None:
        """Report what a text that is set as part of a line cannot hold: lists, tables, code blocks, pictures."""
        if has_markup(text.markdown):
            inlines(text, self.report)

    def _texts(self, fields: Fields, name: str) -> tuple[Text, ...]:
        texts = fields.texts(name)
        for text in texts:
            self._in_line(text)
        return texts

    def _answer(self, fields: Fields, solution: Solution) -> Solution:
        """`answer` of a question answered in prose: a text, a list of points, or both in a mapping."""
        if not fields.require("answer"):
            return solution
        node = fields.node("answer")
        if isinstance(node, ScalarNode):
            return solution._replace(text=self._scanned(text_of(node)))
        if isinstance(node, SequenceNode):
            return solution._replace(points=self._points(node.items))
        answer = Fields(node, self.report, ANSWER_FIELDS) if node is not None else fields
        text = self._scanned(answer.text("text"))
        points = self._points(answer.sequence("points"))
        if text is None and not points:
            self.report.error("missing-answer", fields.location("answer"), "missing-answer")
        numbering = answer.choice("numbering", NUMBERINGS, "")
        return solution._replace(text=text, points=points, point_numbering=numbering)

    def _points(self, nodes: tuple[Node, ...] | list[Node], depth: int = 1) -> tuple[Point, ...]:
        points = []
        for node in nodes:
            if isinstance(node, ScalarNode):
                text = self._scanned(text_of(node))
                if text:
                    points.append(Point(text))
                else:
                    self.report.error("empty-point", node.location, "empty-point")
                continue
            fields = Fields(node, self.report, ("text", "marks", "points"))
            fields.require("text")
            text = self._scanned(fields.text("text"))
            inner = fields.sequence("points")
            if inner and depth == 3:
                self.report.error("points-too-deep", fields.location("points"), "points-too-deep")
                inner = ()
            if text is not None:
                points.append(Point(text, fields.number("marks"), self._points(inner, depth + 1)))
        return tuple(points)

    def _levels(self, fields: Fields) -> tuple[tuple[Level, ...], list[Location]]:
        """The levels, and where the marks of each are written."""
        levels: list[Level] = []
        places: list[Location] = []
        for node in fields.sequence("levels"):
            entry = Fields(node, self.report, ("name", "marks", "text"))
            complete = [entry.require(name) for name in ("name", "marks", "text")]
            text = entry.text("text")
            if text is not None:
                self._in_line(text)
            span = self._range(entry)
            if all(complete) and text is not None and span is not None:
                levels.append(Level(entry.string("name"), *span, text))
                places.append(entry.location("marks"))
        return tuple(levels), places

    def _range(self, fields: Fields) -> tuple[Marks, Marks] | None:
        """`marks` of a level: "7-8", "7～8" or "7"."""
        said = fields.string("marks")
        match = _RANGE.fullmatch(said)
        if match is None:
            if said:
                self.report.error("bad-range", fields.location("marks"), "bad-range", found=said)
            return None
        low, high = Fraction(match[1]), Fraction(match[2] or match[1])
        if low > high:
            self.report.error("bad-range", fields.location("marks"), "range-order", found=said)
            return None
        return low, high
