"""Options: one that speaks of the others but is shuffled with them, and a beginning that all of them share."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from generator.kinds.choice import names_letters
from generator.review.passages import HIDDEN, warning

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic
    from generator.review.passages import Subject

LEAST_HAN = 4  # characters that all options begin with
LEAST_LATIN = 12  # the same, of English options

_of_others = re.compile(
    r"\s*(?:(?:以上|上述|前面|前述)(?:各项|选项|说法|几项|三项|四项|答案)?(?:均|都|皆|全|全部)(?:对|不对|是|不是|正确|不正确|错误?|可以?|不可以?|有)"
    r"|(?:以上|上述)(?:各项)?(?:都|均|皆)?没有|(?:all|none|both|neither|any) of the (?:above|others|preceding)\b)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Every option that names others and may land above them; the place of the first of options that begin alike."""
    prompt = subject.question.prompt
    if not prompt.options:
        return
    passages = [passage for passage in subject.passages if passage.role == "option"]
    if prompt.shuffle:
        for option, passage in zip(prompt.options, passages, strict=True):
            if not option.fixed and _of_others.match(passage.words):
                yield warning("option-not-fixed", passage, 0, len(passage.words))
            elif names_letters(option.text):
                found = warning("letters-named", passage, 0, 0)
                yield found._replace(values={"id": prompt.id})
    texts = [passage.words.strip() for passage in passages]
    common = "".join(
        letters[0] for letters in takewhile(lambda c: len(set(c)) == 1, zip(*texts, strict=False))
    )
    least = LEAST_LATIN if common.isascii() else LEAST_HAN
    words = not common.isascii() or " " in common.strip()  # an identifier is not to be taken apart
    if len(texts) > 2 and len(common) >= least and words and HIDDEN not in common:
        yield warning("same-beginning", passages[0], 0, len(common))
