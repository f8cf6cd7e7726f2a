"""Whether anything of a document is lost: words that are neither in the bank nor among what was left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic, Location, SourceFile
from generator.model.content import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.exchange.intake import Intake
    from generator.exchange.line import Line

_words = re.compile("[\u3400-\u9fff]{4,}|[A-Za-z]{2,}(?: [A-Za-z]+)+")
_unseen = re.compile(r"[\s\\*`]")

# Words that only say what follows them; a bank has fields in their place.
_said_by_fields = re.compile(
    "(?:参考|參考|标准|正确|优秀)?(?:答案|答題|答题|思路|要点|回答|答案与解析|答案及解析)(?:要点|思路|解析)?(?:及评分标准)?[是为]?"
    "|考[察查](?:要点|目的)|[评得]分(?:要点|标准|等级)|测评要素|思路解析|高分要点在?于?|建议(?:用时|时间)"
    "|(?:解题|作答)思路|作答示范|(?:考官|名师)点评|官方解读"
    "|本大题共|每[小]?题|第.(?:部分|模块)|参考时长"
    "|(?:model|sample|suggested) answers?|mark scheme|answer key|marks? (?:each|in total)"
    "|part [a-z]+"
    "|(?:select|tick|choose) all that apply"
    "|time allowed|what good looks like"
    "|(?:expected|ideal|bad) answer|what we|re looking for",
    re.IGNORECASE,
)


def lost(lines: Iterable[Line], intake: Intake) -> list[tuple[int, str]]:
    """Words of the lines, with their numbers, that the intake says nowhere."""
    labels = (str(told.values.get("word", "")) for origin in intake.origins for told in origin.inferred)
    kept = _unseen.sub(
        "", "|".join((*_texts(intake.bank), *(part.text for part in intake.left_out), *labels)).lower()
    )
    return [
        (line.number, words)
        for line in _flat(lines)
        for words in _words.findall(line.text)
        if not _said_by_fields.fullmatch(words) and _unseen.sub("", words).lower() not in kept
    ]


def _flat(lines: Iterable[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        for row in line.rows:
            for cell in row:
                yield from _flat(cell)


def _texts(node: object) -> Iterator[str]:
    if isinstance(node, Text):
        yield node.markdown
    elif isinstance(node, str):
        yield node
    elif isinstance(node, tuple) and not isinstance(node, (Location, Diagnostic, SourceFile)):
        for part in node:
            yield from _texts(part)
