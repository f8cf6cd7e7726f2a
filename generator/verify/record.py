"""What a run says of itself: manifest.json and the lines of forms.jsonl, read and checked one by one."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.diagnostics import Location, SourceFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from generator.diagnostics import Report

MANIFEST, FORMS = "manifest.json", "forms.jsonl"
ROLES, FORMATS = ("paper", "key"), ("docx", "pdf")
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SEALED = re.compile(rb'(.*),\n  "sha256": "([0-9a-f]{64})"\n}\n', re.DOTALL)


class Listed(NamedTuple):
    """A file that should be there."""

    path: str  # from the folder, with slashes
    role: str  # "paper", "key", or empty for one of print/ and lists
    format: str
    pages: int | None
    bytes: int
    sha256: str


class Section(NamedTuple):
    title: str
    count: int  # type: ignore[assignment]  # nobody asks a record for tuple.count
    marks: float | None
    questions: tuple[str, ...]


class Row(NamedTuple):
    """A line of forms.jsonl."""

    name: str
    form: str
    layout: str  # of a round; empty otherwise
    own: bool  # whether the form and the key are this candidate's alone
    candidate: Mapping[str, str] | None
    spare: Mapping[str, str]  # what is known of a paper without a candidate: its room
    total: float | None
    sections: tuple[Section, ...]
    files: tuple[Listed, ...]
    location: Location

    def known(self, field: str) -> str:
        """What is known of the place it is for, or of whom."""
        return (self.spare if self.candidate is None else self.candidate).get(field, "")

    @property
    def sitting(self) -> tuple[str, str, str]:
        """Room, date and session."""
        return self.known("room"), self.known("date"), self.known("session")

    def of(self, role: str) -> tuple[Listed, ...]:
        return tuple(file for file in self.files if file.role == role)


class Manifest(NamedTuple):
    content: Mapping[str, Any]
    files: tuple[Listed, ...]  # beside those of forms.jsonl
    digest: str


class _Wrong(Exception):
    """What a record lacks: the name of a field."""


def read_manifest(folder: Path, report: Report) -> Manifest | None:
    where = Location(SourceFile(MANIFEST, []))
    try:
        data = (folder / MANIFEST).read_bytes()
        content = json.loads(data)
    except OSError:
        report.error("verify-no-manifest", where, "verify-run-anew")
        return None
    except (ValueError, RecursionError):
        report.error("verify-record", where, "verify-restore", field="JSON")
        return None
    try:
        counts = _mapping(content, "counts") if isinstance(content, dict) else _wrong("JSON")
        if any(not isinstance(value, int) for value in counts.values()):
            _wrong("counts")
        if not all(isinstance(name, str) for name in _list({"missing": [], **content}, "missing")):
            _wrong("missing")
        _digest(content, "forms_sha256")
        listed = "files" in content or content.get("command") == "batch"  # a round has print files
        files = tuple(_extra(file) for file in _list(content, "files")) if listed else ()
    except _Wrong as bad:
        report.error("verify-record", where, "verify-restore", field=str(bad))
        return None
    sealed = _SEALED.fullmatch(data)
    if sealed is None or hashlib.sha256(sealed[1]).hexdigest().encode() != sealed[2]:
        report.error("verify-manifest-digest", where, "verify-restore")
    return Manifest(content, files, hashlib.sha256(data).hexdigest())


def read_forms(folder: Path, manifest: Manifest | None, report: Report) -> list[Row]:
    """The lines that can be read; every other is reported."""
    source = SourceFile(FORMS, [])
    try:
        data = (folder / FORMS).read_bytes()
    except OSError:
        report.error("verify-no-forms", Location(source), "verify-run-anew")
        return []
    if manifest is not None and hashlib.sha256(data).hexdigest() != manifest.content["forms_sha256"]:
        report.error("verify-forms-digest", Location(source), "verify-restore")
    rows: list[Row] = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        where = Location(source, number, 1)
        try:
            rows.append(_row(json.loads(line), where))
        except (ValueError, RecursionError):
            report.error("verify-record", where, "verify-restore", field="JSON")
        except _Wrong as bad:
            report.error("verify-record", where, "verify-restore", field=str(bad))
    _check_shared(rows, report)
    names = [row.name for row in rows]
    for row, before in zip(rows[1:], names, strict=False):
        if row.name <= before:
            code = "verify-name-twice" if row.name == before else "verify-order"
            report.error(code, row.location, "verify-restore", name=row.name)
    if not rows:
        report.error("verify-record", Location(source), "verify-restore", field="files")
    return rows


def _check_shared(rows: Sequence[Row], report: Report) -> None:
    """A key that several papers share is the same file in each line."""
    known: dict[str, Listed] = {}
    for row in rows:
        for file in row.files:
            if known.setdefault(file.path, file) != file:
                report.error("verify-record", row.location, "verify-restore", field=f"files: {file.path}")


def _row(content: Any, where: Location) -> Row:
    if not isinstance(content, dict):
        _wrong("JSON")
    candidate = content.get("candidate")
    if candidate is not None:
        candidate = _texts(content, "candidate")
    files = tuple(_file(file) for file in _list(content, "files"))
    if len({file.path for file in files}) != len(files):
        _wrong("files")
    for role in ROLES:
        if not any(file.role == role for file in files):
            _wrong(f"files: {role}")
    return Row(
        _text(content, "name"),
        _text(content, "form"),
        _text(content, "layout") if "layout" in content else "",
        bool(content.get("own")),
        candidate,
        _texts(content, "spare") if "spare" in content else {},
        _marks(content, "total"),
        tuple(_section(section) for section in _list(content, "sections")),
        files,
        where,
    )


def _section(content: Any) -> Section:
    if not isinstance(content, dict):
        _wrong("sections")
    questions = tuple(q for q in _list(content, "questions") if isinstance(q, str))
    count = content.get("count")
    if not isinstance(count, int) or count != len(questions):
        _wrong("count")
    return Section(_text(content, "title"), count, _marks(content, "marks"), questions)


def _file(content: Any) -> Listed:
    if not isinstance(content, dict):
        _wrong("files")
    found = _extra(content)._replace(
        role=_text(content, "role"), format=_text(content, "format"), pages=_count(content, "pages")
    )
    if found.role not in ROLES or found.format not in FORMATS:
        _wrong("role")
    # What the printer gets is one folder; a key in it would be printed.
    if not found.path.startswith(f"{found.role}s/") or not found.path.endswith(f".{found.format}"):
        _wrong("path")
    return found


def _extra(content: Any) -> Listed:
    if not isinstance(content, dict):
        _wrong("files")
    path = _text(content, "path")
    if not path or path.startswith("/") or "\\" in path or ":" in path or ".." in path.split("/"):
        _wrong("path")
    return Listed(
        path, "", path.rpartition(".")[2], None, _count(content, "bytes"), _digest(content, "sha256")
    )


def _wrong(field: str) -> Any:
    raise _Wrong(field)


def _text(content: Mapping[str, Any], field: str) -> str:
    value = content.get(field)
    return value if isinstance(value, str) else _wrong(field)


def _count(content: Mapping[str, Any], field: str) -> int:
    value = content.get(field)
    return value if isinstance(value, int) and value >= 0 and value is not True else _wrong(field)


def _marks(content: Mapping[str, Any], field: str) -> float | None:
    value = content.get(field)
    if value is None:
        return None
    return float(value) if isinstance(value, int | float) and value is not True else _wrong(field)


def _digest(content: Mapping[str, Any], field: str) -> str:
    value = _text(content, field)
    return value if _DIGEST.fullmatch(value) else _wrong(field)


def _list(content: Mapping[str, Any], field: str) -> list[Any]:
    value = content.get(field)
    return value if isinstance(value, list) else _wrong(field)


def _mapping(content: Mapping[str, Any], field: str) -> dict[str, Any]:
    value = content.get(field)
    return value if isinstance(value, dict) else _wrong(field)


def _texts(content: Mapping[str, Any], field: str) -> dict[str, str]:
    return {name: value for name, value in _mapping(content, field).items() if isinstance(value, str)}
