"""Names of files: what a file is, in a form every system takes."""

from __future__ import annotations

import re

DOCUMENTS = {"zh": {"paper": "试卷", "key": "答案"}, "en": {"paper": "paper", "key": "key"}}
DEFAULT_PATTERN = "{layout}-{variant}-{document}"

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


def document(role: str, language: str) -> str:
    """The word in a file's name that says which side it is: 试卷/答案, paper/key."""
    return DOCUMENTS["zh" if language.lower().startswith("zh") else "en"][role]


def stem(pattern: str, layout: str, variant: str, role: str, language: str) -> str:
    """A file's name without suffix; a field without a value goes with the hyphen before it.

    A long layout's id is cut: what tells the files of a run apart stays whole.
    """
    values = {"layout": layout[:MOST_BYTES], "variant": variant, "document": document(role, language)}
    filled = _filled(pattern or DEFAULT_PATTERN, values)
    while values["layout"] and len(filled.encode()) > MOST_BYTES:
        values["layout"] = values["layout"][:-1]
        filled = _filled(pattern or DEFAULT_PATTERN, values)
    return safe(filled)


def _filled(pattern: str, values: dict[str, str]) -> str:
    for field, value in values.items():
        mark = "{" + field + "}"
        if not value:
            pattern = re.sub(r"[-_ ]?" + re.escape(mark), "", pattern)
        pattern = pattern.replace(mark, value)
    return pattern.strip("-_ ")


def form_name(layout: str, variant: str) -> str:
    """What forms.jsonl calls a form."""
    return f"{layout}-{variant}" if variant else layout
