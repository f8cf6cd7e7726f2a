"""What a person must look at, as comments in the bank at the field it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.exchange.documents.cleaning import one_line
from generator.exchange.yaml import Comments
from generator.messages import message

if TYPE_CHECKING:
    from generator.exchange.intake import Origin
    from generator.exchange.matching import Entry
    from generator.exchange.merge import Placed

_ABOUT = {  # the field that a doubt is about; others are about the question
    "import-no-stem": "stem",
    "import-no-answer": "answer",
    "import-answer-in-stem": "answer",
    "import-answer-unclear": "answer",
    "import-letter-unknown": "answer",
    "import-blanks-unclear": "answer",
    "quiz-no-answer": "answer",
}
_TO_DO = {"zh": "待核：", "en": "To check: "}
_DOUBT = 0.3  # what a doubt takes from confidence


def judged(origin: Origin, placed: Placed, said: Entry, entry: Entry | None) -> Origin:
    """`origin` when the question `said` has gone to `entry`: what is lacking in the document may be in the bank."""
    doubts = tuple(
        doubt
        for doubt in origin.doubts
        if (field := _ABOUT.get(doubt.code, "")) == "" or said.get(field) or not (entry and entry.get(field))
    )
    settled = len(origin.doubts) - len(doubts)
    confidence = round(min(1.0, origin.confidence + _DOUBT * settled), 2) if settled else origin.confidence
    if placed.doubt:
        doubts += (Diagnostic("warning", placed.doubt, origin.first, {"other": placed.other}),)
        confidence = round(max(0.1, confidence - _DOUBT), 2)
    return origin._replace(doubts=doubts, confidence=confidence)


def remark_doubts(
    comments: dict[tuple[str | int, ...], Comments], origin: Origin, placed: Placed, language: str
) -> None:
    """Of a question that is new, the doubts; of one that has changed, those about what has changed. One a field."""
    due = {change.field for change in placed.changes} if placed.action == "updated" else {*_ABOUT.values()}
    for doubt in origin.doubts if placed.action in ("added", "updated") else ():
        field = _ABOUT.get(doubt.code, "")
        if not field or field in due:
            due.discard(field)
            remark(comments, ("questions", placed.id, *([field] if field else [])), doubt, language)


def remove_answered(comments: dict[tuple[str | int, ...], Comments], placed: Placed) -> None:
    """Take away what a gap was remarked with once it is filled."""
    for change in placed.changes:
        path = ("questions", placed.id, change.field)
        if change.new and not change.old and path in comments:
            above, beside = comments[path]
            comments[path] = Comments(
                tuple(said for said in above if not said.startswith(tuple(_TO_DO.values()))), beside
            )


def remark(
    comments: dict[tuple[str | int, ...], Comments],
    path: tuple[str | int, ...],
    doubt: Diagnostic,
    language: str,
) -> None:
    said = _TO_DO[language] + one_line(message(doubt, language))  # it may quote what a stranger wrote
    there = comments.get(path, Comments())
    if said not in there.above:
        comments[path] = Comments((*there.above, said), there.beside)
