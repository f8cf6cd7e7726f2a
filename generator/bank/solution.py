"""The key's side of a question: answer, points, analysis, levels, from its fields in a bank file."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.bank import marks
from generator.bank.texts import read_in_line, read_prose, scanned
from generator.model.question import Level, Point, Solution
from generator.source import Fields, MappingNode, ScalarNode, SequenceNode, plain_digits, scalar, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Location, Report
    from generator.kinds.base import Kind
    from generator.model.question import Marks, Response
    from generator.source import Node

ANSWER_FIELDS = ("text", "points", "numbering")
POINT_FIELDS = ("text", "marks", "points")
LEVEL_FIELDS = ("name", "marks", "text")
NUMBERINGS = ("1.", "(1)", "（1）", "①", "-", "none")
MOST_DEPTH = 3  # of points in points

_NUMBER = r"([0-9]{1,6}(?:\.[0-9]{1,6})?)"
_RANGE = re.compile(rf"{_NUMBER}(?:\s*(?:-|–|—|~|～|至|到)\s*{_NUMBER})?\s*分?")


def read_solution(
    fields: Fields, kind: Kind, response: Response, own_marks: Marks | None, folder: Path, report: Report
) -> Solution:
    """The solution of a question whose kind has read `response`; every fault goes to `report`."""
    reader = _Reader(folder, report)
    levels, levels_at = reader.levels(fields)
    solution = Solution(
        response=response,
        analysis=read_prose(fields, "analysis", folder, report),
        highlights=read_in_line(fields, "highlights", report),
        levels=levels,
        follow_ups=read_in_line(fields, "follow_ups", report),
        marks=own_marks,
    )
    if kind.prose:
        solution = reader.answer(fields, solution)
    marks.check(own_marks, solution, fields.location("marks"), levels_at, report)
    return solution


class _Reader:
    def __init__(self, folder: Path, report: Report) -> None:
        self.folder = folder
        self.report = report

    def answer(self, fields: Fields, solution: Solution) -> Solution:
        """`answer` of a question answered in prose: a text, a list of points, or both in a mapping."""
        if not fields.require("answer"):
            return solution
        node = fields.node("answer")
        if isinstance(node, ScalarNode):
            return solution._replace(text=scanned(text_of(node), self.folder, self.report))
        if isinstance(node, SequenceNode):
            return solution._replace(points=self._points(node.items))
        assert node is not None
        if _meant_as_text(node, ANSWER_FIELDS):
            scalar(node, self.report)
            return solution
        answer = Fields(node, self.report, ANSWER_FIELDS)
        text = read_prose(answer, "text", self.folder, self.report)
        points = self._points(answer.sequence("points"))
        if not answer.sequence("points"):
            if answer.has("text"):
                answer.require("text")
            else:
                self.report.error("missing-answer", node.location, "missing-answer")
        numbering = answer.choice("numbering", NUMBERINGS, "")
        return solution._replace(text=text, points=points, point_numbering=numbering)

    def _points(self, nodes: tuple[Node, ...] | list[Node], depth: int = 1) -> tuple[Point, ...]:
        points = []
        for node in nodes:
            if isinstance(node, MappingNode) and not _meant_as_text(node, POINT_FIELDS):
                point = self._point(Fields(node, self.report, POINT_FIELDS), depth)
                if point is not None:
                    points.append(point)
                continue
            said = scalar(node, self.report)
            if said is not None and said.value.strip():
                points.append(Point(scanned(text_of(said), self.folder, self.report)))
            elif isinstance(node, ScalarNode):
                self.report.error("empty-point", node.location, "empty-point")
        return tuple(points)

    def _point(self, fields: Fields, depth: int) -> Point | None:
        fields.require("text")
        text = read_prose(fields, "text", self.folder, self.report)
        inner = fields.sequence("points")
        if inner and depth == MOST_DEPTH:
            self.report.error("points-too-deep", fields.location("points"), "points-too-deep")
            inner = ()
        share, points = marks.read_marks(fields, self.report), self._points(inner, depth + 1)
        return None if text is None else Point(text, share, points)

    def levels(self, fields: Fields) -> tuple[tuple[Level, ...], list[Location]]:
        """The levels, and where the marks of each are written."""
        levels: list[Level] = []
        places: list[Location] = []
        for node in fields.sequence("levels"):
            entry = Fields(node, self.report, LEVEL_FIELDS)
            if not isinstance(node, MappingNode):
                continue
            complete = [entry.require(name) for name in LEVEL_FIELDS]
            texts = read_in_line(entry, "text", self.report)
            if len(texts) > 1:
                self.report.error("list-for-text", entry.location("text"), "text-form")
            span = self._range(entry)
            if all(complete) and len(texts) == 1 and span is not None:
                levels.append(Level(entry.string("name"), *span, texts[0]))
                places.append(entry.location("marks"))
        return tuple(levels), places

    def _range(self, fields: Fields) -> tuple[Marks, Marks] | None:
        """`marks` of a level: "7-8", "7～8" or "7"."""
        said = fields.string("marks")
        match = _RANGE.fullmatch(said)
        if match is None:
            if said:
                mended = plain_digits(said)
                self.report.error(
                    "bad-range",
                    fields.location("marks"),
                    "did-you-mean" if _RANGE.fullmatch(mended) else "bad-range",
                    found=said,
                    nearest=mended,
                )
            return None
        low = marks.halves(Fraction(match[1]), fields, self.report)
        high = marks.halves(Fraction(match[2] or match[1]), fields, self.report)
        if low is None or high is None:
            return None
        if low > high:
            self.report.error("bad-range", fields.location("marks"), "range-order", found=said)
            return None
        return low, high


def _meant_as_text(node: Node, known: tuple[str, ...]) -> bool:
    """`- 第一步: 先致歉` is a text whose colon made it a field: the names of fields are English."""
    return isinstance(node, MappingNode) and not any(name in known or name.isascii() for name in node.entries)
