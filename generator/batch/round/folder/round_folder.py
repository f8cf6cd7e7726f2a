"""DIR of a round: opened by one run at a time, finished once, resumed until then."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generator.batch.output import FOLDERS, FORMS, MANIFEST, ROUND, WORK
from generator.batch.round.folder.aside import set_aside
from generator.batch.round.folder.base import Base, digest_of
from generator.batch.round.folder.begun import Begun
from generator.batch.round.folder.claim import Claim, check_names, losses, none_to_add
from generator.batch.round.folder.faults import fault, few, reason
from generator.batch.round.folder.replace import replacing
from generator.batch.round.folder.workplace import LOCK, PARTS, begin_run, note_printed, printed
from generator.batch.round.planning.identity import changed_rows
from generator.batch.round.planning.task import Unfit
from generator.diagnostics import OutputFault, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from generator.batch.record import Record
    from generator.batch.round.folder.replace import Replacing
    from generator.batch.round.planning.identity import Identity
    from generator.diagnostics import Diagnostic


class RoundFolder:
    """The output folder of a round. Nothing in it is changed but by who has it open."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.work = path / WORK
        self._seen = ""  # digest of the manifest that is added to, when it was first read
        self.run = self.work  # where workers of this run write, once it is open
        self.resumed = False  # there may be files that an earlier run wrote, or somebody since
        self.remade: list[str] = []  # files of a finished round that were lost or changed
        # How the list of an addition differs from that with which it was begun.
        self.changes: tuple[Phrase, ...] = ()

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
            if self.begun() is None:
                raise none_to_add(self.path)
            raise fault(self.path, "round-not-added", "round-not-added")
        issued = base.issued()
        if issued is None:
            raise fault(self.path, "round-damaged", "round-damaged", files=FORMS, count=1)
        return issued

    def absent(self) -> list[str]:
        """Names of the finished round of which no paper was made."""
        base = self.base()
        return [] if base is None else list(base.manifest.get("absent", ()))

    def losses(self) -> tuple[Diagnostic, ...]:
        """That files of the round that is added to are lost, as far as it shows without reading them."""
        return losses(self.base())

    @contextmanager
    def opened(self, identity: Identity, resume: bool, adding: bool) -> Iterator[bool]:
        """The folder, ours alone while we are in here; whether there is something to do.

        OutputFault: it may not be written, or cannot be; or this very round is finished and cannot be made whole.
        """
        from filelock import FileLock, Timeout

        code, hint = "output-failed", "other-folder"
        claim = Claim(self.path, identity, resume, adding)
        check_names(self.path, identity.plan)
        try:
            self._check(claim)
            for folder in (*FOLDERS, f"{WORK}/{PARTS}"):
                (self.path / folder).mkdir(parents=True, exist_ok=True)
            with FileLock(self.work / LOCK).acquire(timeout=0):
                if self._is_done(claim, identity, resume, adding):
                    self.close()
                    yield False
                else:
                    self._begin(identity, adding)
                    code, hint = "round-stopped", "add-resume" if adding else "round-resume"
                    yield True
            if os.name == "nt" and self.begun() is None:
                self._remove()  # what could not be moved while the lock in it was open
        except Timeout as error:
            raise fault(self.path, "round-running", "round-running") from error
        except Unfit as error:
            why = (Phrase(error.code, dict(error.values)),)
            raise fault(self.path, "round-halted", "add-resume" if adding else "go-on", why=why) from error
        except OSError as error:
            raise fault(self.path, code, hint, reason=reason(error)) from error

    def _check(self, claim: Claim) -> None:
        claim.check(self.begun(), self.base(), self._seen)

    def _is_done(self, claim: Claim, identity: Identity, resume: bool, adding: bool) -> bool:
        """Whether this very round is finished and whole. One that is not whole is made an unfinished one.

        OutputFault: it may not be written, and nothing of the work is left.
        """
        lost: list[str] = []
        try:
            self._check(claim)  # again: another run may have been here meanwhile
            base = self.base()
            if not resume or adding or base is None or self.begun() is not None:
                return False
            lost = base.lost()
            if lost and base.additions:  # one list does not tell of all its papers
                raise fault(self.path, "round-damaged", "round-damaged", files=few(lost), count=len(lost))
        except OutputFault:
            if self.begun() is None:
                self._remove()
            raise
        if lost:
            self._begin(identity, adding)
            self.resumed = True
            self.remade = lost
            self._unfinish(base)
        return not lost

    def _unfinish(self, base: Base) -> None:
        """A round without its manifest is not finished. One that somebody has changed is kept."""
        if base.sealed:
            (self.path / MANIFEST).unlink()
        else:
            set_aside(self.path / MANIFEST, self.path)

    def _begin(self, identity: Identity, adding: bool) -> None:
        begun = self.begun()
        self.resumed = begun is not None
        if begun is None:
            self._clear()
        self.run = begin_run(self.work)
        if begun is None:
            Begun.write(self, identity, adding)
        elif begun.round != identity.round:
            self.changes = changed_rows(begun.rows(), identity, gone=True)
            begun.withdraw({entry.name: entry for entry in identity.plan.entries})
            Begun.write(self, identity, adding)
        for part in (self.work / PARTS).glob("*.part"):  # of a run that was killed
            part.unlink()

    def undo(self) -> None:
        """Take back what an addition has written, and leave the round as it was before."""
        begun = self.begun()
        assert begun is not None
        assert begun.adding
        begun.withdraw({})
        begun.restore(self)
        self.close()

    def replace(self, name: str, data: bytes) -> Record:
        """Write a file that the run may write anew, whole or not at all; its record for the manifest."""
        with self.replacing(name) as file:
            file.write(data)
        return file.record()

    def replacing(self, name: str) -> AbstractContextManager[Replacing]:
        """The same bit by bit; it has its name when the block ends well. What is not ours there is set aside."""
        part = self.work / PARTS / f"{os.getpid()}.part"
        return replacing(self.path, name, part, _nothing if name.startswith(WORK) else self._make_room)

    def _make_room(self, record: Record) -> None:
        """Note a file before it is there, that it can be taken back."""
        note_printed(self.work, record)
        name = str(record["path"])
        path, base = self.path / name, self.base()
        if path.is_symlink() or path.is_file():
            ours = {file["sha256"] for file in printed(self.work) if file["path"] == name}
            ours |= base.written(name) if base is not None else set()
            if path.is_symlink() or digest_of(path) not in ours:
                set_aside(path, self.path)

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


def _nothing(record: Record) -> None:
    pass
