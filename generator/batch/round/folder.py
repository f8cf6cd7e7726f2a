"""DIR of a round: opened by one run at a time, finished once, resumed until then."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from generator.batch.output import FOLDERS, FORMS, MANIFEST, WORK
from generator.batch.round.work import DONE, WAITING
from generator.diagnostics import Diagnostic, Location, OutputFault, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from generator.batch.record import Record

ROUND = "round.json"  # in the work folder: which round it is
LOCK = "lock"
PRINT, KEYS_PRINT = "print", "keys/print"


class Replacing:
    """A file that is being written; counts and hashes what goes in."""

    def __init__(self, name: str, stream: BinaryIO) -> None:
        self.name = name
        self._stream = stream
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, data: bytes) -> None:
        self._stream.write(data)
        self._hash.update(data)
        self._size += len(data)

    def record(self) -> Record:
        return {"path": self.name, "bytes": self._size, "sha256": self._hash.hexdigest()}


class RoundFolder:
    """The output folder of a round. `fingerprint` tells rounds apart: it is of all that the files depend on."""

    def __init__(self, path: Path, fingerprint: str) -> None:
        self.path = path
        self.work = path / WORK
        self.fingerprint = fingerprint

    def claim(self, resume: bool, adding: bool) -> None:
        """Make sure that this round may be written here: anew, going on, or added to. OutputFault: it may not."""
        try:
            if self.path.exists() and not self.path.is_dir():
                raise self._fault("output-not-folder", "other-folder")
            if self.work.is_symlink():
                raise self._fault("output-not-ours", "other-folder")
            begun = self._begun()
            if begun is not None and (begun != (self.fingerprint, adding) or not resume):
                if self._is_running():
                    raise self._fault("round-running", "round-running")
                code = "round-unfinished" if begun == (self.fingerprint, adding) else "round-other"
                raise self._fault(code, code)
            if adding and self.manifest() is None:
                raise self._fault("round-none", "round-none")
            if begun is None and not adding and self.path.exists() and any(self._kept()):
                if self.manifest() is not None:
                    raise self._fault("round-finished", "round-finished")
                raise self._fault("output-not-ours", "other-folder")
        except OSError as error:
            raise self._fault("output-denied", "other-folder", reason=_reason(error)) from error

    def manifest(self) -> dict[str, Any] | None:
        """The manifest of the round that was finished here, as it was before anything was added."""
        try:
            manifest = json.loads(self._base(MANIFEST).read_text("utf-8"))
            known = manifest["command"] == "batch" and self._base(FORMS).is_file()
            return dict(manifest) if known else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def issued(self) -> dict[str, Record]:
        """The lines of forms.jsonl of the finished round, by name, as they were before anything was added."""
        manifest = self.manifest()
        if manifest is None:
            raise self._fault("round-none", "round-none")
        try:
            data = self._base(FORMS).read_bytes()
            if manifest["forms_sha256"] != hashlib.sha256(data).hexdigest():
                raise self._fault("round-damaged", "round-damaged")
            records = [json.loads(line) for line in data.decode("utf-8").splitlines()]
            return {str(record["name"]): record for record in records}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise self._fault("round-damaged", "round-damaged") from error

    def _base(self, name: str) -> Path:
        """A file of the round that is added to: kept apart since the adding was begun."""
        kept = self.work / f"base-{name}"
        return kept if kept.exists() else self.path / name

    @property
    def is_finished(self) -> bool:
        """The very same round is finished: its manifest, which is written last, is there."""
        try:
            manifest = json.loads((self.path / MANIFEST).read_text("utf-8"))
            return bool(manifest["round"] == self.fingerprint)
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def is_whole(self) -> bool:
        """All that the finished round lists is there, byte for byte."""
        manifest = self.manifest() or {}
        files = [*manifest.get("files", ()), *(f for r in self.issued().values() for f in r["files"])]  # type: ignore[attr-defined]
        return all(self._digest(str(file["path"])) == file["sha256"] for file in files)

    def reopen(self) -> None:
        """Make a finished round an unfinished one, so that what is not whole is made again.

        OutputFault: it was added to, and one list does not tell of all its papers.
        """
        if (self.manifest() or {}).get("additions"):
            raise self._fault("round-damaged", "round-damaged")
        for folder in (WAITING, DONE):
            (self.work / folder).mkdir(parents=True, exist_ok=True)
        self.replace(f"{WORK}/{ROUND}", json.dumps({"round": self.fingerprint, "adding": False}).encode())
        (self.path / MANIFEST).unlink()

    @contextmanager
    def opened(self, resume: bool, adding: bool) -> Iterator[None]:
        """The folder, ours alone while we are in here. OutputFault: it may not be written, or cannot be."""
        from filelock import FileLock, Timeout

        self.claim(resume, adding)
        base = self._digest(MANIFEST) if adding else ""
        try:
            for folder in (*FOLDERS, f"{WORK}/{WAITING}", f"{WORK}/{DONE}"):
                (self.path / folder).mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.work / LOCK)
            with lock.acquire(timeout=0):
                self.claim(resume, adding)  # again: another run may have been here meanwhile
                if adding and self._digest(MANIFEST) != base:
                    raise self._fault("round-other", "round-other")
                self._begin(adding)
                yield
        except Timeout as error:
            raise self._fault("round-running", "round-running") from error
        except OSError as error:
            raise self._fault("round-stopped", "round-resume", reason=_reason(error)) from error

    def _is_running(self) -> bool:
        from filelock import FileLock, Timeout

        try:
            FileLock(self.work / LOCK).acquire(timeout=0).lock.release()
        except Timeout:
            return True
        return False

    def _begin(self, adding: bool) -> None:
        if self._begun() is None:
            for name in (MANIFEST, FORMS) if adding else ():
                self.replace(f"{WORK}/base-{name}", (self.path / name).read_bytes())
            begun = {"round": self.fingerprint, "adding": adding}
            self.replace(f"{WORK}/{ROUND}", json.dumps(begun).encode())
        for part in (self.work / WAITING).glob("*.part"):  # of a worker that was killed
            part.unlink()

    def _begun(self) -> tuple[str, bool] | None:
        """The fingerprint of the round that was begun here and is not finished, and whether it adds to one."""
        try:
            begun = json.loads((self.work / ROUND).read_text("utf-8"))
            return str(begun["round"]), bool(begun["adding"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _digest(self, name: str) -> str:
        try:
            return hashlib.sha256(self._base(name).read_bytes()).hexdigest()
        except OSError:
            return ""

    def _kept(self) -> Iterator[Path]:
        """What is in the folder, but for empty folders that a run makes first."""
        for path in self.path.iterdir():
            if path.name.startswith(WORK) or (
                path.name in FOLDERS and path.is_dir() and not any(path.iterdir())
            ):
                continue
            yield path

    def replace(self, name: str, data: bytes) -> Record:
        """Write a file that the run may write anew, whole or not at all; its record for the manifest."""
        with self.replacing(name) as file:
            file.write(data)
        return file.record()

    @contextmanager
    def replacing(self, name: str) -> Iterator[Replacing]:
        """The same bit by bit; it has its name when the block ends well."""
        target = self.path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        part = self.work / WAITING / f"{os.getpid()}.part"
        try:
            with part.open("wb") as stream:
                yield Replacing(name, stream)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)

    def close(self) -> None:
        """The round is finished: nothing of the work is left. What a kill leaves of this, the next run removes."""
        gone = self.work.with_name(f"{WORK}-{os.getpid()}")
        with suppress(FileNotFoundError):
            self.work.replace(gone)
        for path in self.path.glob(f"{WORK}-*"):
            shutil.rmtree(path, ignore_errors=True)

    def _fault(self, code: str, hint: str, **values: object) -> OutputFault:
        where = Location(SourceFile(str(self.path), []))
        return OutputFault([Diagnostic("error", code, where, values, hint)])


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
