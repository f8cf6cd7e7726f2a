"""Labels at the beginning of a line or inside it: 【答案】 解析： Follow-up:"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from generator.exchange.interpret.lexers.flat import flat
from generator.exchange.interpret.lexers.given import AT_END
from generator.exchange.interpret.lexers.values import han_value
from generator.exchange.interpret.words.labels import ALONE, IN_LINE, LABELS, PLAIN_WORDS


class Label(NamedTuple):
    """A label: what it names (a key of `words.LABELS`), the word itself, its number (0: none) and where its text begins.

    `boxed` labels stand in brackets; `alone` ones have the line for themselves, without a colon.
    """

    kind: str
    word: str
    number: int
    end: int
    boxed: bool = False
    alone: bool = False


@cache
def _kinds() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, words in LABELS.items():
        for part in words.split("|"):
            chinese = [word for word in part.split() if not word.isascii()]
            english = " ".join(word for word in part.split() if word.isascii())
            for word in (*chinese, english):
                if word:
                    found.setdefault(word, kind)
    return found


_MOST = 32  # characters a label may have
_HEAD = re.compile(r"[^:\[\]。?!;,]{1,32}")
_SAID = re.compile(r" ?(?:如下|是|为|如下所示| is| are)$")
_NUMBERED = re.compile(r"(?<=[^\s0-9]) ?\(?([0-9]{1,2}|[一二三四五六七八九十])\)?$")
_BRACKETED = re.compile(r" ?\([^()]{1,16}\)$")
_SPACES = re.compile(r"(?<=[^\x00-\x7f]) +(?=[^\x00-\x7f])")


def kind_of(words: str) -> str:
    """What a label of these words (flat) names; empty for none."""
    return _kinds().get(_SPACES.sub("", words.strip(" *_#")), "")


def label_at(flat: str, start: int = 0, *, emphasised: int = 0) -> Label | None:
    """The label that `flat` has at `start`. `emphasised` is where bold that begins at `start` ends."""
    if start >= len(flat):
        return None
    if flat[start] == "[":
        close = flat.find("]", start, start + _MOST + 2)
        if close > 0:
            words = flat[start + 1 : close].rstrip(": ")
            found = _known(words) or _noted(words) or _by_ending(words)
            if found and not (len(words) == 1 and flat[close + 1 : close + 2] == "["):  # [A][B] of a card
                return Label(*found, _behind(flat, close + 1), boxed=True)
        return None
    head = _HEAD.match(flat, start)
    if head is None:
        return None
    words = head[0]
    end = head.end()
    if end < len(flat) and flat[end] == ":":
        found = _known(words) or (_by_ending(words) if emphasised >= end else None)
        return Label(*found, _behind(flat, end)) if found else None
    if end == len(flat):
        found = _known(words)
        if found and (found[1] in ALONE or found[1] not in PLAIN_WORDS):
            return Label(*found, end, alone=True)
        if found and emphasised >= len(flat.rstrip()):
            return Label(*found, end, alone=True)
    if start < emphasised <= end and flat[start:emphasised].strip():
        found = _known(flat[start:emphasised].rstrip(". "))
        if found and (len(found[1]) > 1 or found[2]):
            return Label(*found, _behind(flat, emphasised))
    return None


NOTED = "备注："
"""What stands before the header of a column no field has, where its cells become lines with labels."""


def _noted(words: str) -> tuple[str, str, int] | None:
    return ("remark", words, 0) if words.startswith(flat(NOTED)) else None


_ENDINGS = (
    (re.compile(r".{0,4}(?:答|高分|参考|优秀|满分|标准).{0,4}(?:示范|示例|范例|范文)|.{1,6}答案"), "answer"),
    (re.compile(r".{1,6}(?:点评|评析|解析|思路|点拨|解读)"), "analysis"),
)


def _by_ending(words: str) -> tuple[str, str, int] | None:
    """What a label set apart by brackets or bold names by how it ends: 考生高分示例, 王老师点评."""
    words = _SPACES.sub("", words.strip(" *_#"))
    return next(((kind, words, 0) for pattern, kind in _ENDINGS if pattern.fullmatch(words)), None)


def _known(words: str) -> tuple[str, str, int] | None:
    words = words.strip(" *_#")
    kind = kind_of(words)
    if kind:
        return kind, words, 0
    said = _SAID.sub("", words)
    if said != words and kind_of(said) in ("answer", "points", "umbrella", "analysis", "scheme"):
        return kind_of(said), said, 0
    bracketed = _BRACKETED.search(words)
    if bracketed:  # 参考答案（要点）, 追问（任选其一）
        kind = kind_of(words[: bracketed.start()])
        if kind and not bracketed[0].strip(" ()").isdigit():
            return kind, words[: bracketed.start()], 0
    numbered = _NUMBERED.search(words)
    if numbered:
        kind = kind_of(words[: numbered.start()])
        if kind and kind not in ("time", "source"):
            return kind, words[: numbered.start()].strip(), han_value(numbered[1])
    return None


def _behind(flat: str, at: int) -> int:
    while at < len(flat) and flat[at] in ": ":
        at += 1
    return at


@cache
def _inside() -> re.Pattern[str]:
    """A boxed label anywhere, or one of a few unmistakable words with a colon behind the end of a clause."""
    bare = "|".join(IN_LINE)
    return re.compile(
        rf"\[([^\[\]:]{{1,16}}):?\]|(?:(?<=[\s.;?!)\]。|])|(?<=[a-h√×]))({bare})(?=:)|(?<=[。?!)])(答)(?=:)"
    )


def labels_inside(flat: str, start: int) -> list[int]:
    """Where further labels begin behind `start`."""
    return [
        found.start()
        for found in _inside().finditer(flat, start)
        if found[1] is None or (_known(found[1]) and not (len(found[1]) == 1 and _is_letter(flat, found)))
    ]


def _is_letter(flat: str, found: re.Match[str]) -> bool:
    """Whether a letter in brackets is an answer or a mark of the sentence, 是【A】。, and no label."""
    return flat[found.start() - 1] not in " .。?!;" or _CLOSING.match(flat, found.end()) is not None


_CLOSING = re.compile(AT_END)
