"""How much a file may hold, and how much is said about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Report

if TYPE_CHECKING:
    from generator.diagnostics import Location

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
