"""Paths of categories as Moodle writes them: `$course$/top/客服/退款`, a slash of a name doubled."""

from __future__ import annotations

import re

_CONTEXTS = ("$course$", "$module$", "$system$", "$coursecat$", "$cat$")
_TOP = "top"  # of which every context has one
_PARTING = re.compile(
    r"(?<!/)/(?=(?://)*(?!/))"
)  # of an odd number of slashes the first parts, the others are doubled


def names_of(path: str) -> list[str]:
    """The categories of a path, from the outermost; none for the top of a course."""
    parts = [part.replace("//", "/").strip() for part in _PARTING.split(path)]
    parts = [part for part in parts if part]
    if parts and parts[0].lower() in _CONTEXTS:
        del parts[0]
    if parts and parts[0].lower() == _TOP:
        del parts[0]
    return parts


def path_of(category: str) -> str:
    """The path of a category; of none that of the top."""
    return "/".join(filter(None, (_CONTEXTS[0], _TOP, category.replace("/", "//"))))
