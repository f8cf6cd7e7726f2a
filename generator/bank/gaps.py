"""Gaps of a bank: a stem or an answer that is still to be written, as an import leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Diagnostic

FIELDS = ("stem", "answer")


def is_gap(diagnostic: Diagnostic) -> bool:
    return diagnostic.code == "empty-field" and diagnostic.values["field"] in FIELDS


def with_gaps(diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """What is said of a bank where its gaps are no fault, but warnings."""
    for diagnostic in diagnostics:
        yield diagnostic._replace(severity="warning") if is_gap(diagnostic) else diagnostic
