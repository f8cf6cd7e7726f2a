"""What is told of a folder that cannot be written, or may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_MOST_NAMED = 5  # files in one message


def fault(path: Path, code: str, hint: str, **values: object) -> OutputFault:
    where = Location(SourceFile(str(path), []))
    return OutputFault([Diagnostic("error", code, where, values, hint)])


def few(paths: Sequence[str]) -> str:
    return ", ".join(paths[:_MOST_NAMED]) + (" …" if len(paths) > _MOST_NAMED else "")


def reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
