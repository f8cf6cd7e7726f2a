"""Short ways to what a reader makes of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.diagnostics import Report
from generator.exchange.formats import reader
from generator.exchange.yaml.tree import tree

if TYPE_CHECKING:
    from generator.exchange.intake import Intake


def intake_of(name: str, text: str | bytes) -> Intake:
    """What the reader of the format `name` makes of a document without faults."""
    report = Report()
    data = text.encode() if isinstance(text, str) else text
    intake = reader(name)(data, f"document.{name}", report)
    assert intake is not None, report.diagnostics
    assert not report.failed
    return intake


def entries_of(intake: Intake) -> list[Any]:
    """The questions as a bank's file would hold them; what has no id has an empty one."""
    questions: Any = tree(intake.bank)["questions"]
    return list(questions)


def said(intake: Intake) -> list[tuple[list[str], list[str]]]:
    """Of each question the codes of what was inferred and of what is doubtful."""
    return [([d.code for d in o.inferred], [d.code for d in o.doubts]) for o in intake.origins]


def left(intake: Intake) -> list[tuple[int, str]]:
    return [(one.location.line, one.why) for one in intake.left_out]


def faults(name: str, data: bytes) -> list[tuple[str, int]]:
    """The errors of a document that is none; codes and lines."""
    report = Report()
    assert reader(name)(data, f"document.{name}", report) is None
    return [
        (d.code, d.location.line if d.location else 0) for d in report.diagnostics if d.severity == "error"
    ]
