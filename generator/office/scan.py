"""What the reader of workbooks does not tell: how far a sheet goes, errors, formulas, what hides or is struck."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from generator.office.package import resolved
from generator.office.styles import Styles, local, strikes, styles_of
from generator.office.xml import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from xml.etree.ElementTree import Element

_MAX_TREE = 8 * 1024 * 1024  # bytes of a part that is held as a tree: all but the sheets
_MAX_SHEETS = 1000
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_MOST_COLUMNS = 16_384

Cell = tuple[int, int]  # row and column from 0
Parts = dict[str, bytes]  # of a workbook: those in XML, by name


class BrokenError(Exception):
    """The XML is not what a workbook holds."""


class Scan(NamedTuple):
    """`formats` has the number format of cells whose leading zeros or percent signs are only shown."""

    far: str  # the cell that makes the sheet larger than can be read; empty for none
    area: int  # cells from the first to the last that hold something
    errors: frozenset[Cell]
    formulas: frozenset[Cell]  # those that do not say that they give text
    formats: Mapping[Cell, str]
    hidden: frozenset[int]  # rows from 0, be they hidden by hand or by a filter
    hidden_columns: frozenset[int] = frozenset()
    struck: frozenset[Cell] = frozenset()  # some or all of the text has a line through it


def sheet_parts(parts: Parts) -> list[str]:
    """The name of each sheet's part, in the order of the workbook; empty for a sheet of another kind."""
    relations = {}
    for relation in tree_of(parts, "xl/_rels/workbook.xml.rels").iter():
        target = resolved("xl/workbook.xml", relation.get("Target", ""))
        if target in parts and relation.get("Type", "").endswith("/worksheet"):
            relations[relation.get("Id", "")] = target
    found = []
    for sheet in tree_of(parts, "xl/workbook.xml").iter():
        if local(sheet.tag) == "sheet":
            ids = [value for key, value in sheet.attrib.items() if local(key) == "id"]
            found.append(relations.get(ids[0], "") if ids else "")
    if len(found) > _MAX_SHEETS:
        raise BrokenError
    return found


def properties(parts: Parts) -> dict[str, str]:
    """The custom properties of a workbook, and its title as "title"."""
    found: dict[str, str] = {}
    if "docProps/core.xml" in parts:
        for element in tree_of(parts, "docProps/core.xml"):
            if local(element.tag) == "title":
                found["title"] = element.text or ""
    if "docProps/custom.xml" in parts:
        for element in tree_of(parts, "docProps/custom.xml"):
            found[element.get("name", "")] = "".join(element.itertext())
    return found


def styles(parts: Parts) -> Styles:
    return styles_of(tree_of(parts, "xl/styles.xml")) if "xl/styles.xml" in parts else Styles({}, frozenset())


def struck_strings(parts: Parts) -> frozenset[int]:
    """The shared strings, by index, that have a line through some of their text."""
    content = parts.get("xl/sharedStrings.xml", b"")
    if b"strike" not in content:
        return frozenset()
    struck: set[int] = set()
    at = -1

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal at
        name = name.rpartition(":")[2]
        at += name == "si"
        if name == "strike" and strikes(attributes.get("val", "1")):
            struck.add(at)

    _parse(content, start)
    return frozenset(struck)


def scan(sheet: bytes, styles: Styles, struck: frozenset[int], room: int) -> Scan:
    """What is in a sheet that may have `room` cells, where these shared strings are `struck`.

    Raises BrokenError where it is no XML.
    """
    scanner = _Scanner(styles, struck, room)
    try:
        scanner.run(sheet)
    except _TooFarError as far:
        return Scan(str(far), 0, frozenset(), frozenset(), {}, frozenset())
    cells = frozenset(scanner.errors), frozenset(scanner.formulas), scanner.formats
    hidden = frozenset(scanner.hidden), frozenset(scanner.hidden_columns)
    return Scan("", scanner.area, *cells, *hidden, frozenset(scanner.struck))


