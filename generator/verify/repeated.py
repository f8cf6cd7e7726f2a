"""Heads of tables: a PDF repeats them where a table goes on, and marks what it repeats as an artifact, not of the text."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from generator.verify.counting import W
from generator.verify.reading import squeezed

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from pypdfium2 import PdfTextPage

BLANK = "\u200b"


def units(text: str) -> int:
    """How much of PDFium's text it is: UTF-16, in which a rare character counts twice."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


class Repeated:
    """The heads repeated in a PDF, found page after page."""

    def __init__(self) -> None:
        self._said = ""  # by all pages so far, squeezed
        self.heads: list[str] = []  # squeezed

    def blanked(self, page: PdfTextPage, text: str) -> str:
        """The text of the next page, blank where it repeats a head.

        A mark alone does not make it one, for anything could be marked: it must stand before.
        """
        pieces = []
        for marked, run in groupby(zip(_marks(page, text), text, strict=True), lambda pair: pair[0]):
            piece = "".join(character for _, character in run)
            head = squeezed(piece)
            if marked and head in self._said:
                self.heads.append(head)
                piece = "".join(c if c in "\r\n" else BLANK * units(c) for c in piece)
            pieces.append(piece)
            self._said += squeezed(piece)
        return "".join(pieces)


def _marks(page: PdfTextPage, text: str) -> list[bool]:
    """Whether each character is marked; white space, which PDFium may have added, is as what stands before it."""
    import pypdfium2.raw as pdfium

    marks: list[bool] = []
    at = 0
    for character in text:
        if character.isspace():
            marks.append(bool(marks) and marks[-1])
        else:
            index = pdfium.FPDFText_GetCharIndexFromTextIndex(page, at)
            shown = pdfium.FPDFText_GetTextObject(page, index)
            marks.append(bool(shown) and pdfium.FPDFPageObj_CountMarks(shown) > 0)
        at += units(character)
    return marks


def heads_of(document: Element) -> frozenset[str]:
    """What may be repeated of a DOCX: the first rows of each table, as far as they are its head; squeezed."""
    heads = (
        takewhile(lambda row: row.find(f"{W}trPr/{W}tblHeader") is not None, table.iterfind(f"{W}tr"))
        for table in document.iter(f"{W}tbl")
    )
    texts = ("".join(text.text or "" for row in rows for text in row.iter(f"{W}t")) for rows in heads)
    return frozenset(squeezed(text) for text in texts if text)
