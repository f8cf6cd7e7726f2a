"""A round that was begun in a folder, or an addition to one, and is not finished."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.batch.output import FORMS, MANIFEST, ROUND, WORK
from generator.batch.round.folder.base import BASE, Base, digest_of
from generator.batch.round.folder.workplace import PARTS, noted, printed
from generator.batch.round.planning.identity import row_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from generator.batch.round.folder.round_folder import RoundFolder
    from generator.batch.round.planning.identity import Identity
    from generator.batch.round.planning.tasks import Entry

ROWS = "rows.jsonl"  # and of whom
PRINT, KEYS_PRINT = "print", "keys/print"
_PRINTS = (f"{PRINT}/", f"{KEYS_PRINT}/")


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
            lists = (name for name in base.lists if (folder.path / name).exists())  # or it was moved out
            for name in (MANIFEST, FORMS, *lists):
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
        prints = [file for file in printed(self.path / WORK) if str(file["path"]).startswith(_PRINTS)]
        for file in (*gone, *prints):
            path = self.path / str(file["path"])
            if file["path"] not in kept and digest_of(path) == file["sha256"]:
                path.replace(self.path / WORK / PARTS / f"{os.urandom(16).hex()}.old")

    def restore(self, folder: RoundFolder) -> None:
        """Put the files of the round that was added to in their places again, the manifest last."""
        found = [path.name.removeprefix(BASE) for path in (self.path / WORK).glob(f"{BASE}*")]
        base = Base.read(self.path, self)
        ours = {(file["path"], file["sha256"]) for file in printed(self.path / WORK)}
        for name in () if base is None else base.lists:
            if name not in found and (name, digest_of(self.path / name)) in ours:
                (self.path / name).unlink()  # there was none: somebody had moved it out
        for name in sorted(found, key=lambda name: name == MANIFEST):
            folder.replace(name, (self.path / WORK / f"{BASE}{name}").read_bytes())
