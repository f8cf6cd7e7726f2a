"""What the styles of cells say that matters to their text: zeros and percent signs only shown, and strikes."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_LITERAL = r'(?:"[^"]*"|\\.|[-A-Za-z_ ])*'
_PADDED = re.compile(rf"({_LITERAL})(0{{2,}})({_LITERAL})")
_PERCENT = re.compile(r"[#0,]*0(?:\.0+)?%")
_BUILT_IN = {"9": "0%", "10": "0.00%"}
_OFF = ("0", "false")


class Styles(NamedTuple):
    """By the index of the style that cells name: number formats such as 000000, "A"000 or 0%, and what is struck."""

    formats: Mapping[str, str]
    struck: frozenset[str]


def styles_of(root: Element) -> Styles:
    """The styles of the part that holds them."""
    codes, fonts = dict(_BUILT_IN), list[bool]()
    formats: dict[str, str] = {}
    struck: set[str] = set()
    for element in root:
        kind = local(element.tag)
        if kind == "numFmts":
            for number in element:
                codes[number.get("numFmtId", "")] = number.get("formatCode", "")[:255].partition(";")[0]
        elif kind == "fonts":
            fonts = [any(map(is_strike, font)) for font in element]
        elif kind == "cellXfs":
            for index, style in enumerate(element):
                code = codes.get(style.get("numFmtId", ""), "")
                if _PADDED.fullmatch(code) or _PERCENT.fullmatch(code):
                    formats[str(index)] = code
                font = style.get("fontId", "")[:6]
                if font.isdecimal() and int(font) < len(fonts) and fonts[int(font)]:
                    struck.add(str(index))
    return Styles(formats, frozenset(struck))


def is_strike(element: Element) -> bool:
    return local(element.tag) == "strike" and strikes(element.get("val", "1"))


def strikes(value: str) -> bool:
    return value not in _OFF


def shown(code: str, number: float) -> str:
    """A number as such a format shows it: 000000 gives 000123; 0% gives 12.5%, with all of its digits."""
    if code.endswith("%"):
        percent = Decimal(format(number, ".15g")) * 100
        text = f"{percent:f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text) + "%"
    if number < 0 or number != int(number):
        return format(number, ".15g")
    found = _PADDED.fullmatch(code)
    assert found
    before, zeros, after = found.groups()
    return _literal(before) + str(int(number)).zfill(len(zeros)) + _literal(after)


def _literal(code: str) -> str:
    return re.sub(r'"([^"]*)"|\\(.)|_.', lambda found: found[1] or found[2] or "", code)


def local(name: str) -> str:
    """The name of an element without its namespace."""
    return name.rpartition("}")[2]
