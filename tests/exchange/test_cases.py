"""The corpus under tests/cases: every document is read, and what comes of it is not worse than it was."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from generator.bank import read_bank
from generator.diagnostics import Report
from tests.cases.account import lost
from tests.cases.corpus import cases, lines, understood
from tests.cases.facts import of_expected, of_imported
from tests.cases.score import FIELDS, Score, score, total

if TYPE_CHECKING:
    from pathlib import Path

    from generator.exchange.intake import Intake
    from generator.exchange.line import Manuscript

CASES = {case.name: case for case in cases()}

# Precision and recall of each field over the whole corpus, rounded down. Raise them when the importer is better.
FLOORS: dict[str, tuple[float, float]] = {
    "title": (0.999, 0.999),
    "section": (0.999, 0.999),
    "question": (0.999, 0.999),
    "type": (0.999, 0.999),
    "options": (0.999, 0.999),
    "answer": (0.999, 0.999),
    "point": (0.999, 0.999),
    "point marks": (0.999, 0.999),
    "analysis": (0.999, 0.999),
    "competency": (0.999, 0.999),
    "highlight": (0.999, 0.999),
    "marks": (0.999, 0.999),
    "label": (0.999, 0.999),
    "levels": (0.999, 0.999),
    "follow-up": (0.999, 0.999),
    "note": (0.999, 0.999),
    "more": (0.999, 0.999),
    "left-out": (0.999, 0.999),
    "doubts": (0.999, 0.999),
    "paragraphs": (0.998, 0.998),
}


class Taken(NamedTuple):
    """A case that was imported."""

    manuscript: Manuscript
    intake: Intake
    report: Report


@cache
def _taken(name: str) -> Taken:
    report = Report()
    manuscript = lines(CASES[name], report)
    assert manuscript is not None
    return Taken(manuscript, understood(manuscript, report), report)


@cache
def _score(name: str) -> Score:
    return score(CASES[name].expected, _taken(name).intake, _taken(name).report)


@pytest.mark.parametrize("name", CASES)
def test_imports(name: str) -> None:
    _taken(name).report.check()


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_lost(name: str) -> None:
    """Each line of a document is either in the bank or in the report."""
    assert lost(_taken(name).manuscript.lines, _taken(name).intake) == []


@pytest.mark.parametrize("name", [case.name for case in CASES.values() if case.exact])
def test_exact(name: str) -> None:
    assert _score(name).differences == ()


@pytest.mark.parametrize("field", FIELDS)
def test_floor(field: str) -> None:
    tally = total(_score(name).tallies for name in CASES)[field]
    precision, recall = FLOORS[field]
    assert tally.precision >= precision
    assert tally.recall >= recall


@pytest.mark.parametrize("name", CASES)
def test_expected_is_a_bank(name: str, tmp_path: Path) -> None:
    """What is expected is a valid bank, and read as one says the same: the score takes both sides alike."""
    asked = CASES[name].expected["questions"]
    wanted = [question for question in asked if question["stem"] and "answer" in question]
    questions = [
        {
            "id": f"q{number}",
            **{field: question[field] for field in question if field not in ("doubts", "or")},
        }
        for number, question in enumerate(wanted)
    ]
    for question in questions:
        question["stem"] = re.sub(r"!\[\]\([^)]*\)", "[image]", question["stem"])
    if not questions:
        return
    file = tmp_path / "bank.yaml"
    file.write_text(yaml.safe_dump({"bank": "case", "questions": questions}, allow_unicode=True), "utf-8")
    report = Report()
    bank = read_bank(file, "bank.yaml", report)
    report.check()
    assert bank is not None
    assert [of_imported(question) for question in bank.questions] == [
        of_expected(question) for question in wanted
    ]
