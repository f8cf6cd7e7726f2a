"""The files a user names: found in folders, told apart by what they say they are, and their faults told once."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.console import in_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.diagnostics import Diagnostic, Location, Report

_HEAD = 64 * 1024  # bytes in which a file says what it is
_KEY = rb"[\"']?(bank|questions|layout|sections|style)[\"']?\s*:"
_BLOCK = re.compile(rb"^(?:\xef\xbb\xbf)?" + _KEY, re.MULTILINE)
_FLOW = re.compile(rb"[{,]\s*" + _KEY)
_FLOW_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|#.*\n|---)*\{")
# What a key makes of a file, the surest first: a layout has a style, and a file may have lost its first key.
_KINDS = {
    b"layout": "layout",
    b"bank": "bank",
    b"sections": "layout",
    b"questions": "bank",
    b"style": "style",
}

LISTS = frozenset((".csv", ".tsv", ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"))  # endings of tables
_NO_LIST = frozenset(  # what is told of a table that has no headers of a list, or cannot be read
    (
        "no-headers",
        "missing-column",
        "headers-in-one",
        "file-empty",
        "file-missing",
        "file-denied",
        "file-too-big",
    )
)


def files_of(names: Iterable[str]) -> list[tuple[Path, str]]:
    """Files, and those of folders, each with the name messages call it by."""
    return [file for name in names for file in _files(Path(name), name)]


def _files(path: Path, name: str) -> list[tuple[Path, str]]:
    from generator.bank import yaml_files

    return [(p, str(Path(name) / p.name)) for p in yaml_files(path) or ()] or [(path, name)]


def kind_of(path: Path) -> str:
    """What a file says it is: "bank", "layout" or "style"; a bank when it does not say."""
    try:
        if path.is_file():  # and no device or pipe, which may never end
            with path.open("rb") as stream:
                head = stream.read(_HEAD)
            keys = (_FLOW if _FLOW_ROOT.match(head) else _BLOCK).findall(head)
            return next((kind for key, kind in _KINDS.items() if key in keys), "bank")
    except (OSError, ValueError):
        pass  # read again, and reported, by whoever reads it for good
    return "bank"


def is_list(path: Path) -> bool:
    """Whether a file is a table of candidates, by its headers."""
    if path.suffix.lower() not in LISTS:
        return False
    from generator.candidates import read_candidates
    from generator.diagnostics import Report

    report = Report()
    found = read_candidates(path, str(path), report)
    codes = {d.code for d in report.diagnostics if d.severity == "error"}
    return found is not None or not codes & _NO_LIST


def once(report: Report) -> list[Diagnostic]:
    """Diagnostics without repetitions: a bank is read again by each layout over it."""
    found: dict[tuple[object, ...], Diagnostic] = {}
    for diagnostic in report.diagnostics:
        key = (diagnostic.code, _place(diagnostic.location), str(diagnostic.values))
        found.setdefault(key, diagnostic)
    return in_order(found.values())


def _place(where: Location | None) -> tuple[object, ...]:
    """A place by the file itself, whatever name it was reached by."""
    if where is None:
        return ()
    file, line, column = where
    path = None if file.folder is None else file.folder.resolve() / Path(file.name).name
    return path or file.name, line, column
