"""How a text is written in YAML so that every reader of YAML gives it back as that text."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

_SIGNS = re.compile(r"^[\s\-?:,\[\]{}#&*!|>'\"%@`]|: |:$| #|\s$|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_STARTS = frozenset("0123456789.-+~yYnNtTfFoO=<")  # of what may be a number, a date, a truth or nothing
_NUMBER = re.compile(r"[-+.0-9][0-9_.:eExXoOa-fA-F+-]*")  # in some version of YAML
_TEXT = "tag:yaml.org,2002:str"
_FLOW = re.compile(r"[,\[\]{}?:]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_UNPRINTABLE = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\\"]')


def inline(text: str, *, in_flow: bool = False) -> str:
    """`text` in one line: plain where that is safe, else in quotes."""
    if not text or _SIGNS.search(text) or (in_flow and _FLOW.search(text)) or not _is_text(text):
        return quoted(text)
    return text


def quoted(text: str) -> str:
    """In double quotes, which hold anything."""
    return '"' + _UNPRINTABLE.sub(_escaped, text) + '"'


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    return _ESCAPES.get(sign) or (f"\\x{ord(sign):02x}" if ord(sign) < 256 else f"\\u{ord(sign):04x}")


def fits_block(text: str) -> bool:
    """Whether a text can stand under `|`: several lines, none of them odd."""
    lines = text.split("\n")
    return (
        len(lines) > 1
        and bool(lines[0].strip())
        and not lines[0].startswith((" ", "\t"))
        and bool(lines[-1].strip())
        and not any(line != line.rstrip() and not line.strip() for line in lines)
        and not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text)
    )


def _is_text(text: str) -> bool:
    """Whether YAML, in any of its versions, takes an unquoted `text` for text, and not for a number or a date."""
    if text[0] not in _STARTS:
        return True
    resolver, node = _resolver()
    return resolver.resolve(node, text, (True, False)) == _TEXT and not _NUMBER.fullmatch(text)


@cache
def _resolver() -> tuple[Any, Any]:
    import yaml

    return yaml.resolver.Resolver(), yaml.ScalarNode
