"""Documents in prose to a bank: lines, damage mended, then what each line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Report
    from generator.exchange.formats import Reader
    from generator.exchange.intake import Intake
    from generator.exchange.line import Manuscript


def reading(lines: Callable[[bytes, str, Report], Manuscript | None]) -> Reader:
    """A reader of documents whose lines the function `lines` reads."""

    def read(data: bytes, name: str, report: Report) -> Intake | None:
        from generator.exchange.bounds import is_within
        from generator.exchange.damage import mend
        from generator.exchange.interpret import interpret

        manuscript = lines(data, name, report)
        if manuscript is None or not is_within(manuscript, report):
            return None
        return interpret(mend(manuscript, report), report)

    return read
