"""Documents as text for the tests of the interpreter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report, SourceFile
from generator.exchange.interpret import interpret
from generator.exchange.line import Line, Manuscript

if TYPE_CHECKING:
    from generator.exchange.intake import Intake


def lines(text: str) -> tuple[Line, ...]:
    """The lines of a text; `#` before one makes it a heading."""
    found = []
    for number, line in enumerate(text.strip("\n").split("\n"), 1):
        level = len(line) - len(line.lstrip("#"))
        words = line[level:].strip() if level else line
        found.append(Line(words, number, heading=level, role="text" if words.strip() else "blank"))
    return tuple(found)


def read(text: str, report: Report | None = None) -> Intake:
    file = SourceFile("试题.txt", text.split("\n"))
    return interpret(Manuscript(lines(text), file), report or Report(), bank="b")


def stems(intake: Intake) -> list[str]:
    return [question.prompt.stem.markdown for question in intake.bank.questions]


def doubts(intake: Intake) -> list[str]:
    return [doubt.code for origin in intake.origins for doubt in origin.doubts]
