"""DIR of a round: opened by one run at a time, finished once, resumed until then."""

from __future__ import annotations

import json
import os
import shutil
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.batch.output import FOLDERS, FORMS, MANIFEST, WORK
from generator.batch.round.begun import PRINTED, ROUND, Base, Begun
from generator.batch.round.identity import changed_rows, changed_settings
from generator.batch.round.replace import replacing
from generator.batch.round.task import Unfit
from generator.batch.round.work import DONE, WAITING
from generator.diagnostics import Diagnostic, Location, OutputFault, Phrase, SourceFile

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.batch.record import Record
    from generator.batch.round.identity import Identity
    from generator.batch.round.plan import Plan
    from generator.batch.round.replace import Replacing

LOCK = "lock"
_MOST_NAMED = 5  # files in one message
PRINT, KEYS_PRINT = "print", "keys/print"
_PRINTS = (f"{PRINT}/", f"{KEYS_PRINT}/")


class RoundFolder:
    """The output folder of a round. Nothing in it is changed but by who has it open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.work = path / WORK
        self._seen = ""  # digest of the manifest that is added to, when it was first read
        self.resumed = False  # what stands under a name may be what a power cut left of our own
        self.remade: list[str] = []  # files of a finished round that were lost or changed
        self.changes: tuple[
            Phrase, ...
        ] = ()  # how the list of an addition differs from that with which it was begun

    def base(self) -> Base | None:
        """The round that was finished here, as it was before anything was added."""
        base = Base.read(self.path, self.begun())
        if base is not None and not self._seen:
            self._seen = base.digest
        return base

    def begun(self) -> Begun | None:
        """What was begun here and is not finished."""
        return Begun.read(self.path)

    def issued(self) -> dict[str, Record]:
        """The papers of the round that is added to, by name. OutputFault: there is none, or its records are damaged."""
        base = self.base()
        if base is None:
            code = "round-none" if self.begun() is None else "round-not-added"
            raise self._fault(code, code)
        issued = base.issued()
        if issued is None:
            raise self._fault("round-damaged", "round-damaged", files=FORMS, count=1)
        return issued

    @contextmanager
    def opened(self, identity: Identity, resume: bool, adding: bool) -> Iterator[bool]:
        """The folder, ours alone while we are in here; whether there is something to do.

        OutputFault: it may not be written, or cannot be; or this very round is finished and cannot be made whole.
        """
        from filelock import FileLock, Timeout

        code, hint = "output-failed", "other-folder"
        self._check_names(identity.plan)
        try:
            self._claim(identity, resume, adding)
            for folder in (*FOLDERS, f"{WORK}/{WAITING}", f"{WORK}/{DONE}"):
                (self.path / folder).mkdir(parents=True, exist_ok=True)
            with FileLock(self.work / LOCK).acquire(timeout=0):
                if self._is_done(identity, resume, adding):
                    self.close()
                    yield False
                else:
                    self._begin(identity, adding)
                    code, hint = "round-stopped", "add-resume" if adding else "round-resume"
                    yield True
            if os.name == "nt" and self.begun() is None:
                self._remove()  # what could not be moved while the lock in it was open
        except Timeout as error:
            raise self._fault("round-running", "round-running") from error
        except Unfit as error:
            why = (Phrase(error.code, dict(error.values)),)
            raise self._fault("round-halted", "add-resume" if adding else "go-on", why=why) from error
        except OSError as error:
            raise self._fault(code, hint, reason=_reason(error)) from error

    def _check_names(self, plan: Plan) -> None:
        """Whether this system can name the files. OutputFault: it cannot."""
        try:
            for task in plan.tasks:
                for output in task.outputs:
                    os.fsencode(output.stem)
        except UnicodeEncodeError as error:
            values = {"encoding": sys.getfilesystemencoding(), "character": error.object[error.start]}
            raise self._fault("names-encoding", "names-encoding", **values) from error

    def _claim(self, identity: Identity, resume: bool, adding: bool) -> None:
        """Make sure that this round may be written here: anew, going on, or added to. OutputFault: it may not."""
        if self.path.exists() and not self.path.is_dir():
            raise self._fault("output-not-folder", "other-folder")
        if self.work.is_symlink():
            raise self._fault("output-not-ours", "other-folder")
        begun = self.begun()
        if begun is not None:
            self._claim_begun(begun, identity, resume, adding)
        base = self.base()
        if adding:
            if base is None:
                raise self._fault("round-none", "round-none")
            if base.digest != self._seen:  # another run has added to it since we read it
                raise self._fault("round-running", "round-running")
            if begun is None:
                self._check_edited(base)
                losses = () if base.additions else self.losses()  # else they cannot be made again
                if losses:
                    raise OutputFault(losses)
        elif begun is None and base is not None:
            if not resume:
                raise self._fault("round-finished", "round-finished")
            if base.manifest.get("round") != identity.round:
                losses = self.losses() if base.additions else ()
                if losses:
                    raise OutputFault(losses)
                changes = changed_settings(base.manifest, identity.settings)
                changes += changed_rows(base.rows(), identity, gone=True)
                raise self._fault("round-differs", "round-differs", changes=changes)
            self._check_edited(base)
        elif begun is None and self.path.exists() and any(self._kept()):
            raise self._fault("output-not-ours", "other-folder")

    def losses(self) -> tuple[Diagnostic, ...]:
        """That files of the round that is added to are lost, as far as it shows without reading them."""
        base = self.base()
        lost = base.gone() if base is not None else []
        if base is None or not lost:
            return ()
        code = "round-damaged" if base.additions else "round-lost"
        return self._fault(code, code, files=_few(lost), count=len(lost)).diagnostics

    def _check_edited(self, base: Base) -> None:
        """What the office has written into its list is not to be written over."""
        for name in base.edited():
            raise self._fault("list-edited", "list-edited", name=name)

    def _claim_begun(self, begun: Begun, identity: Identity, resume: bool, adding: bool) -> None:
        changes = changed_settings(begun.settings, identity.settings)
        if resume and adding and begun.adding and not changes:
            return  # be it with another list
        if resume and begun.adding == adding and begun.round == identity.round:
            return
        if self._is_running():
            raise self._fault("round-running", "round-running")
        if begun.adding != adding:
            code = "round-adding" if begun.adding else "round-not-added"
            raise self._fault(code, code)
        changes += changed_rows(begun.rows(), identity, gone=True)
        if changes:
            raise self._fault("round-other", "round-other", changes=changes)
        raise self._fault("round-unfinished", "add-resume" if adding else "round-unfinished")

    def _is_done(self, identity: Identity, resume: bool, adding: bool) -> bool:
        """Whether this very round is finished and whole. One that is not whole is made an unfinished one.

        OutputFault: it may not be written, and nothing of the work is left.
        """
        lost: list[str] = []
        try:
            self._claim(identity, resume, adding)  # again: another run may have been here meanwhile
            base = self.base()
            if not resume or adding or base is None or self.begun() is not None:
                return False
            lost = base.lost()
            if lost and base.additions:  # one list does not tell of all its papers
                raise self._fault("round-damaged", "round-damaged", files=_few(lost), count=len(lost))
        except OutputFault:
            if self.begun() is None:
                self._remove()
            raise
        if lost:
            self._begin(identity, adding)
            self.resumed = True
            self.remade = lost
            (self.path / MANIFEST).unlink()
        return not lost

    def _begin(self, identity: Identity, adding: bool) -> None:
        begun = self.begun()
        self.resumed = begun is not None
        if begun is None:
            self._clear()
            Begun.write(self, identity, adding)
        elif begun.round != identity.round:
            self.changes = changed_rows(begun.rows(), identity, gone=True)
            begun.withdraw({entry.name: entry for entry in identity.plan.entries})
            Begun.write(self, identity, adding)
        for part in (self.work / WAITING).glob("*.part"):  # of a worker that was killed
            part.unlink()

    def undo(self) -> None:
        """Take back what an addition has written, and leave the round as it was before."""
        begun = self.begun()
        assert begun is not None
        assert begun.adding
        begun.withdraw({})
        begun.restore(self)
        self.close()

    def _is_running(self) -> bool:
        from filelock import FileLock, Timeout

        try:
            FileLock(self.work / LOCK).acquire(timeout=0).lock.release()
        except Timeout:
            return True
        return False

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

    def replacing(self, name: str) -> AbstractContextManager[Replacing]:
        """The same bit by bit; it has its name when the block ends well."""
        part = self.work / WAITING / f"{os.getpid()}.part"
        return replacing(self.path, name, part, self._note if name.startswith(_PRINTS) else _nothing)

    def _note(self, record: Record) -> None:
        """Note a print file before it is there, that it can be taken back."""
        with (self.work / PRINTED).open("ab") as stream:
            stream.write(json.dumps(record).encode() + b"\n")

    def close(self) -> None:
        """The round is finished: nothing of the work is left. What a kill leaves of this, the next run removes."""
        with suppress(FileNotFoundError):
            (self.work / ROUND).unlink()
        self._remove()

    def _remove(self) -> None:
        gone = self.work.with_name(f"{WORK}-{os.urandom(8).hex()}")
        with suppress(OSError):  # Windows moves no folder with an open file in it
            self.work.replace(gone)
        for path in self.path.glob(f"{WORK}-*"):
            shutil.rmtree(path, ignore_errors=True)

    def _clear(self) -> None:
        """Remove what was left of work that is finished."""
        for path in list(self.work.iterdir()):
            if path.name == LOCK:
                continue
            if path.is_dir():
                shutil.rmtree(path)
                path.mkdir()
            else:
                path.unlink()

    def _fault(self, code: str, hint: str, **values: object) -> OutputFault:
        where = Location(SourceFile(str(self.path), []))
        return OutputFault([Diagnostic("error", code, where, values, hint)])


def _few(paths: Sequence[str]) -> str:
    return ", ".join(paths[:_MOST_NAMED]) + (" …" if len(paths) > _MOST_NAMED else "")


def _nothing(record: Record) -> None:
    pass


def _reason(error: OSError) -> str:
    return error.strerror or str(error) or type(error).__name__
