"""Reading small files in tests: what came out, and every fault as `line:column code`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import messages
from generator.bank import read_bank
from generator.diagnostics import Report

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.question import Bank


def faults(report: Report) -> list[str]:
    """`line:column code` of each diagnostic; each can be told in both languages."""
    told = []
    for d in report.diagnostics:
        for language in ("zh", "en"):
            assert messages.message(d, language)
            assert messages.hint(d, language) or not d.hint
        told.append(f"{d.location.line}:{d.location.column} {d.code}" if d.location else d.code)
    return told


def bank_of(content: str, folder: Path, name: str = "bank.yaml") -> tuple[Bank | None, list[str]]:
    """The bank that a file of this content holds, and its faults."""
    file = folder / name
    file.write_text(content, encoding="utf-8")
    report = Report()
    bank = read_bank(file, name, report)
    return bank, faults(report)
