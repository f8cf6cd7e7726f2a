"""Which of the formats of plain text a .txt is in, by all that stands in it: GIFT, Aiken, or none but prose.

A brace or an `ANSWER:` alone says nothing: stems hold code, and people write answers as they like.
"""

from __future__ import annotations

import re

from generator.exchange.documents.decode import decode

_SAMPLE = 1 << 20  # bytes of a text that are looked at
_HINT = re.compile(r"[{｛]|^\s*ANSWER:", re.MULTILINE)
_AIKEN = re.compile(r"^ANSWER:[ \t]*[A-Z][ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"[（(【\[]?(?:第\s*)?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[题.、．)）】\]]")
_NAMED = re.compile(r"\s*(?:::.*?::|：：.*?：：)", re.DOTALL)
_CATEGORY = re.compile(r"\s*\$CATEGORY\s*[:：]")
_BRACES = re.compile(r"\{([^{}]*)\}")
_ANSWERS = re.compile(r"[=~]|#\s*-?[\d=]|(?:T|F|TRUE|FALSE|对|错|正确|错误|√|×)\s*(?:#|\Z)", re.IGNORECASE)
_EMPTY = re.compile(r"(?:####|\Z)")
_LABEL = re.compile(
    r"^\s*[【\[（(]?(?:参考|正确|标准)?(?:答案|解析|答|分析|考察点?|评分[^\s:：]{0,4}|要点)\s*[】\]）)]?\s*[:：】]"
    r"|^\s*(?:sample |model |suggested )?(?:answer|analysis|explanation|solution|rationale)s?\s*[:：]",
    re.IGNORECASE | re.MULTILINE,
)


def quiz_of(data: bytes) -> str:
    """The name of the format; "" for prose, and for what is no text."""
    text = decode(data[:_SAMPLE]).text.removeprefix("\ufeff")
    if not _HINT.search(text):
        return ""
    if _is_gift(text):
        return "gift"
    return "aiken" if _is_aiken(text) else ""


def _is_gift(text: str) -> bool:
    """Answers in braces, and next to nothing that has none; beside questions with names there may be anything."""
    from generator.exchange.gift.blocks import blocks

    named = answered = empty = other = labels = 0
    for block in blocks(text):
        if _CATEGORY.match(block.text):
            named += 1
            continue
        inside = _BRACES.search(block.text)
        said = inside[1].strip() if inside else "?"
        if _ANSWERS.match(said):
            answered += 1
        elif _EMPTY.match(said):
            empty += 1
        elif block.text:
            other += 1
        named += inside is not None and _NAMED.match(block.text) is not None
        labels += len(_LABEL.findall(_BRACES.sub("", block.text)))
    if named:
        return answered + empty > 0 and labels <= named
    return not labels and answered > 0 and answered + empty >= 2 * other


def _is_aiken(text: str) -> bool:
    """Nothing but stems, options and answers; where stems have numbers, it is read as prose, which knows them."""
    from generator.exchange.aiken import is_whole

    stems = re.split(r"\n\s*\n", text.strip())
    return (
        _AIKEN.search(text) is not None
        and not any(_NUMBERED.match(stem.strip()) for stem in stems)
        and is_whole(text)
    )
