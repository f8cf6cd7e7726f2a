"""The folder a run writes: a file appears under its name only when it is whole.

All files are first written beside their places under temporary names; only when every one is on the disk do
they take their names, the manifest last. What an earlier run of the same layout left is taken away then.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANIFEST = "manifest.json"
FORMS = "forms.jsonl"
_TEMPORARY = ".part"
_UNFINISHED = re.compile(r"\.(docx|pdf|jsonl|json)\.\d+\.part$")


class OutputFolder:
    """DIR of a run, opened for one layout. Paths inside are relative, with forward slashes."""

    def __init__(self, path: Path, layout: str) -> None:
        self.path = path
        self.layout = layout

    def claim(self, force: bool) -> None:
        """Make sure that we may write here: the folder is missing, empty, ours of this layout, or forced."""
        try:
            if self.path.exists() and not self.path.is_dir():
                raise self._fault("output-not-folder", "other-folder")
            if not self.path.exists() or not any(self._kept()):
                return
        except OSError as error:
            raise self._fault("output-denied", "other-folder", reason=_reason(error)) from error
        if not force and self._earlier() is None:
            raise self._fault("output-not-ours", "force-or-other")

    def _kept(self) -> Iterator[Path]:
        """What is in the folder, but for what a run leaves that was killed while it wrote."""
        for path in self.path.rglob("*"):
            if not path.is_dir() and not _UNFINISHED.search(path.name):
                yield path

    def _earlier(self) -> list[str] | None:
        """Files an earlier build of this layout wrote; None when there was none that we know."""
        try:
            manifest = json.loads((self.path / MANIFEST).read_text("utf-8"))
            if manifest.get("command") != "build" or manifest.get("layout") != self.layout:
                return None
            lines = (self.path / FORMS).read_text("utf-8").splitlines()
            return [str(file["path"]) for line in lines for file in json.loads(line)["files"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write all `files` (path, content) or none, and take away what an earlier run left."""
        files = list(files)
        stale = set(self._earlier() or ()) - {path for path, _ in files}
        written: list[tuple[Path, Path]] = []
        made: list[Path] = []
        try:
            for name, content in files:
                target = self.path / name
                _make_folder(target.parent, made)
                temporary = target.with_name(f"{target.name}.{os.getpid()}{_TEMPORARY}")
                written.append((temporary, target))
                with temporary.open("xb") as stream:
                    stream.write(content)
                    stream.flush()
                    os.fsync(stream.fileno())
            for temporary, target in written:
                temporary.replace(target)
        except OSError as error:
            _clean(written, made)
            raise self._fault("output-failed", "other-folder", reason=_reason(error)) from error
        except BaseException:
            _clean(written, made)
            raise
        try:
            for name in sorted(stale):
                self._remove(name)
            for path in [p for p in self.path.rglob(f"*{_TEMPORARY}") if _UNFINISHED.search(p.name)]:
                path.unlink(missing_ok=True)
        except OSError as error:
            raise self._fault("output-failed", "other-folder", reason=_reason(error)) from error

    def _remove(self, name: str) -> None:
        """Remove a file that an earlier run says it wrote; only ever one in our two folders."""
        if any(name == f"{folder}/{Path(name).name}" for folder in ("papers", "keys")):
            (self.path / name).unlink(missing_ok=True)

    def _fault(self, code: str, hint: str, **values: object) -> OutputFault:
        where = Location(SourceFile(str(self.path), []))
        return OutputFault([Diagnostic("error", code, where, values, hint)])


def _make_folder(folder: Path, made: list[Path]) -> None:
    missing = []
    while not folder.exists():
        missing.append(folder)
        folder = folder.parent
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        made.append(path)


def _clean(written: list[tuple[Path, Path]], made: list[Path]) -> None:
    for temporary, _ in written:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    for folder in reversed(made):
        with suppress(OSError):
            folder.rmdir()


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
