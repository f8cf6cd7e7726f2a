"""The folder a run writes: whole runs or none, and nothing of anyone else's.

What an earlier run of the same layout left is taken away when a new one takes its place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from generator.batch.swap import NotRestored, swap
from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MANIFEST = "manifest.json"
FORMS = "forms.jsonl"
FOLDERS = ("papers", "keys")
WORK = ".exampaper-unfinished"


ROUND = "round.json"  # in the work folder of a round that is not finished: which round it is


def command_of(path: Path) -> str:
    """Which command wrote a folder, "build" or "batch"; empty if that does not show."""
    if (path / WORK / ROUND).exists():
        return "batch"
    try:
        manifest = json.loads((path / MANIFEST).read_text("utf-8"))
        return str(manifest["command"]) if manifest["command"] in ("build", "batch") else ""
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        lost = (path / FORMS).is_file() and (path / "print").is_dir()  # a round without its manifest
        return "batch" if lost else ""


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
            of_round = command_of(self.path) == "batch"  # be there no paper yet
            if not of_round and (not self.path.exists() or not any(self._kept())):
                return
        except OSError as error:
            raise self._fault("output-denied", "other-folder", reason=_reason(error)) from error
        if of_round:  # papers that were issued cannot be had again
            raise self._fault("output-of-round", "other-out")
        if not force and self._earlier() is None:
            raise self._fault("output-not-ours", "force-or-other")

    def _kept(self) -> Iterator[Path]:
        """What is in the folder, but for what a run leaves that was killed while it wrote."""
        for path in self.path.iterdir():
            empty = path.name in FOLDERS and path.is_dir() and not any(path.iterdir())
            if path.name != WORK and not empty:
                yield path

    def _earlier(self) -> list[str] | None:
        """Files an earlier build of this layout wrote; None when there was none that we know."""
        try:
            manifest = json.loads((self.path / MANIFEST).read_text("utf-8"))
            if manifest.get("command") != "build" or manifest.get("layout") != self.layout:
                return None
            lines = (self.path / FORMS).read_text("utf-8").splitlines()
            return [str(file["path"]) for line in lines for file in json.loads(line)["files"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        """Write all `files` (path, content), the last one last, or none; take away what an earlier run left."""
        contents = dict(files)
        # What the list of an earlier run says may be anything; only files in our two folders are taken away.
        stale = [
            self.path / name
            for name in dict.fromkeys(self._earlier() or ())
            if name not in contents and name in {f"{folder}/{Path(name).name}" for folder in FOLDERS}
        ]
        targets = [(self.path / name, content) for name, content in contents.items()]
        try:
            swap(self.path / WORK, targets, stale)
        except NotRestored as error:
            raise self._fault("output-mixed", "build-again", reason=_reason(error), kept=WORK) from error
        except OSError as error:
            raise self._fault("output-failed", "other-folder", reason=_reason(error)) from error

    def _fault(self, code: str, hint: str, **values: object) -> OutputFault:
        where = Location(SourceFile(str(self.path), []))
        return OutputFault([Diagnostic("error", code, where, values, hint)])


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
