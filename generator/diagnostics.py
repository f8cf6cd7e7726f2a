"""Faults and where they are: what every other room reports through, and nothing else.

A fault of the user's input is a Diagnostic; several travel together in an InputFault. Anything
else that is raised is a bug of ours. The words stand in `messages`, in both languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path


class SourceFile:
    """A file a fault can point into: its name as the user wrote it and the sha256 of its bytes.

    `folder` is where it lies: pictures are named from there. None for what is no file, like an option. Its lines
    are kept apart, for `lines_of`: whoever holds a text must not hold the whole bank through it. They may be given
    as a function that makes them, since of most files none is ever quoted.
    """

    __slots__ = ("__weakref__", "digest", "folder", "name")

    def __init__(
        self,
        name: str,
        lines: list[str] | Callable[[], list[str]],
        digest: str = "",
        folder: Path | None = None,
    ) -> None:
        self.name = name
        self.digest = digest
        self.folder = folder
        _lines[self] = lines


_lines: WeakKeyDictionary[SourceFile, list[str] | Callable[[], list[str]]] = WeakKeyDictionary()


def lines_of(file: SourceFile) -> list[str]:
    """The lines of a file, to quote from; none where the file was read by another process."""
    lines = _lines.get(file, [])
    if not isinstance(lines, list):
        lines = _lines[file] = lines()
    return lines


class Location(NamedTuple):
    """A place in a file; `line` and `column` count characters from 1, 0 means the file as a whole."""

    file: SourceFile
    line: int = 0
    column: int = 0

    @property
    def quote(self) -> str:
        """The line itself, without its line end; empty where there is none."""
        lines = lines_of(self.file)
        return lines[self.line - 1] if 0 < self.line <= len(lines) else ""

    def __str__(self) -> str:
        if not self.line:
            return self.file.name
        return f"{self.file.name}:{self.line}:{self.column or 1}"


class Phrase(NamedTuple):
    """A part of a message with words of its own: `code` names an entry of `messages.PHRASES`."""

    code: str
    values: dict[str, object]


class Diagnostic(NamedTuple):
    """One fault, warning or note.

    `code` and `hint` name entries of `messages.MESSAGES` and `messages.HINTS`; `values` fill
    their fields. A value may be a tuple of Phrases, which is said as a list.
    """

    severity: str  # "error", "warning", "note"
    code: str
    location: Location | None
    values: dict[str, object]
    hint: str = ""


class Report:
    """Collects diagnostics, so that all faults of an input are told at once."""

    def __init__(self) -> None:
        self.diagnostics: list[Diagnostic] = []

    def error(self, code: str, location: Location | None, hint: str = "", **values: object) -> None:
        self.diagnostics.append(Diagnostic("error", code, location, values, hint))

    def warning(self, code: str, location: Location | None, hint: str = "", **values: object) -> None:
        self.diagnostics.append(Diagnostic("warning", code, location, values, hint))

    def note(self, code: str, location: Location | None, hint: str = "", **values: object) -> None:
        self.diagnostics.append(Diagnostic("note", code, location, values, hint))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics.extend(diagnostics)

    @property
    def failed(self) -> bool:
        return any(d.severity == "error" for d in self.diagnostics)

    def check(self) -> None:
        """Raise InputFault when an error has been reported."""
        if self.failed:
            raise InputFault(self.diagnostics)


class InputFault(Exception):
    """The input is at fault; nothing was written. Carries every diagnostic found so far."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(", ".join(d.code for d in self.diagnostics))


class OutputFault(Exception):
    """The output could not be written. Carries one diagnostic for each thing that failed."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__(", ".join(d.code for d in self.diagnostics))
