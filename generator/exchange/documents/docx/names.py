"""Names of WordprocessingML and of the vocabularies it holds, as the parser spells them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - as everybody calls it
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"

VAL = W + "val"
_OFF = ("0", "false", "off", "none")


def value(parent: Element | None, name: str) -> str:
    """The value of the child `name` of the main vocabulary; empty where there is none."""
    child = None if parent is None else parent.find(W + name)
    return "" if child is None else child.get(VAL, "")


def number(written: str | None, default: int) -> int:
    """A whole number as an attribute holds it."""
    try:
        return int(written or "")
    except ValueError:
        return default


def is_on(element: Element) -> bool:
    """Whether a toggle says yes: it need only be there."""
    return element.get(VAL, "1") not in _OFF
