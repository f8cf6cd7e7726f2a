"""A finished PDF read back: every character with its place, as a reader of the page sees it."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from pdfminer.layout import LTChar
from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage


class Char(NamedTuple):
    text: str
    x: float  # left edge of its advance
    right: float
    y: float  # baseline, from the page's lower edge
    size: float
    font: str


class _Characters(PDFLayoutAnalyzer):
    """Characters in the order of the content stream, without any guess at layout."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager, laparams=None)
        self.pages: list[list[Char]] = []

    def receive_layout(self, page: object) -> None:
        self.pages.append(
            [
                Char(c.get_text(), c.matrix[4], c.matrix[4] + c.adv, c.matrix[5], c.fontsize if hasattr(c, "fontsize") else c.size, c.fontname)
                for c in page  # type: ignore[attr-defined]
                if isinstance(c, LTChar)
            ]
        )


def characters(data: bytes) -> list[list[Char]]:
    """Of each page."""
    manager = PDFResourceManager()
    device = _Characters(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.get_pages(BytesIO(data)):
        interpreter.process_page(page)
    return device.pages


def lines(page: list[Char]) -> list[list[Char]]:
    """Characters with one baseline, each line from left to right, from the top down."""
    rows: dict[float, list[Char]] = {}
    for char in page:
        rows.setdefault(round(char.y, 1), []).append(char)
    return [sorted(rows[y], key=lambda c: c.x) for y in sorted(rows, reverse=True)]


def text(line: list[Char]) -> str:
    return "".join(char.text for char in line)
