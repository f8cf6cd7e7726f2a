"""What can be done about a fault: a build is run again, a round made whole, and one that was added to only restored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.verify.declared import is_round
from generator.verify.record import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.diagnostics import Diagnostic, Report
    from generator.verify.record import Manifest, Row

_OF_ROUND = {  # by the hint for a build
    "verify-restore": "verify-restore-round",
    "verify-run-anew": "verify-restore-round",
    "verify-do-not-use": "verify-do-not-use-round",
}
_OF_ADDED = {  # one list does not tell of all its papers
    "verify-restore": "round-damaged",
    "verify-run-anew": "round-damaged",
    "verify-do-not-use": "verify-do-not-use-added",
}


def suit(report: Report, rows: Sequence[Row], manifest: Manifest | None) -> None:
    """Give each fault the hint that helps in a run of this kind."""
    if not (is_round(rows) if manifest is None else manifest.content.get("command") == "batch"):
        return
    # Without a manifest nobody knows whether candidates were added.
    hints = _OF_ADDED if manifest is None or manifest.content.get("additions") else _OF_ROUND
    report.diagnostics[:] = [_suited(fault, hints, manifest is None) for fault in report.diagnostics]


def _suited(fault: Diagnostic, hints: Mapping[str, str], lost: bool) -> Diagnostic:
    where = fault.location.file.name if fault.location else ""
    hint = "round-no-manifest" if lost and where == MANIFEST else hints.get(fault.hint, fault.hint)
    return fault._replace(hint=hint)
