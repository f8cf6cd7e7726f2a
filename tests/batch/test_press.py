"""The press: what one renderer finds out and the other needs."""

from __future__ import annotations

from generator.render.docx import Renderer as DocxRenderer
from generator.render.pdf import Renderer as PdfRenderer
from tests.building import built, documents, sample, the


def test_word_breaks_what_the_pdf_had_to_break() -> None:
    layout = sample("cs-specialist")
    ((paper, _),) = documents(layout, seed=1)
    rendered = PdfRenderer(paper.look).render(paper)
    assert rendered.pagination.loose
    word = DocxRenderer(paper.look)
    expected = word.render(paper, rendered.pagination)
    assert expected != word.render(paper, rendered.pagination._replace(loose=frozenset()))
    assert the(built(layout, seed=1), "papers", "docx") == expected
