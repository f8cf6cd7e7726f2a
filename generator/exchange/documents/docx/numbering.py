"""Automatic list numbers, counted as Word counts them: they stand nowhere in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.exchange.documents.docx.counters import counted
from generator.exchange.documents.docx.names import VAL, W, is_on, number, value

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LEVELS = 9
_FIELD = re.compile(r"%([1-9])")
_CLOSED = "、。．，：）】］》」』"  # full-width marks behind which nothing need stand
BULLET = "• "


class _Level(NamedTuple):
    start: int = 1
    form: str = "decimal"
    text: str = ""
    suffix: str = "tab"  # tab, space or nothing
    restart: int | None = None  # behind which level it begins anew; 0: never
    legal: bool = False  # all numbers in it in digits
    style: str = ""  # the paragraphs of this style are of this level


class _List(NamedTuple):
    key: str  # of its counters: lists of one definition go on counting
    levels: tuple[_Level, ...]
    starts: dict[int, int]  # levels that begin anew, with the first paragraph of the list


class Numbering:
    """The lists of a document. Ask for the paragraphs' labels in their order."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is not None:
            definitions = _definitions(root)
            for element in root.iter(W + "num"):
                one = _list(element, definitions)
                if one:
                    self._lists[element.get(W + "numId", "")] = one

    def level_of(self, num: str, style: str) -> int:
        """The level of the list that a style is bound to; 0 for none."""
        levels = self._lists[num].levels if num in self._lists else ()
        return next((level for level, its in enumerate(levels) if its.style and its.style == style), 0)

    def label(self, num: str, level: int) -> str:
        """What stands before the next paragraph of a list, with the space behind it; empty for none."""
        one = self._lists.get(num)
        if one is None or not 0 <= level < len(one.levels):
            return ""
        its = one.levels[level]
        if its.form == "bullet":
            return BULLET
        counts = self._count(num, one, level)
        text = _FIELD.sub(lambda found: _written(one, counts, int(found[1]) - 1, its.legal), its.text).strip()
        if not text or its.suffix == "nothing" or text[-1] in _CLOSED:
            return text
        return text + " "

    def _count(self, num: str, one: _List, level: int) -> list[int | None]:
        counts = self._counts.setdefault(one.key, [None] * LEVELS)
        if level in one.starts and (num, level) not in self._begun:
            self._begun.add((num, level))
            counts[level] = None
        start = one.starts.get(level, one.levels[level].start)
        before = counts[level]
        counts[level] = start if before is None else before + 1
        for deeper in range(level + 1, len(one.levels)):
            restart = one.levels[deeper].restart
            if restart is None or (restart and level < restart):
                counts[deeper] = None
        return counts


def _written(one: _List, counts: list[int | None], level: int, legal: bool) -> str:
    if level >= len(one.levels):
        return ""
    its = one.levels[level]
    count = counts[level]
    shown = its.start if count is None else count
    return counted(shown, "decimal" if legal else its.form)


def _definitions(root: Element) -> dict[str, tuple[str, tuple[_Level, ...]]]:
    """Levels and the key of the counters, by the id of an abstract definition."""
    definitions: dict[str, tuple[str, tuple[_Level, ...]]] = {}
    styled: dict[str, str] = {}  # ids by the list style they define
    linked: dict[str, str] = {}  # and by what list style they use
    for element in root.iter(W + "abstractNum"):
        key = element.get(W + "abstractNumId", "")
        levels = [_Level(text="")] * LEVELS
        for its in element.findall(W + "lvl"):
            at = number(its.get(W + "ilvl"), -1)
            if 0 <= at < LEVELS:
                levels[at] = _level(its)
        definitions[key] = (key, tuple(levels))
        style, link = value(element, "styleLink"), value(element, "numStyleLink")
        if style:
            styled[style] = key
        if link:
            linked[key] = link
    for key, link in linked.items():
        if link in styled:
            definitions[key] = definitions[styled[link]]
    return definitions


def _list(element: Element, definitions: dict[str, tuple[str, tuple[_Level, ...]]]) -> _List | None:
    key, levels = definitions.get(value(element, "abstractNumId"), ("", ()))
    if not levels:
        return None
    starts: dict[int, int] = {}
    for override in element.findall(W + "lvlOverride"):
        at = number(override.get(W + "ilvl"), -1)
        if not 0 <= at < LEVELS:
            continue
        own = override.find(W + "lvl")
        if own is not None:
            levels = (*levels[:at], _level(own), *levels[at + 1 :])
        start = override.find(W + "startOverride")
        if start is not None:
            starts[at] = number(start.get(VAL), 1)
    return _List(key, levels, starts)


def _level(element: Element) -> _Level:
    restart = element.find(W + "lvlRestart")
    legal = element.find(W + "isLgl")
    return _Level(
        number(value(element, "start"), 1),
        _format(element),
        value(element, "lvlText"),
        value(element, "suff") or "tab",
        None if restart is None else number(restart.get(VAL), 0),
        legal is not None and is_on(legal),
        value(element, "pStyle"),
    )


def _format(element: Element) -> str:
    """The format of a level; newer ones stand behind an AlternateContent, with an older one beside them."""
    plain = value(element, "numFmt")
    if plain:
        return plain
    found = element.find(f".//{W}numFmt")
    if found is None:
        return "decimal"
    form = found.get(VAL, "decimal")
    return "decimalZero" if form == "custom" else form
