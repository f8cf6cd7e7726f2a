"""Markdown in and out: any document of questions is read; what we write ourselves is read back exactly.

Ours begins with a front matter whose first key is `bank`, as a file of a bank does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.markdown.writing import write

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.intake import Intake

__all__ = ["read", "write"]


def read(data: bytes, name: str, report: Report) -> Intake | None:
    """The bank in a Markdown document, ours or anybody's."""
    from generator.exchange.markdown.ours import is_ours, read_ours

    if is_ours(data):
        return read_ours(data, name, report)
    from generator.exchange.documents import markdown
    from generator.exchange.manuscripts import reading

    return reading(markdown.read)(data, name, report)
