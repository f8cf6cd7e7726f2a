"""Solution: an answer in prose and points, levels, analysis and highlights of a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.interpret.pieces.listing import Entry, listing
from generator.exchange.interpret.pieces.markdown import text_of
from generator.exchange.interpret.question.earning import earning
from generator.exchange.interpret.question.levels import are_levels, levels_of
from generator.exchange.interpret.question.texts import nested, scored, text, texts
from generator.model.content import Text
from generator.model.question import Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.exchange.interpret.accounts.account import Account
    from generator.exchange.interpret.outline.tree import Item
    from generator.exchange.interpret.pieces.piece import Piece
    from generator.exchange.interpret.pieces.segments import Segment
    from generator.model.question import Level

_HIGHLIGHTS = re.compile(
    r"(?:高分(?:要点|关键|亮点)(?:在于|是|为)?|加分项): ?(?=[①(1])|(?:高分(?:要点|关键|亮点)在于|a strong answer): ?"
)
_MOST = 120  # characters a line may have that is a point without a number


def _is_short(piece: Piece) -> bool:
    return piece.line.role == "text" and len(piece.text) <= _MOST


def _each_scored(pieces: Sequence[Piece]) -> bool:
    """Whether each line of a mark scheme ends with what it earns: 目标明确，5分；"""
    told = [piece for piece in pieces if not piece.blank]
    return len(told) > 1 and all(_is_short(p) and scored([p])[0] is not None for p in told)


_NONE = ("略", "暂无", "无", "见解析", "待补充", "答案略", "n/a", "tbd", "tba", "omitted")


class SolutionReader:
    """Reads one question's solution. `used` are pieces of a mark scheme that found their place."""

    def __init__(self, item: Item, account: Account) -> None:
        self.item = item
        self.account = account
        self.at = item.sightings[0].piece
        self.used: list[Piece] = []
        self.levelled: list[Segment] = []  # segments of an answer that turned out to be levels

    def prose(
        self, answers: list[Segment], points: list[Segment], found: list[Segment]
    ) -> tuple[Text | None, tuple[Point, ...]]:
        pieces = [piece for s in answers if s not in self.levelled for piece in s.pieces]
        if "".join(piece.flat for piece in pieces).strip(" ().。[]") in _NONE:
            pieces = []  # 略: told as a missing answer
        listed = [piece for s in points if s not in self.levelled for piece in s.pieces]
        scheme = [piece for s in found if s.kind == "scheme" for piece in s.pieces if piece not in self.used]
        if not listed and scheme:
            parts = listing(scheme)
            counted = parts.entries and not any(not p.blank for p in parts.intro)
            if (counted or earning(scheme) or _each_scored(scheme)) and not listing(pieces).entries:
                listed, self.used = scheme, [*self.used, *scheme]
        if self.item.given and not pieces:
            return Text(self.item.given, Location(self.account.file, self.at.number)), ()
        if earned := earning(listed or pieces):
            said = text_of(pieces, self.account.file) if listed else None
            return said, self._points([Entry([piece], [], "") for piece in earned])
        if listed:
            parts = listing(listed, in_line=True)
            lines = [piece for piece in listed if not piece.blank]
            if not parts.entries and len(lines) > 1 and all(_is_short(piece) for piece in lines):
                self.account.infer("import-points", lines[0])
                return text_of(pieces, self.account.file), self._points([Entry([p], [], "") for p in lines])
            if not parts.entries and any(not piece.blank for piece in pieces):
                points_ = [Entry([piece], [], "") for piece in listed if not piece.blank]
                return text_of(pieces, self.account.file), self._points(points_)
            return text_of([*pieces, *parts.intro], self.account.file), self._points(parts.entries)
        parts = listing(pieces)
        if not parts.entries and self._lost_points(answers, pieces):
            self.account.infer("import-points", self.at)
            return None, self._points([Entry([piece], [], "") for piece in pieces if not piece.blank])
        if parts.trailing:
            self.account.infer("import-prose-after-points", self.at)
        return text_of(parts.intro, self.account.file), self._points(parts.entries)

    def _lost_points(self, answers: list[Segment], pieces: Sequence[Piece]) -> bool:
        """Whether the lines of an answer are points whose numbers were lost, as the questions' own were."""
        told = [piece for piece in pieces if not piece.blank]
        return (
            self.item.sightings[0].number is None
            and len(answers) == 1
            and answers[0].label is not None
            and answers[0].at.cut(answers[0].label.end).text == ""
            and len(told) > 1
            and all(piece.line.role == "text" and len(piece.text) <= 70 for piece in told)
            and not any(piece.blank for piece in pieces[: len(told)])
        )

    def _points(self, entries: Sequence[Entry]) -> tuple[Point, ...]:
        points = []
        for entry in entries:
            told = [piece for piece in entry.pieces if not piece.blank]
            marks, pieces = scored(told)
            if len(pieces) == 1 and not entry.entries and (parts := nested(pieces[0])):
                head, *rest = parts
                inner = tuple(Point(text(self.account.file, part)) for part in rest)
                points.append(Point(text(self.account.file, head), marks, inner))
                continue
            said = text_of(pieces, self.account.file) or Text("", Location(self.account.file, self.at.number))
            below = self._points(entry.entries)
            if said or below:
                points.append(Point(said, marks, below))
        return tuple(points)

    def levels(self, found: list[Segment]) -> tuple[Level, ...]:
        levels: tuple[Level, ...] = ()
        for segment in found:
            if segment.kind in ("points", "answer") and not levels and are_levels(segment.pieces):
                levels, _ = levels_of(segment.pieces, self.account.file)
                self.levelled.append(segment)
                continue
            if segment.kind not in ("levels", "scheme") or earning(segment.pieces):
                continue
            if levels:
                if segment.kind == "levels":
                    self.account.remark(segment, segment.pieces)
                continue
            read, others = levels_of(segment.pieces, self.account.file)
            if len(read) < 2:
                if segment.kind == "levels" and segment.pieces:
                    self.account.remark(segment, segment.pieces)
                continue
            levels = read
            self.used = [*self.used, *segment.pieces]
            if others:
                self.account.remark(segment, others)
        return levels

    def analysis(self, found: list[Segment], behind: Sequence[Piece]) -> tuple[Text | None, tuple[Text, ...]]:
        pieces = [piece for s in found if s.kind == "analysis" for piece in s.pieces]
        highlights: list[Text] = []
        kept: list[Piece] = []
        for piece in pieces:
            split = _HIGHLIGHTS.search(piece.flat) if piece.text else None
            if split is None:
                kept.append(piece)
                continue
            if split.start():
                kept.append(piece.cut(0, split.start()))
            highlights += texts(self.account.file, [piece.cut(split.end())])
        for segment in found:
            if segment.kind == "highlights":
                highlights += texts(self.account.file, segment.pieces)
        return text_of([*behind, *kept], self.account.file), tuple(highlights)
