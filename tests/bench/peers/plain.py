"""Plain python-docx and reportlab's platypus, its font parsed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.plain_peer import write_docx, write_pdf
from tests.bench.ready_data import flat

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Document

SIZE = 12.0  # of the text of both


class PlainDocx:
    formats = ("docx",)

    def write(self, role: str, document: Document, stem: Path) -> None:
        write_docx(flat(document), SIZE, str(stem.with_suffix(".docx")))


class PlainPdf:
    formats = ("pdf",)

    def __init__(self, font: str) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        pdfmetrics.registerFont(TTFont("text", font))

    def write(self, role: str, document: Document, stem: Path) -> None:
        write_pdf(flat(document), SIZE, stem.with_suffix(".pdf"))
