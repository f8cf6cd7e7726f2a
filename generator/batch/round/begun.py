"""What the folder of a round holds: a round that was finished, and one that was begun in it or adds to it."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.output import FORMS, MANIFEST, WORK
from generator.batch.round.identity import row_line
from generator.batch.round.work import WAITING, noted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.batch.record import Record
    from generator.batch.round.folder import RoundFolder
    from generator.batch.round.identity import Identity
    from generator.batch.round.tasks import Entry

ROUND = "round.json"  # in the work folder: which round it is
ROWS = "rows.jsonl"  # and of whom
BASE = "base-"  # a file of the round that is added to, which the addition writes anew


class Base(NamedTuple):
    """A round that was finished. `prefix` is of where its manifest and lines are kept."""

    path: Path
    prefix: str
    manifest: Mapping[str, Any]
    digest: str  # of the manifest's bytes

    @staticmethod
    def read(path: Path, begun: Begun | None) -> Base | None:
        """The round of a folder, as it was before the addition that was begun; None if there is none."""
        prefix = f"{WORK}/{BASE}" if begun is not None and begun.adding else ""
        try:
            data = (path / f"{prefix}{MANIFEST}").read_bytes()
            manifest = json.loads(data)
            known = manifest["command"] == "batch"
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None
        return Base(path, prefix, manifest, hashlib.sha256(data).hexdigest()) if known else None

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
        try:
            files = self.files()
        except ValueError:
            return [FORMS]
        return sorted(path for path, digest in files.items() if digest_of(self.path / path) != digest)

    def gone(self) -> list[str]:
        """Those that are not there, or not as long: what can be told of a round of any size without reading it."""
        records = [*self.manifest.get("files", ())]
        for record in (self.issued() or {}).values():
            records += record["files"]  # type: ignore[arg-type]
        sizes = {str(file["path"]): file["bytes"] for file in records if not _is_list(file["path"])}
        return sorted(path for path, size in sizes.items() if _size(self.path / path) != size)

    def edited(self) -> list[str]:
        """The office's list, if it is another one than was written."""
        return [
            file["path"]
            for file in self.manifest.get("files", ())
            if _is_list(file["path"]) and digest_of(self.path / file["path"]) not in ("", file["sha256"])
        ]


class Begun(NamedTuple):
    """A round, or an addition to one, that is not finished."""

    path: Path
    round: str
    adding: bool
    settings: Mapping[str, Any]

    @staticmethod
    def read(path: Path) -> Begun | None:
        """What was begun in a folder; None if nothing was, or it is finished and was killed when it removed its traces."""
        try:
            begun = json.loads((path / WORK / ROUND).read_text("utf-8"))
            found = Begun(path, str(begun["round"]), bool(begun["adding"]), begun["settings"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        finished = Base.read(path, None)
        if finished is None or finished.manifest.get("round") != found.round:
            return found
        before = Base.read(path, found)
        same = found.adding and before is not None and before.additions == finished.additions
        return found if same else None

    @staticmethod
    def write(folder: RoundFolder, identity: Identity, adding: bool) -> None:
        """Note what is begun. What was noted before is in force until the last of the files is there."""
        if adding and not (folder.work / ROUND).exists():
            base = Base.read(folder.path, None)
            assert base is not None  # the folder was claimed
            for name in (
                MANIFEST,
                FORMS,
                *(f["path"] for f in base.manifest["files"] if _is_list(f["path"])),
            ):
                folder.replace(f"{WORK}/{BASE}{name}", (folder.path / name).read_bytes())
        entries = sorted(identity.plan.entries, key=lambda entry: entry.name)
        folder.replace(f"{WORK}/{ROWS}", b"".join(map(row_line, entries)))
        begun = {"round": identity.round, "adding": adding, "settings": identity.settings}
        folder.replace(f"{WORK}/{ROUND}", json.dumps(begun).encode())

    def rows(self) -> dict[str, dict[str, str]]:
        """What is known of those who were to get a paper, by name."""
        return {line["name"]: line["row"] for line in self._lines()}

    def _lines(self) -> Iterator[dict[str, Any]]:
        try:
            with (self.path / WORK / ROWS).open(encoding="utf-8") as lines:
                for line in lines:
                    yield json.loads(line)
        except (OSError, ValueError):
            return

    def withdraw(self, entries: Mapping[str, Entry]) -> None:
        """Take away what was made for those who are not among `entries` as they were, and the print files of all.

        Only files with the very bytes that were noted go, and none of the round that is added to.
        """
        base = Base.read(self.path, self)
        kept = base.files() if base is not None else {}
        stays = {
            task
            for line in self._lines()
            if (entry := entries.get(line["name"])) and json.loads(row_line(entry)) == line
            for task in line["tasks"]
        }
        gone = [file for done in noted(self.path / WORK) if done.name not in stays for file in done.files]
        for file in (*gone, *printed(self.path / WORK)):
            path = self.path / str(file["path"])
            if file["path"] not in kept and digest_of(path) == file["sha256"]:
                path.replace(self.path / WORK / WAITING / f"{os.urandom(16).hex()}.old")

    def restore(self, folder: RoundFolder) -> None:
        """Put the files of the round that was added to in their places again, the manifest last."""
        found = [path.name.removeprefix(BASE) for path in (self.path / WORK).glob(f"{BASE}*")]
        for name in sorted(found, key=lambda name: name == MANIFEST):
            folder.replace(name, (self.path / WORK / f"{BASE}{name}").read_bytes())


PRINTED = "printed.jsonl"  # in the work folder: print files, each noted before it is there


def printed(work: Path) -> Iterator[Record]:
    try:
        lines = (work / PRINTED).read_bytes().split(b"\n")[:-1]
    except OSError:
        return
    for line in lines:
        try:
            yield json.loads(line)
        except ValueError:
            continue


def _is_list(path: str) -> bool:
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
