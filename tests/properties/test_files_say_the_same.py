"""Whatever is asked, a DOCX and a PDF say what their Document says, and the PDF's fonts hold what it shows."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from tests.building import built, documents, the
from tests.finished import (
    docx_page_count,
    docx_text,
    pdf_by_pdfium,
    pdf_fonts,
    pdf_pages,
    pdf_problems,
    squeezed,
)
from tests.properties import banks
from tests.render.pdf.reading import outside
from tests.said import said, without_edges

if TYPE_CHECKING:
    from tests.properties.banks import MadeBank


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(bank=banks.banks())
def test_files_say_the_same(bank: MadeBank) -> None:
    with TemporaryDirectory() as folder:
        layout = bank.write(Path(folder) / "made", 0)
        files, (pair,) = built(layout), documents(layout)
    for role, document in (("papers", pair.paper), ("keys", pair.key)):
        docx, pdf = the(files, role, "docx"), the(files, role, "pdf")
        wanted = squeezed(said(document))
        pages = pdf_pages(pdf)
        assert squeezed(docx_text(docx)) == wanted
        assert without_edges(document, pages) == wanted
        assert without_edges(document, pdf_by_pdfium(pdf)) == wanted
        assert docx_page_count(docx) == len(pages)
        assert pdf_problems(pdf) == []
        assert outside(pdf, document.look.page) == []
        for name, glyphs in pdf_fonts(pdf).items():
            assert glyphs.embedded == glyphs.shown, name
