"""The automatic numbers of a DOCX's paragraphs, as Word counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.numbering import numbered

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS = {
    "decimal": "1",
    "decimalEnclosedCircle": "①",
    "chineseCountingThousand": "一",
    "upperLetter": "A",
    "lowerLetter": "a",
    "upperRoman": "I",
    "lowerRoman": "i",
}


class _List(NamedTuple):
    sign: str  # empty for bullets
    text: str
    first: int


class Counter:
    """Says the number of each paragraph, asked in the order of the text."""

    def __init__(self, numbering: Element | None) -> None:
        """`numbering` is the root of word/numbering.xml; None when there is none."""
        self._lists: dict[str, _List] = {}
        self._last: dict[str, int] = {}
        if numbering is None:
            return
        kinds = {kind.get(f"{W}abstractNumId"): kind for kind in numbering.iter(f"{W}abstractNum")}
        for number in numbering.iter(f"{W}num"):
            kind = kinds.get(_value(number.find(f"{W}abstractNumId")))
            level = None if kind is None else kind.find(f"{W}lvl")
            if level is None:
                continue
            start = number.find(f"{W}lvlOverride/{W}startOverride")
            first = _value(level.find(f"{W}start") if start is None else start, "1")
            self._lists[number.get(f"{W}numId", "")] = _List(
                _SIGNS.get(_value(level.find(f"{W}numFmt")), ""),
                _value(level.find(f"{W}lvlText")),
                int(first) if first.isdecimal() and len(first) < 6 else 1,
            )

    def number(self, properties: Element | None) -> str:
        """The number of the paragraph with these w:pPr; empty when it has none."""
        numbering = None if properties is None else properties.find(f"{W}numPr/{W}numId")
        if numbering is None:
            return ""
        identity = _value(numbering)
        counted = self._lists.get(identity)
        if counted is None or not counted.sign:
            return counted.text if counted else ""
        number = self._last.get(identity, counted.first - 1) + 1
        self._last[identity] = number
        # Whatever else stands in the text of the level is no number.
        before, mark, after = counted.text.partition("%1")
        return before + numbered(counted.sign, number) + after if mark else counted.text


def _value(element: Element | None, default: str = "") -> str:
    return default if element is None else element.get(f"{W}val", default)
