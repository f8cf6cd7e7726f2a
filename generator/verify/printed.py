"""What a paper says of its candidate, and whether papers that should look alike do."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from generator.verify.reading import squeezed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.verify.record import Row

CALLED = {  # what is printed of a candidate, and the entries of `messages.PHRASES` that name it
    "name": "field-name",
    "id": "field-id",
    "post": "field-post",
    "room": "field-room",
    "seat": "field-seat",
}
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
    spread = r"[\s\u00ad]*".join("[-‐\ufffe]" if letter in "-‐" else re.escape(letter) for letter in letters)
    return re.search(rf"(?<!\w){spread}(?!\w)", text) is not None


class Candidates:
    """What papers of one kind print of their candidates. A field that few of them show is none of the style's."""

    def __init__(self) -> None:
        self._shown: dict[tuple[object, str], int] = {}
        self._lacking: dict[tuple[object, str], list[Odd]] = {}

    def add(self, kind: object, path: str, candidate: Mapping[str, str], text: str) -> None:
        """`text` is of the front and the edges."""
        for field in CALLED:
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
    """Fronts of papers of one kind, in which all but what is the candidate's is the same.

    Characters are counted, since lines end where a name happens to end them. Those of a candidate's own values are let
    be in that paper.
    """

    def __init__(self) -> None:
        self._found: dict[object, dict[str, dict[int, list[str]]]] = {}  # papers by character and number
        self._papers: dict[object, list[tuple[str, frozenset[str]]]] = {}

    def add(self, kind: object, path: str, row: Row, front: str) -> None:
        if row.candidate is None:
            return
        values = [form for field, value in row.candidate.items() for form in shown_as(field, value)]
        own = frozenset("".join((*values, row.form)))
        self._papers.setdefault(kind, []).append((path, own))
        for character, count in Counter(squeezed(front)).items():
            if character not in own:
                self._found.setdefault(kind, {}).setdefault(character, {}).setdefault(count, []).append(path)

    def odd(self) -> Iterator[tuple[str, str]]:
        """(path, characters) of each paper that has others, or not as many, as nearly all of its kind."""
        odd: dict[str, list[str]] = {}
        for kind, papers in self._papers.items():
            for character, counts in self._found.get(kind, {}).items():
                having = {path for paths in counts.values() for path in paths}
                lacking = [path for path, own in papers if path not in having and character not in own]
                groups = [*counts.values(), *([lacking] if lacking else [])]
                usual = max(groups, key=len)
                total = sum(map(len, groups))
                if total >= _FEWEST and len(usual) * 3 >= total * 2:
                    for path in (path for group in groups if group is not usual for path in group):
                        odd.setdefault(path, []).append(character)
        return ((path, "".join(characters)) for path, characters in odd.items())
