"""What the lines of a round come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.batch.record import Record


class Tally:
    """Counts lines as they go by."""

    def __init__(self) -> None:
        self._counts = {"candidates": 0, "spares": 0, "papers": 0, "keys": 0}
        self._shared: set[str] = set()  # files of keys of forms
        self._issued: set[str] = set()
        self._layouts: dict[str, str] = {}  # of keys of forms as PDF

    def count(self, record: Record, new: bool) -> Record:
        self._counts["spares" if record["candidate"] is None else "candidates"] += 1
        for file in files_of(record):
            path = str(file["path"])
            if file["role"] == "key" and not record.get("own"):
                self._shared.add(path)
                if not new:
                    self._issued.add(path)
                elif file["format"] == "pdf":
                    self._layouts[path] = str(record["layout"])
            else:
                self._counts[f"{file['role']}s"] += 1
        return record

    def counts(self) -> dict[str, int]:
        return {**self._counts, "keys": self._counts["keys"] + len(self._shared)}

    def new_keys(self) -> dict[str, list[str]]:
        """The PDFs of keys of forms that are new, by layout."""
        found: dict[str, list[str]] = {}
        for path, layout in sorted(self._layouts.items()):
            if path not in self._issued:
                found.setdefault(layout, []).append(path)
        return found


def files_of(record: Record) -> Sequence[Record]:
    files: Sequence[Record] = record["files"]  # type: ignore[assignment]
    return files
