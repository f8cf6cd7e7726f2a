"""How much a file may hold, and how much is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report

if TYPE_CHECKING:
    from generator.diagnostics import Diagnostic, Location

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 32
MAX_EVENTS = 4_000_000  # some 45,000 questions; more than a gigabyte of memory at worst
MAX_TOLD = 100  # faults of one reading that are told one by one
_MAX_FAULTS = 1000  # faults of one reading that are looked for


class TooManyFaultsError(Exception):
    """There is no point in reading on."""


class BoundedReport(Report):
    def error(self, code: str, location: Location | None, hint: str = "", **values: object) -> None:
        super().error(code, location, hint, **values)
        if len(self.diagnostics) >= _MAX_FAULTS:
            raise TooManyFaultsError


def hand_over(diagnostics: list[Diagnostic], whole: Location, report: Report) -> None:
    """To `report` in the order of their places, and not without end; what is left out is no error if it can be helped.

    `whole` is the file as a whole.
    """
    told = sorted(diagnostics, key=lambda d: d.severity != "error")[:MAX_TOLD]
    told.sort(key=lambda d: (d.location.line, d.location.column) if d.location else (0, 0))
    report.extend(told)
    if len(diagnostics) > MAX_TOLD:
        report.note("more-faults", whole, count=len(diagnostics) - MAX_TOLD)
