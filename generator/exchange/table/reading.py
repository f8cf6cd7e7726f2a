"""A row of a table on its way into a question: what is left of its cells, and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.line import Line
from generator.exchange.prose import passage
from generator.exchange.quiz.draft import Draft
from generator.exchange.table.cleaning import cleaned, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.diagnostics import SourceFile


class Cells(NamedTuple):
    """A row: its cells by field, none of them empty, and by header those of unknown columns; where it stands."""

    known: Mapping[str, str]
    unknown: Mapping[str, str]
    headers: Mapping[str, str]  # by field
    file: SourceFile
    first: int
    last: int


def plain(text: str) -> str:
    """Text as it shows to Markdown: each of its lines a paragraph."""
    if "\n" not in text:
        return passage([Line(one_line(text).strip(), 1)])
    return passage(Line(one_line(line).strip(), 1) for line in text.split("\n"))


def short(said: str) -> str:
    """The beginning of a cell, in one line."""
    return " ".join(said.split())[:60]


class Reading:
    """The `cells` that nobody has read yet, by field, and the `draft` they go to.

    `source` makes Markdown of the text of a cell; where it is `plain` the words are a stranger's, else a bank's own.
    """

    def __init__(self, cells: Cells, source: Callable[[str], str]) -> None:
        self.cells = {field: cleaned(cell) for field, cell in cells.known.items()}
        self.unknown = {header: cleaned(cell) for header, cell in cells.unknown.items()}
        self.headers = cells.headers
        self.draft = Draft(cells.file, cells.first, cells.last)
        self.stem = ""  # as its cell has it
        self.source = source
        self.is_plain = source is plain

    def take(self, field: str) -> str:
        """The cell of a field, which nobody else reads then; empty for none."""
        return self.cells.pop(field, "")

    def header(self, field: str) -> str:
        return self.headers.get(field, field)

    def unclear(self, field: str, said: str) -> None:
        """A cell that does not say what its header asks for."""
        if said:
            column = self.header(field)
            self.draft.doubt("table-cell-unclear", column=column, value=short(said))
            self.draft.keep("column", said, column)
