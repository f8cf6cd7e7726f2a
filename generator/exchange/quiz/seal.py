"""HTML that carries the source it was made of, so that it can be read back just as it was.

The source counts only as long as the HTML is still what it gives: whoever edits the text on a platform is heard.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_LENGTH = 100_000  # characters of a source
_SEALED = re.compile(r'\s*<div data-exampaper="([^"]*)">(.*)</div>\s*', re.DOTALL)


def seal(shown: str, source: str) -> str:
    attribute = (
        escape(source).replace("\r", "&#13;").replace("\n", "&#10;").replace("{", "&#123;")
    )  # no gap of a cloze
    return f'<div data-exampaper="{attribute}">{shown}</div>'


def unseal(html: str, show: Callable[[str], str | None]) -> str | None:
    """The source of HTML, if `show` still makes the same of it; else None."""
    found = _SEALED.fullmatch(html)
    if found is None:
        return None
    source = unescape(found[1])
    return source if len(source) <= MAX_LENGTH and show(source) == found[2] else None


def without_seal(html: str) -> str:
    """The HTML that is shown."""
    found = _SEALED.fullmatch(html)
    return found[2] if found else html
