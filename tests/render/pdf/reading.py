"""A finished PDF read back by pdfium: every character with its place, as a viewer shows it."""

from __future__ import annotations

import ctypes
from typing import NamedTuple
from unicodedata import east_asian_width

import pypdfium2
import pypdfium2.raw as pdfium


class Char(NamedTuple):
    text: str
    x: float  # left edge of its advance
    right: float
    y: float  # baseline, from the page's lower edge
    size: float


def characters(data: bytes) -> list[list[Char]]:
    """Of each page, in the order of extraction, without the white space that the reader guesses."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [_page(page) for page in document]
    finally:
        document.close()


def _page(page: pypdfium2.PdfPage) -> list[Char]:
    textpage = page.get_textpage()
    result = []
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    for i in range(textpage.count_chars()):
        code = pdfium.FPDFText_GetUnicode(textpage, i)
        if pdfium.FPDFText_IsHyphen(textpage, i) == 1:
            code = ord("-")  # at a line's end, which pdfium takes for a broken word
        elif pdfium.FPDFText_IsGenerated(textpage, i) == 1 or code in (0x0D, 0x0A):
            continue
        pdfium.FPDFText_GetCharOrigin(textpage, i, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, i, box)
        size = pdfium.FPDFText_GetFontSize(textpage, i)
        # The box is the advance, or the ink where that is wider, as of some Han characters.
        width = size if east_asian_width(chr(code)) in "WF" else box.right - box.left
        result.append(Char(chr(code), x.value, x.value + width, y.value, size))
    textpage.close()
    page.close()
    return result


def lines(page: list[Char]) -> list[list[Char]]:
    """Characters with one baseline, each line from left to right, from the top down."""
    rows: dict[float, list[Char]] = {}
    for char in page:
        rows.setdefault(round(char.y, 1), []).append(char)
    return [sorted(rows[y], key=lambda c: c.x) for y in sorted(rows, reverse=True)]


def text(line: list[Char]) -> str:
    return "".join(char.text for char in line)
