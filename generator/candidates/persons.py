"""What tells that two rows are one person: an identity number, or a name with a telephone number."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from generator.candidates.characters import folded
from generator.candidates.headers import is_identity_header, plain
from generator.candidates.identity import is_identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HEADERS = (
    "手机 手机号 手机号码 本人手机 本人手机号 联系手机 移动电话 电话 电话号码 联系电话 本人电话 联系方式"
    " phone phoneno phonenumber mobile mobileno mobilenumber mobilephone cellphone tel telephone contactnumber"
)
_TELEPHONES = frozenset(_HEADERS.split())
_DIGITS = 7  # at least, of a telephone number
_OF_PERSON = 11  # the last ones, without the code of a country

Mark = tuple[str, str]  # its kind, "person" or "phone", and what is the same for one person


def marks_of(name: str, columns: Iterable[tuple[str, str]]) -> Iterator[Mark]:
    """Of a row: its name, and its columns with their headers."""
    for header, value in columns:
        kind = _kind(header) if value else ""
        if kind == "person" and is_identity(value):
            yield kind, folded(value)
        elif kind == "phone":
            digits = "".join(filter(str.isdigit, normalize("NFKC", value)))[-_OF_PERSON:]
            if len(digits) >= _DIGITS:
                yield kind, f"{folded(name)} {digits}"


@lru_cache(maxsize=1024)
def _kind(header: str) -> str:
    if is_identity_header(header):
        return "person"
    return "phone" if plain(header) in _TELEPHONES else ""
