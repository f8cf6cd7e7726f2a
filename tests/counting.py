"""The automatic numbers of a DOCX's paragraphs, counted as Word and LibreOffice count them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    assert tens < 10
    digits = " 一二三四五六七八九"
    return ((digits[tens] if tens > 1 else "") + "十" if tens else "") + digits[ones].strip()


def _roman(number: int) -> str:
    assert number < 40
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _circled(number: int) -> str:
    assert number <= 20  # Word has no more
    return chr(0x245F + number)


def _letter(number: int) -> str:
    assert number <= 26  # then Word says AA, BB, CC
    return chr(ord("A") + number - 1)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalEnclosedCircle": _circled,
    "chineseCountingThousand": _han,
    "upperLetter": _letter,
    "lowerLetter": lambda number: _letter(number).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}


class _Level(NamedTuple):
    kind: str  # the id of the definition
    first: int
    format: str
    text: str
    suffix: str


class Counter:
    """Says the number of each paragraph, asked in the order of the text."""

    def __init__(self, numbering: bytes | None) -> None:
        """`numbering` is word/numbering.xml; None when there is none."""
        self._levels: dict[str, _Level] = {}
        self._by_list: dict[str, int] = {}  # as LibreOffice counts: each list for itself
        self._by_kind: dict[
            str, int
        ] = {}  # as Word does: through all lists of a definition, unless restarted
        if numbering is None:
            return
        root = etree.fromstring(numbering)
        kinds = {kind.get(f"{W}abstractNumId"): kind for kind in root.iter(f"{W}abstractNum")}
        for number in root.iter(f"{W}num"):
            identity = number.find(f"{W}abstractNumId").get(f"{W}val")
            (level,) = kinds[identity].iter(f"{W}lvl")
            override = number.find(f"{W}lvlOverride/{W}startOverride")
            self._levels[number.get(f"{W}numId")] = _Level(
                identity,
                int(_value(level.find(f"{W}start") if override is None else override)),
                _value(level.find(f"{W}numFmt")),
                _value(level.find(f"{W}lvlText")),
                {"tab": "\t", "space": " ", "nothing": ""}[_value(level.find(f"{W}suff"), "tab")],
            )

    def number(self, paragraph: Any) -> str:
        """The number with what follows it; empty for a paragraph that has none."""
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is None:
            return ""
        assert _value(properties.find(f"{W}ilvl")) == "0"
        identity = _value(properties.find(f"{W}numId"))
        level = self._levels[identity]
        if level.format == "bullet":
            return level.text + level.suffix
        begun = identity in self._by_list
        self._by_list[identity] = self._by_list[identity] + 1 if begun else level.first
        self._by_kind[level.kind] = self._by_kind[level.kind] + 1 if begun else level.first
        assert self._by_list[identity] == self._by_kind[level.kind]
        written = FORMATS[level.format](self._by_list[identity])
        return level.text.replace("%1", written) + level.suffix


def _value(element: Any, default: str = "") -> str:
    return default if element is None else str(element.get(f"{W}val"))
