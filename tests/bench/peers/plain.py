"""Plain python-docx and reportlab's platypus, its font parsed once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.plain_peer import write_docx, write_pdf
from tests.bench.ready_data import flat

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model.document import Document

SIZES = {"paper": 12.0, "key": 10.5}


class PlainDocx:
    formats = ("docx",)

    def write(self, role: str, document: Document, stem: Path) -> None:
        write_docx(flat(document), SIZES[role], str(stem.with_suffix(".docx")))


class PlainPdf:
    formats = ("pdf",)

    def __init__(self, font: str) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.ttfonts import TTFont

        pdfmetrics.registerFont(TTFont("text", font))

    def write(self, role: str, document: Document, stem: Path) -> None:
        write_pdf(flat(document), SIZES[role], stem.with_suffix(".pdf"))
