"""A bank's own file as a document: merged into another bank, with its comments and pictures."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.bank import read_bank
from generator.bank.gaps import is_gap
from generator.diagnostics import Diagnostic, Location, Report, lines_of
from generator.exchange.intake import PICTURE, Intake, Origin
from generator.exchange.yaml.comments import comments_of
from generator.exchange.yaml.tree import MISSING, changed, question
from generator.markdown.images import load
from generator.model.content import Image
from generator.review.remarks import is_of_gap, remarks, shortened, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.question import Bank, Question

_DOUBTS = {"stem": "import-no-stem", "answer": "import-no-answer"}  # of a field that is a gap
_DOUBT = 0.3  # what a doubt takes from confidence


def read(data: bytes, name: str, report: Report) -> Intake | None:
    """The bank of a file, which may have gaps and no other faults."""
    found = Report()
    path = Path(name)
    bank = read_bank(path, name, found)
    report.extend(d for d in found.diagnostics if not is_gap(d))
    if bank is None or report.failed:
        return None
    text = "\n".join(lines_of(bank.location.file))
    return Intake(
        bank, tuple(_origins(bank)), pictures=_pictures(bank, path.parent), comments=comments_of(text)
    )


def _origins(bank: Bank) -> Iterator[Origin]:
    lines = lines_of(bank.location.file)
    open_: dict[str, list[Diagnostic]] = {}
    for asked, where in remarks(bank):
        words = words_of(where.quote)
        if asked is not None and not is_of_gap(words):
            told = Diagnostic("warning", "open-remark", where, {"found": shortened(words)})
            open_.setdefault(asked.id, []).append(told)
    ends = [asked.location.line - 1 for asked in bank.questions[1:]] + [len(lines)]
    for asked, end in zip(bank.questions, ends, strict=True):
        last = next(
            (n for n in range(end, asked.location.line, -1) if _says(lines[n - 1])), asked.location.line
        )
        yield _origin(asked, Location(bank.location.file, last), open_.get(asked.id, []))


def _origin(asked: Question, last: Location, told: list[Diagnostic]) -> Origin:
    fields = question(asked, asked.prompt.language)
    gaps = [
        Diagnostic("warning", code, asked.location, {})
        for field, code in _DOUBTS.items()
        if fields.get(field) is MISSING
    ]
    doubts = (*gaps, *told)
    fields = {"type": asked.prompt.type, **fields}  # which is said even where it is the usual one
    recognised = tuple(name for name, value in fields.items() if name != "id" and value is not MISSING)
    confidence = round(max(0.1, 1.0 - _DOUBT * len(doubts)), 2)
    return Origin(asked.id, asked.location, last, recognised, (), doubts, confidence)


def _says(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _pictures(bank: Bank, folder: Path) -> dict[str, bytes]:
    """The pictures that questions show, by the path they are named with; those at fault have been told of."""
    found: dict[str, bytes] = {}

    def look(text: str) -> str:
        for path in PICTURE.findall(text):
            picture = load(path[1], "", folder)
            if isinstance(picture, Image):
                found[path[1]] = Path(picture.path).read_bytes()
        return text

    for asked in bank.questions:
        changed(question(asked, bank.language), look)
    return found
