"""Characters that do not belong in what is printed, and texts that only look different."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

_CONTROL = "\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
_BIDIRECTIONAL = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff"
    "\uffa0\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
_LOST = "\ufffd"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"

_KINDS = (
    ("control-character", re.compile(f"[{_CONTROL}]")),
    ("bidirectional-control", re.compile(f"[{_BIDIRECTIONAL}]")),
    ("invisible-character", re.compile(f"[{_INVISIBLE}]")),
    ("replacement-character", re.compile(_LOST)),
)
_FORBIDDEN = re.compile(f"[{_CONTROL}{_BIDIRECTIONAL}{_INVISIBLE}{_LOST}]")
_UNSEEN = re.compile(f"[{_CONTROL}{_BIDIRECTIONAL}{_INVISIBLE}]")
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
ODD_SPACE = re.compile(f"[{_SPACES}]|(?<=[{_HAN}]) +(?=[{_HAN}])|  +")
ILLEGAL = re.compile(r'[<>:"/\\|?*]')  # in the name of a file
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)

_FORMULA = re.compile("[=+@\\-＝＋＠－]")
_HARMLESS = re.compile(r"[+\-－＋]+|[+\-＋－][0-9０-９][0-9０-９ .,()/%\-]*")
_ROUNDED = re.compile(r"[0-9](\.[0-9]+)?[Ee]\+?[0-9]{2,3}")


def forbidden(text: str) -> tuple[str, str] | None:
    """The code of a fault and the first character at fault."""
    found = _FORBIDDEN.search(text)
    if not found:
        return None
    return next((code, found.group()) for code, pattern in _KINDS if pattern.match(found.group()))


def trimmed(cell: str) -> str:
    """Without spaces and byte order marks around it."""
    text = cell.strip()
    return text.strip("\ufeff").strip() if "\ufeff" in text else text


def one_line(text: str) -> str:
    """Line breaks and tabs as spaces."""
    if text.isprintable():
        return text
    return re.sub(r"[\t\r\n\v]+", " ", text)


def visible(text: str) -> str:
    """Without what cannot be seen, and without spaces around it."""
    return _UNSEEN.sub("", one_line(text)).strip()


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """The same for texts that differ only in width, case, spaces or what cannot be seen."""
    if text.isascii() and text.isprintable():
        return text.casefold().replace(" ", "")
    return "".join(_UNSEEN.sub("", normalize("NFKC", text)).casefold().split())


def is_reserved(text: str) -> bool:
    """Whether Windows keeps this name of a file to itself."""
    return bool(_RESERVED.fullmatch(text))


def is_formula(text: str) -> bool:
    """Whether Excel would compute this text when it opens it; a telephone number, a negative one or a dash is none."""
    return bool(_FORMULA.match(text)) and not _HARMLESS.fullmatch(text)


def is_rounded(text: str) -> bool:
    """Whether this is a long number as Excel shows it: 1.10101E+17."""
    return bool(_ROUNDED.fullmatch(text))
