"""From lines to a bank: sections, questions, answers and points of a document in prose.

Lines are cut into pieces, each piece is judged by itself (`sightings`), the document as a whole decides what each is
(`readings`), and what stands under a question is made a Question (`questions`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.intake import Intake
    from generator.exchange.line import Manuscript


def interpret(
    manuscript: Manuscript, report: Report, *, bank: str = "", title: str = "", language: str = ""
) -> Intake:
    """The bank a document holds, and what became of each of its lines.

    `language` is told by the document when it is empty, and so is `title`.
    """
    from generator.exchange.interpret.interpreter import Interpreter

    return Interpreter(manuscript, report, bank, title, language).intake()
