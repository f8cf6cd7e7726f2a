from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from generator import messages
from generator.diagnostics import Report
from generator.source import MappingNode, read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.diagnostics import Diagnostic


class Reading(NamedTuple):
    root: MappingNode | None
    report: Report

    @property
    def faults(self) -> list[str]:
        """`line:column code` of each fault."""
        return [
            f"{d.location.line}:{d.location.column} {d.code}" for d in self.report.diagnostics if d.location
        ]

    def hints(self, language: str) -> list[str]:
        return [messages.hint(d, language) for d in self.report.diagnostics]


@pytest.fixture
def reading(tmp_path: Path) -> Callable[[str | bytes], Reading]:
    """Reads a text as a file would be read; each fault can be told in both languages."""

    def reader(content: str | bytes) -> Reading:
        path = tmp_path / "bank.yaml"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        report = Report()
        root = read(path, "bank.yaml", report)
        for fault in report.diagnostics:
            assert all(_words(fault))
        return Reading(root, report)

    return reader


def _words(fault: Diagnostic) -> list[str]:
    return [messages.message(fault, language) for language in ("zh", "en")] + [
        messages.hint(fault, language) or "none" for language in ("zh", "en")
    ]
