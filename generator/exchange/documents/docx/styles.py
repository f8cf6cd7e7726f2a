"""What the styles of a document say of its paragraphs and runs, inheritance resolved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.documents.colours import Colours, colour
from generator.exchange.documents.docx.names import VAL, W, is_on, number, value
from generator.exchange.documents.docx.parts import is_code, part_of
from generator.exchange.documents.writer import NO_COLOURS

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

STRONG, EMPHASIS, UNDERLINE, STRIKE, HIDDEN, RAISED, LOWERED, SYMBOL, CODE, FIXED = (
    1 << bit for bit in range(10)
)
_TOGGLES = {
    W + "b": STRONG,
    W + "i": EMPHASIS,
    W + "em": EMPHASIS,
    W + "u": UNDERLINE,
    W + "strike": STRIKE,
    W + "dstrike": STRIKE,
    W + "vanish": HIDDEN,
}
_SCRIPTS = {"superscript": RAISED, "subscript": LOWERED}
_SYMBOLS = ("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings")
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)$", re.IGNORECASE)
_VERT, _FONTS = W + "vertAlign", W + "rFonts"
_FIXED = re.compile(
    r"courier|consolas|menlo|monaco|lucida console|cascadia|mono\b|source code|inconsolata|fira code|monospace"
)
_COLOUR, _HIGHLIGHT, _SHADE, _FILL = W + "color", W + "highlight", W + "shd", W + "fill"
_FACES = tuple(W + face for face in ("ascii", "hAnsi", "eastAsia"))


class ParagraphStyle(NamedTuple):
    """`heading` is 0 for none; `num` and `level` are of its list, "" and None for none. `part` is as in a Line."""

    heading: int = 0
    contents: bool = False
    num: str = ""
    level: int | None = None
    code: bool = False
    part: str = ""


def flags_of(properties: Element, inherited: int = 0) -> int:
    """What the properties of a run make of it, on top of what it inherits."""
    flags = inherited
    for element in properties:
        tag = element.tag
        bit = _TOGGLES.get(tag)
        if bit is not None:
            flags = flags | bit if is_on(element) else flags & ~bit
        elif tag == _VERT:
            flags = flags & ~(RAISED | LOWERED) | _SCRIPTS.get(element.get(VAL, ""), 0)
        elif tag == _FONTS:
            if any(element.get(face, "").lower() in _SYMBOLS for face in _FACES):
                flags |= SYMBOL
            if _FIXED.search(element.get(_FACES[0], "").lower()):
                flags |= FIXED
    return flags


def colours_of(properties: Element) -> Colours:
    """The colours that the properties of a run give its letters and what is behind them."""
    letters = behind = ""
    for element in properties:
        tag = element.tag
        if tag == _COLOUR:
            letters = colour(element.get(VAL, ""))
        elif tag == _HIGHLIGHT:
            behind = colour(element.get(VAL, "")) or behind
        elif tag == _SHADE:
            behind = behind or colour(element.get(_FILL, ""))
    return Colours(letters, behind) if letters or behind else NO_COLOURS


class Styles:
    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default = ""
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._runs: dict[str, int] = {}
        for element in root.iter(W + "style") if root is not None else ():
            name = element.get(W + "styleId", "")
            self._elements.setdefault(name, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self._default = name

    def paragraph(self, style: str) -> ParagraphStyle:
        style = style or self._default
        known = self._paragraphs.get(style)
        if known is None:
            known = self._paragraphs[style] = self._paragraph(style)
        return known

    def run(self, style: str) -> int:
        """The flags of a character style."""
        flags = self._runs.get(style)
        if flags is None:
            flags = 0
            for element in reversed(self._ancestry(style)):
                properties = element.find(W + "rPr")
                if properties is not None:
                    flags = flags_of(properties, flags)
                if is_code(value(element, "name")):
                    flags |= CODE
            self._runs[style] = flags
        return flags

    def _paragraph(self, style: str) -> ParagraphStyle:
        heading: int | None = None
        contents = False
        num: str | None = None
        level: int | None = None
        code, part = False, ""
        for element in self._ancestry(style):
            name = value(element, "name")
            code = code or is_code(name)
            part = part or part_of(element.get(W + "styleId", "")) or part_of(name)
            contents = contents or bool(_CONTENTS.match(name))
            properties = element.find(W + "pPr")
            if heading is None:
                heading = outline(properties)
                named = _HEADING.match(name)
                if heading is None and named:
                    heading = int(named[1])
            listed = None if properties is None else properties.find(W + "numPr")
            if listed is not None:
                if num is None and listed.find(W + "numId") is not None:
                    num = value(listed, "numId")
                if level is None and listed.find(W + "ilvl") is not None:
                    level = number(value(listed, "ilvl"), 0)
        return ParagraphStyle(heading or 0, contents, num or "", level, code, part)

    def _ancestry(self, style: str) -> list[Element]:
        """The style and those it is based on, nearest first."""
        found: list[Element] = []
        seen: set[str] = set()
        while style in self._elements and style not in seen:
            seen.add(style)
            found.append(self._elements[style])
            style = value(self._elements[style], "basedOn")
        return found


def outline(properties: Element | None) -> int | None:
    """The heading level that paragraph properties state, 0 for body text; None where they say nothing."""
    element = None if properties is None else properties.find(W + "outlineLvl")
    if element is None:
        return None
    level = number(element.get(VAL), 9)
    return level + 1 if 0 <= level < 9 else 0
