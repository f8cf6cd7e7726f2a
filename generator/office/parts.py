"""The parts of an XLSX file, unpacked within bounds before anything is made of them."""

from __future__ import annotations

import io
import posixpath
import zlib
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from generator.diagnostics import Location, SourceFile
from generator.office.foreign import kind_of_parts, tell_kind

if TYPE_CHECKING:
    from generator.diagnostics import Report

MAX_UNPACKED = 64 * 1024 * 1024
_MAX_PARTS = 5000
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error)

Parts = dict[str, bytes]


def unpack(data: bytes, name: str, report: Report) -> Parts | None:
    """The XML parts of a workbook by name, checked sums and sizes and all; None when it is none."""
    whole = Location(SourceFile(name, []))
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            kind = _other_kind(archive)
            if kind:
                tell_kind(kind, whole, report)
                return None
            parts = _parts(archive)
    except _BROKEN:
        report.error("workbook-damaged", whole, "save-workbook-again")
        return None
    if parts is None:
        report.error("workbook-too-big", whole, "save-list-as-csv", limit=MAX_UNPACKED >> 20)
    return parts


def _other_kind(archive: ZipFile) -> str:
    names = frozenset(archive.namelist())
    if "xl/workbook.xml" in names:
        return ""
    stated = archive.getinfo("mimetype") if "mimetype" in names else None
    small = stated is not None and stated.file_size < 200
    return kind_of_parts(names, archive.read("mimetype").strip() if small else b"")


def _parts(archive: ZipFile) -> Parts | None:
    """Sizes are counted as they are unpacked: what a ZIP file says of them need not be true."""
    listed = archive.infolist()
    if len(listed) > _MAX_PARTS:
        return None
    parts: Parts = {}
    room = MAX_UNPACKED
    for part in listed:
        if not part.filename.lower().endswith((".xml", ".rels")):
            continue
        if part.filename in parts or part.flag_bits & 1:
            raise BadZipFile(part.filename)
        with archive.open(part) as stream:
            content = stream.read(room + 1)
        room -= len(content)
        if room < 0:
            return None
        if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
            raise BadZipFile(part.filename)
        parts[part.filename] = content
    return parts


def packed(parts: Parts) -> bytes:
    """The parts as a ZIP file that holds nothing else."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        for name in sorted(parts):
            archive.writestr(name, parts[name])
    return written.getvalue()


def resolved(base: str, target: str) -> str:
    """The name of the part that `target` means in a relation of the part `base`."""
    path = target.lstrip("/") if target.startswith("/") else posixpath.join(posixpath.dirname(base), target)
    return posixpath.normpath(path)
