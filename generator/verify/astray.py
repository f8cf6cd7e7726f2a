"""Files that are not of the run. One among papers that says what keys say is a key, and may be printed with them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.verify.docx import read_docx
from generator.verify.files import KEYS, place
from generator.verify.pdf import read_pdf
from generator.verify.reading import Unreadable
from generator.verify.workbook import read_workbook

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.diagnostics import Report
    from generator.verify.leaks import Leaks
    from generator.verify.reading import Reading
    from generator.verify.record import Listed

_PRINTED = ("papers/", "print/")  # folders that go to the printer
_READERS = {".docx": read_docx, ".pdf": read_pdf}
_CODECS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_MOST = 1 << 26  # bytes of a file that is read


class Astray:
    def __init__(self, folder: Path, extra: Sequence[str], listed: Iterable[Listed]) -> None:
        self._folder = folder
        self._extra = extra
        self._keys = {file.sha256 for file in listed if file.path.startswith(KEYS)}
        self._judged = any(path.startswith(_PRINTED) for path in extra)
        self._asked: dict[str, None] = {}  # texts of papers

    def paper(self, reading: Reading) -> None:
        """What a paper says makes nothing a key, where a key's own words cannot be told from its questions."""
        if self._judged:
            self._asked.update(dict.fromkeys((reading.body, reading.edges, reading.title)))

    def check(self, leaks: Leaks, report: Report) -> None:
        """When all keys and papers are known."""
        asked = "".join(self._asked)
        for path in self._extra:
            if path.startswith(_PRINTED) and self._is_key(path, leaks, asked):
                folder = path.partition("/")[0]
                report.error("verify-key-astray", place(path), "verify-call-back", folder=folder)
            else:
                report.error("verify-extra", place(path), "verify-remove")

    def _is_key(self, path: str, leaks: Leaks, asked: str) -> bool:
        file = self._folder / path
        try:
            data = file.read_bytes() if file.stat().st_size <= _MOST else b""
        except OSError:  # a link, among others
            return False
        if hashlib.sha256(data).hexdigest() in self._keys:
            return True
        return bool(leaks.found_in(_texts(file.suffix.lower(), data), asked))


def _texts(suffix: str, data: bytes) -> tuple[str, ...]:
    """All that a file says, as far as it can be read."""
    try:
        if suffix == ".xlsx":
            return read_workbook(data).texts
        if suffix in _READERS:
            reading = _READERS[suffix](data)
            return reading.body, reading.edges, reading.title, *reading.others
    except Unreadable:
        pass
    return tuple(data.decode(codec, "ignore") for codec in _CODECS)
