"""DIR of a round: opened by one run at a time, finished once, resumed until then."""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from generator.batch.output import FOLDERS, FORMS, MANIFEST, WORK
from generator.batch.round.work import DONE, WAITING
from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUND = "round.json"  # in the work folder: which round it is
LOCK = "lock"
PRINT, KEYS_PRINT = "print", "keys/print"


class RoundFolder:
    """The output folder of a round. `fingerprint` tells rounds apart: it is of all that the files depend on."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self.work = path / WORK
        self.fingerprint = fingerprint

    def claim(self, resume: bool) -> None:
        """Make sure that this round may be written here. OutputFault: it may not."""
        try:
            if self.path.exists() and not self.path.is_dir():
                raise self._fault("output-not-folder", "other-folder")
            begun = self._begun()
            if begun is not None and begun != self.fingerprint:
                raise self._fault("round-other", "round-other")
            if begun is not None and not resume:
                raise self._fault("round-unfinished", "round-unfinished")
            if begun is None and self.path.exists() and any(self._kept()):
                finished = (self.path / MANIFEST).exists() and (self.path / FORMS).exists()
                code = "round-finished" if finished else "output-not-ours"
                raise self._fault(code, "round-finished" if finished else "other-folder")
        except OSError as error:
            raise self._fault("output-denied", "other-folder", reason=_reason(error)) from error

    def finished(self) -> dict[str, object] | None:
        """The manifest of the same round, if it is finished already."""
        try:
            manifest = json.loads((self.path / MANIFEST).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        same = isinstance(manifest, dict) and manifest.get("round") == self.fingerprint
        return manifest if same and not self.work.exists() else None

    @contextmanager
    def opened(self) -> Iterator[None]:
        """The folder, ours alone while we are in here. OutputFault: another run has it, or it cannot be written."""
        from filelock import FileLock, Timeout

        try:
            for folder in (*FOLDERS, f"{WORK}/{WAITING}", f"{WORK}/{DONE}"):
                (self.path / folder).mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.work / LOCK)
            with lock.acquire(timeout=0):
                self._begin()
                yield
        except Timeout as error:
            raise self._fault("round-running", "round-running") from error
        except OSError as error:
            raise self._fault("round-stopped", "round-resume", reason=_reason(error)) from error

    def _begin(self) -> None:
        if self._begun() is None:
            self.replace(f"{WORK}/{ROUND}", json.dumps({"round": self.fingerprint}).encode())
        for part in (self.work / WAITING).glob("*.part"):  # of a worker that was killed
            part.unlink()

    def _begun(self) -> str | None:
        """The fingerprint of the round that was begun here and is not finished."""
        try:
            return str(json.loads((self.work / ROUND).read_text("utf-8"))["round"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _kept(self) -> Iterator[Path]:
        """What is in the folder, but for empty folders that a run makes first."""
        for path in self.path.iterdir():
            if path.name == WORK or (path.name in FOLDERS and path.is_dir() and not any(path.iterdir())):
                continue
            yield path

    def replace(self, name: str, data: bytes) -> None:
        """Write a file that the run may write anew, whole or not at all."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = self.work / WAITING / f"{os.getpid()}.part"
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)

    def close(self) -> None:
        """The round is finished: nothing of the work is left."""
        shutil.rmtree(self.work)

    def _fault(self, code: str, hint: str, **values: object) -> OutputFault:
        where = Location(SourceFile(str(self.path), []))
        return OutputFault([Diagnostic("error", code, where, values, hint)])


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
