"""From lines to a bank: sections, questions, answers and points of a document in prose.

`lines` and `tables` make the document's lines plain; they are cut into `pieces`, each of which is judged by itself with
the `lexers`; the `search` decides by the document as a whole what each is, which gives an `outline`; each `question` of
it is made a Question; and `accounts` tell what was inferred, what is doubtful and what was left out. The words by which
all this is told are in `words`.
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
    from generator.exchange.interpret.interpreter import intake_of

    return intake_of(manuscript, report, bank, title, language)
