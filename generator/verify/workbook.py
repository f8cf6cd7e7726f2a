"""The sheets of a workbook as rows of texts, and every other text in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.verify.archive import parts_of, xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET, _STRINGS = "xl/worksheets/sheet{}.xml", "xl/sharedStrings.xml"


class Workbook(NamedTuple):
    sheets: list[list[list[str]]]  # rows; empty cells are left out
    texts: tuple[str, ...]  # all of it


def read_workbook(data: bytes) -> Workbook:
    """Unreadable: it is no workbook."""
    parts, beside = parts_of(data)
    roots = {name: xml(parts[name], name) for name in sorted(parts) if name.endswith((".xml", ".rels"))}
    shared = [_text(item) for item in roots[_STRINGS].iter(f"{S}si")] if _STRINGS in roots else []
    sheets: list[list[list[str]]] = []
    while (name := _SHEET.format(len(sheets) + 1)) in roots:
        rows = ([_cell(cell, shared) for cell in row.iter(f"{S}c")] for row in roots[name].iter(f"{S}row"))
        sheets.append([[cell for cell in row if cell] for row in rows])
    texts = [beside]
    for name, root in roots.items():
        for element in root.iter():
            texts += [text for text in (element.text, *element.attrib.values()) if text]
        texts.append(name)
    return Workbook(sheets, tuple(texts))


def _cell(cell: Element, shared: list[str]) -> str:
    value = cell.findtext(f"{S}v") or ""
    if cell.get("t") == "s":
        return shared[int(value)] if value.isdecimal() and int(value) < len(shared) else ""
    return _text(cell) if cell.get("t") == "inlineStr" else value


def _text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{S}t"))
