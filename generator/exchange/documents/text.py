"""Plain text, from a file or pasted, as lines."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from generator.diagnostics import Location, SourceFile
from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.decode import decode
from generator.exchange.line import Line, Manuscript
from generator.office.foreign import is_zip, kind_of

if TYPE_CHECKING:
    from generator.diagnostics import Report

_LOST = 10  # of so many characters one that is lost makes a file no text


def read(data: bytes, name: str, report: Report) -> Manuscript | None:
    """The lines of a text file in whatever encoding; what was concluded or lost goes to `report`.

    What is only called so is read as what it is, if it can be.
    """
    if is_zip(data) or kind_of(data):
        from generator.exchange import documents

        return documents.read(data, name, report)
    return from_text(text_of(data, name, report), name, hashlib.sha256(data).hexdigest())


def from_text(text: str, name: str, digest: str = "") -> Manuscript:
    """Text as lines, white space at their beginning kept. `name` is what messages call it."""
    lines = [one_line(line).rstrip() for line in text.split("\n")]
    if lines and not lines[-1]:
        lines.pop()
    file = SourceFile(name, lines, digest)
    return Manuscript(
        tuple(Line(line, n) if line else Line("", n, role="blank") for n, line in enumerate(lines, 1)), file
    )


def text_of(data: bytes, name: str, report: Report) -> str:
    """The text of a file, with newlines for all line ends."""
    decoded = decode(data)
    where = Location(SourceFile(name, []))
    if not decoded.certain:
        report.note("document-encoding", where, "check-encoding", encoding=decoded.encoding)
    if decoded.lost * _LOST > len(decoded.text):
        report.error("document-not-text", where)
    elif decoded.lost:
        report.warning(
            "document-bytes-lost", where, "check-encoding", count=decoded.lost, encoding=decoded.encoding
        )
    return decoded.text.removeprefix("\ufeff")
