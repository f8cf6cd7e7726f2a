"""Questions embedded in a text ("cloze"): `{1:SHORTANSWER:=119~=一一九}`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = re.compile(
    r"\{(\d{0,4}):(SHORTANSWER|SHORTANSWER_C|SA|SAC|MW|MWC|NUMERICAL|NM|(?:MULTICHOICE|MULTIRESPONSE)(?:_[A-Z]{1,2})?"
    r"|MC[A-Z]{0,2}|MR[A-Z]{0,2}):((?:\\.|[^\\{}]|\{(?!\d{0,4}:[A-Z]))*)\}",
    re.DOTALL,
)
_PARTS = re.compile(r"\\.|~", re.DOTALL)
_ANSWER = re.compile(r"(=|%(-?\d{1,3}(?:\.\d{1,9})?)%)?((?:\\.|&#|[^\\#]|\\\Z)*)(?:#(.*))?", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\}~#=/\"'])")
_SIGN = re.compile(r"[\\}~#/\"']")
_TAG = re.compile(r"<[^<>]*>")


class Answer(NamedTuple):
    """`fraction` is in percent. Words are HTML."""

    words: str
    fraction: float
    feedback: str = ""


class Gap(NamedTuple):
    kind: str  # "SHORTANSWER", "NUMERICAL", "MULTICHOICE", "MULTIRESPONSE"
    weight: int
    answers: tuple[Answer, ...]


def gaps(html: str) -> tuple[list[str], list[Gap]]:
    """The text around the gaps, one piece more than there are gaps, and the gaps."""
    texts: list[str] = []
    found: list[Gap] = []
    at = 0
    for match in _GAP.finditer(html):
        texts.append(html[at : match.start()])
        at = match.end()
        answers = tuple(_answer(part) for part in _split(match[3]) if part.strip())
        found.append(Gap(_kind(match[2]), int(match[1] or 1), answers))
    return [*texts, html[at:]], found


def gap(accepted: Iterable[str]) -> str:
    """A gap for accepted texts, as they stand in HTML. An open brace is an entity, lest it begin another gap."""
    answers = ("=" + _SIGN.sub(r"\\\g<0>", text).replace("{", "&#123;") for text in accepted)
    return "{1:SHORTANSWER:" + "~".join(answers) + "}"


def _kind(written: str) -> str:
    if written.startswith(("MULTIRESPONSE", "MR")):
        return "MULTIRESPONSE"
    if written in ("NUMERICAL", "NM"):
        return "NUMERICAL"
    return "MULTICHOICE" if written.startswith(("MULTICHOICE", "MC")) else "SHORTANSWER"


def _split(body: str) -> list[str]:
    parts = []
    begin = 0
    for sign in _PARTS.finditer(body):
        if sign[0] == "~":
            parts.append(body[begin : sign.start()])
            begin = sign.end()
    return [*parts, body[begin:]]


def _answer(part: str) -> Answer:
    found = _ANSWER.match(part.strip())
    assert found is not None  # every part of it can be empty
    fraction = 100.0 if found[1] == "=" else float(found[2] or 0)
    return Answer(_words(found[3]), fraction, _words(found[4] or ""))


def _words(written: str) -> str:
    return _TAG.sub(" ", _ESCAPED.sub(r"\1", written)).strip()
