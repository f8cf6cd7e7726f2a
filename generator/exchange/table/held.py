"""What a table cannot hold of a bank."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Location
from generator.exchange.not_held import tell_lost

if TYPE_CHECKING:
    from generator.diagnostics import Report
    from generator.exchange.table.grid import Grid
    from generator.model.question import Bank


def tell_lost_of(bank: Bank, made: Grid, most: int, format_name: str, report: Report) -> None:
    """A cell of more than `most` characters is a fault; pictures, which stay where they are, a warning."""
    for asked, row in zip(bank.questions, made.rows, strict=True):
        for header, cell in zip(made.headers, row, strict=True):
            if len(cell) > most:
                values = {"id": asked.id, "column": header, "limit": most}
                report.error(
                    "table-cell-too-long",
                    asked.location or Location(bank.location.file),
                    "table-cell-too-long",
                    **values,
                )
    pictured = ["pictures" for row in made.rows if any("![" in cell for cell in row)]
    tell_lost(bank, pictured, format_name, report)
