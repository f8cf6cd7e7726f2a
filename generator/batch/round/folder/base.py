"""A round that was finished, as it lies in its folder."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.manifest import is_sealed
from generator.batch.output import FORMS, MANIFEST, WORK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generator.batch.record import Record
    from generator.batch.round.folder.begun import Begun

BASE = "base-"  # in the work folder: a file of the round that is added to, which the addition writes anew


class Base(NamedTuple):
    """A round that was finished. `prefix` is of where its manifest and lines are kept."""

    path: Path
    prefix: str
    manifest: Mapping[str, Any]
    digest: str  # of the manifest's bytes
    sealed: bool  # they are as the run wrote them

    @staticmethod
    def read(path: Path, begun: Begun | None) -> Base | None:
        """The round of a folder, as it was before the addition that was begun; None if there is none."""
        prefix = f"{WORK}/{BASE}" if begun is not None and begun.adding else ""
        try:
            data = (path / f"{prefix}{MANIFEST}").read_bytes()
            manifest = json.loads(data)
            known = manifest["command"] == "batch" and isinstance(manifest["files"], list)
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        digest = hashlib.sha256(data).hexdigest()
        return Base(path, prefix, manifest, digest, is_sealed(data)) if known else None

    @property
    def additions(self) -> int:
        return int(self.manifest.get("additions", 0))

    def issued(self) -> dict[str, Record] | None:
        """The lines of forms.jsonl by name; None if they are not those that the manifest tells of."""
        try:
            data = (self.path / f"{self.prefix}{FORMS}").read_bytes()
        except OSError:
            return None
        if self.manifest.get("forms_sha256") != hashlib.sha256(data).hexdigest():
            return None
        records = [json.loads(line) for line in data.splitlines()]
        return {str(record["name"]): record for record in records}

    def rows(self) -> dict[str, dict[str, str]]:
        """What is known of everybody, with paper or without, by name."""
        issued, absent = self.issued() or {}, self.manifest.get("absent", {})
        rows: dict[str, Any] = {
            name: record["candidate"] or record.get("spare", {}) for name, record in issued.items()
        }
        return {**rows, **{name: kept["row"] for name, kept in absent.items()}}

    def files(self) -> dict[str, str]:
        """The digest of each file by path. ValueError: the lines are damaged."""
        issued = self.issued()
        if issued is None:
            raise ValueError
        records: list[Any] = list(self.manifest.get("files", ()))
        for record in issued.values():
            records += record["files"]  # type: ignore[arg-type]
        return {file["path"]: file["sha256"] for file in records}

    def lost(self) -> list[str]:
        """Files that are not there as they were, byte for byte."""
        changed = [] if self.sealed else [MANIFEST]
        try:
            files = self.files()
        except ValueError:
            return [FORMS, *changed]
        return changed + sorted(
            path for path, digest in files.items() if digest_of(self.path / path) != digest
        )

    def gone(self) -> list[str]:
        """Those that are not there, or not as long: what can be told of a round of any size without reading it."""
        records = [*self.manifest.get("files", ())]
        for record in (self.issued() or {}).values():
            records += record["files"]  # type: ignore[arg-type]
        sizes = {str(file["path"]): file["bytes"] for file in records if not is_list(file["path"])}
        return sorted(path for path, size in sizes.items() if _size(self.path / path) != size)

    def written(self, name: str) -> set[str]:
        """The digest of a file that is no paper, as the round wrote it; empty if it has none of that name."""
        own = {FORMS: self.manifest.get("forms_sha256"), MANIFEST: self.digest if self.sealed else ""}
        found = [file["sha256"] for file in self.manifest.get("files", ()) if file["path"] == name]
        return {str(digest) for digest in (*found, own.get(name)) if digest}

    @property
    def lists(self) -> dict[str, str]:
        """The digest of the office's list, by name."""
        files = self.manifest.get("files", ())
        return {file["path"]: file["sha256"] for file in files if is_list(file["path"])}

    def edited(self) -> list[str]:
        """The office's list, if it is another one than was written."""
        return [
            name for name, digest in self.lists.items() if digest_of(self.path / name) not in ("", digest)
        ]


def is_list(path: str) -> bool:
    """Whether it is the list for the office, which alone lies beside the folders."""
    return "/" not in path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return -1


def digest_of(path: Path) -> str:
    """The digest of a file; empty if it is none, or cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
