"""Whether a round may be written in a folder: anew, going on with what was stopped, or added to what was finished."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from generator.batch.output import FOLDERS, WORK, command_of
from generator.batch.round.folder.faults import fault, few
from generator.batch.round.folder.workplace import LOCK
from generator.batch.round.planning.identity import changed_rows, changed_settings
from generator.diagnostics import OutputFault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.batch.round.folder.base import Base
    from generator.batch.round.folder.begun import Begun
    from generator.batch.round.planning.identity import Identity
    from generator.batch.round.planning.plan import Plan
    from generator.diagnostics import Diagnostic


_OF_OTHERS = {  # by the command that wrote a folder in which no round is known
    "batch": ("round-no-manifest", "round-no-manifest"),
    "build": ("output-of-build", "other-out"),
    "": ("output-not-ours", "other-out"),
}


class Claim:
    """One run's claim to a folder. What is not allowed is an OutputFault."""

    def __init__(self, path: Path, identity: Identity, resume: bool, adding: bool) -> None:
        self._path = path
        self._work = path / WORK
        self._identity = identity
        self._resume = resume
        self._adding = adding

    def check(self, begun: Begun | None, base: Base | None, seen: str) -> None:
        """`base` is the round that was finished here; `seen` the digest of its manifest when it was first read."""
        if self._path.exists() and not self._path.is_dir():
            raise fault(self._path, "output-not-folder", "other-folder")
        if self._work.is_symlink():
            raise fault(self._path, "output-not-ours", "other-folder")
        if begun is not None:
            self._check_begun(begun)
        if self._adding:
            if base is None:
                raise none_to_add(self._path)
            if base.digest != seen:  # another run has added to it since we read it
                raise fault(self._path, "round-running", "round-running")
            if begun is None:
                self._check_edited(base)
                if not base.additions:  # else they cannot be made again
                    _check_whole(base)
        elif begun is None and base is not None:
            self._check_finished(base)
        elif begun is None and self._path.exists() and any(_kept(self._path)):
            code, hint = _OF_OTHERS[command_of(self._path)]
            raise fault(self._path, code, hint)

    def _check_begun(self, begun: Begun) -> None:
        changes = changed_settings(begun.settings, self._identity.settings)
        if self._resume and self._adding and begun.adding and not changes:
            return  # be it with another list
        if self._resume and begun.adding == self._adding and begun.round == self._identity.round:
            return
        if is_running(self._work):
            raise fault(self._path, "round-running", "round-running")
        if begun.adding != self._adding:
            code = "round-adding" if begun.adding else "round-not-added"
            raise fault(self._path, code, code)
        changes += changed_rows(begun.rows(), self._identity, gone=True)
        if changes:
            raise fault(self._path, "round-other", "round-other", changes=changes)
        hint = "add-resume" if self._adding else "round-unfinished"
        raise fault(self._path, "round-unfinished", hint)

    def _check_finished(self, base: Base) -> None:
        if not self._resume:
            raise fault(self._path, "round-finished", "round-finished")
        if base.manifest.get("round") != self._identity.round:
            if base.additions:
                _check_whole(base)
            changes = changed_settings(base.manifest, self._identity.settings)
            changes += changed_rows(base.rows(), self._identity, gone=True)
            raise fault(self._path, "round-differs", "round-differs", changes=changes)
        self._check_edited(base)

    def _check_edited(self, base: Base) -> None:
        """What the office has written into its list is not to be written over."""
        for name in base.edited():
            raise fault(self._path, "list-edited", "list-edited", name=name)


def none_to_add(path: Path) -> OutputFault:
    """That there is no finished round in a folder."""
    code, hint = _OF_OTHERS[command_of(path)]
    return fault(path, code, hint) if code == "round-no-manifest" else fault(path, "round-none", "round-none")


def losses(base: Base | None) -> tuple[Diagnostic, ...]:
    """That files of a finished round are lost, as far as it shows without reading them."""
    lost = base.gone() if base is not None else []
    if base is None or not lost:
        return ()
    code = "round-damaged" if base.additions else "round-lost"
    return fault(base.path, code, code, files=few(lost), count=len(lost)).diagnostics


def _check_whole(base: Base) -> None:
    found = losses(base)
    if found:
        raise OutputFault(found)


def check_names(path: Path, plan: Plan) -> None:
    """Whether this system can name the files. OutputFault: it cannot."""
    try:
        for task in plan.tasks:
            for output in task.outputs:
                os.fsencode(output.stem)
    except UnicodeEncodeError as error:
        values = {"encoding": sys.getfilesystemencoding(), "character": error.object[error.start]}
        raise fault(path, "names-encoding", "names-encoding", **values) from error


def is_running(work: Path) -> bool:
    from filelock import FileLock, Timeout

    try:
        FileLock(work / LOCK).acquire(timeout=0).lock.release()
    except Timeout:
        return True
    return False


def _kept(path: Path) -> Iterator[Path]:
    """What is in a folder, but for empty folders that a run makes first."""
    for each in path.iterdir():
        empty = each.name in FOLDERS and each.is_dir() and not any(each.iterdir())
        if not each.name.startswith(WORK) and not empty:
            yield each
