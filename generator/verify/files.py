"""The files of a run as they lie in its folder: none missing, none too many, each with its bytes, each readable."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.verify.docx import read_docx
from generator.verify.pdf import read_pdf
from generator.verify.reading import Unreadable
from generator.verify.record import FORMS, MANIFEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.reading import Fault, Reading
    from generator.verify.record import Listed

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
    report.error("verify-unfinished", place(UNFINISHED), "verify-resume")
    return True


def is_run(folder: Path, report: Report) -> bool:
    """Whether there is a record of a run, be it a broken one."""
    code = "verify-no-run" if folder.is_dir() else "verify-no-folder"
    found = any(os.path.lexists(folder / name) for name in (MANIFEST, FORMS))
    if not found:
        report.error(code, place(str(folder)), "verify-not-a-run")
    return found


def check_listing(folder: Path, listed: Iterable[str], report: Report) -> list[str]:
    """Every file listed is there. Returns those that are not listed."""
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
        else:
            extra.append(path)
    for path in sorted(wanted - found - {MANIFEST, FORMS}):
        report.error("verify-missing", place(path), "verify-restore")
    return extra


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


def whole(folder: Path, file: Listed, report: Report) -> bytes | None:
    """The bytes of a file, compared with what the record says; None when it is not there."""
    try:
        data = (folder / file.path).read_bytes()
    except FileNotFoundError:
        return None  # it was reported missing
    except OSError as error:
        _unreadable(file.path, error, report)
        return None
    if len(data) != file.bytes:
        report.error("verify-bytes", place(file.path), "verify-restore", listed=file.bytes, found=len(data))
    elif hashlib.sha256(data).hexdigest() != file.sha256:
        report.error("verify-digest", place(file.path), "verify-restore")
    return data


def read(folder: Path, file: Listed, report: Report) -> Reading | None:
    """A paper or key, read, and what is wrong with it by itself reported; None when it cannot be read."""
    data = whole(folder, file, report)
    if data is None:
        return None
    try:
        reading = _READERS[file.format](data)
    except Unreadable as bad:
        tell(file.path, [bad.fault], report)
        return None
    tell(file.path, reading.faults, report)
    if file.pages is not None and reading.pages != file.pages:
        report.error(
            "verify-pages", place(file.path), "verify-restore", listed=file.pages, found=reading.pages
        )
    return reading
