"""What a paper says of its candidate, and whether papers that should look alike do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.verify.reading import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.verify.record import Row

FIELDS = ("name", "id", "post", "room", "seat")
_SURE = ("name", "id")  # do not stand on a paper by chance
_IDENTITY = re.compile(r"[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d\d{3}[\dXx]")
_FEWEST = 3  # papers of a kind, of which most are right


class Odd(NamedTuple):
    path: str
    field: str
    value: str


def shown_as(field: str, value: str) -> tuple[str, ...]:
    """The ways in which a value may be printed: an identity number as it is, or masked."""
    if field == "id" and _IDENTITY.fullmatch(value):
        return value, f"{value[:6]}********{value[14:]}"
    return (value,)


def says(text: str, value: str) -> bool:
    """Whether the value stands in the text by itself, perhaps broken over lines."""
    letters = "".join(value.split())
    spread = r"[\s\u00ad\ufffe]*".join(map(re.escape, letters))
    return re.search(rf"(?<!\w){spread}(?!\w)", text) is not None


class Candidates:
    """What papers of one kind print of their candidates. A field that few of them show is none of the style's."""

    def __init__(self) -> None:
        self._shown: dict[tuple[object, str], int] = {}
        self._lacking: dict[tuple[object, str], list[Odd]] = {}

    def add(self, kind: object, path: str, candidate: Mapping[str, str], text: str) -> None:
        """`text` is of the front and the edges."""
        for field in FIELDS:
            value = candidate.get(field, "").strip()
            if not value:
                continue
            key = kind, field
            if any(says(text, form) for form in shown_as(field, value)):
                self._shown[key] = self._shown.get(key, 0) + 1
            else:
                self._lacking.setdefault(key, []).append(Odd(path, field, value))

    def odd(self) -> Iterator[Odd]:
        """Papers that do not say of their candidate what the others do."""
        for key, lacking in sorted(self._lacking.items(), key=lambda item: item[1][0]):
            shown = self._shown.get(key, 0)
            if shown > len(lacking) or (shown and key[1] in _SURE):
                yield from lacking

    def shows(self, field: str) -> bool:
        return any(key[1] == field and count for key, count in self._shown.items())


class Fronts:
    """Lines of the fronts of papers of one kind, in which all but what is the candidate's is the same."""

    def __init__(self) -> None:
        self._papers: dict[object, int] = {}
        self._lines: dict[object, dict[str, tuple[int, str, str]]] = {}

    def add(self, kind: object, path: str, row: Row, front: str) -> None:
        if row.candidate is None:
            return
        values = [form for field, value in row.candidate.items() for form in shown_as(field, value) if value]
        self._papers[kind] = self._papers.get(kind, 0) + 1
        lines = self._lines.setdefault(kind, {})
        for line in dict.fromkeys(front.split("\n")):
            if not line.strip() or _is_of(line, values):
                continue
            said = squeezed(line)
            if row.form:
                said = re.sub(rf"(?<![A-Za-z0-9]){re.escape(row.form)}(?![A-Za-z0-9])", "", line)
                said = squeezed(said)
            count, first, _ = lines.get(said, (0, path, ""))
            lines[said] = count + 1, first, line.strip()

    def odd(self) -> Iterator[tuple[str, str]]:
        """(path, line) of each line that hardly any other paper of its kind has."""
        for kind, lines in self._lines.items():
            papers = self._papers[kind]
            for count, path, line in lines.values():
                if papers >= _FEWEST and count * 3 <= papers:
                    yield path, line


def _is_of(line: str, values: Sequence[str]) -> bool:
    """Whether a line says something of a candidate, or a part of what was broken over lines."""
    if any(says(line, value) for value in values):
        return True
    return any(len(word) > 1 and any(word in squeezed(value) for value in values) for word in line.split())
