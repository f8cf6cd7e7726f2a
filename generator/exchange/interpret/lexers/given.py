"""Given: an answer in the bracket of its stem: （ B ）, 【√】; a letter in square ones only at the end of its sentence."""

from __future__ import annotations

import re

AT_END = r"[ .。?!;,]*(?:$|a ?[.、)])"
"""What follows the last bracket of a stem: its end, or its options."""
_WORDS = r"[√×✓✗对错]|正确|错误|true|false"
_LETTERED = r"[a-h](?:[ ,、]{0,2}[a-h]){0,7}"
_GIVEN = re.compile(
    rf"\( {{0,4}}({_LETTERED}|{_WORDS}|[xvt]) {{0,4}}\)|\[ {{0,4}}({_WORDS}) {{0,4}}\]"
    rf"|\[ {{0,4}}({_LETTERED}|[xvt]) {{0,4}}\](?={AT_END})"
)


def given_in(flat: str) -> list[tuple[str, int, int]]:
    """The answers in the brackets of a stem, and where those begin and end."""
    return [(found[1] or found[2] or found[3], *found.span()) for found in _GIVEN.finditer(flat)]
