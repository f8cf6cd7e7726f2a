"""The press: what one renderer finds out and the other needs."""

from __future__ import annotations

from generator.render.docx import Renderer as DocxRenderer
from generator.render.pdf import Renderer as PdfRenderer
from tests.building import built, documents, sample, the


def test_word_breaks_what_the_pdf_had_to_break() -> None:
    layout = sample("cs-specialist")
    ((paper, _),) = documents(layout, seed=1)
    rendered = PdfRenderer(paper.look).render(paper)
    assert rendered.loose
    word = DocxRenderer(paper.look)
    expected = word.render(paper, rendered.pages, rendered.loose)
    assert expected != word.render(paper, rendered.pages)
    assert the(built(layout, seed=1), "papers", "docx") == expected
