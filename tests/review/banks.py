"""Banks for these tests, written and read as a user's are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.bank import load
from generator.diagnostics import Report
from generator.review import examine

if TYPE_CHECKING:
    from pathlib import Path

    from generator.diagnostics import Diagnostic
    from generator.model.question import Bank

ROUTINE = ("missing-analysis", "missing-analyses")


def banks(folder: Path, *contents: str | bytes) -> list[Bank]:
    """Banks of these contents, as files a.yaml, b.yaml, …; they must be without faults."""
    named = []
    for letter, content in zip("abc", contents, strict=False):
        path = folder / f"{letter}.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        named.append((path, path.name))
    report = Report()
    read = load(named, report)
    assert not report.failed, [(d.code, str(d.location)) for d in report.diagnostics]
    return read


def questions(*lines: str, bank: str = "x") -> str:
    return f"bank: {bank}\nquestions:\n" + "".join(
        f"  - {{id: {bank}.{n}, {line}}}\n" for n, line in enumerate(lines)
    )


def found(folder: Path, *contents: str | bytes) -> list[Diagnostic]:
    """What is found in such banks, without what is said of every question that has no analysis."""
    return [d for d in examine(banks(folder, *contents)) if d.code not in ROUTINE]


def codes(folder: Path, *contents: str | bytes) -> list[str]:
    return [d.code for d in found(folder, *contents)]
