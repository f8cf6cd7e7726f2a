"""XML by strings: escaping, lengths in Word's units, and the namespaces."""

from __future__ import annotations

import re

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"

_ILLEGAL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKUP = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;", ord('"'): "&quot;"}


def escape(text: str) -> str:
    """Text for an element or an attribute. Raises ValueError for a character that XML cannot hold."""
    if bad := _ILLEGAL.search(text):
        raise ValueError(f"U+{ord(bad.group()):04X} cannot stand in XML: {text!r}")
    return text.translate(_MARKUP)


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    return round(points * 2)


def eighths(points: float) -> int:
    """Thickness of a border; Word draws nothing thinner than a quarter of a point."""
    return max(2, round(points * 8))


def emus(points: float) -> int:
    """English metric units."""
    return round(points * 12700)
