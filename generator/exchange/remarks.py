"""What a person must look at, as comments in the bank at the field it is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.exchange.table.cleaning import one_line
from generator.exchange.words import told
from generator.exchange.yaml import Comments
from generator.messages import MESSAGES
from generator.review.remarks import TO_DO, is_of_gap, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.exchange.intake import Origin
    from generator.exchange.matching import Entry
    from generator.exchange.merge import Placed
    from generator.exchange.yaml import Tree

_ABOUT = {  # the field that a doubt is about; others are about the question
    "import-no-stem": "stem",
    "import-no-answer": "answer",
    "import-answer-in-stem": "answer",
    "import-answer-unclear": "answer",
    "import-letter-unknown": "answer",
    "import-blanks-unclear": "answer",
    "quiz-no-answer": "answer",
    "table-option-gap": "options",
    "import-answer-unfit": "answer",
    "import-type-kept": "type",
    "import-options-changed": "options",
}
_OF_POINTS = ("import-marks-inside", "import-points-differ", "table-marks-inside", "table-points-sum")
_SAID = "open-remark"  # the doubt that stands in a bank as a remark already
_LOST = "\ufffd"  # stands for a character that is gone
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
    kept = [field for field in origin.unsaid if entry and entry.get(field) and not said.get(field)]
    if kept:
        doubts += tuple(
            Diagnostic("warning", "table-emptied", origin.first, {"field": field}) for field in kept
        )
        confidence = round(max(0.1, confidence - _DOUBT), 2)
    if placed.doubt:
        doubts += (Diagnostic("warning", placed.doubt, origin.first, {"other": placed.other}),)
        confidence = round(max(0.1, confidence - _DOUBT), 2)
    told = [Diagnostic("warning", code, origin.first, values) for code, values in placed.doubts]
    if lost := str(said).count(_LOST):
        told.append(Diagnostic("warning", "damage-lost", origin.first, {"count": lost}, "retype-character"))
    if told:
        doubts += tuple(told)
        confidence = round(max(0.1, confidence - _DOUBT * len(told)), 2)
    return origin._replace(doubts=doubts, confidence=confidence)


def remark_doubts(
    comments: dict[tuple[str | int, ...], Comments], origin: Origin, placed: Placed, language: str
) -> None:
    """Of a question that is new, the doubts; of one that has changed, those about what has changed. One a field."""
    due = {change.field for change in placed.changes} if placed.action == "updated" else {*_ABOUT.values()}
    for doubt in origin.doubts if placed.action in ("added", "updated") else ():
        if doubt.code == _SAID:
            continue
        field = _ABOUT.get(doubt.code, "")
        if not field or field in due:
            due.discard(field)
            path = ("questions", placed.id, *([field] if field else []))
            remark(comments, path, told(doubt, language), language)


def remove_answered(comments: dict[tuple[str | int, ...], Comments], placed: Placed) -> None:
    """Take away what a gap was remarked with once a document has filled it, and what was said of points it changes."""
    for change in placed.changes if placed.action == "updated" else ():
        if change.field == "answer" and ("questions", placed.id) in comments:
            _keep(comments, ("questions", placed.id), lambda line: not _is_of_points(words_of(f"# {line}")))
        path = ("questions", placed.id, change.field)
        if path in comments and _lacks(change.old) and not _lacks(change.new):
            _keep(comments, path, lambda line: not line.startswith(tuple(TO_DO.values())))


def _is_of_points(words: str) -> bool:
    """Whether a remark is about the marks of points."""
    return any(
        re.fullmatch(re.sub(r"\\{\w+\\}", ".*", re.escape(said)), words)
        for code in _OF_POINTS
        for said in MESSAGES[code]
    )


def _lacks(value: Tree | None) -> bool:
    """Whether a value is still to be written, or one of its options."""
    return not value or (isinstance(value, list) and "" in value)


def remove_settled(comments: dict[tuple[str | int, ...], Comments], entries: Mapping[str, Entry]) -> None:
    """Take away the remarks that say something is missing where, by hand or not, it has been written since."""
    for path in [path for path in comments if path[:1] == ("questions",) and len(path) == 3]:
        entry = entries.get(str(path[1]))
        if entry and entry.get(str(path[2])):
            _keep(comments, path, lambda line: not is_of_gap(words_of(f"# {line}")))


def _keep(
    comments: dict[tuple[str | int, ...], Comments],
    path: tuple[str | int, ...],
    wanted: Callable[[str], bool],
) -> None:
    above, beside = comments[path]
    comments[path] = Comments(tuple(filter(wanted, above)), beside)


def remark(
    comments: dict[tuple[str | int, ...], Comments],
    path: tuple[str | int, ...],
    what: str,
    language: str,
) -> None:
    words = TO_DO[language] + one_line(what)  # it may quote what a stranger wrote
    there = comments.get(path, Comments())
    if words not in there.above:
        comments[path] = Comments((*there.above, words), there.beside)
