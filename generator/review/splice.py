"""From edits of a value to edits of the file it stands in, where it is certain which character is which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.review.edits import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.model.content import Text

_line_end = re.compile("\r\n|\r|\n")


class Source:
    """The characters of a file as they stand in it, line ends and a byte order mark included."""

    __slots__ = ("lines", "raw")

    def __init__(self, raw: str) -> None:
        self.raw = raw
        first = 1 if raw.startswith("\ufeff") else 0
        self.lines = [first, *(found.end() for found in _line_end.finditer(raw)), len(raw)]

    @property
    def text(self) -> str:
        """As the parser gets it."""
        return _line_end.sub("\n", self.raw.removeprefix("\ufeff"))

    def place(self, value: Text, edits: Sequence[Edit]) -> list[Edit] | None:
        """Edits of a value as edits of the file; None where it is written with escapes, or folded at such a place."""
        offsets = self._offsets(value)
        if offsets is None:
            return None
        placed = []
        for start, end, new, code in edits:
            at = offsets[start]
            if [at + i for i in range(end - start)] != offsets[start:end] or at < 0:
                return None
            placed.append(Edit(at, at + end - start, new, code))
        return placed

    def _offsets(self, value: Text) -> list[int] | None:
        """Where each character of a value stands; -1 for a space or a line end that YAML made of others."""
        raw = self.raw
        at = self._begin(value)
        limit = self.lines[min(max(value.end_line, value.location.line), len(self.lines) - 1)]
        offsets = []
        for letter in value.markdown:
            if letter.isspace():
                if letter == "\n" and raw[at : at + 2] == "\r\n":
                    at += 1
                same = raw[at : at + 1] == letter and at < limit
                offsets.append(at if same else -1)
                at += same
                continue
            while at < limit and raw[at] in " \t\r\n" and raw[at] != letter:
                at += 1
            if at >= limit or raw[at] != letter:
                return None
            offsets.append(at)
            at += 1
        return offsets

    def _begin(self, value: Text) -> int:
        """Where the first character of a value may stand: behind an opening quote or the header of a block."""
        line, column = value.location[1:]
        at = self.lines[line - 1] + column - 1
        opening = self.raw[at : at + 1]
        if opening in ("|", ">"):
            return self.lines[line]
        return at + 1 if opening in ("'", '"') else at
