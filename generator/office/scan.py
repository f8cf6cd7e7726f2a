"""What the reader of workbooks does not tell: how far a sheet goes, errors, formulas, zeros that are only shown."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, NamedTuple
from xml.parsers import expat

from generator.office.package import resolved
from generator.office.xml import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_MAX_TREE = 8 * 1024 * 1024  # bytes of a part that is held as a tree: all but the sheets
_MAX_SHEETS = 1000
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_LITERAL = r'(?:"[^"]*"|\\.|[-A-Za-z_ ])*'
_PADDED = re.compile(rf"({_LITERAL})(0{{2,}})({_LITERAL})")

Cell = tuple[int, int]  # row and column from 0
Parts = dict[str, bytes]  # of a workbook: those in XML, by name


class BrokenError(Exception):
    """The XML is not what a workbook holds."""


class Scan(NamedTuple):
    """`padded` has the number format of cells whose leading zeros are only shown."""

    far: str  # the cell that makes the sheet larger than can be read; empty for none
    area: int  # cells from the first to the last that hold something
    errors: frozenset[Cell]
    formulas: frozenset[Cell]  # those that do not say that they give text
    padded: Mapping[Cell, str]
    hidden: frozenset[int]  # rows from 0, be they hidden by hand or by a filter


def sheet_parts(parts: Parts) -> list[str]:
    """The name of each sheet's part, in the order of the workbook; empty for a sheet of another kind."""
    relations = {}
    for relation in _tree(parts, "xl/_rels/workbook.xml.rels").iter():
        target = resolved("xl/workbook.xml", relation.get("Target", ""))
        if target in parts and relation.get("Type", "").endswith("/worksheet"):
            relations[relation.get("Id", "")] = target
    found = []
    for sheet in _tree(parts, "xl/workbook.xml").iter():
        if _local(sheet.tag) == "sheet":
            ids = [value for key, value in sheet.attrib.items() if _local(key) == "id"]
            found.append(relations.get(ids[0], "") if ids else "")
    if len(found) > _MAX_SHEETS:
        raise BrokenError
    return found


def pictures(parts: Parts, sheet: str) -> tuple[int, ...]:
    """The rows of a sheet, from 1, that the pictures over it begin in."""
    rows = []
    for drawing in _targets(parts, sheet, "/drawing"):
        for anchor in _tree(parts, drawing):
            inner = {_local(element.tag): element for element in anchor.iter()}
            if "pic" in inner:
                row = inner["row"].text or "" if "row" in inner else ""
                rows.append(int(row[:7]) + 1 if row.isascii() and row.isdigit() else 1)
    return tuple(sorted(rows))


def _targets(parts: Parts, name: str, kind: str) -> list[str]:
    """The parts of a kind that the part `name` refers to."""
    folder, base = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", base + ".rels")
    if relations not in parts:
        return []
    found = [
        resolved(name, relation.get("Target", ""))
        for relation in _tree(parts, relations)
        if relation.get("Type", "").endswith(kind)
    ]
    return [target for target in found if target in parts]


def properties(parts: Parts) -> dict[str, str]:
    """The custom properties of a workbook, and its title as "title"."""
    found: dict[str, str] = {}
    if "docProps/core.xml" in parts:
        for element in _tree(parts, "docProps/core.xml"):
            if _local(element.tag) == "title":
                found["title"] = element.text or ""
    if "docProps/custom.xml" in parts:
        for element in _tree(parts, "docProps/custom.xml"):
            found[element.get("name", "")] = "".join(element.itertext())
    return found


def padded_styles(parts: Parts) -> dict[str, str]:
    """The number formats such as 000000 or "A"000, by the index of the style that cells name."""
    if "xl/styles.xml" not in parts:
        return {}
    formats, styles = {}, {}
    for element in _tree(parts, "xl/styles.xml").iter():
        if _local(element.tag) == "numFmt":
            code = element.get("formatCode", "")[:255].partition(";")[0]
            if _PADDED.fullmatch(code):
                formats[element.get("numFmtId")] = code
        elif _local(element.tag) == "cellXfs":
            for index, style in enumerate(element):
                if style.get("numFmtId") in formats:
                    styles[str(index)] = formats[style.get("numFmtId")]
    return styles


def padded(code: str, number: int) -> str:
    """A whole number as such a format shows it: 000000 gives 000123."""
    found = _PADDED.fullmatch(code)
    assert found
    before, zeros, after = found.groups()
    return _literal(before) + str(number).zfill(len(zeros)) + _literal(after)


def _literal(code: str) -> str:
    return re.sub(r'"([^"]*)"|\\(.)|_.', lambda found: found[1] or found[2] or "", code)


def scan(sheet: bytes, styles: Mapping[str, str], room: int) -> Scan:
    """What is in a sheet that may have `room` cells. Raises BrokenError where it is no XML."""
    scanner = _Scanner(styles, room)
    try:
        scanner.run(sheet)
    except (expat.ExpatError, ValueError, LookupError) as fault:
        raise BrokenError from fault
    except _TooFarError as far:
        return Scan(str(far), 0, frozenset(), frozenset(), {}, frozenset())
    cells = frozenset(scanner.errors), frozenset(scanner.formulas), scanner.padded
    return Scan("", scanner.area, *cells, frozenset(scanner.hidden))


class _TooFarError(Exception):
    pass


class _Scanner:
    __slots__ = ("_cells", "_column", "_columns", "_reference", "_room", "_row", "_rows", "_style", "_styles",
                 "_type", "errors", "formulas", "hidden", "padded")  # fmt: skip

    def __init__(self, styles: Mapping[str, str], room: int) -> None:
        self.errors: set[Cell] = set()
        self.formulas: set[Cell] = set()
        self.hidden: set[int] = set()
        self.padded: dict[Cell, str] = {}
        self._styles = styles
        self._row = self._column = -1
        self._room = room
        self._rows = self._columns = self._cells = 0
        self._reference = self._style = self._type = ""

    @property
    def area(self) -> int:
        return self._rows * self._columns

    def run(self, sheet: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.Parse(sheet, True)

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

    def _cell(self) -> Cell:
        if not self._reference:
            return self._row, self._column
        found = _REFERENCE.fullmatch(self._reference)
        if not found:
            raise ValueError(self._reference)
        column = 0
        for letter in found[1].upper():
            column = column * 26 + ord(letter) - 64
        self._row, self._column = int(found[2]) - 1, column - 1
        if self._row < 0:
            raise ValueError(self._reference)
        return self._row, self._column

    def _value(self) -> None:
        cell = row, column = self._cell()
        self._rows, self._columns = max(row + 1, self._rows), max(column + 1, self._columns)
        self._cells += 1
        if max(self.area, self._cells) > self._room:
            raise _TooFarError(self._reference or f"R{row + 1}C{column + 1}")
        if self._type == "e":
            self.errors.add(cell)
        elif self._type == "n" and self._style in self._styles:
            self.padded[cell] = self._styles[self._style]


def _refuse_doctype(*_declared: object) -> None:
    raise BrokenError


def _tree(parts: Parts, name: str) -> Element:
    content = parts.get(name, b"")
    root = parse(content) if len(content) <= _MAX_TREE else None
    if root is None:
        raise BrokenError
    return root


def _local(name: str) -> str:
    return name.rpartition("}")[2]
