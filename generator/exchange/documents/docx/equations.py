"""Equations (Office Math) as a line of text: (a+b)/2, x^2, √(x), ∑_(i=1)^n(x)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.exchange.documents.cleaning import one_line
from generator.exchange.documents.docx.names import M, W
from generator.exchange.documents.scripts import grouped

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element


def linear(element: Element) -> str:
    """An equation, or a part of one, in one line."""
    form = _FORMS.get(element.tag)
    if form:
        return form(element)
    if element.tag in (M + "t", W + "t"):
        return one_line(element.text or "")
    if element.tag.endswith("Pr"):
        return ""
    return "".join(map(linear, element))


def _part(element: Element, name: str) -> str:
    part = element.find(M + name)
    return "" if part is None else linear(part)


def _set(element: Element, name: str, default: str) -> str:
    """A character that the properties of an element state."""
    for properties in element:
        if properties.tag.endswith("Pr"):
            stated = properties.find(M + name)
            if stated is not None:
                return stated.get(M + "val", "")
    return default


def _fraction(element: Element) -> str:
    return f"{grouped(_part(element, 'num'))}/{grouped(_part(element, 'den'))}"


def _scripts(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return (
        _part(element, "e")
        + (f"_{grouped(below)}" if below else "")
        + (f"^{grouped(above)}" if above else "")
    )


def _before(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return (
        (f"_{grouped(below)}" if below else "")
        + (f"^{grouped(above)}" if above else "")
        + _part(element, "e")
    )


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    inside = _part(element, "e")
    return f"{degree if degree and degree != '2' else ''}√{grouped(inside)}"


def _sum(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    sign = _set(element, "chr", "∫")
    limits = (f"_{grouped(below)}" if below else "") + (f"^{grouped(above)}" if above else "")
    return f"{sign}{limits} {_part(element, 'e')}" if limits else sign + _part(element, "e")


def _brackets(element: Element) -> str:
    opening, closing = _set(element, "begChr", "("), _set(element, "endChr", ")")
    inside = _set(element, "sepChr", "|").join(linear(part) for part in element.findall(M + "e"))
    return f"{opening}{inside}{closing}"


def _function(element: Element) -> str:
    name, inside = _part(element, "fName"), _part(element, "e")
    return name + (inside if inside.startswith("(") else f" {inside}")


def _limit(sign: str) -> Callable[[Element], str]:
    return lambda element: f"{_part(element, 'e')}{sign}{grouped(_part(element, 'lim'))}"


def _accent(element: Element) -> str:
    return _part(element, "e") + _set(element, "chr", "\u0302")


def _rows(element: Element) -> str:
    return "; ".join(linear(part) for part in element.findall(M + "e"))


def _matrix(element: Element) -> str:
    rows = (", ".join(linear(cell) for cell in row.findall(M + "e")) for row in element.findall(M + "mr"))
    return f"[{'; '.join(rows)}]"


_FORMS: dict[str, Callable[[Element], str]] = {
    M + "f": _fraction,
    M + "sSup": _scripts,
    M + "sSub": _scripts,
    M + "sSubSup": _scripts,
    M + "sPre": _before,
    M + "rad": _root,
    M + "nary": _sum,
    M + "d": _brackets,
    M + "func": _function,
    M + "limLow": _limit("_"),
    M + "limUpp": _limit("^"),
    M + "acc": _accent,
    M + "eqArr": _rows,
    M + "m": _matrix,
}
