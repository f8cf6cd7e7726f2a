"""The files of a run as they lie in its folder: none missing, none too many, each with its bytes, each readable."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, NamedTuple

from generator.diagnostics import Location, SourceFile
from generator.verify.docx import read_docx
from generator.verify.pdf import read_pdf
from generator.verify.reading import Unreadable
from generator.verify.record import FORMS, MANIFEST

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.reading import Fault, Reading
    from generator.verify.record import Listed

KEYS = "keys/"
UNFINISHED = ".exampaper-unfinished"
_READERS = {"docx": read_docx, "pdf": read_pdf}


def place(path: str) -> Location:
    return Location(SourceFile(path, []))


def tell(path: str, faults: Iterable[Fault], report: Report) -> None:
    for code, values in faults:
        report.error(code, place(path), "verify-do-not-use", **values)


def is_unfinished(folder: Path, report: Report) -> bool:
    """Whether the run has stopped, or still goes on."""
    if not os.path.lexists(folder / UNFINISHED):
        return False
    report.error("verify-unfinished", place(UNFINISHED), _ending(folder / UNFINISHED))
    return True


def _ending(work: Path) -> str:
    """The hint that says how to end what was begun: an addition, a build, or a round."""
    try:
        adding = json.loads((work / "round.json").read_text("utf-8"))["adding"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return "verify-build-again" if os.path.lexists(work / "new") else "verify-resume"
    return "verify-add-resume" if adding else "verify-resume"


def is_run(folder: Path, report: Report) -> bool:
    """Whether there is a record of a run, be it a broken one."""
    code = "verify-no-run" if folder.is_dir() else "verify-no-folder"
    found = any(os.path.lexists(folder / name) for name in (MANIFEST, FORMS))
    if not found:
        report.error(code, place(str(folder)), "verify-not-a-run")
    return found


def check_listing(folder: Path, listed: Iterable[str], known: Container[str], report: Report) -> list[str]:
    """Every file listed is there. Returns those that are not listed, of the roles of which it is `known` what there is."""
    wanted = {MANIFEST, FORMS, *listed}
    folders = {path.rpartition("/")[0] for path in wanted}
    folders |= {"/".join(path.split("/")[:k]) for path in folders for k in range(1, path.count("/") + 1)}
    found, extra = set(), []
    for path, is_folder in _walk(folder, "", report):
        if is_folder:
            if path not in folders and path not in ("papers", "keys", "print", "keys/print"):
                report.error("verify-extra-folder", place(path), "verify-remove")
        elif path in wanted:
            found.add(path)
        elif _role(path) in known:
            extra.append(path)
    for path in sorted(wanted - found - {MANIFEST, FORMS}):
        report.error("verify-missing", place(path), "verify-restore")
    return extra


def _role(path: str) -> str:
    """Of what lies there: "paper", "key", or empty for the rest."""
    folder, _, name = path.partition("/")
    return {"papers": "paper", "keys": "key"}.get(folder, "") if "/" not in name else ""


def _walk(folder: Path, under: str, report: Report) -> Iterator[tuple[str, bool]]:
    """Everything below a folder, hidden or not; what a link leads to is not ours."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        _unreadable(under or str(folder), error, report)
        return
    for entry in found:
        path = f"{under}{entry.name}"
        is_folder = entry.is_dir(follow_symlinks=False)
        yield f"{path} →" if entry.is_symlink() else path, is_folder
        if is_folder:
            yield from _walk(folder / entry.name, f"{path}/", report)


def _unreadable(path: str, error: OSError, report: Report) -> None:
    reason = error.strerror or type(error).__name__
    report.error("file-unreadable", place(path), "verify-restore", reason=reason)


class Whole(NamedTuple):
    """The bytes of a file. They may not be those of the record, but those of another file of the run."""

    data: bytes
    intact: bool
    other: Listed | None = None


class Read(NamedTuple):
    """A paper or key, read."""

    file: Listed
    reading: Reading
    intact: bool  # to the byte, as the record has it
    other: Listed | None  # the file of the run that this one is a copy of


class Files:
    """Files listed, read and compared with what the record says of their bytes."""

    def __init__(self, folder: Path, listed: Iterable[Listed], report: Report) -> None:
        self._folder = folder
        self._report = report
        self._by_digest: dict[str, Listed] = {}
        for file in listed:
            self._by_digest.setdefault(file.sha256, file)

    def whole(self, file: Listed) -> Whole | None:
        """None when it is not there. What is wrong with its bytes is reported, once for all that follows of it."""
        try:
            data = (self._folder / file.path).read_bytes()
        except FileNotFoundError:
            return None  # it was reported missing
        except OSError as error:
            _unreadable(file.path, error, self._report)
            return None
        digest = hashlib.sha256(data).hexdigest()
        if digest == file.sha256 and len(data) == file.bytes:
            return Whole(data, True)
        where = place(file.path)
        other = self._by_digest.get(digest)
        if other is not None and other.path != file.path:
            if other.path.startswith(KEYS) and not file.path.startswith(KEYS):
                folder = file.path.partition("/")[0]
                self._report.error("verify-key-astray", where, "verify-call-back", folder=folder)
            else:
                self._report.error("verify-another", where, "verify-do-not-use", other=other.path)
            return Whole(data, False, other)
        if len(data) != file.bytes:
            said = {"listed": file.bytes, "found": len(data)}
            self._report.error("verify-bytes", where, "verify-restore", **said)
        else:
            self._report.error("verify-digest", where, "verify-restore")
        return Whole(data, False)

    def read(self, file: Listed) -> Read | None:
        """A paper or key, and what is wrong with it by itself reported; None when it cannot be read."""
        found = self.whole(file)
        if found is None:
            return None
        if found.other is not None and found.other.format != file.format:
            return None
        try:
            reading = _READERS[file.format](found.data)
        except Unreadable as bad:
            tell(file.path, [bad.fault], self._report)
            return None
        if found.other is None:
            tell(file.path, reading.faults, self._report)
            if file.pages is not None and reading.pages != file.pages:
                said = {"listed": file.pages, "found": reading.pages}
                self._report.error("verify-pages", place(file.path), "verify-restore", **said)
        return Read(file, reading, found.intact, found.other)
