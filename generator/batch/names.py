"""Names of files: what a file is, in a form every system takes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.blueprint import FILE_FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

DOCUMENTS = {"zh": {"paper": "试卷", "key": "答案"}, "en": {"paper": "paper", "key": "key"}}
OF_FORM = "{layout}-{variant}-{document}"  # the usual names
OF_CANDIDATE = "{id}-{name}-{document}"
OF_SPARE = "{name}-{id}-{document}"  # 备用 and its place, and its number

_FIELD = re.compile(r"([-_ ]?)\{([a-z]+)\}")
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)
MOST_BYTES = 240  # of a name: 255 is the limit nearly everywhere, and a suffix follows


def safe(name: str) -> str:
    """`name` as Windows, macOS and Linux all take it: nothing they refuse, nothing they would change."""
    clean = _REFUSED.sub("_", name).rstrip(" .")
    if _RESERVED.fullmatch(clean) or not clean:
        clean = f"_{clean}"
    while len(clean.encode()) > MOST_BYTES:
        clean = clean[:-1]
    return clean


def joined(said: str) -> str:
    """A day and session as a part of a name: hyphens for blanks."""
    return "-".join(said.split())


def alike(name: str) -> str:
    """The same for names that some system takes for one: macOS and Windows know no case, nor how letters are composed."""
    return name.casefold() if name.isascii() else normalize("NFC", normalize("NFD", name).casefold())


def document(role: str, language: str) -> str:
    """The word in a file's name that says which side it is: 试卷/答案, paper/key."""
    return DOCUMENTS["zh" if language.lower().startswith("zh") else "en"][role]


def stem(pattern: str, values: Mapping[str, str], role: str, language: str) -> str:
    """A file's name without suffix, from a pattern of `values` and {document}.

    A field without a value goes with the hyphen before it. A long layout's id or name is cut: what tells the
    files of a run apart stays whole.
    """
    known = dict.fromkeys(FILE_FIELDS, "") | dict(values) | {"document": document(role, language)}
    for cut in ("layout", "name"):
        known[cut] = known[cut][:MOST_BYTES]
        while known[cut] and len(_filled(pattern, known).encode()) > MOST_BYTES:
            known[cut] = known[cut][:-1]
    return safe(_filled(pattern, known))


def _filled(pattern: str, values: Mapping[str, str]) -> str:
    def said(found: re.Match[str]) -> str:
        value = values.get(found[2])
        if value is None:  # no field
            return found[0]
        return f"{found[1]}{value}" if value else ""

    return _FIELD.sub(said, pattern).strip("-_ ")


def form_name(layout: str, variant: str) -> str:
    """What forms.jsonl calls a form."""
    return f"{layout}-{variant}" if variant else layout
