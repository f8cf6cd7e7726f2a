"""Files that are given for YAML and are something else, known by their bytes or their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.office.foreign import kind_of_file
from generator.source.bounds import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

_DOCUMENTS = (".txt", ".text", ".md", ".markdown", ".csv", ".tsv", ".gift", ".aiken")
_OURS = re.compile(
    rb"^[\"']?(bank|questions|layout|sections|style)[\"']?[ \t]*(:|\xef\xbc\x9a)", re.MULTILINE
)


def kind_of_document(path: Path) -> str:
    """What a file is called that nobody meant to be YAML; empty for one that is only written wrongly."""
    try:
        if not path.is_file():  # a pipe or a device may never end
            return ""
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except (OSError, ValueError):
        return ""
    kind = kind_of_file(data)
    suffix = path.suffix.lower()
    return kind or (suffix if suffix in _DOCUMENTS and not _OURS.search(data) else "")