def _parse(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    said: Callable[[str], None] | None = None,
) -> None:
    """Raises BrokenError for what is no XML or has a document type."""
    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    if end and said:
        parser.EndElementHandler, parser.CharacterDataHandler = end, said
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise BrokenError from fault


class _TooFarError(Exception):
    pass


class _Scanner:
    __slots__ = ("_cells", "_column", "_columns", "_index", "_reference", "_room", "_row", "_rows", "_strings", "_style",
                 "_styles", "_type", "errors", "formats", "formulas", "hidden", "hidden_columns", "struck")  # fmt: skip

    def __init__(self, styles: Styles, struck: frozenset[int], room: int) -> None:
        self.errors: set[Cell] = set()
        self.formulas: set[Cell] = set()
        self.hidden: set[int] = set()
        self.hidden_columns: set[int] = set()
        self.struck: set[Cell] = set()
        self.formats: dict[Cell, str] = {}
        self._styles, self._strings = styles, struck
        self._index: list[str] | None = None  # of a shared string, as far as it is read
        self._row = self._column = -1
        self._room = room
        self._rows = self._columns = self._cells = 0
        self._reference = self._style = self._type = ""

    @property
    def area(self) -> int:
        return self._rows * self._columns

    def run(self, sheet: bytes) -> None:
        if self._strings:
            _parse(sheet, self._start, self._end, self._said)
        else:  # several times as fast
            _parse(sheet, self._start)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if ":" in name:
            name = name.rpartition(":")[2]
        if name == "c":
            self._column += 1
            self._reference = attributes.get("r", "")
            self._style = attributes.get("s", "")
            self._type = attributes.get("t", "n")
        elif name in ("v", "is"):
            self._value()
        elif name == "f":
            if self._type != "str":
                self.formulas.add(self._cell())
        elif name == "row":
            written = attributes.get("r", "")
            self._row = int(written[:9]) - 1 if written else self._row + 1
            self._column = -1
            if attributes.get("hidden", "0") in ("1", "true"):
                self.hidden.add(self._row)
        elif name == "col" and attributes.get("hidden", "0") in ("1", "true"):
            first, last = (int(attributes.get(end, "0")[:6]) for end in ("min", "max"))
            self.hidden_columns.update(range(max(first, 1) - 1, min(last, _MOST_COLUMNS)))
        elif name == "strike" and strikes(attributes.get("val", "1")):  # in a text that is no shared string
            self.struck.add((self._row, self._column))

    def _said(self, text: str) -> None:
        if self._index is not None:
            self._index.append(text)

    def _end(self, _name: str) -> None:
        if self._index is not None:
            if int("".join(self._index)) in self._strings:
                self.struck.add((self._row, self._column))
            self._index = None

    def _cell(self) -> Cell:
        if not self._reference:
            return self._row, self._column
        found = cell_of(self._reference)
        if found is None:
            raise ValueError(self._reference)
        self._row, self._column = found
        return found

    def _value(self) -> None:
        cell = row, column = self._cell()
        self._rows, self._columns = max(row + 1, self._rows), max(column + 1, self._columns)
        self._cells += 1
        if max(self.area, self._cells) > self._room:
            raise _TooFarError(self._reference or f"R{row + 1}C{column + 1}")
        if self._type == "e":
            self.errors.add(cell)
        elif self._type == "n" and self._style in self._styles.formats:
            self.formats[cell] = self._styles.formats[self._style]
        elif self._type == "s" and self._strings:
            self._index = []
        if self._style in self._styles.struck:
            self.struck.add(cell)


def cell_of(reference: str) -> Cell | None:
    """The cell that C5 names; None for what names none."""
    found = _REFERENCE.fullmatch(reference)
    if not found or not int(found[2]):
        return None
    column = 0
    for letter in found[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _refuse_doctype(*_declared: object) -> None:
    raise BrokenError


def tree_of(parts: Parts, name: str) -> Element:
    """The root of a part that is no sheet. Raises BrokenError."""
    content = parts.get(name, b"")
    root = parse(content) if len(content) <= _MAX_TREE else None
    if root is None:
        raise BrokenError
    return root
